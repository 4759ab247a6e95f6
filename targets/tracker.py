"""Targets side by side: which revises which, which leads, how many have which status."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from indicators import periods
from indicators.records import Indicator, Target
from targets.assessment import Assessment
from targets.rules import TargetStatus
from targets.tracked import TargetTime, TrackedTarget

SOON = 12  # months


def tracked(
    assessments: Iterable[Assessment], indicators: Mapping[str, Indicator]
) -> list[TrackedTarget]:
    """Return each promise once, as its first publication tells it; rivals stand together.

    Publications that tell the same promise make one row; a later one with another value replaces
    what an earlier one of its kind told. `indicators` are by id.
    """
    subjects: dict[tuple[str, ...], list[Assessment]] = defaultdict(list)
    for row in assessments:
        subjects[_subject(row.target, indicators)].append(row)
    return [row for rows in subjects.values() for row in _rivals(_promises(rows))]


def _subject(target: Target, indicators: Mapping[str, Indicator]) -> tuple[str, ...]:
    """What a target speaks of: values of one subject are the same promise, or rival ones."""
    due = periods.of(target.period, indicators[target.indicator].measure).text
    return target.indicator, target.region, due, target.comparator


def _promises(assessments: Sequence[Assessment]) -> list[TrackedTarget]:
    """A row for each value told of one subject, with the publications that repeat it."""
    told: dict[float, list[Assessment]] = defaultdict(list)
    for row in assessments:
        told[row.target.value].append(row)
    return [_promise(statements) for statements in told.values()]


def _promise(statements: Sequence[Assessment]) -> TrackedTarget:
    first, *later = sorted(statements, key=lambda row: _statement(row.target))
    return TrackedTarget(first, restated=tuple(row.target for row in later))


def _rivals(rows: Sequence[TrackedTarget]) -> list[TrackedTarget]:
    """The rows of one subject, each with what replaces it and what it replaces."""
    heirs = [_heir(row, rows) for row in rows]
    return [
        replace(
            row,
            revised_by=heir,
            replaces=tuple(
                other.target
                for other, its_heir in zip(rows, heirs, strict=True)
                if its_heir in row.statements
            ),
        )
        for row, heir in zip(rows, heirs, strict=True)
    ]


def _heir(row: TrackedTarget, rows: Sequence[TrackedTarget]) -> Target | None:
    """The latest statement of another value that replaces this row; None where none does."""
    last = row.statements[-1]
    later = [
        statement
        for other in rows
        if other is not row
        for statement in other.statements
        if statement.kind is last.kind and _revises(statement, last)
    ]
    return max(later, key=_statement, default=None)


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


def current(targets: Iterable[TrackedTarget], today: date) -> list[TrackedTarget]:
    """The targets in force that are due in the last full year or later, in their order."""
    return [row for row in targets if row.time(today) is TargetTime.CURRENT]


def counts(targets: Iterable[TrackedTarget]) -> dict[TargetStatus, int]:
    """The number of targets by status, those that occur, best first."""
    numbers = Counter(row.status for row in targets)
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
