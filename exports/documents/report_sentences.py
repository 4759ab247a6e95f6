"""What a report says of its charts and targets in sentences, with the publications of each."""

from collections.abc import Callable, Iterable, Sequence

from charts.chart import Chart
from exports.documents.report import Sentence
from indicators.passport import Row
from indicators.records import Area, Indicator, Observation, Source
from targets import tracker
from targets.tracked import TrackedTarget
from wording import charted, corrections, sentences, summary
from wording.context import Context

MOST_TARGETS = 2  # that a chart of targets is told by
Told = tuple[str, Iterable[Row]]


def statement(row: TrackedTarget, context: Context) -> Sentence:
    """Where a target stands; its publications are told by their numbers."""
    return Sentence(sentences.statement(row, context), sources_of(row))


def sources_of(row: TrackedTarget) -> tuple[Source, ...]:
    """The publications of a target and of the figure beside it, each once."""
    latest = row.assessment.latest
    observed = [latest.row.source] if latest else []
    return tuple({s.id: s for s in (*observed, row.target.source)}.values())


def opening(
    current: Sequence[TrackedTarget], telling: Iterable[TrackedTarget], context: Context
) -> tuple[Sentence, ...]:
    """The verdicts of the current targets in one sentence, and those that tell most in theirs."""
    verdicts = Sentence(summary.verdicts(current, context))
    return (verdicts, *(statement(row, context) for row in telling))


def below(chart: Chart, tracked: Iterable[TrackedTarget], context: Context) -> tuple[Sentence, ...]:
    """What stands below a chart; `tracked` are the targets of its indicator and regions.

    A kind of chart that has no teller is told by its alternative text. What was corrected of its
    figures comes last.
    """
    notes = [(corrections.noted(row, context), row.source) for row in _observations(chart)]
    corrected = tuple(Sentence(note, (source,)) for note, source in notes if note)
    return (*_told(chart, tracked, context), *corrected)


def _told(chart: Chart, tracked: Iterable[TrackedTarget], context: Context) -> tuple[Sentence, ...]:
    if chart.name in OF_TARGETS:
        return _of_targets(chart, tracked, context)
    if chart.name not in TELLERS:
        return (Sentence(chart.sentence, tuple(chart.sources)),)
    text, rows = TELLERS[chart.name](chart, context)
    sources = {row.source.id: row.source for row in rows}
    return (Sentence(text, tuple(sources.values())),) if text else ()


def _of_targets(
    chart: Chart, tracked: Iterable[TrackedTarget], context: Context
) -> tuple[Sentence, ...]:
    """The current targets that it draws, else the one that was due last."""
    drawn = [row for row in tracker.comparable(tracked) if row.target in chart.rows]
    told = tracker.current(drawn, context.today) or drawn[:1]
    return tuple(statement(row, context) for row in told[:MOST_TARGETS])


def _observations(chart: Chart) -> list[Observation]:
    return [row for row in chart.rows if isinstance(row, Observation)]


def _subject(chart: Chart, context: Context) -> Indicator:
    return context.catalogue.indicators[chart.state.indicator]


def _trend(chart: Chart, context: Context) -> Told:
    return charted.course(_observations(chart), context)


def _ranking(chart: Chart, context: Context) -> Told:
    return charted.places(_subject(chart, context), _observations(chart), context)


def _map(chart: Chart, context: Context) -> Told:
    return charted.spread(_subject(chart, context), _observations(chart), context)


def _areas(chart: Chart, context: Context) -> Told:
    rows = [row for row in chart.rows if isinstance(row, Area)]
    return charted.areas(rows, context), rows


def _locator(chart: Chart, context: Context) -> Told:
    region = context.catalogue.regions[chart.state.region[0]].name(context.words.lang)
    return context.words("charted.locator", region=region), ()


OF_TARGETS = ("progress", "pace")
TELLERS: dict[str, Callable[[Chart, Context], Told]] = {
    "trend": _trend,
    "ranking": _ranking,
    "map": _map,
    "areas": _areas,
    "locator": _locator,
}
