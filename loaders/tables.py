"""The files of one table as one table of checked columns: headers matched, files joined."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from indicators.typography import is_chinese
from loaders.problems import Findings, Problem
from loaders.sheets import Column, Rows, Sheet, half_width, header_word, plain
from store.columns import ColumnSpec, TableSpec


@dataclass(frozen=True, slots=True)
class Facts:
    """The rows of a table, with the file and the row that each came from."""

    spec: TableSpec
    columns: dict[str, Column]
    files: tuple[str, ...]
    file_codes: NDArray[np.int32]
    rows: Rows

    def problem(self, at: int, column: str, rule: str, value: str, **details: str) -> Problem:
        """Return a problem of the row at a position."""
        return Problem(
            self.files[self.file_codes[at]], int(self.rows[at]), column, rule, value, details
        )

    def place(self, at: int) -> tuple[str, str]:
        """Return the file and the row of a position."""
        return self.files[self.file_codes[at]], str(self.rows[at])

    def flagged(
        self, findings: Findings, marked: NDArray[np.bool_], column: str, rule: str, value: str = ""
    ) -> None:
        """Report the marked rows under one rule, with the cell of `column` (or of `value`)."""
        shown = self.columns[value or column]
        positions = np.flatnonzero(marked)
        for count, at in enumerate(positions.tolist()):
            if not findings.has_room(rule):
                return findings.count(rule, len(positions) - count)
            findings.add(self.problem(at, column, rule, shown.word(at)))
        return None


def assemble(spec: TableSpec, sheets: Sequence[Sheet], findings: Findings) -> Facts | None:
    """Match the headers and join the files; None when a header does not fit."""
    parts = []
    for sheet in sheets:
        findings.extend(sheet.problems)
        matched = _matched(spec, sheet, findings)
        if matched is not None:
            parts.append(_columns(spec, sheet, matched))
    if len(parts) < len(sheets):
        return None
    columns = {name: _joined([part[name] for part in parts]) for name in spec.names}
    lengths = [len(sheet.rows) for sheet in sheets]
    return Facts(
        spec,
        columns,
        tuple(sheet.name for sheet in sheets),
        np.repeat(np.arange(len(sheets), dtype=np.int32), lengths),
        np.concatenate([sheet.rows for sheet in sheets] or [np.empty(0, np.int64)]),
    )


def _columns(spec: TableSpec, sheet: Sheet, matched: dict[str, int]) -> dict[str, Column]:
    """The columns of a file: empty where it may lack them, two for one of either language."""
    nothing = Column(np.zeros(len(sheet.rows), np.int32), pa.array([""], pa.string()))
    cells = {
        column.name: _cells(column, sheet.columns[matched[column.name]])
        if column.name in matched
        else nothing
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
    kept = [word if is_chinese(word) == chinese else "" for word in column.texts()]
    return column.rewritten(pa.array(kept, pa.string()))


def _cells(spec: ColumnSpec, column: Column) -> Column:
    return plain(column) if spec.kind == "text" else half_width(column)


def _matched(spec: TableSpec, sheet: Sheet, findings: Findings) -> dict[str, int] | None:
    found = [column_name(spec, word) for word in sheet.header]
    problems = []
    for word, name in zip(sheet.header, found, strict=True):
        if name is None:
            known = ", ".join(spec.names)
            problems.append(Problem(sheet.name, 1, word, "unknown_column", word, {"known": known}))
    for name, count in Counter(found).items():
        if name is not None and count > 1:
            problems.append(Problem(sheet.name, 1, name, "duplicate_column", name))
    for column in spec.columns:
        if column.name not in found and not column.later:
            problems.append(Problem(sheet.name, 1, column.name, "missing_column", column.name))
    findings.extend(problems)
    return None if problems else {name: at for at, name in enumerate(found) if name is not None}


def column_name(spec: TableSpec, word: str) -> str | None:
    """Return the column of `spec` that a header word means."""
    spelled = header_word(word)
    if spelled in spec.names:
        return spelled
    matching = (c.name for c in spec.columns if spelled in (*c.headers, *c.former))
    return next(matching, None)


def _joined(parts: list[Column]) -> Column:
    if len(parts) == 1:
        return parts[0]
    offsets = np.cumsum([0, *(len(part.words) for part in parts)])
    codes: list[Any] = [p.codes + shift for p, shift in zip(parts, offsets, strict=False)]
    words = pa.concat_arrays([part.words for part in parts] or [pa.array([], pa.string())])
    everything = Column(np.concatenate(codes or [np.empty(0)]).astype(np.int32), words)
    numbered = Column.of(everything.words)
    return Column(numbered.codes[everything.codes], numbered.words)
