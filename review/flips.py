"""Targets whose verdict one release changes."""

from dataclasses import dataclass
from datetime import date

from indicators.points import Point
from indicators.records import Target
from review.assessed import assessments
from review.differences import Differences
from targets.assessment import Assessment
from targets.rules import RuleBook, TargetStatus


@dataclass(frozen=True, slots=True)
class Flip:
    """A target that both releases state, with what each of them makes of it on one day."""

    before: Assessment
    after: Assessment

    @property
    def target(self) -> Target:
        return self.after.target

    @property
    def is_lost(self) -> bool:
        """Whether it was met in time and no more is, or was met later and is met at no time."""
        before, after = self.before.status, self.after.status
        if before is TargetStatus.MET_LATER:
            return not after.is_met and after is not before
        return before.is_met and not after.is_met

    @property
    def figures(self) -> tuple[Point | None, Point | None]:
        """The point that spoke before and the one that speaks after; None where none does."""
        return self.before.reached or self.before.latest, self.after.reached or self.after.latest


def flips(differences: Differences, today: date, rules: RuleBook) -> list[Flip]:
    """The targets whose status differs, both assessed for the day `today`.

    Only those are assessed whose figures or whose own row differ; all of them where what figures
    are measured by has changed.
    """
    series = None if differences.touches_all else differences.series
    if series is not None and not series:
        return []
    before = assessments(differences.before, series, today, rules)
    after = assessments(differences.after, series, today, rules)
    return [
        Flip(before[key], row)
        for key, row in after.items()
        if key in before and before[key].status is not row.status
    ]
