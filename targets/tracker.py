"""Targets side by side: which revises which, which leads, how many have which status."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from indicators import periods
from indicators.records import Target
from targets.assessment import Assessment
from targets.rules import (
    BEHIND,
    FAR_BEHIND,
    MISSED,
    MOVING_AWAY,
    OVERDUE,
    SLIGHTLY_BEHIND,
    STATUSES,
)

SOON = 12  # months
LAGGING = (SLIGHTLY_BEHIND, BEHIND, FAR_BEHIND, MOVING_AWAY, MISSED)  # the worst last


@dataclass(frozen=True, slots=True)
class TrackedTarget:
    """An assessment among the others.

    `revised_by` is the later target that replaces this one, `restates` the earlier one that
    says the same.
    """

    assessment: Assessment
    revised_by: Target | None = None
    restates: Target | None = None

    @property
    def target(self) -> Target:
        return self.assessment.target

    @property
    def status(self) -> str:
        return self.assessment.status

    @property
    def due(self) -> date:
        return periods.parse(self.target.period).end


def spoken(rows: Iterable[TrackedTarget]) -> list[TrackedTarget]:
    """Those that a figure speaks to: it can be held against the target."""
    return [row for row in rows if row.assessment.gap is not None]


def standings(rows: Iterable[Assessment]) -> list[TrackedTarget]:
    """Return the assessments with what revises or repeats them, in their order."""
    ordered = list(rows)
    groups: dict[tuple[str, ...], list[Target]] = defaultdict(list)
    for row in ordered:
        groups[_promise(row.target)].append(row.target)
    return [_standing(row, groups[_promise(row.target)]) for row in ordered]


def _promise(target: Target) -> tuple[str, ...]:
    """Targets of one promise speak of the same year in the same way; their values may differ."""
    due = periods.stretch(target.period).text
    return target.indicator, target.region, due, target.kind, target.comparator


def _standing(row: Assessment, promise: Sequence[Target]) -> TrackedTarget:
    own = row.target
    if len(promise) == 1:
        return TrackedTarget(row)
    later = [t for t in promise if t.value != own.value and _revises(t, own)]
    same = [t for t in promise if t.value == own.value]
    first = min(same, key=_statement)
    return TrackedTarget(
        row,
        revised_by=max(later, key=_statement, default=None),
        restates=None if first is own else first,
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


def in_force(rows: Iterable[TrackedTarget]) -> list[TrackedTarget]:
    """The targets that no later document has replaced."""
    return [row for row in rows if row.revised_by is None]


def counts(rows: Iterable[TrackedTarget]) -> dict[str, int]:
    """The number of targets in force by status, those that occur, best first."""
    found = Counter(row.status for row in in_force(rows))
    return {status: found[status] for status in STATUSES if found[status]}


def overdue(rows: Iterable[TrackedTarget]) -> list[TrackedTarget]:
    """Targets in force whose due date is past without a figure, the latest first."""
    found = [row for row in in_force(rows) if row.status == OVERDUE]
    return sorted(found, key=lambda row: row.due, reverse=True)


def falling_due(rows: Iterable[TrackedTarget], today: date) -> list[TrackedTarget]:
    """Targets in force that fall due within twelve months, the next first."""
    last = _months_later(today, SOON)
    found = [row for row in in_force(rows) if today <= row.due <= last]
    return sorted(found, key=lambda row: row.due)


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = periods.parse(f"{year}-{month + 1:02}").end
    return min(last, last.replace(day=min(day.day, last.day)))


def by_due(rows: Iterable[TrackedTarget], today: date) -> list[TrackedTarget]:
    """The next due first, then what is past, the latest first; revised ones after the others."""
    return sorted(rows, key=lambda row: _due_order(row, today))


def _due_order(row: TrackedTarget, today: date) -> tuple[bool, int, bool, int]:
    is_past = row.due < today
    day = row.due.toordinal()
    kind = row.target.kind.order
    order = -day if is_past else day
    return is_past, order, row.revised_by is not None, kind


def leading(rows: Iterable[TrackedTarget], today: date) -> TrackedTarget | None:
    """The target in force that is due next, else the one that was due last; the first of equals."""
    return min(in_force(rows), key=lambda row: _due_order(row, today), default=None)
