"""A template as an office fills it in: with another program, by the words of its header."""

import io
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

Row = dict[str, Any]


def opened(template: bytes) -> Workbook:
    return load_workbook(io.BytesIO(template))


def asked(book: Workbook) -> list[Row]:
    """The rows of the first sheet that name an indicator, by header word."""
    heads, *rows = book.worksheets[0].iter_rows(values_only=True)
    return [dict(zip(heads, row, strict=True)) for row in rows if row[0]]


def choices(book: Workbook, heading: str) -> list[list[str]]:
    """What can be chosen in each stretch of cells of a column of the first sheet."""
    sheet = book.worksheets[0]
    letter = next(cell.column_letter for cell in sheet[1] if cell.value == heading)
    return [
        _cells(book, rule.formula1)
        for rule in sheet.data_validations.dataValidation
        if all(each.coord.startswith(letter) for each in rule.sqref.ranges)
    ]


def _cells(book: Workbook, address: str) -> list[str]:
    name, _, cells = address.rpartition("!")
    return [str(cell.value) for (cell,) in book[name.strip("='")][cells]]


def fill(sheet: Worksheet, number: int, **cells: object) -> None:
    """Write into a row, by header word."""
    columns = {cell.value: cell.column for cell in sheet[1]}
    for heading, content in cells.items():
        sheet.cell(number, columns[heading], content)


def save(book: Workbook, path: Path) -> Path:
    book.save(path)
    return path
