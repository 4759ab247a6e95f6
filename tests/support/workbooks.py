"""Workbooks as bytes: rows of cells, and what a clerk may have done to a sheet."""

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZipFile

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
            elif value not in (None, ""):
                sheet.write(at, column, value)
    change(sheet)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


ODS_FORMATS = {  # by number format: the kind of a value, and the style that shows it so
    "0.0%": ("percentage", '<number:percentage-style style:name="{0}"><number:number '
             'number:decimal-places="1"/><number:text>%</number:text></number:percentage-style>'),
    "0.00": ("float", '<number:number-style style:name="{0}"><number:number '
             'number:decimal-places="2"/></number:number-style>'),
    "General": ("float", '<number:number-style style:name="{0}"><number:number '
                'number:min-integer-digits="1"/></number:number-style>'),
    "yyyy-mm": ("date", '<number:date-style style:name="{0}"><number:year/>'
                '<number:text>-</number:text><number:month/></number:date-style>'),
    "yyyy": ("date", '<number:date-style style:name="{0}"><number:year/></number:date-style>'),
    "d": ("date", '<number:date-style style:name="{0}"><number:year/><number:month/>'
          '<number:day/></number:date-style>'),
}  # fmt: skip
SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in {
        "office": "office", "table": "table", "text": "text", "style": "style",
        "number": "datastyle", "draw": "drawing",
    }.items()
)  # fmt: skip
CONTENT = (
    "<office:document-content {spaces}><office:automatic-styles>{styles}"
    "</office:automatic-styles><office:body><office:spreadsheet>{tables}"
    "</office:spreadsheet></office:body></office:document-content>"
)


@dataclass(frozen=True)
class Shown(Cell):
    """A value with a number format, and the text that an ODS document keeps of it."""

    text: str


def ods(rows: Rows, styles: str = "", tables: str = "") -> bytes:
    """The same as an OpenDocument; `styles` and `tables` are further parts, as XML."""
    for at, (_, style) in enumerate(ODS_FORMATS.values()):
        styles += style.format(f"N{at}")
        styles += f'<style:style style:name="c{at}" style:data-style-name="N{at}"/>'
    body = "".join(
        f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows
    )
    own = f'<table:table table:name="1">{body}</table:table>'
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": "<manifest/>",
            "content.xml": CONTENT.format(spaces=SPACES, styles=styles, tables=own + tables),
        }
    )


def _ods_cell(value: Any) -> str:
    if isinstance(value, Shown):
        kind, _ = ODS_FORMATS[value.format]
        name = "date-value" if kind == "date" else "value"
        style = list(ODS_FORMATS).index(value.format)
        return (
            f'<table:table-cell table:style-name="c{style}" office:value-type="{kind}" '
            f'office:{name}="{value.value}"><text:p>{value.text}</text:p></table:table-cell>'
        )
    if value in (None, ""):
        return "<table:table-cell/>"
    if str(value).startswith("<table:"):
        return str(value)
    text = f"<text:p>{escape(str(value))}</text:p>"
    return f'<table:table-cell office:value-type="string">{text}</table:table-cell>'


def zipped(parts: Mapping[str, str]) -> bytes:
    """The parts of a document as one file."""
    file = io.BytesIO()
    with ZipFile(file, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()
