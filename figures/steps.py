"""The months published of a year, as shares of the year's target or of its whole."""

from collections.abc import Sequence
from dataclasses import dataclass

from indicators import periods
from indicators.points import YEAR, Point, cumulated
from indicators.records import Indicator
from indicators.vocabulary import Measure
from targets import readings
from targets.assessment import Assessment

Vertex = tuple[float, float]  # months since the start of the year, percent


@dataclass(frozen=True, slots=True)
class Step:
    """What was done from January to the end of `month` (1–12), as a `share` of the whole (1.0)."""

    month: int
    share: float
    point: Point

    @property
    def vertex(self) -> Vertex:
        """Its place in the plane of the chart."""
        return self.month, round(self.share * 100, 4)


def of_target(indicator: Indicator, row: Assessment, points: Sequence[Point]) -> list[Step]:
    """The months published of the due year, as shares of the target.

    Empty when only the whole year was published, or the target is no positive flow of a year.
    """
    due, goal = periods.parse(row.target.period), row.target.value
    if due.kind != "year" or indicator.measure != Measure.FLOW or goal <= 0:
        return []
    steps = [Step(p.span.cumulated, p.value / goal, p) for p in _months(points, due.year)]
    return steps if any(step.month < YEAR for step in steps) else []


def of_year(year: int, points: Sequence[Point]) -> list[Step]:
    """The months published of a year, as shares of the whole of that year.

    Empty when the whole of it, or every part, is unpublished.
    """
    whole = cumulated(points, year, YEAR)
    if whole is None:
        return []
    shares = [(p, readings.own_clock(p.value, whole.value)) for p in _months(points, year)]
    steps = [Step(p.span.cumulated, share, p) for p, share in shares if share is not None]
    return steps if any(step.month < YEAR for step in steps) else []


def _months(points: Sequence[Point], year: int) -> list[Point]:
    cumulative = (cumulated(points, year, month) for month in range(1, YEAR + 1))
    return [point for point in cumulative if point]
