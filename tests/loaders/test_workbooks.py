"""Workbooks as offices make them: nothing in them is lost or altered without a word."""

import random
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
import xlwt
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.worksheet.worksheet import Worksheet

from loaders.check import check
from loaders.contents import ContentsError
from loaders.read import grids, read
from loaders.reading.xlsx_cells import RichText, rich_text
from tests.conftest import TINY
from tests.support.workbooks import Cell, Rows, ods, put, xls, xlsx

TODAY = date(2026, 6, 1)
COAL = "observations/coal.xlsx"
HEADER, *LINES = [line.split(",") for line in TINY["observations/coal.csv"].splitlines()]
FIRST = LINES[0]


def row(**cells: Any) -> list[Any]:
    return [cells.get(name, cell) for name, cell in zip(HEADER, FIRST, strict=True)]


def of_value(value: Any, **cells: Any) -> list[list[Any]]:
    return [HEADER, row(value=value, **cells)]


def put_in(tiny: Path, book: bytes, name: str = COAL) -> Path:
    (tiny / "observations/coal.csv").unlink()
    (tiny / name).write_bytes(book)
    return tiny


def problems(tiny: Path, book: bytes, name: str = COAL) -> list[tuple[Any, ...]]:
    found = check([put_in(tiny, book, name)], tiny, TODAY).problems
    return [(p.rule, p.file, p.row, p.column, p.value) for p in found]


def cells(tiny: Path, rows: Rows, column: str) -> list[str]:
    (tiny / COAL).write_bytes(xlsx(rows))
    (sheet,) = read(tiny / COAL, COAL)
    return sheet.cells[sheet.header.index(column)].tolist()


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (Cell(0.153, "0.0%"), "15.3%"),
        (Cell(0.153, "0.00%"), "15.30%"),
        (Cell(1, "0%"), "100%"),
        (Cell(12813, "#,##0.00"), "12813.00"),
        (Cell(12813.5, "General"), "12813.5"),
        ("12,813.50", "12,813.50"),
    ],
)
def test_the_value_is_what_the_cell_shows(tiny: Path, cell: Any, text: str):
    assert cells(tiny, of_value(cell), "value") == [text]


def test_a_percent_cell_counts_in_per_cent_only(tiny: Path):
    rows = [HEADER, row(indicator="coal.share", unit="%", value=Cell(0.153, "0.0%"))]
    assert problems(tiny, xlsx(rows)) == []
    (tiny / "observations/coal.csv").touch()
    found = problems(tiny, xlsx(of_value(Cell(0.153, "0.0%"))))
    assert found == [("percent_unit", COAL, 2, "value", "15.3%")]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("yyyy-mm", "2022-06"),
        ("mmm-yy", "2022-06"),
        ('yyyy"年"m"月"', "2022-06"),
        ("yyyy", "2022"),
        ("yyyy/m/d", "2022-06-30"),
    ],
)
def test_a_date_is_read_as_far_as_its_format_shows_it(tiny: Path, code: str, text: str):
    rows = of_value("1", period=Cell(datetime(2022, 6, 30), code))
    assert cells(tiny, rows, "period") == [text]


@pytest.mark.parametrize(
    "word", ["#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"]
)
@pytest.mark.parametrize("column", ["value", "note_zh"])
def test_an_error_value_is_an_error_in_any_column(tiny: Path, word: str, column: str):
    rows = [HEADER, row(), row(period="2021")]
    rows[2][HEADER.index(column)] = word
    assert problems(tiny, xlsx(rows)) == [("error_value", COAL, 3, column, word)]


def test_a_formula_that_was_never_calculated_is_an_error(tiny: Path):
    found = problems(tiny, xlsx(of_value("=6000+6813")))
    assert found == [("uncalculated", COAL, 2, "value", "=6000+6813")]


def test_a_formula_that_waits_for_an_empty_cell_gives_nothing(tiny: Path):
    waiting = [None, None, None, None, '=IF($A3="","","万吨")']
    assert problems(tiny, xlsx([*of_value("12813"), waiting])) == []


