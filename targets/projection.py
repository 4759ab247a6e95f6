"""What lies ahead of a target: where the trend leads, and what it still takes."""

from dataclasses import dataclass

from indicators import periods
from indicators.points import YEAR, Point
from targets import readings
from targets.evidence import Evidence

FARTHEST = 100  # years; a target reached later than that is not reached


@dataclass(frozen=True, slots=True)
class Projection:
    """What lies ahead; a part is None where it is not defined. Values in the indicator's unit.

    `year` is the calendar year in which the target is reached at the actual growth (None: not
    within a century), `at_due` the value at the due date then, `per_year` the compound growth
    still needed a year, as a fraction, `per_month` what each remaining month of the due year has
    to bring. `even_pace` is the value of the day of assessment on a straight way to the target.
    """

    year: int | None = None
    at_due: float | None = None
    per_year: float | None = None
    per_month: float | None = None
    even_pace: float | None = None


NOTHING = Projection()


def projection(evidence: Evidence) -> Projection:
    """Return what lies ahead of a target that is still open; `NOTHING` for a growth rate."""
    if evidence.indicator.measure.is_rate:
        return NOTHING
    if evidence.year_to_date:
        return _within_year(evidence, evidence.year_to_date)
    baseline, current = evidence.baseline, evidence.full_year
    if current is None:
        return NOTHING
    needed = readings.compound(current.dated_value, evidence.target_point)
    if baseline is None or baseline is current:
        return Projection(per_year=needed, even_pace=_even_pace(evidence, baseline))
    ahead = periods.years_between(current.date, evidence.due.end)
    return Projection(
        year=_year_reached(evidence, baseline, current),
        at_due=readings.projected(baseline.dated_value, current.dated_value, ahead),
        per_year=needed,
        even_pace=_even_pace(evidence, baseline),
    )


def _even_pace(evidence: Evidence, baseline: Point | None) -> float | None:
    """Where the straight line from the baseline to the target is today; None without a way left."""
    if baseline is None or not baseline.date < evidence.today <= evidence.due.end:
        return None
    elapsed = periods.years_between(baseline.date, evidence.today)
    whole = periods.years_between(baseline.date, evidence.due.end)
    way = evidence.target.value - baseline.value
    return readings.finite(lambda: baseline.value + way * elapsed / whole)


def _year_reached(evidence: Evidence, baseline: Point, current: Point) -> int | None:
    """What is foreseen for a day before the assessment did not happen: it has no year."""
    years = readings.years_until(baseline.dated_value, current.dated_value, evidence.target.value)
    if years is None or years > FARTHEST:
        return None
    is_ahead = years > periods.years_between(current.date, evidence.today)
    return periods.year_after(current.date, years) if is_ahead else None


def _within_year(evidence: Evidence, part: Point) -> Projection:
    months = part.span.cumulated
    return Projection(
        at_due=readings.finite(lambda: part.value * YEAR / months),
        per_month=readings.per_month(part.value, evidence.target.value, months),
        even_pace=_even_share(evidence),
    )


def _even_share(evidence: Evidence) -> float | None:
    """What an even year would have brought by today; None once the year is over."""
    due, today = evidence.due, evidence.today
    if not due.start <= today <= due.end:
        return None
    share = ((today - due.start).days + 1) / ((due.end - due.start).days + 1)
    return readings.finite(lambda: evidence.target.value * share)
