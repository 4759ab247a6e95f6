"""The target tracker as a table: one row a target, with all inputs and readings.

One declaration of the columns serves CSV and XLSX.
"""

from collections.abc import Callable, Collection, Iterable
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
    Look,
    Table,
    TableColumn,
    number,
    table,
)
from exports.tables.tracker_row import TrackerRow
from indicators.points import Point
from indicators.records import Target
from targets.assessment import Reading
from targets.tracked import TrackedTarget
from wording import formats
from wording.context import Context
from wording.sentences import sentence

NAMED = 2  # the first columns, indicator and name, stay in sight
T = TypeVar("T")
C = TypeVar("C", bound=Cell)


def tracker_table(
    tracked: Iterable[TrackedTarget], context: Context, keys: Collection[str] = ()
) -> Table:
    """Return the table of these targets, in their order; without `keys` it has all columns."""
    words = context.words
    columns = [column for column in COLUMNS if not keys or column.key in keys]
    rows = (TrackerRow(one, context) for one in tracked)
    return table(
        words("sheet.targets"), columns, lambda key: words(f"tracker_column.{key}"), rows, NAMED
    )


def _of(
    pick: Callable[[TrackerRow], T | None], get: Callable[[T], C]
) -> Callable[[TrackerRow], C | None]:
    """A cell of something that not every row has."""

    def cell(row: TrackerRow) -> C | None:
        part = pick(row)
        return None if part is None else get(part)

    return cell


def _word(
    head: str, pick: Callable[[TrackerRow], str | None]
) -> Callable[[TrackerRow], str | None]:
    def cell(row: TrackerRow) -> str | None:
        word = pick(row)
        return row.words(f"{head}.{word}") if word else None

    return cell


def _codes(targets: Iterable[Target]) -> str | None:
    """The ids of their sources with a space between; None for no targets."""
    return " ".join(target.source.id for target in targets) or None


def _point(name: str, pick: Callable[[TrackerRow], Point | None]) -> list[TableColumn[TrackerRow]]:
    """A figure: its value in the indicator's unit, its period and its source."""
    return [
        TableColumn(f"{name}_value", QUANTITY, _of(pick, lambda point: number(point.value))),
        TableColumn(f"{name}_period", CODE, _of(pick, lambda point: point.row.period)),
        TableColumn(f"{name}_source", CODE, _of(pick, lambda point: point.row.source.id)),
    ]


def _reading(
    method: str, look: Look, done: str = "", required: str = ""
) -> list[TableColumn[TrackerRow]]:
    """A reading, the two numbers that it is made of, and the status that it gives."""

    def pick(row: TrackerRow) -> Reading | None:
        return row.reading(method)

    parts = [
        TableColumn(method, look, _of(pick, lambda reading: number(reading.value))),
        TableColumn(f"{method}_{done}", SHARE, _of(pick, lambda reading: number(reading.done))),
        TableColumn(
            f"{method}_{required}", SHARE, _of(pick, lambda reading: number(reading.wanted))
        ),
    ]
    status = TableColumn(f"{method}_status", NAME, _word("tstatus", _of(pick, lambda r: r.status)))
    return [*(part for part in parts if not part.key.endswith("_")), status]


IDENTITY: list[TableColumn[TrackerRow]] = [
    TableColumn("indicator", CODE, lambda r: r.indicator.id),
    TableColumn("name", NAME, lambda r: r.indicator.name(r.words.lang)),
    TableColumn("base", CODE, lambda r: r.base.id),
    TableColumn("base_name", NAME, lambda r: r.base.name(r.words.lang)),
    TableColumn("region", CODE, lambda r: r.region.id),
    TableColumn("region_name", NAME, lambda r: r.region.name(r.words.lang)),
    TableColumn("period", CODE, lambda r: r.target.period),
    TableColumn("due", DAY, lambda r: r.tracked.due),
    TableColumn("comparator", CODE, lambda r: r.target.comparator),
    TableColumn("printed", CODE, lambda r: r.target.printed),
    TableColumn("printed_unit", CODE, lambda r: r.unit(r.target.unit)),
    TableColumn("value", QUANTITY, lambda r: number(r.target.value)),
    TableColumn("unit", CODE, lambda r: r.unit(r.indicator.unit)),
    TableColumn("qualifier", CODE, lambda r: r.words(f"qualifier_word.{r.target.qualifier}")),
    TableColumn("kind", CODE, lambda r: r.words(f"target.{r.target.kind}")),
    TableColumn("time", CODE, lambda r: r.words(f"time.{r.tracked.time(r.context.today)}")),
]

