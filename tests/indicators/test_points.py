"""The points an assessment may use."""

from collections.abc import Iterable
from datetime import date

import pytest

from indicators import periods
from indicators.points import Point, comparable, cumulated, so_far
from tests.support.assessment_rows import figure, indicator, points, points_of

ALL = points(y2023=3, m2024_06=2, d2023_Q4=1, y2024=9, m2023_06=1)


def texts(found: Iterable[Point]) -> list[str]:
    return [point.span.text for point in found]


def test_estimates_forecasts_and_gaps_are_passed_over() -> None:
    known = [
        figure("2021", 1),
        figure("2020", 2, status="provisional"),
        figure("2022", 3, status="estimate"),
        figure("2024", None),
        figure("2025", 5, status="forecast"),
        figure("2019", 6, status="revised"),
    ]
    assert [(p.span.text, p.value) for p in points_of(known)] == [
        ("2019", 6),
        ("2020", 2),
        ("2021", 1),
    ]


def test_of_two_that_end_together_the_longer_is_last() -> None:
    known = points_of(figure(text, 1) for text in ("2023", "2023-12-31", "2023-H2", "2023-12"))
    assert texts(known) == ["2023-12-31", "2023-12", "2023-H2", "2023"]


def test_a_point_has_one_spelling_of_its_stretch_and_the_date_of_its_end() -> None:
    (point,) = points_of([figure("2022-12/ytd", 7)])
    assert (point.span.text, point.dated_value) == ("2022", (date(2022, 12, 31), 7))
    assert texts(points_of([figure("2023-H1", 1)])) == ["2023-06/ytd"]


@pytest.mark.parametrize(
    ("measure", "due", "kept"),
    [
        ("flow", "2024", ["2023", "2024"]),
        ("flow", "2023", ["2023"]),
        ("flow", "2024-06/ytd", ["2023-06/ytd", "2024-06/ytd"]),
        ("flow", "2024-05/ytd", []),  # June compares with June
        ("flow", "2024-Q3", []),
        ("growth", "2024", ["2024"]),
        ("growth", "2025", []),
        ("stock", "2024-06", ["2023-06/ytd", "2023-Q4", "2023", "2024-06/ytd"]),
        ("ratio", "2023", ["2023-06/ytd", "2023-Q4", "2023"]),
        ("count", "2023-06", ["2023-06/ytd"]),
    ],
)
def test_only_what_compares_is_kept(measure: str, due: str, kept: list[str]) -> None:
    assert texts(comparable(ALL, indicator(measure), periods.parse(due))) == kept


def test_a_single_day_of_a_flow_compares_with_nothing() -> None:
    known = points_of([figure("2024-06-30", 1)])
    assert comparable(known, indicator("flow"), periods.parse("2024-06-30")) == []


@pytest.mark.parametrize(
    ("measure", "due", "latest"),
    [
        ("flow", "2024", "2024-05/ytd"), ("growth", "2024", "2024-05/ytd"),
        ("stock", "2024", None), ("flow", "2025", None), ("flow", "2024-H1", None),
        ("flow", "2023", None),  # its year is whole
    ],
)  # fmt: skip
def test_so_far_is_the_latest_part_of_the_due_year(measure: str, due: str, latest: str) -> None:
    known = points(d2024_01=1, m2024_05=2, d2024_06=1, y2023=3, m2023_11=2)
    found = so_far(known, indicator(measure), periods.parse(due))
    assert (found.span.text if found else None) == latest


def test_january_alone_is_cumulated() -> None:
    found = so_far(points(d2024_01=1), indicator("flow"), periods.parse("2024"))
    assert found is not None
    assert found.span.cumulated == 1


def test_a_cumulated_point_is_found_by_its_months() -> None:
    assert [getattr(cumulated(ALL, 2023, n), "value", None) for n in (6, 12, 5)] == [1, 3, None]
