"""The target tracker as a table: one row a target, with all inputs and readings.

One declaration of the columns serves CSV and XLSX.
"""

from collections.abc import Callable, Iterable
from typing import TypeVar

from exports.tables.cells import (
    CODE,
    COUNT,
    DAY,
    NAME,
    QUANTITY,
    RATIO,
    SENTENCE,
    SHARE,
    TITLE,
    Cell,
    Column,
    Look,
    Table,
    number,
    table,
)
from exports.tables.tracker_row import Row
from indicators.points import Point
from targets.assessment import Reading
from targets.tracked import TrackedTarget
from wording.context import Context
from wording.formats import publisher
from wording.sentences import sentence

NAMED = 2  # the first columns, indicator and name, stay in sight
T = TypeVar("T")
C = TypeVar("C", bound=Cell)


def tracker_table(tracked: Iterable[TrackedTarget], context: Context) -> Table:
    """Return the table of these targets, in their order."""
    words = context.words
    rows = (Row(one, context) for one in tracked)
    return table(
        words("sheet.targets"), COLUMNS, lambda key: words(f"tracker_column.{key}"), rows, NAMED
    )


def _of(pick: Callable[[Row], T | None], get: Callable[[T], C]) -> Callable[[Row], C | None]:
    """A cell of something that not every row has."""

    def cell(row: Row) -> C | None:
        found = pick(row)
        return None if found is None else get(found)

    return cell


def _word(head: str, pick: Callable[[Row], str | None]) -> Callable[[Row], str | None]:
    def cell(row: Row) -> str | None:
        word = pick(row)
        return row.words(f"{head}.{word}") if word else None

    return cell


def _point(name: str, pick: Callable[[Row], Point | None]) -> list[Column[Row]]:
    """A figure: its value in the indicator's unit, its period and its source."""
    return [
        Column(f"{name}_value", QUANTITY, _of(pick, lambda point: number(point.value))),
        Column(f"{name}_period", CODE, _of(pick, lambda point: point.row.period)),
        Column(f"{name}_source", CODE, _of(pick, lambda point: point.row.source.id)),
    ]


def _reading(method: str, look: Look, done: str = "", wanted: str = "") -> list[Column[Row]]:
    """A reading, the two numbers that it is made of, and the status that it gives."""

    def pick(row: Row) -> Reading | None:
        return row.reading(method)

    parts = [
        Column(method, look, _of(pick, lambda found: number(found.value))),
        Column(f"{method}_{done}", SHARE, _of(pick, lambda found: number(found.done))),
        Column(f"{method}_{wanted}", SHARE, _of(pick, lambda found: number(found.wanted))),
    ]
    status = Column(f"{method}_status", NAME, _word("tstatus", _of(pick, lambda r: r.status)))
    return [*(part for part in parts if not part.key.endswith("_")), status]


IDENTITY: list[Column[Row]] = [
    Column("indicator", CODE, lambda r: r.indicator.id),
    Column("name", NAME, lambda r: r.indicator.name(r.words.lang)),
    Column("base", CODE, lambda r: r.base.id),
    Column("base_name", NAME, lambda r: r.base.name(r.words.lang)),
    Column("region", CODE, lambda r: r.region.id),
    Column("region_name", NAME, lambda r: r.region.name(r.words.lang)),
    Column("period", CODE, lambda r: r.target.period),
    Column("due", DAY, lambda r: r.tracked.due),
    Column("comparator", CODE, lambda r: r.target.comparator),
    Column("printed", CODE, lambda r: r.target.printed),
    Column("printed_unit", CODE, lambda r: r.unit(r.target.unit)),
    Column("value", QUANTITY, lambda r: number(r.target.value)),
    Column("unit", CODE, lambda r: r.unit(r.indicator.unit)),
    Column("kind", CODE, lambda r: r.words(f"target.{r.target.kind}")),
]

RESULT: list[Column[Row]] = [
    Column("status", NAME, lambda r: r.words(f"tstatus.{r.tracked.status}")),
    Column("reason", TITLE, lambda r: r.reason),
    Column("ground", NAME, lambda r: r.ground),
    Column("rule", CODE, _of(lambda r: r.decided, lambda found: found.rule.name)),
    Column("attainment", SHARE, lambda r: number(r.assessment.attainment)),
    Column("gap", QUANTITY, lambda r: number(r.assessment.gap)),
    Column("headroom", QUANTITY, lambda r: number(r.headroom)),
]

FIGURES: list[Column[Row]] = [
    *_point("latest", lambda r: r.assessment.latest),
    Column("latest_title", TITLE, _of(lambda r: r.latest, lambda row: row.source.title)),
    Column("latest_printed", CODE, _of(lambda r: r.latest, lambda row: row.printed)),
    Column("latest_printed_unit", CODE, lambda r: r.unit(r.latest.unit) if r.latest else None),
    Column("latest_qualifier", CODE,
           _word("qualifier_word", _of(lambda r: r.latest, lambda row: row.qualifier))),
    Column("latest_status", CODE, _word("status", _of(lambda r: r.latest, lambda row: row.status))),
    *_point("start", lambda r: r.assessment.baseline),
    *_point("trend", lambda r: r.trend_end),
    *_point("last_part", lambda r: r.last_part),
    *_point("reached", lambda r: r.assessment.reached),
]  # fmt: skip

READINGS: list[Column[Row]] = [
    *_reading("growth", RATIO, "actual", "required"),
    *_reading("path", SHARE, "distance", "time"),
    *_reading("pace", SHARE, "attainment", "clock"),
    *_reading("own_pace", SHARE, wanted="clock"),
    *_reading("direct", QUANTITY),
    Column("disagree", CODE, _word("answer", lambda r: r.disagree)),
]

OUTLOOK: list[Column[Row]] = [
    Column("year", COUNT, lambda r: number(r.projection.year)),
    Column("at_due", QUANTITY, lambda r: number(r.projection.at_due)),
    Column("per_year", SHARE, lambda r: number(r.projection.per_year)),
    Column("per_month", QUANTITY, lambda r: number(r.projection.per_month)),
]

ORIGIN: list[Column[Row]] = [
    Column("revised_by", CODE, _of(lambda r: r.tracked.revised_by, lambda t: t.source.id)),
    Column("revised_title", TITLE, _of(lambda r: r.tracked.revised_by, lambda t: t.source.title)),
    Column("revised_value", QUANTITY,
           _of(lambda r: r.tracked.revised_by, lambda t: number(t.value))),
    Column("restates", CODE, _of(lambda r: r.tracked.restates, lambda t: t.source.id)),
    Column("source", CODE, lambda r: r.target.source.id),
    Column("title", TITLE, lambda r: r.target.source.title),
    Column("publisher", NAME, lambda r: publisher(r.target.source, r.context.words)),
    Column("published", CODE, lambda r: r.target.source.published),
    Column("url", NAME, lambda r: r.target.source.link),
    Column("note", TITLE, lambda r: r.target.note(r.context.words.lang)),
    Column("today", DAY, lambda r: r.context.today),
    Column("release", COUNT, lambda r: number(r.context.release.number)),
    Column("sentence", SENTENCE, lambda r: sentence(r.tracked, r.context)),
]  # fmt: skip

COLUMNS = (*IDENTITY, *RESULT, *FIGURES, *READINGS, *OUTLOOK, *ORIGIN)
