"""A copy of what was checked, as a workbook: each problem at its cell, and lists of all."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from loaders.contents import ContentsError
from loaders.difference_rows import difference_rows
from loaders.folder import files
from loaders.headers import column_name
from loaders.preview import Preview
from loaders.problems import SEVERITIES, Problem, Problems, Report, remedy, sentence
from loaders.read import Grid, grids, read
from store.schema import SPECS
from wording.words import Words

KEPT = (".xlsx", ".xlsm")  # can be copied as they look
COLOURS = {"error": "F8CBAD", "warning": "FFE699", "note": "DDEBF7"}
FILLS = {severity: PatternFill("solid", fgColor=colour) for severity, colour in COLOURS.items()}
WIDEST = 60  # signs of a column
COMMENT = {"width": 420, "height": 120}  # pixels
TITLE = 31  # signs that the name of a sheet may have
LETTERS = re.compile("[A-Z]{1,2}")  # a column without a header is named as a sheet names it
FORBIDDEN = str.maketrans(dict.fromkeys("\\/*?:[]", "·"))


Sheets = dict[tuple[str, str], Worksheet]  # by the name of the file and the title of the sheet


def write_marked(
    to: Path, paths: Sequence[Path], report: Report, previews: Iterable[Preview], say: Words
) -> None:
    """Write the workbook: a single workbook as a copy of it, other files a sheet each as texts.

    Of a folder only the files with problems. Raises `OSError`.
    """
    of_name: dict[str, list[Problem]] = defaultdict(list)
    for problem in report.problems:
        of_name[problem.file].append(problem)
    sources = _sources(paths, of_name)
    book, sheets = _copy(sources) or _new(sources)
    for file, path in sources.items():
        for name, (title, header) in _tables(path, file).items():
            if sheet := sheets.get((file, title)):
                spread = [p for p in report.problems if p.files > 1 and p.file != name]
                _mark(sheet, header, [*of_name[name], *spread], say)
    _list(book, say("marked.problems"), _problem_rows(report, say))
    rows = [row for one in previews for row in difference_rows(one, say)]
    heads = [say(f"marked.{name}") for name in ("kind", "file", "row_of", "before", "after", "by")]
    _list(book, say("marked.differences"), [heads, *rows])
    book.save(to)


def _sources(paths: Sequence[Path], named: Collection[str]) -> dict[str, Path]:
    """The files by the names that problems have: those given, and of folders those with any."""
    counts = Counter(path.name for path in paths)
    given = [path for path in paths if not path.is_dir()]
    sources = {p.name if counts[p.name] == 1 else p.as_posix(): p for p in given}
    of_folders = [files(path, Problems()) for path in paths if path.is_dir()]
    in_folders = [file for tables in of_folders for each in tables.values() for file in each]
    return sources | {
        file.name: file.path
        for file in in_folders
        if any(name.startswith(file.name) for name in named)
    }


def _tables(path: Path, file: str) -> dict[str, tuple[str, int]]:
    """The title of each table of a file and the row of its header, by what problems call it."""
    try:
        sheets = read(path, file)
    except ContentsError:
        return {}
    tables = {sheet.name: (sheet.title, sheet.header_row) for sheet in sheets}
    return {file: next(iter(tables.values()))} | tables  # what is of the file stands in the first


def _copy(sources: Mapping[str, Path]) -> tuple[Workbook, Sheets] | None:
    """A single workbook as it looks; its formulas are what they last gave, else their texts."""
    if len(sources) != 1 or next(iter(sources.values())).suffix.lower() not in KEPT:
        return None
    ((file, path),) = sources.items()
    try:
        book = load_workbook(path, data_only=True, keep_links=False)
        formulas = load_workbook(path, keep_links=False)
    except (OSError, KeyError, ValueError, BadZipFile):  # which is one of its problems
        return None
    for sheet in book.worksheets:
        for row in formulas[sheet.title].iter_rows():
            for cell in row:
                if cell.data_type == "f" and sheet[cell.coordinate].value is None:
                    _put(sheet[cell.coordinate], str(cell.value))
    return book, {(file, sheet.title): sheet for sheet in book.worksheets}


def _new(sources: Mapping[str, Path]) -> tuple[Workbook, Sheets]:
    book, sheets = Workbook(), {}
    book.remove(book.active)
    for file, path in sources.items():
        for grid in _grids(path, file):
            title = "" if grid.name == file else grid.name
            sheet = book.create_sheet((title or file).translate(FORBIDDEN)[-TITLE:])
            _fill(sheet, grid.rows)
            sheets[file, title] = sheet
    return book, sheets


def _grids(path: Path, file: str) -> list[Grid]:
    """The visible sheets of a file; none of one that cannot be read."""
    try:
        return [grid for grid in grids(path, file) if grid.is_visible and grid.is_table]
    except ContentsError:
        return []


def _fill(sheet: Worksheet, rows: Iterable[Sequence[str]]) -> None:
    widths: Counter[int] = Counter()
    for number, row in enumerate(rows, start=1):
        for at, text in enumerate(row, start=1):
            if text:
                _put(sheet.cell(number, at), text)
                widths[at] = max(widths[at], min(_width(text), WIDEST))
    for at, width in widths.items():
        sheet.column_dimensions[get_column_letter(at)].width = width + 2
    sheet.freeze_panes = "A2"


def _width(text: str) -> int:
    return max(sum(2 if ord(sign) > 0x2E7F else 1 for sign in line) for line in text.split("\n"))


def _put(cell: Any, text: str) -> None:
    """A text that stays one: no formula comes to life, no code loses its zeros."""
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
    cell.data_type = "s"


def _mark(sheet: Worksheet, head: int, problems: Iterable[Problem], say: Words) -> None:
    """Mark the problems of a sheet whose header stands in the row `head`."""
    at_cells: dict[tuple[int, int], list[Problem]] = defaultdict(list)
    for problem in problems:
        for place in _places(sheet, head, problem):
            at_cells[place].append(problem)
    for (row, column), found in at_cells.items():
        cell = _anchor(sheet, row, column)
        lines = [say("marked.comment", sentence=sentence(p, say), remedy=remedy(p, say))
                 for p in found]  # fmt: skip
        cell.comment = Comment("\n".join(lines), say("product.name"), **COMMENT)
        cell.fill = FILLS[min(found, key=lambda p: SEVERITIES.index(p.severity)).severity]


def _anchor(sheet: Worksheet, row: int, column: int) -> Any:
    """A cell, or the first of the merged ones that it is among: the others hold no comment."""
    cell = sheet.cell(row, column)
    if not isinstance(cell, MergedCell):
        return cell
    area = next(r for r in sheet.merged_cells.ranges if cell.coordinate in r)
    return sheet.cell(area.min_row, area.min_col)


def _places(sheet: Worksheet, head: int, problem: Problem) -> list[tuple[int, int]]:
    """The cells of a problem: one, or all of its column with the word that is in many rows.

    A problem of a whole file or of a missing column stands at the beginning.
    """
    column = _column(
        [str(cell.value or "") for cell in sheet[head]], problem.header or problem.column
    )
    if problem.rows == 1 or problem.row is None:
        return [(problem.row or 1, column)]
    return [
        (number, column)
        for number in range(head + 1, sheet.max_row + 1)
        if str(sheet.cell(number, column).value or "").strip() == problem.value
    ]


def _column(header: Sequence[str], name: str) -> int:
    """The number of a column by the word above it, or by what a data file calls it; else 1."""
    for at, word in enumerate(header, start=1):
        if word == name:
            return at
    for at, word in enumerate(header, start=1):
        if name and any(column_name(spec, word) == name for spec in SPECS):
            return at
    return column_index_from_string(name) if LETTERS.fullmatch(name) else 1


def _problem_rows(report: Report, say: Words) -> list[list[str]]:
    heads = ("severity", "file", "row", "column", "problem", "remedy", "rule")
    rows = [[say(f"marked.{name}") for name in heads]]
    rows += [
        [
            say(f"loaders.{p.severity}"),
            p.file,
            "" if p.row is None else str(p.row),
            p.column,
            sentence(p, say),
            remedy(p, say),
            p.rule,
        ]
        for p in report.problems
    ]
    return rows + [
        [say("loaders.left_out", rule=rule, count=count)] for rule, count in report.left_out.items()
    ]


def _list(book: Workbook, title: str, rows: Sequence[Sequence[str]]) -> None:
    sheet = book.create_sheet(title)
    _fill(sheet, rows)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
