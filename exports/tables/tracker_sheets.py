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
    Table,
    TableColumn,
    number,
    table,
)
from exports.tables.tracker_row import TrackerRow
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
    bands = [band for rule in (*RULE_SETS.values(), DIRECT) for band in _bands(rule, context)]
    return table(words("sheet.method"), BANDS, lambda key: words(f"band.{key}"), bands)


def source_table(tracked: Iterable[TrackedTarget], context: Context) -> Table:
    """Return the publications of these targets and of the figures beside them, by id."""
    words = context.words
    rows = (TrackerRow(one, context) for one in tracked)
    sources = {source.id: (source, words) for row in rows for source in row.sources}
    ordered = [sources[id_] for id_ in sorted(sources)]
    return table(words("sheet.sources"), SOURCES, lambda key: words(f"publication.{key}"), ordered)


def _bands(rule: RuleSet, context: Context) -> list[Band]:
    rank, words = _rank(rule, context.rules), context.words
    bands = [
        Band(rule, rank, None if low == LOWEST else low, status, words)
        for low, status in rule.bands
    ]
    if rule.backwards:
        bands.append(Band(rule, rank, None, rule.backwards, words))
    return bands


def _rank(rule: RuleSet, rules: RuleBook) -> int | None:
    """Its place among the rule sets that decide; a growth rate is always compared directly."""
    order = (*rules.order, DIRECT)
    return order.index(rule) + 1 if rule in order else None


BANDS: tuple[TableColumn[Band], ...] = (
    TableColumn("rule", CODE, lambda b: b.rule.name),
    TableColumn("name", NAME, lambda b: b.words(f"rules.{b.rule.name}")),
    TableColumn("rank", COUNT, lambda b: number(b.rank)),
    TableColumn("reading", NAME, lambda b: b.words(f"method.{b.rule.reading}")),
    TableColumn("low", RATIO, lambda b: number(b.low)),
    TableColumn("status", NAME, lambda b: b.words(f"tstatus.{b.status}")),
    TableColumn("note", TITLE, lambda b: b.note),
    TableColumn("formula", SENTENCE, lambda b: b.words(f"rules.{b.rule.name}.formula")),
    TableColumn("source", SENTENCE, lambda b: b.words(f"rules.{b.rule.name}.source")),
)

SOURCES: tuple[TableColumn[tuple[Source, Words]], ...] = (
    TableColumn("id", CODE, lambda s: s[0].id),
    TableColumn("title", TITLE, lambda s: s[0].title),
    TableColumn("publisher", NAME, lambda s: s[0].publisher(s[1].lang)),
    TableColumn("published", CODE, lambda s: s[0].published),
    TableColumn("kind", CODE, lambda s: s[1](f"kind.{s[0].kind}")),
    TableColumn("carrier", CODE, lambda s: s[1](f"carrier.{s[0].carrier}")),
    TableColumn("url", TITLE, lambda s: s[0].link),
)
