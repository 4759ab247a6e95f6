"""Where the trend leads, and what a target still takes."""

from datetime import date

import pytest

from targets.projection import NOTHING
from tests.support.assessment_rows import assessed, points, target

SINCE_2020 = points(y2020=100, y2022=110)
NEXT_DAY = date(2026, 1, 1)  # the targets of 2025 are over


def test_the_year_and_the_value_to_which_growth_leads() -> None:
    ahead = assessed(target(146.41), points(y2020=100, y2021=110), today=date(2022, 6, 1))
    assert ahead.projection.year == 2024
    assert ahead.projection.at_due == pytest.approx(161.051)
    assert ahead.projection.per_year == pytest.approx(1.331**0.25 - 1)


def test_between_two_ends_of_a_year_the_goal_is_reached_in_the_later_year() -> None:
    assert assessed(target(130), SINCE_2020).projection.year == 2026


def test_what_is_reached_after_a_century_or_never_has_no_year() -> None:
    assert assessed(target(1000), points(y2020=100, y2022=101)).projection.year is None
    assert assessed(target(130), points(y2020=100, y2022=90)).projection.year is None


def test_within_the_year_each_remaining_month_has_its_share() -> None:
    found = assessed(
        target(100, "2024", kind="annual", published="2024-01"), points(m2024_05=44), "flow"
    )
    assert found.projection.at_due == pytest.approx(105.6)
    assert found.projection.per_month == 8


def test_of_what_is_over_or_achieved_nothing_is_foreseen() -> None:
    assert assessed(target(130), SINCE_2020, today=NEXT_DAY).projection == NOTHING
    assert assessed(target(105), SINCE_2020).projection == NOTHING


def test_of_a_cap_that_is_broken_nothing_is_left_for_the_months() -> None:
    cap = target(100, "2024", "<=", kind="annual", published="2024-01")
    found = assessed(cap, points(m2024_05=101), "flow")
    assert (found.status, found.projection) == ("missed", NOTHING)


def test_an_even_pace_is_the_straight_line_to_the_target() -> None:
    halfway = assessed(target(200, "2024"), points(y2020=100, y2021=90), today=date(2022, 12, 31))
    assert halfway.projection.even_pace == pytest.approx(150)
    new = target(190, "2026", published="2026-01")
    one_figure = assessed(new, points(y2025=150), today=date(2026, 7, 2))
    assert one_figure.projection.even_pace == pytest.approx(150 + 40 * 183 / 365)


def test_an_even_year_has_brought_its_share_of_days() -> None:
    goal = target(366, "2024", kind="annual", published="2024-01")
    found = assessed(goal, points(m2024_05=44), "flow", today=date(2024, 6, 1))
    assert found.projection.even_pace == pytest.approx(153)


def test_no_pace_is_left_when_the_due_date_is_over() -> None:
    assert assessed(target(130), SINCE_2020, today=NEXT_DAY).projection.even_pace is None
