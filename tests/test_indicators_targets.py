"""The share attained, and which figure a target is held against."""

from datetime import date

import pytest

from indicators import targets
from indicators.precedence import Figure
from indicators.vocabulary import Indicator, Observation, Source, Target

SOURCE = Source("s1", "公报", "统计局", "2024-03", "", "statistics", "original")


def figure(period: str, value: float | None, status: str = "actual") -> Figure:
    return Figure(
        Observation("i", "520000", period, str(value), value, "亿元", "exact", status, SOURCE)
    )


def target(value: float, period: str = "2025", comparator: str = ">=") -> Target:
    return Target("i", "520000", period, str(value), value, "亿元", comparator, "plan", SOURCE)


def test_attainment_is_the_share_of_the_target() -> None:
    assert targets.attainment(695.05, target(1000)) == 0.69505
    assert targets.attainment(1, target(0)) is None


def test_headroom_is_what_is_left_below_a_cap() -> None:
    assert targets.headroom(150, target(200, comparator="<=")) == 50
    assert targets.headroom(210, target(200, comparator="<=")) == -10


@pytest.mark.parametrize(
    ("measure", "due", "kind"),
    [("flow", "2025", "year"), ("growth", "2025-06/ytd", "ytd"), ("stock", "2025", "")],
)
def test_a_flow_compares_over_the_same_stretch_only(measure: str, due: str, kind: str) -> None:
    indicator = Indicator("i", "产值", "Output", measure=measure)
    assert targets.comparable_kind(indicator, due) == kind


def test_the_latest_actual_is_no_estimate_no_gap_and_not_after_the_day() -> None:
    known = [
        figure("2021", 1), figure("2022", 2, "provisional"), figure("2023", 3, "estimate"),
        figure("2024", None), figure("2025", 5, "forecast"), figure("2026", 6),
    ]  # fmt: skip
    assert targets.latest_actual(known, date(2025, 12, 31)) == known[1]
    assert targets.latest_actual(known, date(2020, 12, 31)) is None


def test_the_latest_actual_can_be_of_one_kind() -> None:
    known = [figure("2023", 3), figure("2024-06/ytd", 2), figure("2023-Q4", 1)]
    due = date(2024, 12, 31)
    assert targets.latest_actual(known, due) == known[1]
    assert targets.latest_actual(known, due, kind="year") == known[0]
    assert targets.latest_actual(known[::2], due) == known[0]  # the year before its quarter
