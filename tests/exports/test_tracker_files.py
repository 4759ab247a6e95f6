"""The tracker's files say the same, cell by cell, and another program reads them."""

import csv
import io
from datetime import datetime
from decimal import Decimal

import pytest
from openpyxl import Workbook, load_workbook

from exports.tables.cells import inert
from exports.tables.tracker_files import tracker_csv, tracker_xlsx
from targets.tracked import TrackedTarget
from tests.support import exports_rows as rows
from wording.words import LANGUAGES

ADDRESS = "http://127.0.0.1:8050/targets?region=520100&lang=en"


def workbook(lang: str, tracked: list[TrackedTarget] | None = None) -> Workbook:
    told = rows.context(lang)
    found = rows.all_assessed(told) if tracked is None else tracked
    return load_workbook(io.BytesIO(tracker_xlsx(found, told, ADDRESS)))


def values(book: Workbook, sheet: int) -> list[tuple[object, ...]]:
    return list(book.worksheets[sheet].iter_rows(values_only=True))


def lines(lang: str) -> list[list[str]]:
    told = rows.context(lang)
    text = tracker_csv(rows.all_assessed(told), told)
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def as_text(value: object) -> str:
    """A cell of a workbook as CSV writes it."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, int | float):
        return f"{Decimal(str(value)):f}"
    return inert(value) if isinstance(value, str) else ""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_csv_and_workbook_agree_cell_by_cell(lang: str) -> None:
    written, read = lines(lang), values(workbook(lang), 0)
    assert len(written) == 1 + 7
    assert written == [[as_text(value) for value in row] for row in read]


def test_the_csv_is_for_spreadsheets() -> None:
    told = rows.context("zh")
    text = tracker_csv(rows.all_assessed(told), told)
    assert text.startswith("\ufeff指标代码,指标,基地代码,基地,")
    assert text.count("\r\n") == text.count("\n") == 8
    assert ",'=1+1," in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_cell_of_the_workbook_is_a_formula_or_a_link(lang: str) -> None:
    cells = [cell for sheet in workbook(lang) for row in sheet.iter_rows() for cell in row]
    assert "=1+1" in {cell.value for cell in cells}
    assert "f" not in {cell.data_type for cell in cells}
    assert not any(cell.hyperlink for cell in cells)


def test_shares_and_quantities_have_their_formats() -> None:
    sheet = workbook("en").worksheets[0]
    columns = {cell.value: cell.column for cell in sheet[1]}
    cap = 4  # the row
    value = sheet.cell(cap, columns["Latest value"])
    assert (value.value, value.number_format) == (1260.5, "#,##0.0")
    share = sheet.cell(cap, columns["Attainment (value ÷ target)"])
    assert (share.value, share.number_format) == (1.2605, "0.00%")
    due = sheet.cell(cap, columns["Due date"])
    assert (due.value, due.number_format) == (datetime(2025, 12, 31), "yyyy-mm-dd")
    assert sheet.freeze_panes == "C2"


def test_the_method_lists_every_band_with_its_source() -> None:
    heading, *bands = values(workbook("en"), 1)
    assert heading[:6] == ("Rule set id", "Rule set", "Order of deciding", "Reading",
                           "Reading from (included)", "Status")  # fmt: skip
    assert [(band[0], band[2], band[4], band[5]) for band in bands] == [
        ("pace-10-30", 1, 0, "On track"), ("pace-10-30", 1, -0.1, "Slightly behind"),
        ("pace-10-30", 1, -0.3, "Behind"), ("pace-10-30", 1, None, "Far behind"),
        ("cagr-95-60", 2, 0.95, "On track"), ("cagr-95-60", 2, 0.6, "Behind"),
        ("cagr-95-60", 2, 0, "Far behind"), ("cagr-95-60", 2, None, "Moving away"),
        ("path", None, 0, "On track"), ("path", None, -0.1, "Behind"),
        ("path", None, None, "Far behind"), ("path", None, None, "Moving away"),
        ("direct", 3, 0, "On track"), ("direct", 3, None, "Behind"),
    ]  # fmt: skip
    assert [band[5] for band in bands if band[6]] == ["Moving away"]
    assert all("Eurostat" in str(band[8]) for band in bands if band[0] == "cagr-95-60")


def test_the_publications_are_listed_once_and_reprints_are_not_linked() -> None:
    assert values(workbook("en"), 2)[1:] == [
        ("later", "中期评估", "省政府", "2023-06", "Plan", "Original", "https://example.org/l"),
        ("plan", "=1+1", "省政府", "2021-01", "Plan", "Reprint", None),
        ("yearbook", "统计年鉴", "统计局", "2024-05-20", "Statistics office", "Original",
         "https://example.org/y"),
    ]  # fmt: skip


def test_the_workbook_names_its_release_and_address() -> None:
    said = workbook("en").properties
    assert said.title == "Targets and where they stand"
    assert said.description == f"Data as of release 7, 2024-06-20. Made from {ADDRESS}"
    assert said.created == datetime(2024, 6, 20, 8)


def test_the_same_release_gives_the_same_bytes() -> None:
    told = rows.context()
    first, second = (tracker_xlsx(rows.all_assessed(told), told, ADDRESS) for _ in range(2))
    assert first == second


def test_nothing_shown_is_a_table_without_rows() -> None:
    told = rows.context("en")
    assert tracker_csv([], told).count("\r\n") == 1
    book = workbook("en", [])
    assert [sheet.max_row for sheet in book] == [1, 15, 1]
    assert [sheet.title for sheet in book] == ["Targets", "Method", "Sources"]
