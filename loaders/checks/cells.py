"""What a single cell may hold: each distinct word of a column is judged once."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from types import MappingProxyType

from indicators import periods
from loaders.columns import codes, each_cell, each_word
from loaders.numbers import number
from loaders.problems import Problems
from loaders.references import UNKNOWN, References
from loaders.spellings import periods as spelled_periods
from loaders.spellings import vocabulary
from loaders.tables import Table
from store.columns import ColumnSpec
from wording.words import LANGUAGES, Words, words

# Takes a word and returns the rule that it breaks, "" for none.
CellCheck = Callable[[str], str]


def check_cells(table: Table, references: References, problems: Problems) -> None:
    """Report every word that cannot be read: once, with the first of its rows and their number."""
    for spec in table.spec.columns:
        check, column = _check(spec, references), table.cells[spec.name]
        if check is None:
            continue
        rules = each_word(column, check, object)
        for rule in sorted({*rules} - {""}):
            wrong = (rules == rule)[codes(column)]
            if spec.former and rule == "empty_cell":  # one of the two languages is enough
                wrong &= each_cell(table.cells[spec.english], lambda word: not word, bool)
            details = partial(_details, table.spec.name, spec, references, rule)
            table.report_words(problems, wrong, spec.name, rule, details)


def _details(
    table: str, spec: ColumnSpec, references: References, rule: str, word: str
) -> dict[str, str]:
    """What a sentence about a word says beside it; "" for the nearest word when none is near."""
    if rule == "ambiguous_month":
        return {"year": word[:4]}
    if rule == "unknown_word":
        names = vocabulary.names(table, spec.name)
        said = {f"known_{say.lang}": _said(vocabulary.said(table, spec.name, say), say)
                for say in map(words, LANGUAGES)}  # fmt: skip
        return {"nearest": names.nearest(word) if names else "", **said}
    if rule == "ambiguous_name":
        return _named("known", references.named(spec.refers, word), spec.refers, references)
    if rule in UNKNOWN.values() and (nearest := references.nearest(spec.refers, word)):
        return _named("nearest", (nearest,), spec.refers, references)
    return {"nearest": ""} if rule in UNKNOWN.values() else {}


def _named(detail: str, codes: Sequence[str], table: str, references: References) -> dict[str, str]:
    """Codes as a detail, and as each language says it with what they are called."""
    told = {}
    for say in map(words, LANGUAGES):
        called = [(code, references.called(table, code).get(say.lang)) for code in codes]
        texts = [say("loaders.said", word=c, said=name) if name else c for c, name in called]
        told[f"{detail}_{say.lang}"] = _said(texts, say)
    return {detail: " ".join(codes), **told}


def _said(texts: Iterable[str], say: Words) -> str:
    return say("loaders.list_separator").join(texts)


def _check(spec: ColumnSpec, references: References) -> CellCheck | None:
    """The check of a column; None when it may hold anything."""
    check = _content(spec, references)
    empty = "empty_cell" if spec.required else ""
    if check is _anything and not empty:
        return None
    return lambda word: check(word) if word else empty


def _content(spec: ColumnSpec, references: References) -> CellCheck:
    if spec.refers:
        return partial(references.rule, spec.refers)
    if spec.words:
        return lambda word: "" if word in spec.words else "unknown_word"
    if spec.kind == "figure" and spec.required:
        return _number
    return CHECKS.get(spec.kind, _anything)


def _anything(_: str) -> str:
    return ""


def _period(word: str) -> str:
    return "" if _period_kind(word) else _unread(word, "bad_period")


def _date(word: str) -> str:
    return "" if _period_kind(word) in ("year", "month", "day") else _unread(word, "bad_date")


def _unread(word: str, rule: str) -> str:
    return "ambiguous_month" if spelled_periods.is_ambiguous(word) else rule


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
