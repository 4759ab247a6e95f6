"""The readings, by numbers one can work out on paper."""

import pytest

from indicators.points import Spot
from targets import readings

BASE, GOAL = Spot(2021, 100), Spot(2026, 130)


def test_the_first_worked_case_of_the_design() -> None:
    growth = readings.growth(BASE, Spot(2023, 110), GOAL)
    path = readings.path(BASE, Spot(2023, 110), GOAL)
    assert growth is not None
    assert path is not None
    assert round(growth.value, 2) == 0.91
    assert (round(growth.done, 4), round(growth.wanted, 4)) == (0.0488, 0.0539)
    assert (round(path.value, 3), round(path.done, 3), path.wanted) == (-0.067, 0.333, 0.4)


def test_the_second_worked_case_of_the_design() -> None:
    growth = readings.growth(BASE, Spot(2024, 180), Spot(2026, 400))
    path = readings.path(BASE, Spot(2024, 180), Spot(2026, 400))
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
        (Spot(2021, 0), Spot(2023, 110), GOAL),
        (Spot(2021, -5), Spot(2023, 110), GOAL),
        (BASE, Spot(2023, 0), GOAL),
        (BASE, Spot(2023, 110), Spot(2026, 0)),
        (BASE, Spot(2023, 110), Spot(2026, 100)),  # nothing is required
        (BASE, Spot(2021, 110), GOAL),  # no time has passed
        (BASE, Spot(2020, 110), GOAL),
        (Spot(2021, 1e-300), Spot(2023, 1e300), GOAL),
    ],
)
def test_growth_needs_three_positive_values_in_order_of_time(
    base: Spot, current: Spot, goal: Spot
) -> None:
    assert readings.growth(base, current, goal) is None


@pytest.mark.parametrize(
    ("current", "goal"),
    [
        (Spot(2021, 110), GOAL),
        (Spot(2020, 110), GOAL),
        (Spot(2027, 110), GOAL),  # after the due date
        (Spot(2023, 110), Spot(2026, 100)),
    ],
)
def test_a_path_needs_a_distance_and_a_time_between(current: Spot, goal: Spot) -> None:
    assert readings.path(BASE, current, goal) is None


def test_a_path_may_start_at_zero_or_below() -> None:
    assert readings.path(Spot(2020, -10), Spot(2022, 0), Spot(2024, 10)) == readings.Parts(
        0, 0.5, 0.5
    )


def test_a_pace_needs_a_positive_target() -> None:
    assert readings.pace(1, 0, 0.5) is None
    assert readings.pace(1, -1, 0.5) is None


def test_the_own_clock_is_the_share_done_last_year() -> None:
    assert readings.own_clock(30, 120) == 0.25
    assert readings.own_clock(130, 120) is None
    assert readings.own_clock(-1, 120) is None
    assert readings.own_clock(0, 0) is None


def test_growth_goes_on_compound_and_else_straight() -> None:
    assert readings.projected(BASE, Spot(2023, 121), 2025) == pytest.approx(146.41)
    assert readings.projected(Spot(2021, -4), Spot(2023, 0), 2025) == 4
    assert readings.projected(BASE, Spot(2021, 110), 2025) is None


@pytest.mark.parametrize(
    ("base", "current", "goal", "moment"),
    [
        (BASE, Spot(2022, 110), 121, 2023),
        (BASE, Spot(2022, 90), 72.9, 2024),
        (Spot(2021, 0), Spot(2022, 5), 15, 2024),  # along the line
        (BASE, Spot(2022, 100), 130, None),  # standing still
        (BASE, Spot(2022, 90), 130, None),  # going the other way
        (Spot(2021, 5), Spot(2022, 5), -5, None),
        (BASE, Spot(2021, 110), 0, None),
    ],
)
def test_the_goal_is_reached_at_a_moment_or_never(
    base: Spot, current: Spot, goal: float, moment: float | None
) -> None:
    assert readings.arrival(base, current, goal) == pytest.approx(moment)


def test_what_each_remaining_month_has_to_bring() -> None:
    assert readings.per_month(56.5, 100, 5) == pytest.approx(6.2143, abs=1e-4)
