"""A copy of what was checked, as a workbook: each problem at its cell, and lists of all."""

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from loaders.contents import ContentsError, utf8
from loaders.difference_rows import difference_rows
from loaders.folder import files
from loaders.headers import column_name
from loaders.preview import Preview
from loaders.problems import SEVERITIES, Problem, Problems, Report, remedy, sentence
from store.schema import SPECS
from wording.words import Words

WORKBOOKS = (".xlsx", ".xlsm")
COLOURS = {"error": "F8CBAD", "warning": "FFE699", "note": "DDEBF7"}
FILLS = {severity: PatternFill("solid", fgColor=colour) for severity, colour in COLOURS.items()}
WIDEST = 60  # signs of a column
COMMENT = {"width": 420, "height": 120}  # pixels
TITLE = 31  # signs that the name of a sheet may have
FORBIDDEN = str.maketrans(dict.fromkeys("\\/*?:[]", "·"))


def write_marked(
    to: Path, paths: Sequence[Path], report: Report, previews: Iterable[Preview], say: Words
) -> None:
    """Write the workbook: a single workbook as a copy of it, other files a sheet each as texts.

    Of a folder only the files with problems. Raises `OSError`.
    """
    of_file: dict[str, list[Problem]] = defaultdict(list)
    for problem in report.problems:
        of_file[problem.file].append(problem)
    sources = _sources(paths, of_file)
    book = _copy(sources) or _new(sources)
    for name, sheet in zip(sources, book.worksheets, strict=False):
        _mark(sheet, of_file[name], say)
    _list(book, say("marked.problems"), _problem_rows(report, say))
    rows = [row for one in previews for row in difference_rows(one, say)]
    heads = [say(f"marked.{name}") for name in ("kind", "file", "row_of", "before", "after", "by")]
    _list(book, say("marked.differences"), [heads, *rows])
    book.save(to)


def _sources(paths: Sequence[Path], of_file: Iterable[str]) -> dict[str, Path]:
    """The files by the names that problems have: those given, and of folders those with any."""
    counts = Counter(path.name for path in paths)
    given = [path for path in paths if not path.is_dir()]
    sources = {p.name if counts[p.name] == 1 else p.as_posix(): p for p in given}
    of_folders = [files(path, Problems()) for path in paths if path.is_dir()]
    in_folders = {f.name: f.path for tables in of_folders for each in tables.values() for f in each}
    return sources | {name: in_folders[name] for name in of_file if name in in_folders}


def _copy(sources: dict[str, Path]) -> Workbook | None:
    """A single workbook as it looks; its formulas are what they last gave, else their texts."""
    if len(sources) != 1 or next(iter(sources.values())).suffix.lower() not in WORKBOOKS:
        return None
    path = next(iter(sources.values()))
    try:
        book = load_workbook(path, data_only=True, keep_links=False)
        formulas = load_workbook(path, keep_links=False)
    except (OSError, KeyError, ValueError):  # it is no workbook, which is one of its problems
        return None
    for sheet in book.worksheets:
        for row in formulas[sheet.title].iter_rows():
            for cell in row:
                if cell.data_type == "f" and sheet[cell.coordinate].value is None:
                    _put(sheet[cell.coordinate], str(cell.value))
    return book


def _new(sources: dict[str, Path]) -> Workbook:
    book = Workbook()
    book.remove(book.active)
    for name, path in sources.items():
        title = name.translate(FORBIDDEN)[-TITLE:]
        _fill(book.create_sheet(title), _texts(path))
    return book


def _texts(path: Path) -> Iterable[Sequence[str]]:
    """The cells of a CSV file or of the first sheet of a workbook; empty when it has none."""
    if path.suffix.lower() not in WORKBOOKS:
        try:
            raw, _ = utf8(path, path.name)
        except ContentsError:
            return []
        return csv.reader(io.StringIO(raw.decode(), newline=""))
    book = _copy({path.name: path})
    rows = book.worksheets[0].iter_rows(values_only=True) if book else ()
    return [["" if cell is None else str(cell) for cell in row] for row in rows]


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


def _mark(sheet: Worksheet, problems: Iterable[Problem], say: Words) -> None:
    header = [str(cell.value or "") for cell in sheet[1]]
    at_cells: dict[tuple[int, int], list[Problem]] = defaultdict(list)
    for problem in problems:
        for place in _places(sheet, header, problem):
            at_cells[place].append(problem)
    for (row, column), found in at_cells.items():
        cell = sheet.cell(row, column)
        lines = [say("marked.comment", sentence=sentence(p, say), remedy=remedy(p, say))
                 for p in found]  # fmt: skip
        cell.comment = Comment("\n".join(lines), say("product.name"), **COMMENT)
        cell.fill = FILLS[min(found, key=lambda p: SEVERITIES.index(p.severity)).severity]


def _places(sheet: Worksheet, header: Sequence[str], problem: Problem) -> list[tuple[int, int]]:
    """The cells of a problem: that of its first row, and those with the same word below it.

    A problem of a whole file or of a missing column stands at the beginning.
    """
    column = _column(header, problem.header or problem.column)
    row = problem.row or 1
    if problem.rows == 1 or problem.row is None:
        return [(row, column)]
    alike = [
        (number, column)
        for number in range(row, sheet.max_row + 1)
        if str(sheet.cell(number, column).value or "").strip() == problem.value
    ]
    return alike or [(row, column)]


def _column(header: Sequence[str], name: str) -> int:
    """The number of a column by the word above it, or by what a data file calls it; else 1."""
    for at, word in enumerate(header, start=1):
        if word == name:
            return at
    for at, word in enumerate(header, start=1):
        if name and any(column_name(spec, word) == name for spec in SPECS):
            return at
    return 1


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
