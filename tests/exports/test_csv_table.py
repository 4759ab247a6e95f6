"""Observations as CSV: as printed, with their source, harmless in a spreadsheet."""

import csv
from decimal import Decimal

from exports.tables.csv_table import csv_text, observations_csv
from tests.support.exports_rows import CATALOGUE, observation
from wording.words import words


def test_a_figure_has_one_row_with_its_source() -> None:
    text = observations_csv([observation("2022", "110.50", note="=1+1")], CATALOGUE, words("en"))
    assert text.startswith("\ufeffindicator,name,region,region_name,period,printed,")
    (row,) = list(csv.reader(text.splitlines()))[1:]
    assert row == [
        "coal.output", "Output", "520000", "Guizhou", "2022", "110.50", "亿元", "110.5", "亿元",
        "about", "Actual", "yearbook", "统计年鉴", "统计局", "2024-05-20", "https://example.org/y",
        "'=1+1", "", "",
    ]  # fmt: skip


def test_lines_end_as_spreadsheets_want_and_numbers_are_plain() -> None:
    text = csv_text(["a", "b"], [[Decimal("1E+3"), None], [Decimal("-0.5"), "x,y"]])
    assert text == '\ufeffa,b\r\n1000,\r\n-0.5,"x,y"\r\n'
