"""Which targets are told first."""

from targets.assessment import Assessment
from targets.rules import TargetStatus
from targets.telling import telling, urgency
from targets.tracked import TrackedTarget
from tests.support.assessment_rows import target


def row(of: str, status: str, gap: float | None = -1.0) -> TrackedTarget:
    return TrackedTarget(Assessment(target(1, of=of), TargetStatus(status), gap=gap))


def told(*rows: TrackedTarget) -> list[str]:
    return [each.target.indicator for each in telling(rows)]


def test_one_of_each_kind_the_most_urgent_first() -> None:
    rows = [row("a", "achieved"), row("b", "awaited"), row("c", "not_due"), row("d", "missed")]
    assert told(*rows) == ["d", "c", "b"]


def test_the_worst_verdict_stands_for_those_that_lag_the_first_of_equals() -> None:
    assert told(row("a", "behind"), row("b", "missed"), row("c", "missed")) == ["b"]


def test_what_is_reached_is_told_where_nothing_is_more_urgent() -> None:
    assert told(row("a", "achieved"), row("b", "on_track")) == ["b", "a"]


def test_what_has_no_figure_beside_it_is_not_told() -> None:
    assert told(row("a", "awaited", gap=None), row("b", "no_data", gap=None)) == []


def test_what_nothing_is_known_of_comes_last() -> None:
    order = sorted(TargetStatus, key=lambda status: urgency(row("a", status)))
    assert order[0] is TargetStatus.STILL_UNMET
    assert {*order[-2:]} == {TargetStatus.UNRECORDED, TargetStatus.NO_DATA}
