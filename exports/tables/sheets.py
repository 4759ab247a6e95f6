"""Tables as a workbook (XLSX): texts stay texts, numbers keep their formats."""

import io
import math
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from exports.tables.cells import QUANTITY, Cell, Look, Table
from indicators.release import Release
from wording.releases import withdrawn
from wording.words import Words

# What is in memory gets no date of the moment: the same tables give the same bytes.
OPTIONS = {
    "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
    "strings_to_numbers": False,
}  # fmt: skip
HEADING = {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#E8ECF1"}
EVERYWHERE = "A1:XFD1048576"
LINE_HEIGHT = 15.0  # points, as spreadsheets have it
A4 = 9  # as spreadsheets number kinds of paper


@dataclass(frozen=True, slots=True)
class Properties:
    """What the workbook says of itself; `created` is in UTC, as its format asks."""

    title: str
    comments: str
    created: datetime


def made_from(release: Release, address: str, words: Words) -> str:
    """What the properties of a workbook say: its release, and the page at `address`."""
    said = words("sheet.comments", release=release.number, date=release.day, address=address)
    mark = withdrawn(release, words)
    return f"{mark} {said}" if mark else said


def workbook(
    tables: Iterable[Table],
    properties: Properties,
    add: Callable[[Workbook, Worksheet], None] = lambda *_: None,
) -> bytes:
    """Return a workbook with one sheet a table; `add` puts more on each of them."""
    out = io.BytesIO()
    book = new_book(out, properties)
    styles = _Styles(book)
    for table in tables:
        sheet = book.add_worksheet(table.name)
        _write(sheet, table, styles)
        add(book, sheet)
    book.close()
    return out.getvalue()


def new_book(out: io.BytesIO, properties: Properties) -> Workbook:
    """A workbook without sheets, to be closed into `out`."""
    book = Workbook(out, OPTIONS)
    book.set_properties(
        {
            "title": properties.title,
            "comments": properties.comments,
            "created": properties.created,
        }
    )
    return book


def write_table(book: Workbook, table: Table) -> None:
    """Write a table on a sheet of a workbook that has no other."""
    _write(book.add_worksheet(table.name), table, _Styles(book))


class _Styles:
    """The cell formats of a workbook; each is made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[str, bool], Format] = {}
        self.heading: Format = book.add_format(HEADING)

    def style(self, look: Look, cell: Cell) -> Format:
        """The format of a cell."""
        number, is_wrapped = key = _number_format(look, cell), look.is_wrapped
        if key not in self._made:
            self._made[key] = self._book.add_format(
                {"num_format": number, "text_wrap": is_wrapped, "valign": "top"}
            )
        return self._made[key]


def _number_format(look: Look, cell: Cell) -> str:
    if look != QUANTITY or not isinstance(cell, Decimal):
        return look.number
    exponent = cell.as_tuple().exponent
    decimals = max(-exponent, 0) if isinstance(exponent, int) else 0
    places = min(decimals, 2 if abs(cell) >= 1 else 6)
    return f"{look.number}.{'0' * places}" if places else look.number


def _write(sheet: Worksheet, table: Table, styles: _Styles) -> None:
    sheet.freeze_panes(1, table.frozen)
    sheet.autofilter(0, 0, len(table.rows), len(table.headings) - 1)
    sheet.ignore_errors({"number_stored_as_text": EVERYWHERE})  # figures as printed are texts
    for column, (heading, look) in enumerate(zip(table.headings, table.looks, strict=True)):
        sheet.set_column(column, column, look.width)
        sheet.write_string(0, column, heading, styles.heading)
    for number, row in enumerate(table.rows, 1):
        for column, (cell, look) in enumerate(zip(row, table.looks, strict=True)):
            write_cell(sheet, number, column, cell, styles.style(look, cell))


def write_cell(sheet: Worksheet, row: int, column: int, cell: Cell, style: Format) -> None:
    """Write a cell; one that is missing stays as it is."""
    if isinstance(cell, str):
        sheet.write_string(row, column, cell, style)
    elif isinstance(cell, Decimal):
        sheet.write_number(row, column, float(cell), style)
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, cell, style)


def row_height(texts: Iterable[tuple[str, int]]) -> float:
    """The points that a row of wrapped texts needs, each in a column of a width in digits.

    Not every program finds it when a workbook is opened.
    """
    lines = (math.ceil(_digits(text) / (width - 1)) for text, width in texts)
    return LINE_HEIGHT * max(lines, default=1) or LINE_HEIGHT


def _digits(text: str) -> float:
    """How wide a text is, in digits: a Chinese sign is nearly as wide as two."""
    return sum(1.8 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in text)
