"""A table of a report on slides, in pieces that can be read."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from pptx.enum.text import PP_ALIGN
from pptx.slide import Slide
from pptx.util import Inches, Length

from exports.documents import pptx_style as style
from exports.documents.table_text import shares

ROWS = 11  # on a slide, below the headings
HEIGHT = Inches(0.38)
ROOM = 140  # half signs in a line of the table
Lines = Sequence[Sequence[str]]


def pieces(lines: Lines) -> Iterator[Lines]:
    """The rows slide by slide; a table without rows is one empty piece."""
    for first in range(0, max(len(lines), 1), ROWS):
        yield lines[first : first + ROWS]


def add_table(slide: Slide, lines: Lines, is_number: Sequence[bool], place: style.Place) -> None:
    """Add a native table whose first line is the headings; numbers stand at the right."""
    left, top, width, _ = place
    size = len(lines), len(lines[0])
    table = slide.shapes.add_table(*size, left, top, width, Length(HEIGHT * len(lines))).table
    weights = shares(lines, ROOM)
    for number, weight in enumerate(weights):
        table.columns[number].width = Length(width * weight // sum(weights))
    for row, line in zip(table.rows, lines, strict=True):
        row.height = HEIGHT
        for cell, text, at_right in zip_longest(row.cells, line, is_number):
            cell.text = text
            paragraph = cell.text_frame.paragraphs[0]
            paragraph.font.size = style.TABLE_SIZE
            paragraph.alignment = PP_ALIGN.RIGHT if at_right else PP_ALIGN.LEFT
