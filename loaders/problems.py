"""Problems as data: where, which rule, what was found. The words come from the catalogues."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from loaders.rules import RULES
from wording.words import Words

LIMIT = 20  # problems shown per rule; the rest is counted
SEVERITIES = ("error", "warning", "note")  # in the order in which they are told


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong. `row` counts as a spreadsheet does: the header is row 1.

    One cause in many rows is one problem: `row` is the first of its `rows`, which lie in so many
    `files`. `column` is named as the data do, `header` is the word above it in the file.
    """

    file: str
    row: int | None
    column: str
    rule: str
    value: str = ""
    details: Mapping[str, str] = field(default_factory=dict, compare=False)
    header: str = field(default="", compare=False)
    rows: int = 1
    files: int = 1

    @property
    def severity(self) -> str:
        """An error refuses the load, a warning asks for a look, a note says what was done."""
        return RULES[self.rule]

    @property
    def is_error(self) -> bool:
        return self.severity == "error"


def sentence(problem: Problem, words: Words) -> str:
    """Say what is wrong."""
    return words(f"rule.{problem.rule}", **_values(problem, words))


def remedy(problem: Problem, words: Words) -> str:
    """Say what to do about it; no nearest word is one remedy, a nearest one another."""
    is_alone = problem.details.get("nearest") == ""
    key = f"rule.{problem.rule}.alone" if is_alone else f"rule.{problem.rule}.remedy"
    return words(key, **_values(problem, words))


def place(problem: Problem, words: Words) -> str:
    """Say where: the file, and the row and the column where there are such."""
    parts = [problem.file]
    if problem.row is not None:
        parts.append(_rows(problem, problem.row, words))
    if problem.column:
        parts.append(words("loaders.column", column=problem.header or problem.column))
    return words("loaders.place_separator").join(parts)


def _rows(problem: Problem, row: int, words: Words) -> str:
    if problem.rows == 1:
        return words("loaders.row", row=row)
    key = "loaders.rows" if problem.files == 1 else "loaders.rows_of_files"
    return words(key, row=row, rows=problem.rows, files=problem.files)


def _values(problem: Problem, words: Words) -> dict[str, str]:
    """What fills the holes of a sentence; a detail `x_zh` is the Chinese for `x`."""
    value = problem.value if len(problem.value) <= 60 else problem.value[:59] + "…"
    own = f"_{words.lang}"
    told = {k.removesuffix(own): v for k, v in problem.details.items() if k.endswith(own)}
    return {"value": value, "column": problem.column, **problem.details, **told}


@dataclass(frozen=True, slots=True)
class Report:
    """All problems of a check; `left_out` counts, by rule, those beyond the first twenty."""

    problems: tuple[Problem, ...] = ()
    left_out: Mapping[str, int] = field(default_factory=dict)

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.is_error)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.severity == "warning")


class Problems:
    """Collects problems while a check runs, and makes the report."""

    def __init__(self, of: Collection[str] | None = None) -> None:
        """Collect the problems of these files; None: of all. Those of others are only noted."""
        self._problems: list[Problem] = []
        self._counts: Counter[str] = Counter()
        self._of = None if of is None else {*of}
        self.has_errors_elsewhere = False

    def include(self, file: str) -> None:
        """Collect the problems of another file, too."""
        if self._of is not None:
            self._of.add(file)

    def concerns(self, file: str) -> bool:
        """Whether the problems of a file are collected."""
        return self._of is None or file in self._of

    def concerned(self, names: NDArray[np.object_]) -> NDArray[np.bool_] | None:
        """Which of the rows in the files `names` are those of files concerned; None: all."""
        return None if self._of is None else np.isin(names.astype(str), [*self._of])

    def concerning(
        self, rule: str, names: NDArray[np.object_], positions: NDArray[np.intp]
    ) -> NDArray[np.intp]:
        """Those of the rows that break a rule which are in files concerned."""
        is_own = self.concerned(names[positions])
        if is_own is None or is_own.all():
            return positions
        self.has_errors_elsewhere |= RULES[rule] == "error"
        return positions[is_own]

    def absorb(self, other: "Problems") -> None:
        """Take over what another collected."""
        self._problems += other._problems
        self._counts += other._counts

    def add(self, problem: Problem) -> None:
        """Keep the problem, or count it once there are twenty of its rule."""
        if not self.concerns(problem.file):
            self.has_errors_elsewhere |= problem.is_error
            return
        if self.has_room(problem.rule):
            self._problems.append(problem)
        self._counts[problem.rule] += 1

    def extend(self, problems: Iterable[Problem]) -> None:
        """Keep several."""
        for problem in problems:
            self.add(problem)

    def count(self, rule: str, number: int) -> None:
        """Count problems that nobody will read one by one."""
        self._counts[rule] += number

    def has_room(self, rule: str) -> bool:
        """Whether another problem of this rule would be shown."""
        return self._counts[rule] < LIMIT

    @property
    def has_errors(self) -> bool:
        return any(RULES[rule] == "error" for rule in self._counts)

    def report(self) -> Report:
        """Return what was found, by file and row."""
        shown = Counter(problem.rule for problem in self._problems)
        left_out = {r: n - shown[r] for r, n in sorted(self._counts.items()) if n > shown[r]}
        ordered = sorted(
            self._problems,
            key=lambda p: (SEVERITIES.index(p.severity), p.file, p.row or 0, p.column),
        )
        return Report(tuple(ordered), left_out)
