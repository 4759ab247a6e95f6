"""What speaks for and against one target: the points that count, before any rule is applied."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from indicators import periods
from indicators.periods import Period
from indicators.points import YEAR, DatedValue, Point, comparable, cumulated, so_far
from indicators.records import Indicator, Source, Target
from indicators.vocabulary import Measure, TargetKind
from targets import comparison

AWAITED = 18  # months after the due date in which its value is waited for
PLAN_YEARS = 5  # of a five-year plan, which counts from the year before its first


@dataclass(frozen=True, slots=True)
class Evidence:
    """A target with the points that it is assessed by; values in the indicator's unit.

    `direction` is that of `comparison.direction`, `today` the day of the assessment. `points` are
    the comparable ones from the base year up to the due date, earliest first. `baseline` is the
    point that growth is counted from, None for a growth rate and where there is one point alone.
    `year_to_date` is the
    cumulated value of the due year while the full year is not published; `last_year_to_date` and
    `last_full_year` are the year before over the same months and over all twelve. `later` are the
    comparable points after the due date, earliest first. `has_any` tells whether the series has
    any point from the base year on.
    """

    target: Target
    indicator: Indicator
    due: Period
    direction: int
    today: date
    points: Sequence[Point]
    baseline: Point | None
    year_to_date: Point | None
    last_year_to_date: Point | None
    last_full_year: Point | None
    later: Sequence[Point]
    has_any: bool

    @property
    def target_point(self) -> DatedValue:
        """The value that is wanted, at the due date."""
        return DatedValue(self.due.end, self.target.value)

    @property
    def full_year(self) -> Point | None:
        """The latest comparable point, not counting a part of the due year; None without one."""
        return self.points[-1] if self.points else None

    @property
    def latest(self) -> Point | None:
        """The point that is shown beside the target: the due year's part before all others."""
        return self.year_to_date or self.full_year

    @property
    def compares(self) -> bool:
        """Whether the latest point counts towards the target.

        For an annual goal of a flow another year's value is none, nor is for a due date that
        is over one that met the target before it was set.
        """
        latest = self.latest
        if latest is None or self.is_stale:
            return False
        return not self.is_of_its_year or latest.span.year == self.due.year

    @property
    def is_stale(self) -> bool:
        """Whether the due date is over, and the one point is from before the target and met it."""
        is_old = self.latest is self.baseline and not self.is_final
        return self.is_past and self.baseline_holds and is_old

    @property
    def is_final(self) -> bool:
        """Whether the value of the due date itself is published."""
        return self.full_year is not None and self.full_year.date == self.due.end

    @property
    def is_past(self) -> bool:
        """Whether the due date is over."""
        return self.due.end < self.today

    @property
    def is_of_its_year(self) -> bool:
        """Whether no value of another year can meet the target."""
        is_annual = self.target.kind == TargetKind.ANNUAL
        return is_annual and self.indicator.measure.covers_a_period

    @property
    def is_broken(self) -> bool:
        """Whether the baseline was better than the target, and the latest value is worse."""
        baseline, latest = self.baseline, self.full_year
        if baseline is None or latest is None or not self.direction or self.is_of_its_year:
            return False
        is_better = (baseline.value - self.target.value) * self.direction > 0
        return is_better and self.baseline_holds and not self.holds(latest)

    @property
    def is_beyond(self) -> bool:
        """Whether an exact target was passed by, the wrong way round as much as the right one."""
        baseline, latest, goal = self.baseline, self.full_year, self.target.value
        if self.direction or baseline is None or latest is None:
            return False
        return (latest.value - goal) * (baseline.value - goal) < 0

    @property
    def baseline_holds(self) -> bool:
        """Whether the target was met before anything was done for it."""
        return self.baseline is not None and self.holds(self.baseline)

    def holds(self, point: Point) -> bool:
        """Whether a point meets the target."""
        measure, qualifier = self.indicator.measure, point.row.qualifier
        return comparison.holds(point.value, self.target, self.direction, measure, qualifier)

    def surpasses(self, point: Point) -> bool:
        """Whether a point meets an `=` by more than it asks."""
        measure = self.indicator.measure
        return comparison.surpasses(point.value, self.target, self.direction, measure)

    @property
    def closing(self) -> Point | None:
        """The first point after the due date that meets the target, else the last one there.

        None while the target is not due, and for what a later value says nothing of: a growth
        rate, an exact value, a cap for one year.
        """
        is_own_cap = self.is_of_its_year and self.direction < 0
        if not (self.is_past and self.later and self.direction) or is_own_cap:
            return None
        return next((p for p in self.later if self.holds(p)), self.later[-1])

    @property
    def is_awaited(self) -> bool:
        """Whether the value of the due date may still be published: 18 months are not over."""
        year, month = divmod(self.due.end.year * YEAR + self.due.end.month - 1 + AWAITED, YEAR)
        return (self.today.year, self.today.month) <= (year, month + 1)


