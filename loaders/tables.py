"""The files of one table as one table of checked columns: headers matched, files joined."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from loaders.forms import HEADERS, Field, Form
from loaders.problems import Findings, Problem
from loaders.sheets import Column, Rows, Sheet, half_width, header_word, plain


@dataclass(frozen=True, slots=True)
class Facts:
    """The rows of a table, with the file and the row that each came from."""

    form: Form
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


def assemble(form: Form, sheets: Sequence[Sheet], findings: Findings) -> Facts | None:
    """Match the headers and join the files; None when a header does not fit."""
    parts = []
    for sheet in sheets:
        findings.extend(sheet.problems)
        matched = _matched(form, sheet, findings)
        if matched is not None:
            parts.append({f.name: _cells(f, sheet.columns[matched[f.name]]) for f in form.fields})
    if len(parts) < len(sheets):
        return None
    columns = {name: _joined([part[name] for part in parts]) for name in form.names}
    lengths = [len(sheet.rows) for sheet in sheets]
    return Facts(
        form,
        columns,
        tuple(sheet.name for sheet in sheets),
        np.repeat(np.arange(len(sheets), dtype=np.int32), lengths),
        np.concatenate([sheet.rows for sheet in sheets] or [np.empty(0, np.int64)]),
    )


def _cells(field: Field, column: Column) -> Column:
    return plain(column) if field.kind == "text" else half_width(column)


def _matched(form: Form, sheet: Sheet, findings: Findings) -> dict[str, int] | None:
    found = [column_name(form, word) for word in sheet.header]
    problems = []
    for word, name in zip(sheet.header, found, strict=True):
        if name is None:
            known = ", ".join(form.names)
            problems.append(Problem(sheet.name, 1, word, "unknown_column", word, {"known": known}))
    for name, count in Counter(found).items():
        if name is not None and count > 1:
            problems.append(Problem(sheet.name, 1, name, "duplicate_column", name))
    for name in form.names:
        if name not in found:
            problems.append(Problem(sheet.name, 1, name, "missing_column", name))
    findings.extend(problems)
    return None if problems else {name: at for at, name in enumerate(found) if name is not None}


def column_name(form: Form, word: str) -> str | None:
    """Return the column of `form` that a header word means."""
    spelled = header_word(word)
    if spelled in form.names:
        return spelled
    return next((name for name in form.names if spelled in HEADERS[name]), None)


def _joined(parts: list[Column]) -> Column:
    if len(parts) == 1:
        return parts[0]
    offsets = np.cumsum([0, *(len(part.words) for part in parts)])
    codes: list[Any] = [p.codes + shift for p, shift in zip(parts, offsets, strict=False)]
    words = pa.concat_arrays([part.words for part in parts] or [pa.array([], pa.string())])
    everything = Column(np.concatenate(codes or [np.empty(0)]).astype(np.int32), words)
    numbered = Column.of(everything.words)
    return Column(numbered.codes[everything.codes], numbered.words)
