"""What lies ahead of a target: where the trend leads, and what it still takes."""

from dataclasses import dataclass

from indicators import periods, readings
from indicators.case import Case
from indicators.history import YEAR, Point

FARTHEST = 100  # years; a target reached later than that is not reached


@dataclass(frozen=True, slots=True)
class Outlook:
    """What lies ahead: where the trend leads, and what it still takes.

    `year` in which the target is reached at the actual growth (None: not within a century),
    `at_due` the value in the due year then, `per_year` the growth still needed a year,
    `per_month` what each remaining month of the year has to bring.
    """

    year: int | None = None
    at_due: float | None = None
    per_year: float | None = None
    per_month: float | None = None


NOTHING = Outlook()


def outlook(facts: Case) -> Outlook:
    """Projection at the actual growth and what is still needed, of a target that is still open."""
    if facts.indicator.measure == "growth":
        return NOTHING
    if facts.part:
        return _year_outlook(facts, facts.part)
    base, current = facts.base, facts.whole
    if current is None:
        return NOTHING
    needed = readings.compound(current.spot, facts.goal)
    if base is None or base is current:
        return Outlook(per_year=needed)
    moment = readings.arrival(base.spot, current.spot, facts.target.value)
    is_near = moment is not None and moment - current.moment <= FARTHEST
    return Outlook(
        year=_year_of(moment) if moment is not None and is_near and moment > _now(facts) else None,
        at_due=readings.projected(base.spot, current.spot, facts.due.moment),
        per_year=needed,
    )


def _now(facts: Case) -> float:
    """The day of the assessment as a moment: what is foreseen for before it did not happen."""
    return periods.parse(facts.today.isoformat()).moment


def _year_of(moment: float) -> int:
    """The year that a moment lies in; 2023.0 is the end of 2022."""
    return -int(-round(moment, 6) // 1) - 1


def _year_outlook(facts: Case, part: Point) -> Outlook:
    months = part.span.cumulated
    return Outlook(
        at_due=readings.finite(lambda: part.value * YEAR / months),
        per_month=readings.per_month(part.value, facts.target.value, months),
    )
