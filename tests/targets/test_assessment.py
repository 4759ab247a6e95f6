"""One status for a target, its reason, its readings and its outlook."""

from datetime import date

import pytest

from indicators.points import Point
from indicators.records import Target
from targets.assessment import REASONS, assess_all
from targets.rules import TargetStatus, rule_book
from tests.support.assessment_rows import (
    DAY,
    assessed,
    figure,
    indicator,
    points,
    points_of,
    target,
    value_of,
)

SINCE_2020 = points(y2020=100, y2022=110)
NEXT_DAY = date(2026, 1, 1)  # the targets of 2025 are over


def annual(value: float, comparator: str = ">=") -> Target:
    return target(value, "2024", comparator, kind="annual", published="2024-01")


def test_the_first_worked_case_of_the_design() -> None:
    found = assessed(target(130), SINCE_2020)
    assert round(value_of(found, "growth") or 0, 2) == 0.91
    assert round(value_of(found, "path") or 0, 3) == -0.067
    assert (found.status, found.basis, found.disagree) == ("behind", "growth", False)
    assert (round(found.attainment or 0, 4), found.gap) == (0.8462, -20)


def test_the_second_worked_case_of_the_design() -> None:
    found = assessed(target(400), points(y2020=100, y2023=180))
    assert round(value_of(found, "growth") or 0, 2) == 0.68
    assert round(value_of(found, "path") or 0, 3) == -0.333
    assert (found.status, found.disagree) == ("behind", True)  # far behind by the path


@pytest.mark.parametrize(
    ("part", "lead"),
    [({"m2024_05": 56.5}, 0.148), ({"m2024_05": 44}, 0.023), ({"m2024_06": 55}, 0.05)],
)
def test_the_worked_cases_of_the_pace(part: dict[str, float], lead: float) -> None:
    found = assessed(annual(100), points(**part), "flow")
    assert round(value_of(found, "pace") or 0, 3) == lead
    assert (found.status, found.basis) == ("on_track", "pace")


@pytest.mark.parametrize(
    ("value", "status"),
    [(50, "on_track"), (49.9, "slightly_behind"), (40, "slightly_behind"), (39.9, "behind"),
     (20, "behind"), (19.9, "far_behind"), (0, "far_behind"), (-5, "far_behind"),
     (99.9, "on_track"), (100, "achieved")],
)  # fmt: skip
def test_the_bands_of_the_pace(value: float, status: str) -> None:
    assert assessed(annual(100), points(m2024_06=value), "flow").status == status


@pytest.mark.parametrize(
    ("value", "status"),
    [(50, "on_track"), (50.1, "slightly_behind"), (60.1, "behind"), (80.1, "far_behind"),
     (100, "far_behind"), (100.1, "missed")],
)  # fmt: skip
def test_the_bands_of_the_pace_below_a_cap(value: float, status: str) -> None:
    assert assessed(annual(100, "<="), points(m2024_06=value), "flow").status == status


@pytest.mark.parametrize(
    ("value", "status"),
    [(119, "on_track"), (118.9, "behind"), (112, "behind"), (111.9, "far_behind"),
     (100, "far_behind"), (99.9, "moving_away"), (144, "achieved")],
)  # fmt: skip
def test_the_bands_of_growth(value: float, status: str) -> None:
    """20 % a year are required; 0.95 of that is 19 %, 0.60 is 12 %."""
    found = assessed(target(144, "2022"), points(y2020=100, y2021=value), today=date(2022, 6, 1))
    assert found.status == status


@pytest.mark.parametrize(
    ("value", "status"),
    [(150, "on_track"), (149.9, "behind"), (140, "behind"), (139.9, "far_behind"),
     (100, "far_behind"), (99.9, "moving_away"), (200, "achieved")],
)  # fmt: skip
def test_the_bands_of_the_path(value: float, status: str) -> None:
    found = assessed(target(200, "2022"), points(y2020=100, y2021=value), today=date(2022, 6, 1),
                     rules=rule_book(("path",)))  # fmt: skip
    assert found.status == status


@pytest.mark.parametrize(
    ("value", "status"), [(81, "on_track"), (95, "far_behind"), (101, "moving_away")]
)
def test_below_a_cap_the_readings_turn(value: float, status: str) -> None:
    known = points(y2020=100, y2021=value)
    assert assessed(target(64, "2022", "<="), known, today=date(2022, 6, 1)).status == status