RESULT: list[TableColumn[TrackerRow]] = [
    TableColumn("status", NAME, lambda r: r.words(f"tstatus.{r.tracked.status}")),
    TableColumn("reason", TITLE, lambda r: r.reason),
    TableColumn("ground", NAME, lambda r: r.ground),
    TableColumn("rule", CODE, _of(lambda r: r.decided, lambda reading: reading.rule.name)),
    TableColumn("attainment", SHARE, lambda r: number(r.assessment.attainment)),
    TableColumn("gap", QUANTITY, lambda r: number(r.assessment.gap)),
    TableColumn("headroom", QUANTITY, lambda r: number(r.headroom)),
]

OBSERVATIONS: list[TableColumn[TrackerRow]] = [
    *_point("latest", lambda r: r.assessment.latest),
    TableColumn("latest_title", TITLE, _of(lambda r: r.latest, lambda row: row.source.title)),
    TableColumn("latest_printed", CODE, _of(lambda r: r.latest, lambda row: row.stated.printed)),
    TableColumn(
        "latest_printed_unit", CODE, lambda r: r.unit(r.latest.stated.unit) if r.latest else None
    ),
    TableColumn(
        "latest_qualifier",
        CODE,
        _word("qualifier_word", _of(lambda r: r.latest, lambda row: row.qualifier)),
    ),
    TableColumn(
        "latest_status", CODE, lambda r: formats.status(r.latest, r.words) if r.latest else None
    ),
    *_point("start", lambda r: r.assessment.baseline),
    *_point("trend", lambda r: r.trend_end),
    *_point("last_part", lambda r: r.last_part),
    *_point("reached", lambda r: r.assessment.reached),
]

READINGS: list[TableColumn[TrackerRow]] = [
    *_reading("growth", RATIO, "actual", "required"),
    *_reading("path", SHARE, "distance", "time"),
    *_reading("pace", SHARE, "attainment", "clock"),
    *_reading("own_pace", SHARE, required="clock"),
    *_reading("direct", QUANTITY),
    TableColumn("disagree", CODE, _word("answer", lambda r: r.disagree)),
]

OUTLOOK: list[TableColumn[TrackerRow]] = [
    TableColumn("year", COUNT, lambda r: number(r.projection.year)),
    TableColumn("at_due", QUANTITY, lambda r: number(r.projection.at_due)),
    TableColumn("per_year", SHARE, lambda r: number(r.projection.per_year)),
    TableColumn("per_month", QUANTITY, lambda r: number(r.projection.per_month)),
]

ORIGIN: list[TableColumn[TrackerRow]] = [
    TableColumn("revised_by", CODE, _of(lambda r: r.tracked.revised_by, lambda t: t.source.id)),
    TableColumn(
        "revised_title", TITLE, _of(lambda r: r.tracked.revised_by, lambda t: t.source.title)
    ),
    TableColumn(
        "revised_value", QUANTITY, _of(lambda r: r.tracked.revised_by, lambda t: number(t.value))
    ),
    TableColumn("replaces", CODE, lambda r: _codes(r.tracked.replaces)),
    TableColumn("restated", CODE, lambda r: _codes(r.tracked.restated)),
    TableColumn("source", CODE, lambda r: r.target.source.id),
    TableColumn("title", TITLE, lambda r: r.target.source.title),
    TableColumn("publisher", NAME, lambda r: formats.publisher(r.target.source, r.context.words)),
    TableColumn("published", CODE, lambda r: r.target.source.published),
    TableColumn("url", NAME, lambda r: r.target.source.link),
    TableColumn("note_zh", TITLE, lambda r: r.target.note_zh),
    TableColumn("note_en", TITLE, lambda r: r.target.note_en),
    TableColumn("today", DAY, lambda r: r.context.today),
    TableColumn("release", COUNT, lambda r: number(r.context.release.number)),
    TableColumn("sentence", SENTENCE, lambda r: sentence(r.tracked, r.context)),
]

COLUMNS = (*IDENTITY, *RESULT, *OBSERVATIONS, *READINGS, *OUTLOOK, *ORIGIN)
