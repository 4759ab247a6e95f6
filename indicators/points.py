"""A series as the points that an assessment may use: reported as happened, in order of time."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from indicators import periods
from indicators.periods import Period
from indicators.precedence import Reported
from indicators.records import Indicator, Observation
from indicators.vocabulary import Measure

YEAR = 12  # months


class DatedValue(NamedTuple):
    """A value at a date: the last day of the period that it is of."""

    date: datetime.date
    value: float


@dataclass(frozen=True, slots=True)
class Point:
    """An observation reported as happened, `value` in the indicator's unit.

    `span` is its period in its one spelling (`periods.of`): H1 of a flow is June, cumulated.
    """

    value: float
    span: Period
    row: Observation

    @property
    def date(self) -> datetime.date:
        """The last day of its period."""
        return self.span.end

    @property
    def dated_value(self) -> DatedValue:
        return DatedValue(self.span.end, self.value)


def actual_points(series: Iterable[Reported], measure: Measure) -> list[Point]:
    """Return the points of a series of a measure, earliest first.

    Of two that end together the longer is last.

    Missing values, estimates and forecasts are passed over, for the best actual observation that
    was reported beside them if there is one. Empty for a series without any.
    """
    points = [
        Point(row.value, periods.of(row.period, measure), row)
        for reported in series
        if (row := _actual(reported)) is not None and row.value is not None
    ]
    return sorted(points, key=lambda point: (point.span.end, point.span.months))


def histories(
    by_series: Mapping[tuple[str, str], Iterable[Reported]], indicators: Mapping[str, Indicator]
) -> dict[tuple[str, str], list[Point]]:
    """The points of each series by (indicator, region); `indicators` are by id."""
    return {
        (indicator, region): actual_points(rows, indicators[indicator].measure)
        for (indicator, region), rows in by_series.items()
    }


def _actual(reported: Reported) -> Observation | None:
    if reported.shown.status.is_actual:  # as nearly all are
        return reported.shown
    return next((o for o in reported.others if o.status.is_actual and o.value is not None), None)


def comparable(
    points: Iterable[Point], indicator: Indicator, due: Period, *, is_later: bool = False
) -> list[Point]:
    """Keep the points up to the due date that compare with a target due then, in their order.

    With `is_later` those after it instead.

    A flow compares over the same months of any year only, a growth rate over the very same
    stretch; a stock, share or count compares with any value up to then.
    """
    aside = [p for p in points if (p.span.end > due.end) is is_later]
    if indicator.measure.is_rate:
        return [p for p in aside if p.span.start == due.start and p.span.end == due.end]
    if indicator.measure.covers_a_period:
        return [p for p in aside if _is_alike(p.span, due)]
    return aside


def _is_alike(span: Period, due: Period) -> bool:
    """Whether two stretches cover the same months of their years; days cover none."""
    months = [(s.kind, s.start.month, s.end.month) for s in (span, due)]
    return months[0] == months[1] and span.kind != "day"


def so_far(points: Sequence[Point], indicator: Indicator, due: Period) -> Point | None:
    """The latest cumulated flow or growth rate of a part of the due year.

    None once the whole year is there, and where the target is due at no end of a year.
    """
    if not indicator.measure.covers_a_period or due.kind != "year":
        return None
    of_year = [p for p in points if p.span.year == due.year and p.span.cumulated]
    latest = max(of_year, key=lambda p: p.span.cumulated, default=None)
    return latest if latest and latest.span.cumulated < YEAR else None


def cumulated(points: Iterable[Point], year: int, months: int) -> Point | None:
    """The point from January of `year` over `months`, None when it was not published."""
    wanted = (p for p in points if p.span.year == year and p.span.cumulated == months)
    return next(wanted, None)