def test_raised_signs_are_no_part_of_a_number_or_a_code(tiny: Path):
    raised = TextBlock(InlineFont(vertAlign="superscript"), "1)")
    marked = CellRichText("12813", raised)
    region, note = CellRichText("520000", raised), CellRichText("快报", raised)
    rows = of_value(marked, region=region, note_zh=note)
    assert cells(tiny, rows, "value") == ["12813"]
    assert cells(tiny, rows, "region") == ["520000"]
    assert cells(tiny, rows, "note_zh") == ["快报1)"]
    cubic = CellRichText("亿m", TextBlock(InlineFont(vertAlign="superscript"), "3"))
    assert cells(tiny, of_value("1", unit=cubic), "unit") == ["亿m³"]


def test_more_digits_than_a_cell_shows_are_told(tiny: Path):
    (tiny / "observations/coal.csv").unlink()
    (tiny / COAL).write_bytes(xlsx(of_value(Cell(12813.456, "0.0"))))
    (problem,) = check([tiny], tiny, TODAY).problems
    assert (problem.rule, problem.row, problem.column) == ("hidden_digits", 2, "value")
    assert (problem.value, problem.details["stored"]) == ("12813.5", "12813.456")
    assert problem.details["address"] == "D2"


def second(title: str, state: str, rows: Rows) -> Callable[[Worksheet], None]:
    def change(sheet: Worksheet) -> None:
        sheet.title = "1"
        other = sheet.parent.create_sheet(title)
        other.sheet_state = state
        put(other, rows)

    return change


def hidden_first(sheet: Worksheet) -> None:
    second("2", "visible", of_value("2", period="2021"))(sheet)
    sheet.sheet_state = "hidden"
    sheet.parent.active = 1


OTHER = of_value("12814", period="2021")
SHEETS: dict[str, tuple[Callable[[Worksheet], None], list[str], list[tuple[Any, ...]]]] = {
    "two visible": (second("2", "visible", OTHER), ["12813", "12814"], []),
    "hidden first": (hidden_first, ["2"], [("hidden_sheet", COAL, None, "", "1")]),
    "hidden": (
        second("旧稿", "hidden", OTHER),
        ["12813"],
        [("hidden_sheet", COAL, None, "", "旧稿")],
    ),
    "very hidden": (
        second("旧稿", "veryHidden", OTHER),
        ["12813"],
        [("hidden_sheet", COAL, None, "", "旧稿")],
    ),
    "a list for a menu": (second("lists", "hidden", [["万吨"], ["吨"]]), ["12813"], []),
    "an explanation": (
        second("说明", "visible", [["填表说明"]]),
        ["12813"],
        [("sheet_not_read", COAL, None, "", "说明")],
    ),
    "an empty sheet": (second("Sheet2", "visible", []), ["12813"], []),
    "a chart": (
        lambda sheet: sheet.parent.create_chartsheet("图"),
        ["12813"],
        [("sheet_not_read", COAL, None, "", "图")],
    ),
}


@pytest.mark.parametrize("case", SHEETS)
def test_each_visible_sheet_is_read_or_named(tiny: Path, case: str):
    change, values, told = SHEETS[case]
    assert problems(tiny, xlsx(of_value("12813"), change)) == told
    found = [cell for sheet in read(tiny / COAL, COAL) for cell in sheet.cells[3].tolist()]
    assert found == values


def test_rows_of_two_sheets_are_told_apart(tiny: Path):
    wrong = of_value("many", period="2021")
    found = problems(tiny, xlsx(of_value("1"), second("2", "visible", wrong)))
    assert found == [("not_a_number", f"{COAL} · 2", 2, "value", "many")]


def test_titles_above_the_header_are_read_and_named(tiny: Path):
    def merge(sheet: Worksheet) -> None:
        sheet.merge_cells("A1:J1")

    rows = [["2022年贵州省原煤产量"], ["单位：万吨"], HEADER, row(value="many")]
    assert problems(tiny, xlsx(rows, merge)) == [
        ("not_a_number", COAL, 4, "value", "many"),
        ("title_rows", COAL, 1, "", "2022年贵州省原煤产量 单位：万吨"),
    ]


