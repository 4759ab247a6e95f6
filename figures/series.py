"""A region's values as points in time, sorted into kinds that may be joined by a line."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from indicators import periods
from indicators.periods import Period
from indicators.precedence import Reported
from indicators.records import Indicator, Observation, Region, Target
from wording import formats
from wording.context import Context

STOCK = "stock"  # stocks and counts have no length: their figures of any period are one kind
ORDER = ("year", STOCK, "ytd", "half", "quarter", "month", "day")
SHOWN_LESSER = 6  # points up to which a lesser kind is drawn at once, not on a click
LEAP = 3  # times as much or as little in another source: that is another scope, no growth
STEP = {"year": 1, "half": 1, "quarter": 1, "month": 1, "ytd": 3, "day": 0}


@dataclass(frozen=True, slots=True)
class PlottedPoint:
    """One value in the plane of a trend: `x` in years, `y` in the unit shown.

    `is_apart` tells that it does not compare with the one before it of its kind.
    """

    x: float
    y: float
    kind: str
    span: Period
    row: Observation
    is_apart: bool = False


Group = tuple[Region, str, list[PlottedPoint]]  # a region, its colour, its points


def points(
    indicator: Indicator, reported: Sequence[Reported], context: Context
) -> list[PlottedPoint]:
    """Return the observations that have a value as points, ordered in time."""
    spans = _spans([row.shown for row in reported])
    plotted = [
        PlottedPoint(
            position(span, indicator),
            float(formats.shown_value(row.shown, context.catalogue, context.words)),
            kind(span, indicator),
            span,
            row.shown,
        )
        for row, span in zip(reported, spans, strict=True)
        if row.shown.value is not None
    ]
    ordered = sorted(plotted, key=lambda point: (point.x, point.span.start))
    return ordered if indicator.measure.is_rate else _set_apart(ordered)


def kind(span: Period, indicator: Indicator) -> str:
    """The kind of a value, one of `ORDER`: of its period, unless it has no length."""
    return STOCK if indicator.measure.is_of_a_moment else span.kind


def _set_apart(ordered: Sequence[PlottedPoint]) -> list[PlottedPoint]:
    """Mark each point that leaps away from the one before it of its kind."""
    before: dict[str, PlottedPoint] = {}
    marked = []
    for point in ordered:
        last = before.get(point.kind)
        marked.append(replace(point, is_apart=True) if last and _is_leap(last, point) else point)
        before[point.kind] = point
    return marked


def _is_leap(before: PlottedPoint, after: PlottedPoint) -> bool:
    """Whether two sources tell values that are too far from each other to be of one scope."""
    low, high = sorted((before.y, after.y))
    return before.row.source.id != after.row.source.id and high > LEAP * low > 0


def _spans(rows: Sequence[Observation]) -> list[Period]:
    """The periods; `H1` and `Q1` count as cumulated unless later halves or quarters are there."""
    spans = [periods.parse(row.period) for row in rows]
    whole = {s.kind for s in spans if s.kind in ("half", "quarter") and s.number > 1}
    return [span if span.kind in whole else periods.parse(span.canonical) for span in spans]


def position(span: Period, indicator: Indicator) -> float:
    """The place of a period on an axis of years.

    A year's flow stands at its year, shorter ones around it (June at the year, January before
    it); a stock or a count stands at its date, so that the end of a year is at that year.
    """
    if indicator.measure.is_of_a_moment:
        return round(_day(span.end) - 1, 3)
    if span.kind == "ytd":
        return round(_day(span.end) - 0.5, 3)
    middle = (_day(span.start) + _day(span.end)) / 2 - 0.5
    return float(span.year) if span.kind == "year" else round(middle, 3)


def _day(day: date) -> float:
    return day.year + day.timetuple().tm_yday / 365.25


def day(span: Period, indicator: Indicator) -> date:
    """The day at which `position` places a period."""
    if indicator.measure.is_of_a_moment or span.kind == "ytd":
        return span.end
    return span.start + (span.end - span.start + timedelta(days=1)) / 2


def day_at(x: float, indicator: Indicator) -> date:
    """The day of a place on an axis of years, as `position` has it."""
    moment = x + (1 if indicator.measure.is_of_a_moment else 0.5)
    year = math.floor(moment)
    return date(year, 1, 1) + timedelta(days=round((moment - year) * 365.25) - 1)


def dated(targets: Sequence[Target]) -> list[tuple[Period, Target]]:
    """The targets with the periods that they are due in, the next first."""
    spans = ((periods.parse(target.period), target) for target in targets)
    return sorted(spans, key=lambda pair: pair[0].end)


def kinds(plotted: Sequence[PlottedPoint]) -> list[str]:
    """The kinds of `plotted`: the leading one first, then as `ORDER` has them.

    A year leads where it has any point, else the kind with the most points.
    """
    return _ordered(Counter(point.kind for point in plotted))


def _ordered(counts: Mapping[str, int]) -> list[str]:
    if not counts:
        return []
    first = "year" if "year" in counts else max(ORDER, key=lambda kind: counts.get(kind, 0))
    return [first, *(kind for kind in ORDER if kind in counts and kind != first)]


def lead(plotted: Sequence[PlottedPoint]) -> list[PlottedPoint]:
    """The points of the leading kind (see `kinds`), in their order; empty without any."""
    first = kinds(plotted)[:1]
    return [point for point in plotted if point.kind in first]


def seen(plotted: Sequence[PlottedPoint]) -> list[PlottedPoint]:
    """The points drawn at once, in their order.

    They are those of the leading kind, and of each other kind with at most `SHOWN_LESSER` points;
    the rest is drawn after a click on its key.
    """
    counts = Counter(point.kind for point in plotted)
    shown = {kind for kind, count in counts.items() if count <= SHOWN_LESSER}
    shown.update(_ordered(counts)[:1])
    return [point for point in plotted if point.kind in shown]


def at_a_glance(plotted: Sequence[PlottedPoint]) -> list[PlottedPoint]:
    """The points drawn at once, and the newest of all where that is none of them."""
    at_once = seen(plotted)
    newest = max(plotted, key=lambda point: point.span.end, default=None)
    is_later = newest and all(point.span.end < newest.span.end for point in at_once)
    return [*at_once, newest] if newest and is_later else at_once


def is_joined(before: PlottedPoint, after: PlottedPoint) -> bool:
    """Whether a line may lead from one point to the next: they compare, with nothing between."""
    if after.is_apart:
        return False
    if before.kind == STOCK:
        return after.x - before.x <= 1.05
    if before.kind == "ytd":
        return before.span.year == after.span.year and 0 < _distance(before, after) <= STEP["ytd"]
    return 0 < _distance(before, after) <= STEP[before.kind]


def _distance(before: PlottedPoint, after: PlottedPoint) -> int:
    per_year = {"year": 1, "half": 2, "quarter": 4, "month": 12, "ytd": 12, "day": 1}[before.kind]
    years = (after.span.year - before.span.year) * per_year
    return years + after.span.number - before.span.number
