"""A target as the tracker shows it: assessed, and with what revises or repeats it."""

from dataclasses import dataclass
from datetime import date

from indicators import periods
from indicators.records import Target
from targets.assessment import Assessment
from targets.rules import TargetStatus


@dataclass(frozen=True, slots=True)
class TrackedTarget:
    """A target with its assessment, among the others of its kind.

    `revised_by` is the later target that replaces this one, `restates` the earlier one that
    says the same; None where there is none.
    """

    assessment: Assessment
    revised_by: Target | None = None
    restates: Target | None = None

    @property
    def target(self) -> Target:
        return self.assessment.target

    @property
    def status(self) -> TargetStatus:
        return self.assessment.status

    @property
    def due(self) -> date:
        """The last day of the period that the target is for."""
        return periods.parse(self.target.period).end
