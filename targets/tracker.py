"""Targets side by side: which revises which, which leads, how many have which status."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from indicators import periods
from indicators.records import Target
from targets.assessment import Assessment
from targets.rules import TargetStatus
from targets.tracked import TrackedTarget

SOON = 12  # months


def tracked(assessments: Iterable[Assessment]) -> list[TrackedTarget]:
    """Return the assessed targets with what revises or repeats them, in their order."""
    rows = list(assessments)
    groups: dict[tuple[str, ...], list[Target]] = defaultdict(list)
    for row in rows:
        groups[_promise(row.target)].append(row.target)
    return [_tracked(row, groups[_promise(row.target)]) for row in rows]


def _promise(target: Target) -> tuple[str, ...]:
    """Targets of one promise speak of the same year in the same way; their values may differ."""
    due = periods.stretch(target.period).text
    return target.indicator, target.region, due, target.kind, target.comparator


def _tracked(row: Assessment, promise: Sequence[Target]) -> TrackedTarget:
    target = row.target
    if len(promise) == 1:
        return TrackedTarget(row)
    later = [t for t in promise if t.value != target.value and _revises(t, target)]
    same = [t for t in promise if t.value == target.value]
    first = min(same, key=_statement)
    return TrackedTarget(
        row,
        revised_by=max(later, key=_statement, default=None),
        restates=None if first is target else first,
    )


def _statement(target: Target) -> tuple[str, str]:
    """Earlier statements first; an undated one is taken for the earliest."""
    return target.source.published, target.source.id


def _revises(later: Target, earlier: Target) -> bool:
    """Whether one is from a later publication; a look back after the due date revises nothing."""
    dates = later.source.published, earlier.source.published
    if not all(dates):
        return False
    after, before = (periods.parse(text) for text in dates)
    return before.start < after.start <= periods.parse(later.period).end


def comparable(targets: Iterable[TrackedTarget]) -> list[TrackedTarget]:
    """Targets with a comparable latest value (`assessment.gap` is not None), in their order."""
    return [row for row in targets if row.assessment.gap is not None]


def in_force(targets: Iterable[TrackedTarget]) -> list[TrackedTarget]:
    """The targets that no later document has replaced, in their order."""
    return [row for row in targets if row.revised_by is None]


def counts(targets: Iterable[TrackedTarget]) -> dict[TargetStatus, int]:
    """The number of targets in force by status, those that occur, best first."""
    numbers = Counter(row.status for row in in_force(targets))
    return {status: numbers[status] for status in TargetStatus if numbers[status]}


def overdue(targets: Iterable[TrackedTarget]) -> list[TrackedTarget]:
    """Targets in force whose due date is past without a value for it, the latest first."""
    late = [row for row in in_force(targets) if row.status.is_missing]
    return sorted(late, key=lambda row: row.due, reverse=True)


def falling_due(targets: Iterable[TrackedTarget], today: date) -> list[TrackedTarget]:
    """Targets in force that fall due within twelve months of `today`, the next first."""
    last = _months_later(today, SOON)
    soon = [row for row in in_force(targets) if today <= row.due <= last]
    return sorted(soon, key=lambda row: row.due)


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = periods.parse(f"{year}-{month + 1:02}").end
    return min(last, last.replace(day=min(day.day, last.day)))


def by_due(targets: Iterable[TrackedTarget], today: date) -> list[TrackedTarget]:
    """The next due first, then what is past, the latest first; revised ones after the others."""
    return sorted(targets, key=lambda row: _due_order(row, today))


def _due_order(row: TrackedTarget, today: date) -> tuple[bool, int, bool, int]:
    is_past = row.due < today
    day = row.due.toordinal()
    order = -day if is_past else day
    return is_past, order, row.revised_by is not None, row.target.kind.order


def leading(targets: Iterable[TrackedTarget], today: date) -> TrackedTarget | None:
    """The target in force that is due next, else the one that was due last; the first of equals.

    None when none is in force.
    """
    return min(in_force(targets), key=lambda row: _due_order(row, today), default=None)
