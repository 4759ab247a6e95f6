"""Workbooks as bytes: rows of cells, and what a clerk may have done to a sheet."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import xlwt
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

Rows = Sequence[Sequence[Any]]


@dataclass(frozen=True)
class Cell:
    """A value with a number format."""

    value: Any
    format: str


def nothing(_: Worksheet) -> None:
    pass


def put(sheet: Worksheet, rows: Rows) -> None:
    """Write rows into an empty sheet."""
    for at, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(at, column, value.value if isinstance(value, Cell) else value)
            if isinstance(value, Cell):
                cell.number_format = value.format


def xlsx(rows: Rows, change: Callable[[Worksheet], Any] = nothing) -> bytes:
    """A workbook with one sheet, after `change` was made to it; may add others."""
    book = Workbook()
    put(book.worksheets[0], rows)
    change(book.worksheets[0])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def xls(rows: Rows, change: Callable[[xlwt.Worksheet], Any] = lambda _: None) -> bytes:
    """The same as a workbook of Excel 97."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("1")
    for at, row in enumerate(rows):
        for column, value in enumerate(row):
            if isinstance(value, Cell):
                sheet.write(at, column, value.value, xlwt.easyxf(num_format_str=value.format))
            else:
                sheet.write(at, column, value)
    change(sheet)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