def evidence(
    target: Target, indicator: Indicator, history: Sequence[Point], today: date
) -> Evidence:
    """Sort the points of a target's series, as `actual_points` returns them, for the day `today`.

    The average growth that a plan wants over years compares with no single year's rate: such a
    target has no points.
    """
    due = periods.of(target.period, indicator.measure)
    is_rate = indicator.measure.is_rate
    is_average = target.kind == TargetKind.PLAN and is_rate
    first = base_year(target)
    history = [point for point in history if point.date.year >= first]
    points = [] if is_average else comparable(history, indicator, due)
    part = None if is_average else so_far(history, indicator, due)
    months = part.span.cumulated if part else YEAR
    before = due.year - 1
    return Evidence(
        target=target,
        indicator=indicator,
        due=due,
        direction=comparison.direction(target, indicator),
        today=today,
        points=points,
        baseline=None if is_rate else _baseline(points, _first_day(target.source)),
        year_to_date=part,
        last_year_to_date=cumulated(history, before, months) if part else None,
        last_full_year=cumulated(history, before, YEAR) if part else None,
        later=[] if is_rate else _later(history, indicator, due),
        has_any=bool(history),
    )


def base_year(target: Target) -> int:
    """The first year whose figures say anything of a target.

    The year before it was set; for a five-year plan the year that it counts from, where that is
    earlier, and for what is undated the year before it is due.
    """
    due = periods.parse(target.period).end.year
    published = target.source.published
    before = min(periods.parse(published).start.year if published else due, due) - 1
    is_five_year = target.kind != TargetKind.ANNUAL and not due % PLAN_YEARS
    return min(before, due - PLAN_YEARS) if is_five_year else before


def _later(history: Sequence[Point], indicator: Indicator, due: Period) -> list[Point]:
    """The points after the due date that compare with it: a flow's over the same months."""
    return comparable(history, indicator, due, is_later=True)


def _first_day(source: Source) -> date | None:
    """The first day that a publication can be of: a year given alone begins in January."""
    return periods.parse(source.published).start if source.published else None


def _baseline(points: Sequence[Point], published: date | None) -> Point | None:
    """The last point at or before the target was published, else the earliest before the latest."""
    before = [p for p in points if published and p.date <= published]
    if before:
        return before[-1]
    has_later = bool(points) and points[0].date < points[-1].date
    return points[0] if has_later else None


def reached(evidence: Evidence) -> Point | None:
    """The first point that meets the target, None when none does.

    A target that the baseline met already is a limit to keep, and an exact one is met only while
    it holds: there the latest point decides. One from before the target was set says nothing of
    a due date that is over. An annual goal of a flow is met by the value of its own year only.
    """
    if evidence.is_of_its_year:
        first = evidence.full_year if evidence.is_final else None
    elif evidence.baseline_holds or not evidence.direction:
        first = None if evidence.is_stale else evidence.full_year
    else:
        since = evidence.baseline.date if evidence.baseline else date.min
        first = next((p for p in evidence.points if p.date > since and evidence.holds(p)), None)
    return first if first and evidence.holds(first) else _reached_early(evidence)


def _reached_early(evidence: Evidence) -> Point | None:
    """A flow that reached the year's target before the year is over."""
    part = evidence.year_to_date
    is_flow = evidence.indicator.measure == Measure.FLOW
    return part if part and is_flow and evidence.direction > 0 and evidence.holds(part) else None


def is_exceeded(evidence: Evidence) -> bool:
    """Whether a cap for a year's flow is exceeded before the year is over."""
    part = evidence.year_to_date
    is_flow = evidence.indicator.measure == Measure.FLOW
    return bool(part and is_flow and evidence.direction < 0 and not evidence.holds(part))