@pytest.mark.parametrize(
    ("goal", "known", "status", "reached"),
    [
        (target(130), points(y2020=100, y2023=131), "achieved", "2023"),  # early
        (target(130), points(y2020=100, y2025=130), "achieved", "2025"),
        (target(70, comparator="<="), points(y2020=100, y2025=70), "achieved", "2025"),
        (target(130, comparator="="), points(y2020=100, y2025=128), "achieved", "2025"),
        (target(130, comparator="="), points(y2020=100, y2025=180), "surpassed", "2025"),
        (target(130), points(y2020=100, y2025=129), "missed", ""),
        (target(70, comparator="<="), points(y2020=100, y2025=71), "missed", ""),
        (target(130, comparator="="), points(y2020=100, y2025=127), "missed", ""),
        (target(130), points(y2020=100, y2024=129), "awaited", ""),
        (target(130), [], "awaited", ""),
        (target(90), points(y2020=100), "awaited", ""),
    ],
)
def test_when_the_due_date_is_over(
    goal: Target, known: list[Point], status: str, reached: str
) -> None:
    found = assessed(goal, known, today=NEXT_DAY)
    assert found.status == status
    assert (found.reached.span.text if found.reached else "") == reached


def test_on_the_due_day_itself_no_figure_is_awaited() -> None:
    assert assessed(target(130), SINCE_2020, today=date(2025, 12, 31)).status == "behind"
    assert assessed(target(130), SINCE_2020, today=NEXT_DAY).status == "awaited"


def test_an_equal_to_keep_is_missed_when_it_is_exceeded() -> None:
    found = assessed(target(100, comparator="="), points(y2020=80, y2025=110), direction="none",
                     today=NEXT_DAY, measure="ratio")  # fmt: skip
    assert found.status == "missed"


def test_an_output_that_exceeds_what_was_planned_is_not_missed() -> None:
    goal = target(5.6, "2023", comparator="=", published="2022-03")
    found = assessed(goal, points(y2022=5.68, y2023=5.72), "flow", "none", NEXT_DAY)
    assert (found.status, found.basis) == ("surpassed", "reached")
    cap = target(5.6, "2023", comparator="<=", published="2022-03")
    assert assessed(cap, points(y2023=5.72), "flow", "none", NEXT_DAY).status == "missed"


def test_a_growth_of_about_is_met_within_half_a_point() -> None:
    goal = target(5.5, "2024", "=", kind="annual", published="2024-01", qualifier="about")
    assert assessed(goal, points(y2024=5.3), "growth", today=NEXT_DAY).status == "achieved"
    exact = target(5.5, "2024", "=", kind="annual", published="2024-01")
    assert assessed(exact, points(y2024=5.3), "growth", today=NEXT_DAY).status == "missed"


def test_a_figure_from_before_the_base_year_says_nothing() -> None:
    goal = target(4500, "2015", published="2011-05")
    old = assessed(goal, points(d2000_11=600), today=date(2026, 11, 23))
    assert (old.status, old.latest, old.gap) == ("unrecorded", None, None)
    base = assessed(goal, points(y2010=3400), today=date(2026, 11, 23))
    assert base.latest is not None


@pytest.mark.parametrize(
    ("later", "status", "closed_by"),
    [
        ({"y2020": 7478, "y2024": 9000}, "met_later", "2020"),
        ({"y2020": 4000, "y2022": 4400}, "still_unmet", "2022"),
    ],
)
def test_a_later_figure_closes_what_has_none_of_its_day(
    later: dict[str, float], status: str, closed_by: str
) -> None:
    found = assessed(target(4500, "2015", published="2011"), points(**later), today=NEXT_DAY)
    assert (found.status, found.basis, found.reason) == (status, "later", "")
    assert found.latest is not None
    assert found.latest.span.text == closed_by
    assert (found.attainment, found.gap) == (None, None)


def test_a_later_growth_rate_closes_nothing() -> None:
    goal = target(8, "2022", kind="annual", published="2022-01")
    found = assessed(goal, points(y2023=9), "growth", today=date(2026, 11, 23))
    assert found.status == "unrecorded"


@pytest.mark.parametrize(
    ("today", "status"), [(date(2027, 6, 30), "awaited"), (date(2027, 7, 1), "unrecorded")]
)
def test_a_figure_is_awaited_for_eighteen_months(today: date, status: str) -> None:
    assert assessed(target(130), SINCE_2020, today=today).status == status


@pytest.mark.parametrize(
    ("goal", "known", "measure", "direction"),
    [
        (target(40, "2023", kind="annual", published="2023-01"), points(y2023=42), "ratio", "up"),
        (target(90), points_of([figure("2024", 90, "over")]), "stock", "up"),
        (target(11, comparator="="), points(y2024=23), "count", "none"),
        (target(11, comparator="="), points(y2024=23), "count", "down"),
    ],
)
def test_no_completion_rate_where_it_means_nothing(
    goal: Target, known: list[Point], measure: str, direction: str
) -> None:
    found = assessed(goal, known, measure, direction)
    assert found.attainment is None
    assert found.gap is not None


def test_under_100_does_not_achieve_100() -> None:
    known = points_of([figure("2020", 80), figure("2025", 100, "under")])
    assert assessed(target(100), known, today=NEXT_DAY).status == "missed"


