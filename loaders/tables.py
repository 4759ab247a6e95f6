"""The files of one table as one frame of checked columns: headers matched, files joined."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from indicators.typography import is_chinese
from loaders.columns import (
    Column,
    Flags,
    codes,
    constant,
    half_width,
    joined,
    plain,
    renamed,
    words,
)
from loaders.headers import Header, likeness, read_header
from loaders.problems import Problem, Problems
from loaders.read import Sheet
from loaders.signs import header_word
from loaders.templates import filled_in
from store.columns import ColumnSpec, TableSpec
from store.schema import SPECS

NAMES, COMPUTED = "names", "computed"
HALF = 0.5  # of a header and of a table's columns
NO_ROWS = np.empty(0, np.int32)


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table, with the file and the row that each came from.

    `cells` has a categorical column of texts for each of `spec.names`; its index counts from 0.
    `beside` has what a download tells beside a column: (`NAMES`, column) the names of its codes,
    (`COMPUTED`, column) what was computed from it. `headers` has the words above the columns, by
    file and column.
    """

    spec: TableSpec
    cells: pd.DataFrame
    files: NDArray[np.object_]  # their names
    rows: NDArray[np.int32]
    beside: Mapping[tuple[str, str], Column] = field(default_factory=dict)
    headers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def problem(self, at: int, column: str, rule: str, value: str, **details: str) -> Problem:
        """Return a problem of the row at a position."""
        file = str(self.files[at])
        header = self.headers.get(file, {}).get(column, "")
        return Problem(file, int(self.rows[at]), column, rule, value, details, header)

    def cell(self, column: str, at: int) -> str:
        """Return the text at a position."""
        return str(self.cells[column].iat[at])

    def report_rows(
        self, problems: Problems, marked: Flags, column: str, rule: str, value: str = ""
    ) -> None:
        """Report the marked rows under one rule, with the cell of `column` (or of `value`)."""
        positions = problems.concerning(rule, self.files, np.flatnonzero(marked))
        for count, at in enumerate(positions.tolist()):
            if not problems.has_room(rule):
                return problems.count(rule, len(positions) - count)
            problems.add(self.problem(at, column, rule, self.cell(value or column, at)))
        return None

    def report_words(
        self,
        problems: Problems,
        marked: Flags,
        column: str,
        rule: str,
        details: Callable[[str], dict[str, str]] = lambda _: {},
    ) -> None:
        """Report the words in the marked rows of a column: each once, at the first of its rows."""

        def problem(at: int) -> Problem:
            word = self.cell(column, at)
            return self.problem(at, column, rule, word, **details(word))

        self.report_causes(problems, marked, codes(self.cells[column]), rule, problem)

    def report_causes(
        self,
        problems: Problems,
        marked: Flags,
        causes: NDArray[np.integer[Any]],
        rule: str,
        problem: Callable[[int], Problem],
    ) -> None:
        """Report the marked rows: one problem for each cause, with the number of its rows.

        `causes` has the number of each row's cause, `problem` makes that of a row's position.
        """
        positions = problems.concerning(rule, self.files, np.flatnonzero(marked))
        of_rows = causes[positions]
        found, firsts, counts = np.unique(of_rows, return_index=True, return_counts=True)
        for count, at in enumerate(np.argsort(firsts).tolist()):
            if not problems.has_room(rule):
                return problems.count(rule, len(found) - count)
            files = len({*self.files[positions[of_rows == found[at]]]})
            first = problem(int(positions[firsts[at]]))
            problems.add(replace(first, rows=int(counts[at]), files=files))
        return None


