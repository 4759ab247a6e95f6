"""A table as it is read in a document, where there are no number formats."""

import unicodedata
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from exports.documents.plain import plain
from exports.documents.report import Table
from exports.documents.report_order import References
from exports.tables.cells import COUNT, SHARE, Cell, Look
from wording import formats
from wording.words import Words

MISSING = "—"
NARROW, PADDING = 6, 4  # of a column, in half signs: gaps stand between digits and Chinese


def numeric(table: Table) -> list[bool]:
    """Whether each column holds numbers, which are set to the right."""
    columns = zip(*(row.cells for row in table.rows), strict=True)
    flags = [any(isinstance(cell, Decimal) for cell in column) for column in columns]
    return flags or [False] * len(table.headings)


def shares(lines: Sequence[Sequence[str]], room: int) -> list[int]:
    """The widths of the columns in half signs (an en), of which a line has `room`.

    What is too wide for a line is cut from the widest columns: short texts stay in one line.
    """
    longest = [max(map(_half_signs, column)) for column in zip(*lines, strict=True)]
    wished = [max(length, NARROW) + PADDING for length in longest]
    widest = max(wished)
    while widest > NARROW + PADDING and sum(min(wish, widest) for wish in wished) > room:
        widest -= 1
    return [min(wish, widest) for wish in wished]


def _half_signs(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def written(table: Table, references: References, words: Words) -> list[list[str]]:
    """The headings and rows as texts, with the numbers of references where rows have any."""
    lines = [[plain(heading) for heading in table.headings]]
    for row in table.rows:
        lines.append([
            plain(cell_text(cell, look, words))
            for cell, look in zip(row.cells, table.looks, strict=True)
        ])  # fmt: skip
    if any(row.sources for row in table.rows):
        lines[0].append(words("report.row_sources"))
        for line, row in zip(lines[1:], table.rows, strict=True):
            line.append(references.mark(row.sources))
    return lines


def cell_text(cell: Cell, look: Look, words: Words) -> str:
    """Write a cell as pages do: 1260.5 and 69.5%; what is missing is a dash."""
    if cell is None:
        return MISSING
    if isinstance(cell, Decimal):
        return _number(cell, look, words)
    if isinstance(cell, date):
        return formats.period(cell.isoformat(), words)
    return cell


def _number(value: Decimal, look: Look, words: Words) -> str:
    if look == SHARE:
        return formats.share(value, words)
    return f"{value:f}" if look == COUNT else formats.number(value, words)
