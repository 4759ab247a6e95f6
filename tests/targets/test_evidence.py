"""Which point is the base, which one meets the target first."""

from datetime import date

import pytest

from indicators.points import Point
from indicators.records import Target
from targets.evidence import Evidence, evidence, is_exceeded, reached
from tests.support.assessment_rows import (
    DAY,
    assessed,
    figure,
    indicator,
    points,
    points_of,
    target,
)

KNOWN = points(y2019=80, y2020=100, y2021=105, y2022=110)


def of(goal: Target, known: list[Point], measure: str = "stock", today: date = DAY) -> Evidence:
    return evidence(goal, indicator(measure), known, today)


def text(point: Point | None) -> str:
    return point.span.text if point else ""


@pytest.mark.parametrize(
    ("published", "base"),
    [
        ("2021-01", "2020"),  # the last before the target was published
        ("2021-12-31", "2021"),
        ("2021", "2020"),  # dated by the year alone: it begins in January
        ("2023", "2022"),
        ("2019", "2019"),  # none before: the earliest
        ("", "2020"),  # undated: the year that the plan counts from
    ],
)
def test_the_base_is_the_last_before_the_target_else_the_earliest(
    published: str, base: str
) -> None:
    assert text(of(target(200, published=published), KNOWN).baseline) == base


def test_one_figure_since_the_target_has_no_base() -> None:
    assert of(target(200, published="2019"), points(y2022=1)).baseline is None


def test_of_figures_that_end_together_none_is_before_the_other() -> None:
    known = points(d2022_12=109, y2022=110)
    assert of(target(200, published="2019"), known).baseline is None


def test_a_growth_rate_has_no_base() -> None:
    assert of(target(8, published="2025"), points(y2024=7, y2025=9), "growth").baseline is None


def test_the_first_figure_that_holds_reaches_the_target() -> None:
    known = points(y2020=100, y2022=210, y2023=190, y2024=220)
    assert text(reached(of(target(200), known))) == "2022"


def test_what_held_before_the_base_is_not_counted() -> None:
    known = points(y2018=210, y2020=100, y2022=110)
    assert reached(of(target(200), known)) is None


def test_a_figure_after_the_due_date_is_not_counted() -> None:
    assert reached(of(target(200), points(y2020=100, y2026=300))) is None


def test_a_target_met_already_is_kept_or_not_by_the_latest_figure() -> None:
    kept = points(y2020=210, y2021=190, y2022=220)
    lost = points(y2020=210, y2021=220, y2022=190)
    assert text(reached(of(target(200), kept))) == "2022"
    assert reached(of(target(200), lost)) is None


def test_a_figure_from_before_the_target_says_nothing_of_a_later_day_that_is_over() -> None:
    over = date(2026, 6, 1)
    assert reached(of(target(200), points(y2020=210), today=over)) is None
    assert text(reached(of(target(200), points(y2020=210)))) == "2020"


def test_a_target_that_is_published_after_its_day_is_met_by_the_figure_of_that_day() -> None:
    goal = target(200, "2022", published="2023-03")
    assert text(reached(of(goal, points(y2020=100, y2022=210)))) == "2022"
    assert reached(of(goal, points(y2020=100, y2022=190))) is None


@pytest.mark.parametrize(("kind", "found"), [("plan", "2023"), ("annual", "")])
def test_an_annual_goal_of_a_flow_is_met_in_its_own_year_only(kind: str, found: str) -> None:
    goal = target(100, "2024", kind=kind)
    assert text(reached(of(goal, points(y2020=50, y2023=120), "flow"))) == found


def test_an_annual_goal_of_a_stock_may_be_met_before() -> None:
    goal = target(100, "2024", kind="annual")
    assert text(reached(of(goal, points(y2020=50, y2023=120)))) == "2023"


def test_a_flow_reaches_the_goal_of_the_year_before_it_ends() -> None:
    goal = target(100, "2024", kind="annual")
    assert text(reached(of(goal, points(m2024_10=101), "flow"))) == "2024-10/ytd"
    assert reached(of(goal, points(m2024_10=99), "flow")) is None


def test_growth_so_far_reaches_nothing() -> None:
    assert reached(of(target(8, "2024"), points(m2024_10=9), "growth")) is None


def test_a_cap_for_a_year_is_kept_only_at_its_end_and_exceeded_before() -> None:
    cap = target(100, "2024", "<=", kind="annual")
    assert reached(of(cap, points(m2024_10=60), "flow")) is None
    assert not is_exceeded(of(cap, points(m2024_10=60), "flow"))
    assert is_exceeded(of(cap, points(m2024_10=101), "flow"))
    assert not is_exceeded(of(cap, points(y2023=101), "flow"))


def test_under_100_is_not_100() -> None:
    assert reached(of(target(100), points_of([figure("2023", 100, "under")]))) is None
    assert text(reached(of(target(100), points_of([figure("2023", 100, "over")])))) == "2023"


def test_the_figure_beside_the_target_is_the_part_of_its_year_if_there_is_one() -> None:
    series = points(y2022=80, y2023=90, m2023_05=30, m2024_05=40)
    e = of(target(100, "2024"), series, "flow")
    assert [text(p) for p in (e.latest, e.full_year, e.last_year_to_date, e.last_full_year)] == [
        "2024-05/ytd",
        "2023",
        "2023-05/ytd",
        "2023",
    ]


def test_a_half_year_has_one_spelling() -> None:
    half = of(target(100, "2024-H1"), points(m2024_06=120, m2023_06=110), "flow")
    assert half.is_final
    assert text(reached(half)) == "2024-06/ytd"


@pytest.mark.parametrize(
    ("goal", "known"),
    [
        (target(90), points(y2020=100, y2022=80)),
        (target(100, comparator="<="), points(y2020=80, y2022=110)),
    ],
)
def test_a_limit_that_was_kept_and_is_broken_moves_away(goal: Target, known: list[Point]) -> None:
    found = assessed(goal, known)
    assert (found.status, found.basis, found.readings) == ("moving_away", "broken", ())


@pytest.mark.parametrize(("value", "status"), [(101, "achieved"), (120, "not_due")])
def test_an_exact_value_is_not_met_by_passing_it(value: float, status: str) -> None:
    found = assessed(target(100, comparator="="), points(y2020=50, y2022=value), "ratio", "none")
    assert (found.status, found.reason) == (status, "beyond" if value > 102 else "")


def test_an_exact_value_passed_through_once_is_not_met_at_the_due_date() -> None:
    known = points(y2020=50, y2023=100, y2025=130)
    found = assessed(target(100, comparator="="), known, "ratio", "none", date(2026, 1, 1))
    assert (found.status, found.basis) == ("missed", "final")
