"""XLS, the workbooks of Excel up to 2003, as their cells show them.

Their formulas keep the last value; whether one was ever calculated, and what text boxes say, is
not told by the library that reads them.
"""

import io
import struct
from pathlib import Path

import xlrd
from xlrd.biffh import XL_CELL_BOOLEAN, XL_CELL_DATE, XL_CELL_ERROR, XL_CELL_NUMBER, XL_CELL_TEXT
from xlrd.compdoc import CompDocError

from loaders.contents import ContentsError
from loaders.problems import Problem
from loaders.reading.grid import Finding, Grid, lifted, rectangle
from loaders.reading.number_formats import BUILT_IN
from loaders.reading.shown import shown

UNREADABLE = (  # what damaged files make of the reading
    xlrd.XLRDError,
    CompDocError,
    struct.error,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    TypeError,
    ValueError,
)
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # how newer Excel hides a workbook
SUPERSCRIPT = 1
At = tuple[int, int]


def workbook(path: Path, name: str) -> list[Grid]:
    """All sheets of a workbook, in order; raises `ContentsError`."""
    raw = path.read_bytes()
    if ENCRYPTED in raw:
        raise ContentsError(Problem(name, None, "", "password"))
    try:
        book = xlrd.open_workbook(file_contents=raw, formatting_info=True, logfile=io.StringIO())
        return [_grid(book, sheet, name) for sheet in book.sheets()]
    except UNREADABLE as error:
        rule = "password" if "encrypted" in str(error).lower() else "unreadable_workbook"
        raise ContentsError(Problem(name, None, "", rule)) from error


def _grid(book: xlrd.Book, sheet: xlrd.sheet.Sheet, file: str) -> Grid:
    texts: dict[At, str] = {}
    notes: dict[At, str] = {}
    findings: list[Finding] = []
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            at = row, column
            texts[at] = _text(book, sheet, at, findings)
            base = _without_raised(book, sheet, at, texts[at])
            if base != texts[at]:
                notes[at], texts[at] = texts[at], base
    for (row, column), note in sheet.cell_note_map.items():
        findings.append(Finding("cell_comment", row, column, " ".join(note.text.split())))
    return Grid(
        sheet.name,
        rectangle(texts, file),
        [(top, left, bottom - 1, right - 1) for top, bottom, left, right in sheet.merged_cells],
        sheet.visibility == 0,
        findings,
        notes,
        frozenset(row for row, info in sheet.rowinfo_map.items() if info.hidden),
        frozenset(column for column, info in sheet.colinfo_map.items() if info.hidden),
    )


def _text(book: xlrd.Book, sheet: xlrd.sheet.Sheet, at: At, findings: list[Finding]) -> str:
    cell = sheet.cell(*at)
    if cell.ctype == XL_CELL_TEXT:
        return str(cell.value)
    if cell.ctype == XL_CELL_ERROR:
        return str(xlrd.error_text_from_code.get(cell.value, "#N/A"))
    if cell.ctype == XL_CELL_BOOLEAN:
        return "TRUE" if cell.value else "FALSE"
    if cell.ctype not in (XL_CELL_NUMBER, XL_CELL_DATE):
        return ""
    seen = shown(float(cell.value), _format(book, cell.xf_index), since_1904=book.datemode == 1)
    if seen.stored:
        findings.append(Finding("hidden_digits", *at, seen.text, {"stored": seen.stored}))
    return seen.text


def _format(book: xlrd.Book, style: int) -> str:
    number = book.xf_list[style].format_key
    own = book.format_map.get(number)
    return BUILT_IN.get(number, "General") if own is None or number in CHINESE else own.format_str


CHINESE = {*range(27, 37), *range(50, 59)}  # xlrd knows them by their Western looks


def _without_raised(book: xlrd.Book, sheet: xlrd.sheet.Sheet, at: At, text: str) -> str:
    runs = sheet.rich_text_runlist_map.get(at)
    if not runs:
        return text
    starts = [0, *(start for start, _ in runs)]
    fonts = [None, *(book.font_list[font] for _, font in runs)]
    kept = ""
    for start, end, font in zip(starts, [*starts[1:], len(text)], fonts, strict=True):
        is_raised = font is not None and font.escapement == SUPERSCRIPT
        kept += lifted(kept, text[start:end]) if is_raised else text[start:end]
    return kept
