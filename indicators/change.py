"""The change of a value against the previous comparable one. Computed, never published."""

from collections.abc import Iterable
from dataclasses import dataclass

from indicators import periods
from indicators.points import Point
from indicators.records import Indicator, Observation

PERCENT = "%"  # what is a percentage itself changes by percentage points
APART = 28 / 365  # years; nearer dates are two reports of one state
FAR = 2.01  # years; what is further back is another time


@dataclass(frozen=True, slots=True)
class Change:
    """How a value differs from that of the observation `before`.

    `ratio` is a fraction, 0.023 for +2.3 %, and None for a percentage, whose `points` (of a
    percent) are given instead. `is_about` says that one of the two values is no exact one.
    """

    before: Observation
    ratio: float | None
    points: float | None
    is_about: bool


def change(indicator: Indicator, shown: Observation, points: Iterable[Point]) -> Change | None:
    """Return how `shown` differs from the latest comparable point before it.

    `points` are those of its series, as `actual_points` returns them. A flow, a growth rate or a
    ratio compares with the same months of an earlier year, a stock or count with any earlier date,
    at most two years back. None without such a point, for a value that is only said to be over or
    under a number, and for a change in proportion to nothing or less.
    """
    now = next((p for p in points if p.row is shown), None)
    earlier = [p for p in points if now and _compares(indicator, p, now)]
    if now is None or not earlier:
        return None
    before = max(earlier, key=lambda p: p.date)
    is_about = not (now.row.qualifier.is_exact and before.row.qualifier.is_exact)
    if indicator.unit == PERCENT:
        return Change(before.row, None, now.value - before.value, is_about)
    if before.value <= 0:
        return None
    return Change(before.row, now.value / before.value - 1, None, is_about)


def _compares(indicator: Indicator, before: Point, now: Point) -> bool:
    is_bound = before.row.qualifier.is_bound or now.row.qualifier.is_bound
    if is_bound or periods.years_between(before.date, now.date) > FAR:
        return False
    if indicator.measure.is_of_a_moment:
        return periods.years_between(before.date, now.date) >= APART
    same = (before.span.kind, before.span.number) == (now.span.kind, now.span.number)
    return same and before.span.year < now.span.year
