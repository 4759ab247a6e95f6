"""Targets side by side."""

from datetime import date

import pytest

from indicators.records import Target
from targets import tracker
from targets.assessment import Assessment
from targets.rules import TargetStatus
from targets.tracked import TrackedTarget
from tests.support.assessment_rows import DAY, indicator, target

INDICATORS = {name: indicator("flow", name=name) for name in "ijabc"}
INDICATORS["s"] = indicator("stock", name="s")


def tracked(*rows: tuple[Target, str]) -> list[TrackedTarget]:
    assessments = (Assessment(row, TargetStatus(status)) for row, status in rows)
    return tracker.tracked(assessments, INDICATORS)


def of(*rows: Target) -> list[TrackedTarget]:
    return tracked(*((row, "on_track") for row in rows))


FIRST = target(100, published="2021-01", by="s1")
HIGHER = target(120, published="2022-05", by="s2")
HIGHEST = target(150, published="2023", by="s3")


def test_a_later_document_revises_an_earlier_one_and_the_last_one_counts() -> None:
    rows = of(FIRST, HIGHEST, HIGHER)
    assert [row.revised_by for row in rows] == [HIGHEST, None, HIGHEST]
    assert [row.target for row in tracker.in_force(rows)] == [HIGHEST]


@pytest.mark.parametrize(
    "other",
    [
        target(120, "2024", published="2022", by="s2"),  # another year
        target(120, comparator="<=", published="2022", by="s2"),
        target(120, kind="annual", published="2022", by="s2"),
        target(120, of="j", published="2022", by="s2"),
        target(120, published="", by="s2"),  # nobody knows when
        target(120, published="2021-01", by="s2"),  # at the same time
        target(120, published="2026-03", by="s2"),  # looks back
    ],
)
def test_what_is_no_revision(other: Target) -> None:
    assert [row.revised_by for row in of(FIRST, other)] == [None, None]


def test_on_the_due_day_itself_a_target_can_still_be_revised() -> None:
    last_day = target(120, published="2025-12-31", by="s2")
    assert [row.revised_by for row in of(FIRST, last_day)] == [last_day, None]


def test_one_stretch_of_time_in_two_spellings_is_one_promise() -> None:
    half = target(10, "2024-H1", published="2022")
    months = target(12, "2024-06/ytd", published="2023", by="s2")
    assert [row.revised_by for row in of(half, months)] == [months, None]


def test_one_moment_of_a_stock_in_two_spellings_is_one_promise() -> None:
    year = target(10, "2025", of="s", published="2022")
    day = target(12, "2025-12-31", of="s", published="2023", by="s2")
    assert [row.revised_by for row in of(year, day)] == [day, None]
    month = target(12, "2025-12", published="2023", by="s2")  # of a flow: one month, no year
    assert [row.revised_by for row in of(target(10, "2025", published="2022"), month)] == [
        None, None
    ]  # fmt: skip


def test_a_promise_told_by_several_publications_is_one_row() -> None:
    again = target(100, published="2022", by="s2", kind="aspiration")
    undated = target(100, published="", by="s0")
    assert [row.statements for row in of(again, FIRST)] == [(FIRST, again)]
    assert [row.statements for row in of(again, FIRST, undated)] == [(undated, FIRST, again)]


def test_what_was_replaced_and_told_again_is_in_force() -> None:
    again = target(100, published="2023", by="s3")
    rows = of(FIRST, HIGHER, again)
    assert [row.revised_by for row in rows] == [None, again]


def test_a_replacing_target_knows_what_it_replaced() -> None:
    rows = of(FIRST, HIGHER, HIGHEST)
    assert [row.replaces for row in rows] == [(), (), (FIRST, HIGHER)]


@pytest.mark.parametrize(
    ("due", "time"),
    [("2022", "past"), ("2023", "current"), ("2023-06", "current"), ("2030", "current")],
)
def test_what_is_due_in_the_last_full_year_or_later_is_current(due: str, time: str) -> None:
    assert [row.time(DAY) for row in of(target(1, due))] == [time]


def test_what_was_replaced_is_neither_current_nor_past() -> None:
    rows = of(FIRST, HIGHER)
    assert [row.time(DAY) for row in rows] == ["superseded", "current"]
    assert [row.target for row in tracker.current(rows, DAY)] == [HIGHER]


def test_counts_are_by_status_best_first() -> None:
    rows = tracked((target(1, of="a"), "missed"), (HIGHER, "awaited"),
                    (target(1, of="b"), "achieved"), (target(1, of="c"), "missed"))  # fmt: skip
    assert list(tracker.counts(rows).items()) == [("achieved", 1), ("missed", 2), ("awaited", 1)]


def test_what_is_overdue_the_latest_first() -> None:
    old, late = target(1, "2022", of="a"), target(1, "2023", of="b")
    rows = tracked((old, "awaited"), (late, "awaited"), (FIRST, "behind"))
    assert [row.target for row in tracker.overdue(rows)] == [late, old]


def test_what_was_revised_is_not_overdue() -> None:
    rows = tracked((FIRST, "awaited"), (HIGHER, "awaited"))
    assert [row.target for row in tracker.overdue(rows)] == [HIGHER]


@pytest.mark.parametrize(
    ("today", "due", "is_soon"),
    [
        (date(2024, 6, 1), "2025-06-01", True),
        (date(2024, 6, 1), "2025-06-02", False),
        (date(2024, 6, 1), "2024-06-01", True),
        (date(2024, 6, 1), "2024-05-31", False),
        (date(2024, 2, 29), "2025-02-28", True),  # there is no 29 February 2025
        (date(2024, 2, 29), "2025-03-01", False),
        (date(2023, 3, 1), "2024-02", True),
        (date(2024, 12, 31), "2025", True),
        (date(2024, 12, 30), "2025", False),
    ],
)
def test_what_falls_due_within_twelve_months(today: date, due: str, is_soon: bool) -> None:
    assert bool(tracker.falling_due(of(target(1, due)), today)) is is_soon


def test_the_next_due_comes_first_then_what_is_past_the_latest_first() -> None:
    years = ["2022", "2030", "2023", "2025"]
    rows = tracker.by_due(of(*(target(1, year) for year in years)), DAY)
    assert [row.target.period for row in rows] == ["2025", "2030", "2023", "2022"]


def test_revised_targets_come_after_the_others_and_plans_before_aspirations() -> None:
    hope = target(90, kind="aspiration")
    rows = tracker.by_due(of(hope, FIRST, HIGHER), DAY)
    assert [row.target for row in rows] == [HIGHER, hope, FIRST]


def test_the_target_in_force_that_is_due_next_leads() -> None:
    rows = of(target(1, "2023"), target(1, "2030"), FIRST, HIGHER)
    found = tracker.leading(rows, DAY)
    assert found is not None
    assert found.target == HIGHER


def test_else_the_one_that_was_due_last_leads() -> None:
    found = tracker.leading(of(target(1, "2022"), target(1, "2023")), DAY)
    assert found is not None
    assert found.due == date(2023, 12, 31)
    assert tracker.leading([], DAY) is None
