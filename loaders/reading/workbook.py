"""The sheets of a workbook that have the form of a table, and what else is in it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pandas as pd

from indicators.template_words import UNREAD_SHEETS
from loaders.contents import ContentsError, digest
from loaders.problems import Problem
from loaders.reading import ods, xls, xlsx
from loaders.reading.grid import Finding, Grid, Range, address, letters
from loaders.reading.header import header_row, text_words
from loaders.reading.sheet import Sheet, cleaned, numbers, titles
from loaders.signs import header_word

OLE = b"\xd0\xcf\x11\xe0"
ZIP = b"PK"
ODS_MARK = b"opendocument"  # stands in the first entry of such a document
SHEET_SEPARATOR = " · "


def is_workbook(path: Path) -> bool:
    """Whether a file is one by its first bytes: some programs call their text files .xls."""
    with path.open("rb") as file:
        return file.read(4).startswith((OLE, ZIP))


def workbook_grids(path: Path, name: str) -> list[Grid]:
    """All sheets of a workbook, whatever its name says that it is; raises `ContentsError`."""
    with path.open("rb") as file:
        start = file.read(200)
    if start.startswith(OLE):
        return xls.workbook(path, name)
    return (ods if ODS_MARK in start else xlsx).workbook(path, name)


def workbook_sheets(path: Path, name: str) -> list[Sheet]:
    """The visible sheets of a workbook that have the form of a table; raises `ContentsError`.

    The first tells what is to be said of the others.
    """
    found = workbook_grids(path, name)
    readable = [grid for grid in found if grid.is_visible and grid.name not in UNREAD_SHEETS]
    tables = [grid for grid in readable if header_row(grid.rows) is not None]
    others = list(_others(found, name))
    if not tables:
        raise ContentsError(_nothing_to_read(found, name))
    of_file = digest(path)
    sheets = []
    for grid in tables:
        is_alone = len(tables) == 1
        called = name if is_alone else f"{name}{SHEET_SEPARATOR}{grid.name}"
        sheets.append(_sheet(grid, called, name, of_file))
    sheets[0].problems[:0] = others
    return sheets


def _others(found: Sequence[Grid], name: str) -> Iterator[Problem]:
    for grid in found:
        if grid.name in UNREAD_SHEETS:  # of a template that an office filled in
            continue
        is_like_table = header_row(grid.rows) is not None
        if not grid.is_visible and (is_like_table or not grid.is_table):
            yield Problem(name, None, "", "hidden_sheet", grid.name)
        elif grid.is_visible and not is_like_table and (grid.rows or not grid.is_table):
            yield Problem(name, None, "", "sheet_not_read", grid.name)


def _nothing_to_read(found: Sequence[Grid], name: str) -> Problem:
    hidden = [g.name for g in found if not g.is_visible and header_row(g.rows) is not None]
    if hidden:
        return Problem(name, None, "", "only_hidden", ", ".join(hidden))
    if not any(grid.rows for grid in found if grid.is_visible):
        return Problem(name, None, "", "empty_file")
    return Problem(name, 1, "", "unknown_form")


def _sheet(grid: Grid, name: str, file: str, of_file: str) -> Sheet:
    at = header_row(grid.rows) or 0
    header = tuple(grid.rows[at])
    for_text = {c for c, word in enumerate(header) if header_word(word) in text_words()}
    rows = [list(row) for row in grid.rows[at + 1 :]]
    for (row, column), text in grid.notes.items():
        if row > at and column in for_text:
            rows[row - at - 1][column] = text
    index = range(at + 2, at + 2 + len(rows))
    cells = pd.DataFrame(rows, index, range(len(header)), "str").astype("category")
    problems = [*titles(grid.rows, at, name), *_beside(grid, at, name)]
    left_out = {f.row + 1 for f in grid.findings if f.rule == "uncalculated"}
    for top, _, bottom, _ in _merged_in_data(grid, at):
        left_out.update(range(max(top, at + 1) + 1, min(bottom, len(grid.rows)) + 2))
    sheet = Sheet(name, of_file, header, cells, problems, file, grid.name, at + 1)
    return cleaned(sheet, left_out)


def _beside(grid: Grid, header: int, name: str) -> Iterator[Problem]:
    """What the cells of a table do not tell by their texts."""
    words = grid.rows[header]
    for area in _merged_in_data(grid, header):
        yield Problem(name, area[0] + 1, "", "merged_cells", _range(area))
    for finding in grid.findings:
        if finding.rule in EVERYWHERE or finding.row > header:
            yield _problem(finding, words, name)
    rows = [at for at in sorted(grid.hidden_rows) if header <= at < len(grid.rows)]
    if shown := [at + 1 for at in rows if any(grid.rows[at])]:
        yield Problem(name, shown[0], "", "hidden_rows", numbers(shown))
    columns = [at for at in sorted(grid.hidden_columns) if at < len(words) and words[at]]
    if columns:
        yield Problem(name, None, "", "hidden_columns", ", ".join(words[at] for at in columns))


def _merged_in_data(grid: Grid, header: int) -> list[Range]:
    """The merged ranges that touch the header, or a row with a cell below a word of it."""
    named = max(at for at, word in enumerate(grid.rows[header]) if word.strip())
    last = len(grid.rows) - 1
    return [a for a in grid.merged if a[2] >= header and a[0] <= last and a[1] <= named]


EVERYWHERE = ("cell_comment", "text_box")


def _problem(finding: Finding, words: Sequence[str], name: str) -> Problem:
    if finding.row < 0:
        return Problem(name, None, "", finding.rule, finding.value, finding.details)
    at = finding.column
    column = words[at] if at < len(words) and words[at] else letters(at)
    details = {"address": address(finding.row, at), **finding.details}
    return Problem(name, finding.row + 1, column, finding.rule, finding.value, details)


def _range(area: Range) -> str:
    return f"{address(*area[:2])}:{address(*area[2:])}"
