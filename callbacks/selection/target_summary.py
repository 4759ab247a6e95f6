"""What is shown of the targets of a base or a region on its page."""

from collections.abc import Sequence
from datetime import date

from layouts.targets.summary import TargetSummary
from targets import tracker
from targets.tracked import TargetTime, TrackedTarget


def target_summary(rows: Sequence[TrackedTarget], today: date) -> TargetSummary:
    """Count the targets and sort out what is comparable, what falls due, and what is overdue.

    Of the comparable ones those that can be judged stand before those that cannot be yet, each
    part in the order of `rows`.
    """
    now = tracker.current(rows, today)
    comparable = tracker.comparable(now)
    return TargetSummary(
        count=len(now),
        past=sum(row.time(today) is TargetTime.PAST for row in rows),
        counts=tracker.counts(now),
        comparable=sorted(comparable, key=lambda row: not row.status.is_judged),
        falling_due=tracker.falling_due(now, today),
        overdue=tracker.overdue(now),
    )
