"""What explains the tracker's table in its workbook: the method, and the publications."""

from collections.abc import Iterable
from dataclasses import dataclass

from exports.tables.cells import (
    CODE,
    COUNT,
    NAME,
    RATIO,
    SENTENCE,
    TITLE,
    Column,
    Table,
    number,
    table,
)
from exports.tables.tracker_row import Row
from indicators.records import Source
from targets.rules import DIRECT, LOWEST, RULE_SETS, RuleBook, RuleSet, TargetStatus
from targets.tracked import TrackedTarget
from wording.context import Context
from wording.words import Words


@dataclass(frozen=True, slots=True)
class Band:
    """A band of a rule set: the readings from `low` on have `status`; no `low`, no bound.

    Moving away has no bound of its own: there the distance covered is negative.
    """

    rule: RuleSet
    rank: int | None
    low: float | None
    status: TargetStatus
    words: Words

    @property
    def note(self) -> str:
        return self.words("band.backwards") if self.status == self.rule.backwards else ""


def method_table(context: Context) -> Table:
    """Return every rule set with its bands, formula and source; those that decide have a rank."""
    words = context.words
    found = [band for rule in (*RULE_SETS.values(), DIRECT) for band in _bands(rule, context)]
    return table(words("sheet.method"), BANDS, lambda key: words(f"band.{key}"), found)


def source_table(tracked: Iterable[TrackedTarget], context: Context) -> Table:
    """Return the publications of these targets and of the figures beside them, by id."""
    words = context.words
    rows = (Row(one, context) for one in tracked)
    found = {source.id: (source, words) for row in rows for source in row.sources}
    known = [found[id_] for id_ in sorted(found)]
    return table(words("sheet.sources"), SOURCES, lambda key: words(f"publication.{key}"), known)


def _bands(rule: RuleSet, context: Context) -> list[Band]:
    rank, words = _rank(rule, context.rules), context.words
    found = [
        Band(rule, rank, None if low == LOWEST else low, status, words)
        for low, status in rule.bands
    ]
    if rule.backwards:
        found.append(Band(rule, rank, None, rule.backwards, words))
    return found


def _rank(rule: RuleSet, rules: RuleBook) -> int | None:
    """Its place among the rule sets that decide; a growth rate is always compared directly."""
    order = (*rules.order, DIRECT)
    return order.index(rule) + 1 if rule in order else None


BANDS: tuple[Column[Band], ...] = (
    Column("rule", CODE, lambda b: b.rule.name),
    Column("name", NAME, lambda b: b.words(f"rules.{b.rule.name}")),
    Column("rank", COUNT, lambda b: number(b.rank)),
    Column("reading", NAME, lambda b: b.words(f"method.{b.rule.reading}")),
    Column("low", RATIO, lambda b: number(b.low)),
    Column("status", NAME, lambda b: b.words(f"tstatus.{b.status}")),
    Column("note", TITLE, lambda b: b.note),
    Column("formula", SENTENCE, lambda b: b.words(f"rules.{b.rule.name}.formula")),
    Column("source", SENTENCE, lambda b: b.words(f"rules.{b.rule.name}.source")),
)

SOURCES: tuple[Column[tuple[Source, Words]], ...] = (
    Column("id", CODE, lambda s: s[0].id),
    Column("title", TITLE, lambda s: s[0].title),
    Column("publisher", NAME, lambda s: s[0].publisher(s[1].lang)),
    Column("published", CODE, lambda s: s[0].published),
    Column("kind", CODE, lambda s: s[1](f"kind.{s[0].kind}")),
    Column("carrier", CODE, lambda s: s[1](f"carrier.{s[0].carrier}")),
    Column("url", TITLE, lambda s: s[0].link),
)
