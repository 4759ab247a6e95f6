"""What a single cell may hold: each distinct word of a column is judged once."""

import difflib
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from indicators import periods
from loaders.numbers import number
from loaders.problems import Findings
from loaders.sheets import Column
from loaders.tables import Facts
from store.columns import ColumnSpec

# rule and what to say about it, "" for a good cell
Judge = Callable[[str], str]

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


class Known:
    """The rows that other rows may name: their keys, and their names in case one was typed."""

    def __init__(self, tables: Mapping[str, Facts]) -> None:
        self._keys = {name: _keys(facts) for name, facts in tables.items()}
        self._names = {name: _names(facts) for name, facts in tables.items()}

    def keys(self, table: str) -> set[str] | None:
        """The keys of a table; None when the table could not be read whole."""
        return self._keys.get(table)

    def nearest(self, table: str, word: str) -> str:
        """The key that was most likely meant, by name or by spelling."""
        if named := self._names.get(table, {}).get(word):
            return named
        return closest(word, self._keys.get(table, ()))


def closest(word: str, known: Iterable[str]) -> str:
    """Return the known word most like `word`; "—" when nothing is known."""
    return next(iter(difflib.get_close_matches(word, sorted(known), 1, cutoff=0.0)), "—")


def _keys(facts: Facts) -> set[str]:
    return set(facts.columns[facts.spec.key[0]].texts())


def _names(facts: Facts) -> dict[str, str]:
    key = facts.columns[facts.spec.key[0]]
    names = [facts.columns[n] for n in ("name_zh", "short_zh", "name_en") if n in facts.columns]
    return {name.word(at): key.word(at) for name in names for at in range(len(facts.rows))}


def check_cells(facts: Facts, known: Known, findings: Findings) -> None:
    """Report every cell that cannot be read."""
    for field in facts.spec.columns:
        judge, column = _judge(field, known), facts.columns[field.name]
        if judge is None:
            continue
        broken = column.each(judge, object)
        for rule in sorted({*broken} - {""}):
            wrong = (broken == rule)[column.codes]
            if field.former and rule == "empty_cell":
                wrong &= _is_empty(facts.columns[field.english])
            _report(facts, field, known, np.flatnonzero(wrong), rule, findings)


def _is_empty(column: Column) -> NDArray[np.bool_]:
    return column.each(lambda word: not word, bool)[column.codes]


def _report(
    facts: Facts,
    field: ColumnSpec,
    known: Known,
    positions: "np.ndarray[tuple[int], np.dtype[np.int64]]",
    rule: str,
    findings: Findings,
) -> None:
    for count, at in enumerate(positions.tolist()):
        if not findings.has_room(rule):
            findings.count(rule, len(positions) - count)
            return
        word = facts.columns[field.name].word(at)
        findings.add(facts.problem(at, field.name, rule, word, **_details(field, known, word)))


def _details(field: ColumnSpec, known: Known, word: str) -> dict[str, str]:
    if field.refers:
        return {"nearest": known.nearest(field.refers, word)}
    if field.words:
        return {"nearest": closest(word, field.words), "known": " ".join(field.words)}
    return {}


def _judge(field: ColumnSpec, known: Known) -> Judge | None:
    judge = _content(field, known)
    empty = "empty_cell" if field.required else ""
    if judge is _anything and not empty:
        return None
    return lambda word: judge(word) if word else empty


def _content(field: ColumnSpec, known: Known) -> Judge:
    if field.refers:
        keys, rule = known.keys(field.refers), REFERENCE_RULES[field.refers]
        return _anything if keys is None else lambda word: "" if word in keys else rule
    if field.words:
        return lambda word: "" if word in field.words else "unknown_word"
    if field.kind == "figure" and field.required:
        return _number
    return JUDGES.get(field.kind, _anything)


def _anything(_: str) -> str:
    return ""


def _period(word: str) -> str:
    return "" if _kind(word) else "bad_period"


def _date(word: str) -> str:
    return "" if _kind(word) in ("year", "month", "day") else "bad_date"


def _kind(word: str) -> str:
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


JUDGES: Mapping[str, Judge] = MappingProxyType(
    {
        "period": _period,
        "date": _date,
        "integer": _integer,
        "number": _number,
        "positive": _positive,
    }
)
