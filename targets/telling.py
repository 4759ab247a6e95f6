"""Which of several targets are told first: who is behind, what is under way, what is awaited."""

from collections.abc import Iterable

from targets.rules import LAGGING, TargetStatus
from targets.tracked import TrackedTarget

TOLD = 3  # sentences are what a reader takes along
# The groups in the order they are told, in each the statuses in theirs: the worst verdict first.
GROUPS: tuple[tuple[TargetStatus, ...], ...] = (
    tuple(reversed(LAGGING)),
    (TargetStatus.ON_TRACK, TargetStatus.NOT_DUE),
    (TargetStatus.AWAITED,),
    (TargetStatus.SURPASSED, TargetStatus.ACHIEVED, TargetStatus.MET_LATER),
)
LAST = (len(GROUPS), 0)  # the place of a target of which nothing can be told


def urgency(row: TrackedTarget) -> tuple[int, int]:
    """The place of a target when the most urgent are told first; what nothing is known of last."""
    for place, group in enumerate(GROUPS):
        if row.status in group:
            return place, group.index(row.status)
    return LAST


def telling(rows: Iterable[TrackedTarget]) -> list[TrackedTarget]:
    """At most `TOLD` targets with a figure beside them, one a group, the most urgent first.

    Where several groups are empty there are fewer; what stands first in `rows` wins among equals.
    """
    told: dict[int, TrackedTarget] = {}
    for row in sorted((row for row in rows if row.assessment.gap is not None), key=urgency):
        told.setdefault(urgency(row)[0], row)
    return list(told.values())[:TOLD]