@pytest.mark.parametrize(
    ("goal", "known", "measure", "reason"),
    [
        (target(130), [], "stock", "no_figure"),
        (target(130), points_of([figure("2023", 9, status="estimate")]), "stock", "no_figure"),
        (target(130), points(d2023_04=3), "flow", "no_comparable"),
        (target(8, kind="annual"), points(y2023=7), "growth", "not_yet"),
        (target(8), points(y2023=7, y2025=9), "growth", "average"),
        (target(130, published="2019"), points(y2022=110), "stock", "one_figure"),
        (target(130), points(y2020=110), "stock", "no_newer"),
        (target(100), points(y2020=100, y2022=80), "stock", "base_met"),
        (target(130), points(y2020=0, y2022=110), "stock", "not_positive"),
        (target(130), points(y2020=100, y2022=-1), "stock", "not_positive"),
        (target(0, "2024"), points(m2024_05=-1), "flow", "not_positive"),
        # "under 100" did not meet 100, and yet there is no way to go
        (
            target(100),
            points_of([figure("2020", 100, "under"), figure("2022", 99)]),
            "stock",
            "no_distance",
        ),
    ],
)
def test_why_a_target_has_no_verdict(
    goal: Target, known: list[Point], measure: str, reason: str
) -> None:
    found = assessed(goal, known, measure)
    status = "no_data" if reason == "no_figure" else "not_due"
    assert (found.status, found.reason, found.basis) == (status, reason, "")
    assert reason in REASONS


def test_no_rule_that_was_chosen_applies() -> None:
    found = assessed(target(130), SINCE_2020, rules=rule_book(("pace-10-30",)))
    assert (found.status, found.reason) == ("not_due", "no_rule")
    assert [reading.method for reading in found.readings] == ["growth", "path"]  # still shown
    from_zero = points(y2020=0, y2022=110)
    assert assessed(target(130), from_zero, rules=rule_book(("pace-10-30",))).reason == "no_rule"


def test_the_attainment_is_shown_even_when_nothing_decides() -> None:
    found = assessed(target(200), points(y2022=110))
    assert (found.status, found.attainment, found.gap) == ("not_due", 0.55, -90)


def test_the_rule_book_says_which_reading_decides() -> None:
    known = points(y2020=100, y2023=180)
    by_path = assessed(target(400), known, rules=rule_book(("path",)))
    assert (by_path.status, by_path.basis) == ("far_behind", "path")
    assert [reading.method for reading in by_path.readings] == ["path", "growth"]


def test_a_path_behind_the_others_decides_from_a_base_of_zero() -> None:
    book = rule_book(("pace-10-30", "cagr-95-60", "path"))
    found = assessed(target(100), points(y2020=0, y2022=45), rules=book)
    assert (found.status, found.basis) == ("on_track", "path")


@pytest.mark.parametrize(
    ("known", "comparator", "status", "lead"),
    [
        (points(m2024_05=9), ">=", "on_track", 1),  # so far above
        (points(m2024_05=7), ">=", "behind", -1),
        (points(m2024_05=9), "<=", "behind", -1),
        (points(y2024=8), ">=", "achieved", 0),
        (points(y2024=7.5), ">=", "missed", -0.5),
        (points(y2024=7.9), "=", "achieved", pytest.approx(-0.1)),
    ],
)
def test_growth_rates_compare_directly(
    known: list[Point], comparator: str, status: str, lead: float
) -> None:
    found = assessed(annual(8, comparator), known, "growth")
    assert (found.status, value_of(found, "direct")) == (status, lead)
    assert found.attainment is None


def test_last_years_own_clock_stands_beside_the_straight_one() -> None:
    known = points(m2023_05=30, y2023=120, m2024_05=40)
    found = assessed(annual(100), known, "flow")
    assert value_of(found, "pace") == pytest.approx(0.4 - 5 / 12)
    assert value_of(found, "own_pace") == pytest.approx(0.4 - 0.25)
    assert (found.status, found.disagree) == ("slightly_behind", True)


def test_one_that_fails_is_reported_and_the_others_stand() -> None:
    rows = [target(130, of="unknown"), target(130)]
    failed: list[tuple[Target, Exception]] = []
    found = assess_all(rows, {"i": indicator()}, {("i", "520000"): SINCE_2020}, DAY, rule_book(),
                       lambda row, error: failed.append((row, error)))  # fmt: skip
    assert [(a.status, a.reason) for a in found] == [
        ("no_data", "failed"),
        ("behind", ""),
    ]
    assert [(row, type(error)) for row, error in failed] == [(rows[0], KeyError)]


def test_a_target_without_a_series_has_no_figure() -> None:
    failed: list[Target] = []
    (found,) = assess_all([target(1)], {"i": indicator()}, {}, DAY, rule_book(),
                          lambda row, _: failed.append(row))  # fmt: skip
    assert failed == []
    assert (found.reason, found.status in set(TargetStatus)) == ("no_figure", True)
