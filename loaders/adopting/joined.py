"""Adopted rows as a file of the data: written, and checked within the data that they join."""

import csv
import io
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from loaders.adopting.apply import Figure
from loaders.adopting.repeats import repeated
from loaders.check import Judged, judge
from loaders.headers import likeness
from loaders.problems import Problem, Report
from store.schema import BY_NAME

FOLDER = "observations"
LIKE = 0.5  # the least that a header has in common with that of the data
COLUMNS = BY_NAME[FOLDER].names


def content(figures: Sequence[Figure]) -> bytes:
    """Return the rows in the project's form: CSV in UTF-8, as the files of the data are."""
    to = io.StringIO()
    writer = csv.DictWriter(to, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(figure.cells for figure in figures)
    return to.getvalue().encode()


@dataclass(frozen=True, slots=True)
class Fresh:
    """Rows checked within the data; those that the data say already are left out.

    `repeated` are the files that say them, as often as they do. Problems of `report` name the
    cells of the foreign table.
    """

    figures: Sequence[Figure]
    report: Report
    repeated: Sequence[str] = ()


def checked(
    figures: Sequence[Figure], out: Path, file: str, data: Path, today: date | None
) -> Fresh:
    """Check the rows as the file that they become, without those that the data say already."""
    judged = _judged(figures, out, data, today)
    table = judged.checked.tables.get(FOLDER)
    known = repeated(figures, table, out.name) if table else {}
    if known:
        figures = [figure for at, figure in enumerate(figures) if at not in known]
        judged = _judged(figures, out, data, today)
    report = judged.problems.report()
    problems = (_of_cell(problem, figures, out.name, file) for problem in report.problems)
    return Fresh(figures, replace(report, problems=tuple(problems)), [*known.values()])


def _judged(figures: Sequence[Figure], out: Path, data: Path, today: date | None) -> Judged:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / FOLDER / out.name
        path.parent.mkdir()
        path.write_bytes(content(figures))
        return judge([path], data, today)[0]


def _of_cell(problem: Problem, figures: Sequence[Figure], name: str, file: str) -> Problem:
    """A problem at the cell that a row was made from."""
    if Path(problem.file).name != name:
        return problem
    details = {**problem.details}
    if Path(details.get("file", "")).name == name and details.get("row", "").isdigit():
        details |= {"file": file, "row": str(figures[int(details["row"]) - 2].row)}
    if problem.row is None or problem.row < 2:
        return replace(problem, file=file, details=details)
    figure = figures[problem.row - 2]
    at_cell = replace(problem, file=file, row=figure.row, column=figure.column, header="")
    return replace(at_cell, details=details)


def both(one: Report, other: Report) -> Report:
    """Return two reports as one."""
    left_out = Counter(one.left_out) + Counter(other.left_out)
    return Report(one.problems + other.problems, left_out)


def is_of_the_data(header: Sequence[str]) -> bool:
    """Whether a header is that of a file of the data, which needs no recipe."""
    return likeness(BY_NAME[FOLDER], tuple(header)) > LIKE


def taken(out: Path) -> Path | None:
    """Return the file that has a path, or its name with another ending; None for none."""
    if out.exists():
        return out
    return next((p for p in sorted(out.parent.glob("*")) if p.stem == out.stem), None)
