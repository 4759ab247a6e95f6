"""Texts of the data as documents may hold them, and packages that are the same every time."""

import io
import re
import zipfile

from exports.tables.cells import Cell, Table

# What XML cannot hold, and the signs that turn the reading direction of what follows them.
UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufffe\uffff]"
)
BREAKS = re.compile(r"\s*[\t\r\n\u2028\u2029]\s*")
EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that a ZIP file knows


def plain(text: str) -> str:
    """The text in one line, without signs that no document may hold."""
    return BREAKS.sub(" ", UNFIT.sub("", text)).strip()


def plain_table(table: Table) -> Table:
    """The table with texts that a workbook may hold; one of nothing is an empty cell."""
    headings = tuple(map(plain, table.headings))
    rows = tuple(tuple(map(_clean, row)) for row in table.rows)
    return Table(table.name, headings, table.looks, rows, table.frozen)


def _clean(cell: Cell) -> Cell:
    return plain(cell) or None if isinstance(cell, str) else cell


def timeless(package: bytes) -> bytes:
    """The same package without the moment of its making: same content, same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as made, zipfile.ZipFile(out, "w") as kept:
        for name in made.namelist():
            kept.writestr(zipfile.ZipInfo(name, EPOCH), made.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
