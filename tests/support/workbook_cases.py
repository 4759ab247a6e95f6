"""For each rule about workbooks one that breaks it, at that row and column, and no other rule."""

import io
from collections.abc import Callable
from typing import Any

from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet
from xlsxwriter import Workbook

from tests.support.tiny_folder import TINY
from tests.support.workbooks import Cell, Rows, nothing, put, xlsx

CSV, XLSX = "observations/coal.csv", "observations/coal.xlsx"
ROWS: list[list[Any]] = [line.split(",") for line in TINY[CSV].splitlines()][:3]
Case = tuple[dict[str, bytes | None], str, int | None, str]


def with_value(value: Any) -> Rows:
    return [ROWS[0], [*ROWS[1][:3], value, *ROWS[1][4:]], ROWS[2]]


def case(
    row: int | None,
    column: str = "",
    change: Callable[[Worksheet], Any] = nothing,
    rows: Rows = ROWS,
) -> Case:
    return {CSV: None, XLSX: xlsx(rows, change)}, XLSX, row, column


def sheet_beside(state: str, rows: Rows) -> Callable[[Worksheet], None]:
    def change(sheet: Worksheet) -> None:
        other = sheet.parent.create_sheet("2")
        other.sheet_state = state
        put(other, rows)

    return change


def hide(sheet: Worksheet) -> None:
    sheet.parent.create_sheet("2")
    sheet.sheet_state = "hidden"
    sheet.parent.active = 1


def with_text_box() -> bytes:
    """Written by XlsxWriter, because openpyxl knows no text boxes."""
    file = io.BytesIO()
    book = Workbook(file)
    sheet = book.add_worksheet()
    for at, row in enumerate(ROWS):
        sheet.write_row(at, 0, row)
    sheet.insert_textbox("B8", "注：快报数")
    book.close()
    return file.getvalue()


ENCRYPTED = b"\xd0\xcf\x11\xe0" + bytes(512) + "EncryptedPackage".encode("utf-16-le")
CASES: dict[str, Case] = {
    "password": ({CSV: None, XLSX: ENCRYPTED}, XLSX, None, ""),
    "only_hidden": case(None, "", hide),
    "stray_cell": case(1_000_000, "", lambda sheet: sheet.cell(1_000_000, 16_000, "x")),
    "beyond_header": case(2, "L", lambda sheet: sheet.cell(2, 12, "备注")),
    "merged_cells": case(2, "", lambda sheet: sheet.merge_cells("B2:B3")),
    "error_value": case(2, "value", rows=with_value("#N/A")),
    "uncalculated": case(2, "value", rows=with_value("=6000+6813")),
    "title_rows": case(1, rows=[["2022年贵州省原煤产量"], [], *ROWS]),
    "hidden_sheet": case(None, "", sheet_beside("hidden", ROWS)),
    "sheet_not_read": case(None, "", sheet_beside("visible", [["填表说明"]])),
    "hidden_rows": case(2, "", lambda sheet: setattr(sheet.row_dimensions[2], "hidden", True)),
    "hidden_columns": case(
        None, "", lambda sheet: setattr(sheet.column_dimensions["H"], "hidden", True)
    ),
    "cell_comment": case(
        2, "value", lambda sheet: setattr(sheet["D2"], "comment", Comment("快报数", "王"))
    ),
    "text_box": ({CSV: None, XLSX: with_text_box()}, XLSX, None, ""),
    "hidden_digits": case(2, "value", rows=with_value(Cell(12813.456, "0.0"))),
}
