"""Workbooks, read back by another program."""

import io
from datetime import date, datetime
from decimal import Decimal

import pytest
from openpyxl import Workbook, load_workbook

from exports.tables.cells import CODE, DAY, QUANTITY, RATIO, SENTENCE, SHARE, Cell, Look, Table
from exports.tables.sheets import Properties, workbook

SAID = Properties("标题", "第7版", datetime(2024, 6, 20, 8))


def read(*tables: Table) -> Workbook:
    return load_workbook(io.BytesIO(workbook(tables, SAID)))


def one(look: Look, cell: Cell) -> Table:
    return Table("表", ("heading",), (look,), ((cell,),))


@pytest.mark.parametrize(
    ("look", "cell", "value", "number_format"),
    [
        (QUANTITY, Decimal(1260), 1260, "#,##0"),
        (QUANTITY, Decimal("1260.5"), 1260.5, "#,##0.0"),
        (QUANTITY, Decimal("1839.09686322"), 1839.09686322, "#,##0.00"),
        (QUANTITY, Decimal("0.0013"), 0.0013, "#,##0.0000"),
        (SHARE, Decimal("0.69505"), 0.69505, "0.00%"),
        (RATIO, Decimal("0.906"), 0.906, "0.00"),
        (DAY, date(2025, 12, 31), datetime(2025, 12, 31), "yyyy-mm-dd"),
        (CODE, "520000", "520000", "@"),
        (CODE, "=1+1", "=1+1", "@"),
        (QUANTITY, None, None, "General"),
    ],
)
def test_a_cell_keeps_its_value_and_gets_its_format(
    look: Look, cell: Cell, value: object, number_format: str
) -> None:
    found = read(one(look, cell)).worksheets[0].cell(2, 1)
    assert found.value == value
    assert type(found.value) is type(value)
    assert found.number_format == number_format


def test_what_looks_like_a_formula_is_a_text() -> None:
    sheet = read(Table("表", ("=A1",), (CODE,), (("=1+1",), ("plain",)))).worksheets[0]
    assert [sheet.cell(row, 1).data_type for row in (1, 2, 3)] == ["s", "s", "s"]


def test_the_headings_stay_in_sight_and_filter_the_rows() -> None:
    looks = (CODE, SENTENCE, SHARE)
    rows = (("a", "b", Decimal(1)), ("c", None, None))
    sheet = read(Table("表", ("A", "B", "C"), looks, rows, frozen=2)).worksheets[0]
    assert sheet.title == "表"
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == "A1:C3"
    assert [cell.font.bold for cell in sheet[1]] == [True, True, True]
    assert [cell.alignment.wrap_text for cell in sheet[2]] == [None, True, None]
    assert sheet.column_dimensions["B"].width == pytest.approx(80, abs=1)


def test_the_workbook_says_what_it_is() -> None:
    said = read(one(CODE, "x")).properties
    assert (said.title, said.description, said.created) == ("标题", "第7版", SAID.created)


def test_the_same_table_gives_the_same_bytes() -> None:
    first, second = (workbook([one(SHARE, Decimal(1))], SAID) for _ in range(2))
    assert first == second
