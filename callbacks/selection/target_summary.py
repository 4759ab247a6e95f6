"""What is shown of the targets of a base or a region on its page."""

from collections.abc import Sequence

from layouts.targets.summary import TargetSummary
from layouts.view import View
from targets import tracker
from targets.tracked import TargetTime, TrackedTarget


def target_summary(view: View, rows: Sequence[TrackedTarget]) -> TargetSummary:
    """Count the targets and sort out what is comparable, what falls due, and what is overdue.

    Those that weigh most come first, each part in the order of `rows`.
    """
    today = view.context.today
    now = sorted(tracker.current(rows, today), key=lambda row: _weight(view, row))
    return TargetSummary(
        count=len(now),
        past=sum(row.time(today) is TargetTime.PAST for row in rows),
        counts=tracker.counts(now),
        comparable=tracker.comparable(now),
        falling_due=tracker.falling_due(now, today),
        overdue=sorted(tracker.overdue(now), key=lambda row: _weight(view, row)),
    )


def _weight(view: View, row: TrackedTarget) -> tuple[bool, bool, int]:
    """Headlines before other indicators, regions before companies, the highest region first."""
    indicator = view.indicator(row.target.indicator)
    level = view.region(row.target.region).level
    return indicator.headline is None, indicator.is_of_a_company, level.order
