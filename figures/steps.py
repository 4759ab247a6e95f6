"""The months published of a year, as shares of the year's target or of its whole."""

from collections.abc import Sequence
from dataclasses import dataclass

from indicators import periods
from indicators.points import YEAR, Point, cumulated
from indicators.records import Indicator
from indicators.vocabulary import Measure
from targets import readings
from targets.assessment import Assessment

Spot = tuple[float, float]  # months since the start of the year, percent


@dataclass(frozen=True, slots=True)
class Step:
    """What was done from January to the end of a month, as a share of the whole."""

    month: int
    share: float
    point: Point

    @property
    def spot(self) -> Spot:
        """Its place in the plane."""
        return self.month, round(self.share * 100, 4)


def of_target(indicator: Indicator, row: Assessment, points: Sequence[Point]) -> list[Step]:
    """The months published of the due year; none when only the whole year was."""
    due, goal = periods.parse(row.target.period), row.target.value
    if due.kind != "year" or indicator.measure != Measure.FLOW or goal <= 0:
        return []
    found = [Step(p.span.cumulated, p.value / goal, p) for p in _months(points, due.year)]
    return found if any(step.month < YEAR for step in found) else []


def of_year(year: int, points: Sequence[Point]) -> list[Step]:
    """Last year's own clock: the months published, as shares of the whole of that year."""
    whole = cumulated(points, year, YEAR)
    if whole is None:
        return []
    shares = [(p, readings.own_clock(p.value, whole.value)) for p in _months(points, year)]
    found = [Step(p.span.cumulated, share, p) for p, share in shares if share is not None]
    return found if any(step.month < YEAR for step in found) else []


def _months(points: Sequence[Point], year: int) -> list[Point]:
    found = (cumulated(points, year, month) for month in range(1, YEAR + 1))
    return [point for point in found if point]
