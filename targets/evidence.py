"""What is known of one target: the points that count, and what they say before any rule."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from indicators import periods
from indicators.periods import Period
from indicators.points import YEAR, Point, Spot, comparable, cumulated, so_far
from indicators.records import Indicator, Source, Target
from indicators.vocabulary import Measure, TargetKind
from targets import comparison


@dataclass(frozen=True, slots=True)
class Evidence:
    """A target with its facts.

    `points` are the comparable ones up to the due date; `part` is the cumulated figure of the
    due year while the whole year is not published; `last_part` and `last_year` are last
    year's figures over the same months and over the whole year; `base` is the point that
    growth is counted from.
    """

    target: Target
    indicator: Indicator
    due: Period
    sense: int
    today: date
    points: Sequence[Point]
    base: Point | None
    part: Point | None
    last_part: Point | None
    last_year: Point | None
    has_any: bool

    @property
    def goal(self) -> Spot:
        return Spot(self.due.moment, self.target.value)

    @property
    def whole(self) -> Point | None:
        """The latest comparable figure, not counting a part of the due year."""
        return self.points[-1] if self.points else None

    @property
    def latest(self) -> Point | None:
        """The figure that stands beside the target."""
        return self.part or self.whole

    @property
    def compares(self) -> bool:
        """Whether the latest figure counts towards the target.

        For an annual goal of a flow another year's figure is none, nor is for a due date that
        is over one that met the target before it was set.
        """
        latest = self.latest
        if latest is None or self.is_stale:
            return False
        return not self.is_of_its_year or latest.span.year == self.due.year

    @property
    def is_stale(self) -> bool:
        """Whether all that is known of a due date gone by is that the target was met before."""
        is_old = self.latest is self.base and not self.is_final
        return self.is_past and self.base_holds and is_old

    @property
    def is_final(self) -> bool:
        """Whether the figure of the due date itself is published."""
        return self.whole is not None and self.whole.span.end == self.due.end

    @property
    def is_past(self) -> bool:
        """Whether the due date is over."""
        return self.due.end < self.today

    @property
    def is_of_its_year(self) -> bool:
        """Whether no figure of another year can meet the target."""
        return self.target.kind == TargetKind.ANNUAL and self.indicator.measure.covers_a_period

    @property
    def is_broken(self) -> bool:
        """Whether the base was better than the target, and the latest figure is worse."""
        base, latest = self.base, self.whole
        if base is None or latest is None or not self.sense or self.is_of_its_year:
            return False
        is_better = (base.value - self.target.value) * self.sense > 0
        return is_better and self.base_holds and not self.holds(latest)

    @property
    def is_beyond(self) -> bool:
        """Whether an exact target was passed by, the wrong way round as much as the right one."""
        base, latest = self.base, self.whole
        if self.sense or base is None or latest is None:
            return False
        return (latest.value - self.target.value) * (base.value - self.target.value) < 0

    @property
    def base_holds(self) -> bool:
        """Whether the target was met before anything was done for it."""
        return self.base is not None and self.holds(self.base)

    def holds(self, point: Point) -> bool:
        """Whether a point meets the target."""
        return comparison.holds(point.value, self.target, self.sense, point.row.qualifier)


def case(target: Target, indicator: Indicator, known: Sequence[Point], today: date) -> Evidence:
    """Sort the points of a target's series, as `actual_points` returns them, for `today`."""
    due = periods.stretch(target.period)
    is_average = target.kind == TargetKind.PLAN and indicator.measure.is_rate
    points = [] if is_average else comparable(known, indicator, due)
    part = None if is_average else so_far(known, indicator, due)
    months = part.span.cumulated if part else YEAR
    before = due.year - 1
    return Evidence(
        target=target,
        indicator=indicator,
        due=due,
        sense=comparison.sense(target, indicator),
        today=today,
        points=points,
        base=None if indicator.measure.is_rate else _base(points, _published(target.source)),
        part=part,
        last_part=cumulated(known, before, months) if part else None,
        last_year=cumulated(known, before, YEAR) if part else None,
        has_any=bool(known),
    )


def _published(source: Source) -> date | None:
    """The first day that a publication can be of: a year given alone begins in January."""
    return periods.parse(source.published).start if source.published else None


def _base(points: Sequence[Point], published: date | None) -> Point | None:
    """The last point at or before the target was published, else the earliest before the latest."""
    before = [p for p in points if published and p.span.end <= published]
    if before:
        return before[-1]
    has_later = bool(points) and points[0].span.end < points[-1].span.end
    return points[0] if has_later else None


def reached(case: Evidence) -> Point | None:
    """The first point that meets the target, None when none does.

    A target that the base met already is a limit to keep, and an exact one is met only while
    it holds: there the latest figure decides. One from before the target was set says nothing of
    a due date that is over. An annual goal of a flow is met by the figure of its own year only.
    """
    if case.is_of_its_year:
        found = case.whole if case.is_final else None
    elif case.base_holds or not case.sense:
        found = None if case.is_stale else case.whole
    else:
        since = case.base.moment if case.base else 0.0
        found = next((p for p in case.points if p.moment > since and case.holds(p)), None)
    return found if found and case.holds(found) else _reached_early(case)


def _reached_early(case: Evidence) -> Point | None:
    """A flow that reached the year's target before the year is over."""
    part = case.part
    is_flow = case.indicator.measure == Measure.FLOW
    return part if part and is_flow and case.sense > 0 and case.holds(part) else None


def is_exceeded(case: Evidence) -> bool:
    """Whether a cap for a year's flow is exceeded before the year is over."""
    part = case.part
    is_flow = case.indicator.measure == Measure.FLOW
    return bool(part and is_flow and case.sense < 0 and not case.holds(part))
