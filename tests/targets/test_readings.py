"""The readings, by numbers one can work out on paper."""

from datetime import date

import pytest

from indicators.points import DatedValue
from targets import readings


def end(year: int, value: float) -> DatedValue:
    """A value at the end of a year."""
    return DatedValue(date(year, 12, 31), value)


BASE, GOAL = end(2020, 100), end(2025, 130)


def test_the_first_worked_case_of_the_design() -> None:
    growth = readings.growth(BASE, end(2022, 110), GOAL)
    path = readings.path(BASE, end(2022, 110), GOAL)
    assert growth is not None
    assert path is not None
    assert round(growth.value, 2) == 0.91
    assert (round(growth.done, 4), round(growth.wanted, 4)) == (0.0488, 0.0539)
    assert (round(path.value, 3), round(path.done, 3), path.wanted) == (-0.067, 0.333, 0.4)


def test_the_second_worked_case_of_the_design() -> None:
    growth = readings.growth(BASE, end(2023, 180), end(2025, 400))
    path = readings.path(BASE, end(2023, 180), end(2025, 400))
    assert growth is not None
    assert path is not None
    assert round(growth.value, 2) == 0.68
    assert round(path.value, 3) == -0.333


@pytest.mark.parametrize(
    ("done", "months", "lead"), [(56.5, 5, 0.148), (44, 5, 0.023), (55, 6, 0.050)]
)
def test_the_worked_cases_of_the_pace(done: float, months: int, lead: float) -> None:
    found = readings.pace(done, 100, months / 12)
    assert found is not None
    assert round(found.value, 3) == lead


def test_below_a_cap_less_is_ahead() -> None:
    found = readings.pace(40, 100, 0.5, is_cap=True)
    assert found == readings.Parts(0.1, 0.4, 0.5)


@pytest.mark.parametrize(
    ("base", "current", "goal"),
    [
        (end(2020, 0), end(2022, 110), GOAL),
        (end(2020, -5), end(2022, 110), GOAL),
        (BASE, end(2022, 0), GOAL),
        (BASE, end(2022, 110), end(2025, 0)),
        (BASE, end(2022, 110), end(2025, 100)),  # nothing is required
        (BASE, end(2020, 110), GOAL),  # no time has passed
        (BASE, end(2019, 110), GOAL),
        (end(2020, 1e-300), end(2022, 1e300), GOAL),
    ],
)
def test_growth_needs_three_positive_values_in_order_of_time(
    base: DatedValue, current: DatedValue, goal: DatedValue
) -> None:
    assert readings.growth(base, current, goal) is None


@pytest.mark.parametrize(
    ("current", "goal"),
    [
        (end(2020, 110), GOAL),
        (end(2019, 110), GOAL),
        (end(2026, 110), GOAL),  # after the due date
        (end(2022, 110), end(2025, 100)),
    ],
)
def test_a_path_needs_a_distance_and_a_time_between(current: DatedValue, goal: DatedValue) -> None:
    assert readings.path(BASE, current, goal) is None


def test_a_path_may_start_at_zero_or_below() -> None:
    assert readings.path(end(2019, -10), end(2021, 0), end(2023, 10)) == readings.Parts(0, 0.5, 0.5)


def test_a_pace_needs_a_positive_target() -> None:
    assert readings.pace(1, 0, 0.5) is None
    assert readings.pace(1, -1, 0.5) is None


def test_the_own_clock_is_the_share_done_last_year() -> None:
    assert readings.own_clock(30, 120) == 0.25
    assert readings.own_clock(130, 120) is None
    assert readings.own_clock(-1, 120) is None
    assert readings.own_clock(0, 0) is None


def test_growth_goes_on_compound_and_else_straight() -> None:
    assert readings.projected(BASE, end(2022, 121), 2) == pytest.approx(146.41)
    assert readings.projected(end(2020, -4), end(2022, 0), 2) == 4
    assert readings.projected(BASE, end(2020, 110), 4) is None


@pytest.mark.parametrize(
    ("base", "current", "goal", "years"),
    [
        (BASE, end(2021, 110), 121, 1),
        (BASE, end(2021, 90), 72.9, 2),
        (end(2020, 0), end(2021, 5), 15, 2),  # along the line
        (BASE, end(2021, 100), 130, None),  # standing still
        (BASE, end(2021, 90), 130, None),  # going the other way
        (end(2020, 5), end(2021, 5), -5, None),
        (BASE, end(2020, 110), 0, None),
    ],
)
def test_the_goal_is_reached_after_some_years_or_never(
    base: DatedValue, current: DatedValue, goal: float, years: float | None
) -> None:
    assert readings.years_until(base, current, goal) == pytest.approx(years)


def test_what_each_remaining_month_has_to_bring() -> None:
    assert readings.per_month(56.5, 100, 5) == pytest.approx(6.2143, abs=1e-4)
