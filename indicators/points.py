"""A series as the points that an assessment may use: reported as happened, in order of time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from indicators import periods
from indicators.periods import Period
from indicators.precedence import Reported
from indicators.records import Indicator, Observation

YEAR = 12  # months


class Spot(NamedTuple):
    """A value at a moment (in years: the end of 2022 is 2023.0)."""

    moment: float
    value: float


@dataclass(frozen=True, slots=True)
class Point:
    """A figure reported as happened. `span` is canonical: H1 is June, cumulated."""

    moment: float
    value: float
    span: Period
    row: Observation

    @property
    def spot(self) -> Spot:
        return Spot(self.moment, self.value)


def actual_points(figures: Iterable[Reported]) -> list[Point]:
    """Return the points of a series, earliest first; of two that end together the longer last.

    Missing values, estimates and forecasts are passed over, for the best actual figure that was
    reported beside them if there is one.
    """
    found = [
        _point(row, row.value)
        for figure in figures
        if (row := _actual(figure)) is not None and row.value is not None
    ]
    return sorted(found, key=lambda point: (point.span.end, point.span.months))


def _actual(figure: Reported) -> Observation | None:
    if figure.shown.status.is_actual:  # as nearly all are
        return figure.shown
    return next((o for o in figure.others if o.status.is_actual and o.value is not None), None)


def _point(row: Observation, value: float) -> Point:
    span = periods.stretch(row.period)
    return Point(span.moment, value, span, row)


def comparable(points: Iterable[Point], indicator: Indicator, due: Period) -> list[Point]:
    """Keep the points up to the due date that compare with a target due then.

    A flow compares over the same months of any year only, a growth rate over the very same
    stretch; a stock, share or count compares with any figure up to then.
    """
    found = [p for p in points if p.span.end <= due.end]
    if indicator.measure.is_rate:
        return [p for p in found if p.span.start == due.start and p.span.end == due.end]
    if indicator.measure.covers_a_period:
        return [p for p in found if _is_alike(p.span, due)]
    return found


def _is_alike(span: Period, due: Period) -> bool:
    """Whether two stretches cover the same months of their years; days cover none."""
    months = [(s.kind, s.start.month, s.end.month) for s in (span, due)]
    return months[0] == months[1] and span.kind != "day"


def so_far(points: Sequence[Point], indicator: Indicator, due: Period) -> Point | None:
    """The latest cumulated flow or growth rate of a part of the due year; None when whole."""
    if not indicator.measure.covers_a_period or due.kind != "year":
        return None
    own = [p for p in points if p.span.year == due.year and p.span.cumulated]
    latest = max(own, key=lambda p: p.span.cumulated, default=None)
    return latest if latest and latest.span.cumulated < YEAR else None


def cumulated(points: Iterable[Point], year: int, months: int) -> Point | None:
    """The point from January of `year` over `months`, None when it was not published."""
    wanted = (p for p in points if p.span.year == year and p.span.cumulated == months)
    return next(wanted, None)
