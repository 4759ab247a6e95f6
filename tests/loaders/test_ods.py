"""OpenDocument workbooks: what their cells show, and what is told of them."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from loaders.check import check
from loaders.contents import ContentsError
from loaders.read import read
from tests.conftest import TINY
from tests.support.workbooks import Shown, ods, zipped

TODAY = date(2026, 6, 1)
HEADER, FIRST, *_ = [line.split(",") for line in TINY["observations/coal.csv"].splitlines()]
JUNE = datetime(2022, 6, 30)
CELL = "<table:table-cell {}>{}</table:table-cell>"
TEXT = "<text:p>{}</text:p>"
STYLE = '<style:style style:name="{}">{}</style:style>'


def row(**cells: Any) -> list[Any]:
    return [cells.get(name, cell) for name, cell in zip(HEADER, FIRST, strict=True)]


def told(tiny: Path, book: bytes) -> list[tuple[Any, ...]]:
    (tiny / "observations/coal.csv").unlink()
    (tiny / "observations/coal.ods").write_bytes(book)
    found = check([tiny], tiny, TODAY).problems
    return [(p.rule, p.row, p.column, p.value) for p in found]


def cell(tmp_path: Path, book: bytes, column: str) -> str:
    path = tmp_path / "coal.ods"
    path.write_bytes(book)
    (sheet,) = read(path, path.name)
    return str(sheet.cells[sheet.header.index(column)].iloc[0])


@pytest.mark.parametrize(
    ("column", "content", "text"),
    [
        ("value", Shown(0.153, "0.0%", "15.3%"), "15.3%"),
        ("value", Shown(12.5, "0.00", "12.50"), "12.50"),
        ("value", Shown(1234.5, "0.00", "1,234.50"), "1234.50"),
        ("value", Shown(-12.5, "0.00", "(12.50)"), "-12.50"),
        ("value", Shown(1 / 3, "General", "0.33"), "0.333333333333333"),
        ("period", Shown(JUNE.isoformat(), "yyyy-mm", "Jun 22"), "2022-06"),
        ("period", Shown(JUNE.isoformat(), "yyyy", "2022年"), "2022"),
        ("period", Shown("2022-06-30", "d", "30.6.22"), "2022-06-30"),
        (
            "note_zh",
            CELL.format("", "<text:p>上<text:s text:c='2'/>半<text:tab/>年</text:p>"),
            "上  半\t年",
        ),
    ],
)
def test_the_text_is_what_the_cell_shows(tmp_path: Path, column: str, content: Any, text: str):
    assert cell(tmp_path, ods([HEADER, row(**{column: content})]), column) == text


def test_raised_signs_are_no_part_of_a_number(tmp_path: Path):
    style = STYLE.format("T1", '<style:text-properties style:text-position="33% 58%"/>')
    raised = TEXT.format('12813<text:span text:style-name="T1">1)</text:span>')
    ruby = TEXT.format(
        "<text:ruby><text:ruby-base>黔</text:ruby-base><text:ruby-text>qián</text:ruby-text></text:ruby>"
    )
    rows = [HEADER, row(value=CELL.format("", raised), note_zh=CELL.format("", ruby))]
    assert cell(tmp_path, ods(rows, style), "value") == "12813"
    assert cell(tmp_path, ods(rows, style), "note_zh") == "黔"


def test_more_digits_than_a_cell_shows_are_told(tiny: Path):
    rows = [HEADER, row(value=Shown(12813.456, "0.00", "12813.46"))]
    assert told(tiny, ods(rows)) == [("hidden_digits", 2, "value", "12813.46")]


def test_errors_and_formulas_without_a_value_are_errors(tiny: Path):
    failed = CELL.format(
        'office:value-type="string" table:formula="of:=1/0"', TEXT.format("#DIV/0!")
    )
    waiting = CELL.format('table:formula="of:=1+1"', "")
    rows = [HEADER, row(value=failed), row(value=waiting, period="2021")]
    assert told(tiny, ods(rows)) == [
        ("error_value", 2, "value", "#DIV/0!"),
        ("uncalculated", 3, "value", "of:=1+1"),
    ]


VALUE = TEXT.format("12813")
COMMENT = VALUE + f"<office:annotation>{TEXT.format('快报数')}</office:annotation>"
BOX = VALUE + f"<draw:frame><draw:text-box>{TEXT.format('注')}</draw:text-box></draw:frame>"
BESIDE = {
    "cell_comment": ("", COMMENT, 2, "value", "快报数"),
    "merged_cells": ('table:number-rows-spanned="2"', VALUE, 2, "", "D2:D3"),
    "text_box": ("", BOX, None, "", "注"),
}


@pytest.mark.parametrize("rule", BESIDE)
def test_what_stands_beside_the_text_is_named(tiny: Path, rule: str):
    attributes, inside, *place = BESIDE[rule]
    below = row(
        value="<table:covered-table-cell/>" if rule == "merged_cells" else "6", period="2021"
    )
    found = told(tiny, ods([HEADER, row(value=CELL.format(attributes, inside)), below]))
    assert [problem for problem in found if problem[0] != "unit_slip"] == [(rule, *place)]


def test_sheets_that_are_hidden_are_not_read(tiny: Path):
    style = STYLE.format("ta2", '<style:table-properties table:display="false"/>')
    cells = "".join(CELL.format("", TEXT.format(word)) for word in HEADER)
    line = f"<table:table-row>{cells}</table:table-row>"
    hidden = f'<table:table table:name="旧稿" table:style-name="ta2">{line}</table:table>'
    assert told(tiny, ods([HEADER, row()], style, hidden)) == [("hidden_sheet", None, "", "旧稿")]


def test_repeated_cells_and_rows_are_all_there(tmp_path: Path):
    twice = CELL.format('table:number-columns-repeated="2"', TEXT.format("同"))
    rows = [HEADER, row(note_zh=twice)[:-1]]
    path = tmp_path / "coal.ods"
    content = ods(rows)
    path.write_bytes(content)
    (sheet,) = read(path, path.name)
    assert sheet.cells.iloc[0, -2:].tolist() == ["同", "同"]


def test_a_document_with_a_password_is_one_sentence(tiny: Path):
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": "<manifest><encryption-data/></manifest>",
        "content.xml": "secret",
    }
    assert told(tiny, zipped(parts)) == [("password", None, "", "")]


@pytest.mark.parametrize("content", ["", "<a", "<a/>"])
def test_a_damaged_document_is_one_sentence(tmp_path: Path, content: str):
    path = tmp_path / "coal.ods"
    mark = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}
    path.write_bytes(zipped(mark | ({"content.xml": content} if content else {})))
    with pytest.raises(ContentsError) as raised:
        read(path, path.name)
    assert raised.value.problem.rule == "unreadable_workbook"
