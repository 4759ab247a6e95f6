"""What lies ahead of a target: where the trend leads, and what it still takes."""

from dataclasses import dataclass

from indicators import periods
from indicators.points import YEAR, Point
from targets import readings
from targets.evidence import Evidence

FARTHEST = 100  # years; a target reached later than that is not reached


@dataclass(frozen=True, slots=True)
class Projection:
    """What lies ahead: where the trend leads, and what it still takes.

    `year` in which the target is reached at the actual growth (None: not within a century),
    `at_due` the value in the due year then, `per_year` the growth still needed a year,
    `per_month` what each remaining month of the year has to bring.
    """

    year: int | None = None
    at_due: float | None = None
    per_year: float | None = None
    per_month: float | None = None


NOTHING = Projection()


def projection(evidence: Evidence) -> Projection:
    """Projection at the actual growth and what is still needed, of a target that is still open."""
    if evidence.indicator.measure.is_rate:
        return NOTHING
    if evidence.part:
        return _year_outlook(evidence, evidence.part)
    base, current = evidence.base, evidence.whole
    if current is None:
        return NOTHING
    needed = readings.compound(current.spot, evidence.goal)
    if base is None or base is current:
        return Projection(per_year=needed)
    moment = readings.arrival(base.spot, current.spot, evidence.target.value)
    is_near = moment is not None and moment - current.moment <= FARTHEST
    return Projection(
        year=_year_of(moment)
        if moment is not None and is_near and moment > _now(evidence)
        else None,
        at_due=readings.projected(base.spot, current.spot, evidence.due.moment),
        per_year=needed,
    )


def _now(evidence: Evidence) -> float:
    """The day of the assessment as a moment: what is foreseen for before it did not happen."""
    return periods.parse(evidence.today.isoformat()).moment


def _year_of(moment: float) -> int:
    """The year that a moment lies in; 2023.0 is the end of 2022."""
    return -int(-round(moment, 6) // 1) - 1


def _year_outlook(evidence: Evidence, part: Point) -> Projection:
    months = part.span.cumulated
    return Projection(
        at_due=readings.finite(lambda: part.value * YEAR / months),
        per_month=readings.per_month(part.value, evidence.target.value, months),
    )