def assemble(spec: TableSpec, sheets: Sequence[Sheet], problems: Problems) -> Table | None:
    """Match the headers and join the files; None when a header does not fit."""
    parts, beside, fitting, headers = [], [], [], {}
    sheets = [filled_in(spec, sheet, problems) for sheet in _of_table(spec, sheets, problems)]
    for sheet in sheets:
        problems.extend(sheet.problems)
        header = read_header(spec, sheet.name, sheet.header, problems, sheet.header_row)
        if header is not None:
            parts.append(_columns(spec, sheet, header.own))
            beside.append(_beside(sheet, header))
            fitting.append(sheet)
            headers[sheet.name] = {name: sheet.header[at] for name, at in header.own.items()}
        elif problems.concerns(sheet.name):
            return None
    sheets = fitting
    cells = {name: joined([part[name] for part in parts]) for name in spec.names}
    lengths = [len(sheet.cells) for sheet in sheets]
    files = np.array([sheet.name for sheet in sheets], object)
    return Table(
        spec,
        pd.DataFrame({name: column.array for name, column in cells.items()}, copy=False),
        np.repeat(files, lengths),
        np.concatenate([sheet.cells.index.to_numpy(np.int32) for sheet in sheets] or [NO_ROWS]),
        _joined_beside(beside, lengths),
        headers,
    )


def _of_table(spec: TableSpec, sheets: Sequence[Sheet], problems: Problems) -> list[Sheet]:
    """The sheets without those of a workbook that are of another table, which are named.

    So are the sheets of sources in the files that the site offers.
    """
    best: dict[str, float] = {}
    for sheet in sheets:
        best[sheet.file] = max(best.get(sheet.file, 0.0), likeness(spec, sheet.header))
    others = [sheet for sheet in sheets if best[sheet.file] >= HALF and _is_other(spec, sheet)]
    for sheet in others:
        problems.extend(each for each in sheet.problems if each.file == sheet.file)
        problems.add(Problem(sheet.file, None, "", "sheet_not_read", sheet.title))
    return [sheet for sheet in sheets if all(sheet is not other for other in others)]


def _is_other(spec: TableSpec, sheet: Sheet) -> bool:
    """Whether a header is less than half that of a table, and more that of another."""
    own = likeness(spec, sheet.header)
    return own < HALF and own < max(likeness(other, sheet.header) for other in SPECS)


Beside = dict[tuple[str, str], Column]  # by what it is, names or computed, and the column


def _beside(sheet: Sheet, header: Header) -> Beside:
    """What a file has beside its columns: names beside codes, values computed from the printed."""
    places = {(NAMES, name): at for name, at in header.names.items()}
    places |= {(COMPUTED, name): at for name, at in header.computed.items()}
    return {key: half_width(sheet.cells[at]) for key, at in places.items()}


def _joined_beside(parts: Sequence[Beside], lengths: Sequence[int]) -> Beside:
    """What stands beside the columns of several files; empty where a file has nothing there."""
    keys = {key for part in parts for key in part}
    return {
        key: joined(
            [
                part[key] if key in part else constant("", length)
                for part, length in zip(parts, lengths, strict=True)
            ]
        )
        for key in keys
    }


def _columns(spec: TableSpec, sheet: Sheet, matched: Mapping[str, int]) -> dict[str, Column]:
    """The columns of a file: empty where it may lack them, two for one of either language."""
    cells = {
        column.name: _cells(column, sheet.cells[matched[column.name]])
        if column.name in matched
        else constant("", len(sheet.cells))
        for column in spec.columns
    }
    for column in spec.columns:
        if column.former and column.english not in matched:
            word = header_word(sheet.header[matched[column.name]])
            if word in column.former:
                both = cells[column.name]
                cells[column.name] = _in_language(both, chinese=True)
                cells[column.english] = _in_language(both, chinese=False)
    return cells


def _in_language(column: Column, *, chinese: bool) -> Column:
    """The cells that are written in Chinese, or those that are not; the others empty."""
    return renamed(column, [w if is_chinese(w) == chinese else "" for w in words(column)])


def _cells(spec: ColumnSpec, column: Column) -> Column:
    return plain(column) if spec.kind == "text" else half_width(column)
