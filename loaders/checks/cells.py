"""What a single cell may hold: each distinct word of a column is judged once."""

import difflib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from indicators import periods
from loaders.columns import codes, each_cell, each_word, words
from loaders.numbers import number
from loaders.problems import Problems
from loaders.tables import Table
from store.columns import ColumnSpec

# Takes a word and returns the rule that it breaks, "" for none.
CellCheck = Callable[[str], str]

REFERENCE_RULES = MappingProxyType(
    {
        "indicators": "unknown_indicator",
        "regions": "unknown_region",
        "units": "unknown_unit",
        "sources": "unknown_source",
        "bases": "unknown_base",
        "proposals": "unknown_proposal",
    }
)


class References:
    """The rows that other rows may name: their keys, and their names in case one was typed."""

    def __init__(self, tables: Mapping[str, Table]) -> None:
        self._keys = {name: _keys(table) for name, table in tables.items()}
        self._tables = tables

    @cached_property
    def _names(self) -> dict[str, dict[str, str]]:
        """Keys by name, for each table; needed only where something is wrong."""
        names = {name: _names(table) for name, table in self._tables.items()}
        return defaultdict(dict, names)

    def keys(self, table: str) -> set[str] | None:
        """The keys of a table; None when the table could not be read whole."""
        return self._keys.get(table)

    def nearest(self, table: str, word: str) -> str:
        """The key that was most likely meant, by name or by spelling."""
        if named := self._names[table].get(word):
            return named
        return closest(word, self._keys.get(table, ()))


def closest(word: str, choices: Iterable[str]) -> str:
    """Return the choice most like `word`; "—" when there is none."""
    return next(iter(difflib.get_close_matches(word, sorted(choices), 1, cutoff=0.0)), "—")


def _keys(table: Table) -> set[str]:
    return set(words(table.cells[table.spec.key[0]]))


def _names(table: Table) -> dict[str, str]:
    keys = table.cells[table.spec.key[0]].tolist()
    columns = [n for n in ("name_zh", "short_zh", "name_en") if n in table.spec.names]
    return {
        name: key
        for column in columns
        for name, key in zip(table.cells[column].tolist(), keys, strict=True)
    }


def check_cells(table: Table, references: References, problems: Problems) -> None:
    """Report every cell that cannot be read."""
    for spec in table.spec.columns:
        check, column = _check(spec, references), table.cells[spec.name]
        if check is None:
            continue
        rules = each_word(column, check, object)
        for rule in sorted({*rules} - {""}):
            wrong = (rules == rule)[codes(column)]
            if spec.former and rule == "empty_cell":  # one of the two languages is enough
                wrong &= each_cell(table.cells[spec.english], lambda word: not word, bool)
            _report(table, spec, references, np.flatnonzero(wrong), rule, problems)


def _report(
    table: Table,
    spec: ColumnSpec,
    references: References,
    positions: NDArray[np.intp],
    rule: str,
    problems: Problems,
) -> None:
    for count, at in enumerate(positions.tolist()):
        if not problems.has_room(rule):
            problems.count(rule, len(positions) - count)
            return
        word = table.cell(spec.name, at)
        details = _details(spec, references, word)
        problems.add(table.problem(at, spec.name, rule, word, **details))


def _details(spec: ColumnSpec, references: References, word: str) -> dict[str, str]:
    if spec.refers:
        return {"nearest": references.nearest(spec.refers, word)}
    if spec.words:
        return {"nearest": closest(word, spec.words), "known": " ".join(spec.words)}
    return {}


def _check(spec: ColumnSpec, references: References) -> CellCheck | None:
    """The check of a column; None when it may hold anything."""
    check = _content(spec, references)
    empty = "empty_cell" if spec.required else ""
    if check is _anything and not empty:
        return None
    return lambda word: check(word) if word else empty


def _content(spec: ColumnSpec, references: References) -> CellCheck:
    if spec.refers:
        keys, rule = references.keys(spec.refers), REFERENCE_RULES[spec.refers]
        return _anything if keys is None else lambda word: "" if word in keys else rule
    if spec.words:
        return lambda word: "" if word in spec.words else "unknown_word"
    if spec.kind == "figure" and spec.required:
        return _number
    return CHECKS.get(spec.kind, _anything)


def _anything(_: str) -> str:
    return ""


def _period(word: str) -> str:
    return "" if _period_kind(word) else "bad_period"


def _date(word: str) -> str:
    return "" if _period_kind(word) in ("year", "month", "day") else "bad_date"


def _period_kind(word: str) -> str:
    try:
        return periods.parse(word).kind
    except periods.PeriodError:
        return ""


def _integer(word: str) -> str:
    return "" if word.isascii() and word.isdecimal() and len(word) < 10 else "not_an_integer"


def _number(word: str) -> str:
    return number(word, may_miss=False)[1]


def _positive(word: str) -> str:
    text, rule = number(word, may_miss=False)
    return rule or ("" if float(text) > 0 else "not_positive")


CHECKS: Mapping[str, CellCheck] = MappingProxyType(
    {
        "period": _period,
        "date": _date,
        "integer": _integer,
        "number": _number,
        "positive": _positive,
    }
)