def test_xls_is_read_as_xlsx_is(tiny: Path):
    dated = Cell(datetime(2022, 6, 30), "yyyy-mm")
    rows = [HEADER, row(period=dated, value=Cell(12813.5, "#,##0.00"))]
    assert problems(tiny, xls(rows), "observations/coal.xls") == []
    (sheet,) = read(tiny / "observations/coal.xls", "coal.xls")
    assert sheet.cells[[2, 3]].to_numpy().tolist() == [["2022-06", "12813.50"]]


def test_what_an_xls_file_holds_besides_is_named(tiny: Path):
    def change(sheet: xlwt.Worksheet) -> None:
        raised = xlwt.easyfont("escapement superscript")
        sheet.write_rich_text(2, HEADER.index("value"), ["12814", ("1)", raised)])
        sheet.row(2).hidden = True
        sheet.col(HEADER.index("source")).hidden = True
        sheet.merge(3, 4, 1, 1)
        other = sheet.get_parent().add_sheet("旧稿")
        other.visibility = 1
        for at, word in enumerate(HEADER):
            other.write(0, at, word)

    waiting = [row(period="2020"), row(period="2019", region=None)]
    rows = [HEADER, row(), row(value=None, period="2021"), *waiting]
    name = "observations/coal.xls"
    assert problems(tiny, xls(rows, change), name) == [
        ("merged_cells", name, 4, "", "B4:B5"),
        ("hidden_sheet", name, None, "", "旧稿"),
        ("hidden_columns", name, None, "", "source"),
        ("hidden_rows", name, 3, "", "3"),
    ]
    (sheet,) = read(tiny / name, name)
    assert sheet.cells[HEADER.index("value")].tolist() == ["12813", "12814"]


def test_signs_that_tell_how_a_name_sounds_are_not_read():
    item = fromstring("<si><t>黔西</t><rPh sb='0' eb='1'><t>qián</t></rPh><phoneticPr/></si>")
    assert rich_text(item) == RichText("黔西", "黔西")


def test_the_cells_of_a_foreign_table_are_given_as_shown(tiny: Path):
    def merge(sheet: Worksheet) -> None:
        sheet.merge_cells("A1:C1")

    (tiny / "wide.xlsx").write_bytes(xlsx([["各市州"], ["地区", "2021年"], ["全省", 1.5]], merge))
    (grid,) = grids(tiny / "wide.xlsx", "wide.xlsx")
    assert (grid.name, grid.is_visible, grid.merged) == ("Sheet", True, [(0, 0, 0, 2)])
    assert grid.rows == [["各市州", ""], ["地区", "2021年"], ["全省", "1.5"]]
    (tiny / "wide.csv").write_text("a;b\n1;2\n3\n", encoding="utf-8")
    (grid,) = grids(tiny / "wide.csv", "wide.csv")
    assert grid.rows == [["a", "b"], ["1", "2"], ["3", ""]]


@pytest.mark.parametrize("suffix", [".xlsx", ".xls", ".ods"])
def test_a_damaged_workbook_is_one_sentence(tmp_path: Path, suffix: str):
    whole = {".xlsx": xlsx, ".xls": xls, ".ods": ods}[suffix](of_value("12813"))
    chance = random.Random(suffix)
    for _ in range(20):
        content = bytearray(whole)
        for _ in range(chance.randrange(1, 20)):
            content[chance.randrange(8, len(content))] = chance.randrange(256)
        path = tmp_path / f"coal{suffix}"
        path.write_bytes(content[: chance.randrange(len(content) // 2, 2 * len(content))])
        with suppress(ContentsError):
            read(path, path.name)


def test_each_error_in_a_row_is_told(tiny: Path):
    rows = of_value("#DIV/0!", note_zh="#REF!")
    assert problems(tiny, xlsx(rows)) == [
        ("error_value", COAL, 2, "note_zh", "#REF!"),
        ("error_value", COAL, 2, "value", "#DIV/0!"),
    ]
