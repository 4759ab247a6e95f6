"""A table of a report as a real table in Word: its header row repeats, its rows stay whole."""

from collections.abc import Sequence

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Pt
from docx.table import Table as WordTable
from docx.table import _Cell, _Row

from exports.documents import docx_style as style
from exports.documents.report import Table
from exports.documents.report_order import References
from exports.documents.table_text import numeric, shares, written
from wording.words import Words

LEFT, RIGHT = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.RIGHT
GRID = "Table Grid"
CELL_PADDING = Pt(2)
ROOM = 84  # half signs in a line of the table


def add_table(document: Document, table: Table, references: References, words: Words) -> None:
    """Add the table; publications of its rows are numbers in a last column."""
    lines = written(table, references, words)
    made = document.add_table(rows=len(lines), cols=len(lines[0]), style=GRID)
    made.alignment, made.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    rows = list(made.rows)
    sides = [RIGHT if is_number else LEFT for is_number in numeric(table)]
    sides += [style.CENTRE] * (len(lines[0]) - len(sides))  # the numbers of references
    for row, line in zip(rows, lines, strict=True):
        _fill(row, line, sides if row is not rows[0] else [style.CENTRE] * len(line))
    for cell in rows[0].cells:
        _embolden(cell)
    _repeat(rows[0])
    _set_widths(made, lines)


def _fill(row: _Row, line: Sequence[str], sides: Sequence[WD_ALIGN_PARAGRAPH]) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for cell, text, side in zip(row.cells, line, sides, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.style, paragraph.alignment = style.CELL, side
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = (
            CELL_PADDING
        )
        paragraph.add_run(text)


def _embolden(cell: _Cell) -> None:
    for run in cell.paragraphs[0].runs:
        run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), style.HEI)
        run.font.bold = True


def _repeat(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _set_widths(table: WordTable, lines: Sequence[Sequence[str]]) -> None:
    """Share the width of the text out by what stands in the columns."""
    weights = shares(lines, ROOM)
    for column, weight in zip(table.columns, weights, strict=True):
        column.width = Length(style.TEXT_WIDTH * weight // sum(weights))
        for cell in column.cells:
            cell.width = column.width
