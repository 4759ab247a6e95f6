"""Which way is better, whether a figure holds, the share attained."""

import pytest

from indicators.vocabulary import Measure, Qualifier
from targets import comparison
from tests.support.assessment_rows import indicator, target


@pytest.mark.parametrize(
    ("comparator", "better", "direction"),
    [(">=", "down", 1), ("<=", "up", -1), ("=", "up", 1), ("=", "down", -1), ("=", "none", 0)],
)
def test_the_comparator_tells_which_way_is_better_else_the_indicator(
    comparator: str, better: str, direction: int
) -> None:
    goal = target(1, comparator=comparator)
    assert comparison.direction(goal, indicator(direction=better)) == direction


@pytest.mark.parametrize(
    ("value", "comparator", "direction", "holds"),
    [
        (100, ">=", 1, True), (99.99, ">=", 1, False),
        (100, "<=", -1, True), (100.01, "<=", -1, False),
        (98, "=", 1, True), (97.9, "=", 1, False), (180, "=", 1, True),
        (102, "=", -1, True), (102.1, "=", -1, False), (20, "=", -1, True),
        (98, "=", 0, True), (102, "=", 0, True), (97.9, "=", 0, False), (102.1, "=", 0, False),
    ],
)  # fmt: skip
def test_a_value_holds(value: float, comparator: str, direction: int, holds: bool) -> None:
    assert (
        comparison.holds(value, target(100, comparator=comparator), direction, Measure.STOCK)
        is holds
    )


@pytest.mark.parametrize(
    ("value", "qualifier", "comparator", "holds"),
    [
        (100, "under", ">=", False), (101, "under", ">=", True), (100, "over", ">=", True),
        (100, "over", "<=", False), (99, "over", "<=", True), (100, "under", "<=", True),
        (100, "about", ">=", True), (100, "under", "=", True),
    ],
)  # fmt: skip
def test_under_100_is_no_100_and_over_100_is_above_a_cap(
    value: float, qualifier: str, comparator: str, holds: bool
) -> None:
    direction = -1 if comparator == "<=" else 1
    assert (
        comparison.holds(
            value,
            target(100, comparator=comparator),
            direction,
            Measure.STOCK,
            Qualifier(qualifier),
        )
        is holds
    )


def test_an_output_is_no_cap_and_more_of_it_is_better() -> None:
    goal = target(5.6, comparator="=")
    assert comparison.direction(goal, indicator("flow", "none")) == 1
    assert comparison.direction(goal, indicator("ratio", "none")) == 0
    assert comparison.direction(target(5.6, comparator="<="), indicator("flow", "none")) == -1


@pytest.mark.parametrize(
    ("value", "comparator", "direction", "is_more"),
    [(102, "=", 1, False), (102.1, "=", 1, True), (97, "=", 1, False), (180, "=", 0, False),
     (50, "=", -1, False), (180, ">=", 1, False), (180, "<=", -1, False)],
)  # fmt: skip
def test_more_than_an_equal_asks_is_surpassed(
    value: float, comparator: str, direction: int, is_more: bool
) -> None:
    goal = target(100, comparator=comparator)
    assert comparison.surpasses(value, goal, direction, Measure.STOCK) is is_more


@pytest.mark.parametrize(
    ("value", "goal", "measure", "holds"),
    [(95, 100, "flow", True), (94.9, 100, "flow", False), (5, 5.5, "growth", True),
     (4.9, 5.5, "growth", False), (35.5, 36, "ratio", True), (35.4, 36, "ratio", False)],
)  # fmt: skip
def test_about_is_five_per_cent_of_a_level_and_half_a_point_of_a_rate(
    value: float, goal: float, measure: str, holds: bool
) -> None:
    about = target(goal, comparator="=", qualifier="about")
    assert comparison.holds(value, about, 1, Measure(measure)) is holds


def test_what_is_equal_on_paper_holds_in_binary() -> None:
    assert 0.1 * 3 != 0.3
    assert comparison.holds(0.1 * 3, target(0.3, comparator="<="), -1, Measure.STOCK)


def test_a_negative_target_and_a_target_of_zero_hold_like_others() -> None:
    assert comparison.holds(-5, target(-5), 1, Measure.STOCK)
    assert not comparison.holds(-6, target(-5), 1, Measure.STOCK)
    assert comparison.holds(0, target(0, comparator="="), 0, Measure.STOCK)
    assert not comparison.holds(0.1, target(0, comparator="="), 0, Measure.STOCK)


def test_attainment_is_the_share_of_the_target() -> None:
    assert comparison.attainment(695.05, target(1000)) == 0.69505
    assert comparison.attainment(1, target(0)) is None
    assert comparison.attainment(1e300, target(1e-300)) is None  # no number of a float


def test_headroom_is_what_is_left_below_a_cap() -> None:
    assert comparison.headroom(150, target(200, comparator="<=")) == 50
    assert comparison.headroom(210, target(200, comparator="<=")) == -10
