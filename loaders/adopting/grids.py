"""The visible sheets of a file as rectangles of texts."""

import csv
import io
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

from loaders.contents import ContentsError, utf8
from loaders.problems import Problem


@dataclass(frozen=True, slots=True)
class Grid:
    """One visible sheet, or the one table of a CSV.

    `rows` are all of one length; `merged` are areas as (first row, first column, last row, last
    column), counted from 0.
    """

    name: str
    rows: list[list[str]]
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)


def grids(path: Path, name: str) -> list[Grid]:
    """Return the visible sheets of a CSV file or an XLSX workbook; raise `ContentsError`."""
    if path.suffix.lower() != ".xlsx":
        text, _ = utf8(path, name)
        return [Grid(name, _rectangle(list(csv.reader(io.StringIO(text.decode(), newline="")))))]
    try:
        book = CalamineWorkbook.from_path(str(path))
        visible = [s.name for s in book.sheets_metadata if s.visible == SheetVisibleEnum.Visible]
        return [_grid(book, sheet) for sheet in visible]
    except (CalamineError, OSError) as error:
        raise ContentsError(Problem(name, None, "", "unreadable_workbook")) from error


def _grid(book: Any, name: str) -> Grid:
    sheet = book.get_sheet_by_name(name)
    rows = [[_shown(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    areas = [(*first, *last) for first, last in sheet.merged_cell_ranges or []]
    height, width = len(rows), max(map(len, rows), default=0)
    inside = [area for area in areas if area[2] < height and area[3] < width]
    return Grid(name, _rectangle(rows), inside)


def _rectangle(rows: list[list[str]]) -> list[list[str]]:
    width = max(map(len, rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows]


def _shown(cell: Any) -> str:
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else format(cell, ".15g")
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell)
