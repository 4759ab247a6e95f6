"""A target as the tracker shows it: assessed, with what repeats, replaces or precedes it."""

from dataclasses import dataclass
from datetime import date

from indicators import periods
from indicators.records import Target
from indicators.vocabulary import RankedWord
from targets.assessment import Assessment
from targets.rules import TargetStatus


class TargetTime(RankedWord):
    """What kind of target it is by time: due in the last full year or later, before, replaced."""

    CURRENT = "current"
    PAST = "past"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class TrackedTarget:
    """A target with its assessment, among the others of its kind.

    `restated` are later statements of the same promise, the earliest first; `revised_by` is the
    later target that replaces it, None where none does; `replaces` are those that it replaced.
    """

    assessment: Assessment
    restated: tuple[Target, ...] = ()
    revised_by: Target | None = None
    replaces: tuple[Target, ...] = ()

    @property
    def target(self) -> Target:
        return self.assessment.target

    @property
    def statements(self) -> tuple[Target, ...]:
        """The promise as each publication tells it, the earliest first."""
        return self.target, *self.restated

    @property
    def status(self) -> TargetStatus:
        return self.assessment.status

    @property
    def due(self) -> date:
        """The last day of the period that the target is for."""
        return periods.parse(self.target.period).end

    def time(self, today: date) -> TargetTime:
        """Its kind by time on the day `today`."""
        return TargetTime.SUPERSEDED if self.revised_by else self.time_in_force(today)

    def time_in_force(self, today: date) -> TargetTime:
        """Its kind by time, and that of what replaces it, which is due on the same day."""
        return TargetTime.CURRENT if self.due.year >= today.year - 1 else TargetTime.PAST
