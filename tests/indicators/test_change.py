"""The change against the previous comparable figure."""

import pytest

from indicators.change import Change, change
from indicators.points import actual_points
from tests.support.figures_rows import HOLDINGS, OUTPUT, RATE, figure, indicator


def found(*rows: tuple[str, str], of: str = OUTPUT.id, qualifier: str = "exact") -> Change | None:
    """The change of the last of (period, value) rows."""
    figures = [figure(period, value, of=of, qualifier=qualifier) for period, value in rows]
    indicator = {i.id: i for i in (OUTPUT, HOLDINGS, RATE)}[of]
    return change(indicator, figures[-1].shown, actual_points(figures))


def test_a_year_compares_with_the_year_before() -> None:
    made = found(("2022", "532"), ("2023-H1", "300"), ("2023", "695.05"))
    assert made is not None
    assert made.before.period == "2022"
    assert made.ratio == pytest.approx(0.306485)
    assert made.points is None


def test_cumulated_months_compare_with_the_same_months() -> None:
    made = found(("2024", "1000"), ("2024-05/ytd", "400"), ("2025-05/ytd", "440"))
    assert made is not None
    assert made.before.period == "2024-05/ytd"
    assert made.ratio == pytest.approx(0.1)


def test_a_rate_changes_by_points() -> None:
    made = found(("2022", "4.9"), ("2023", "5.3"), of=RATE.id)
    assert made is not None
    assert made.ratio is None
    assert made.points == pytest.approx(0.4)


def test_a_ratio_with_a_unit_changes_in_proportion() -> None:
    a_head = indicator("baijiu.a_head", measure="ratio", unit="元")
    figures = [figure("2022", "50000", of=a_head.id), figure("2023", "55000", of=a_head.id)]
    made = change(a_head, figures[-1].shown, actual_points(figures))
    assert made is not None
    assert made.ratio == pytest.approx(0.1)
    assert made.points is None


def test_a_stock_compares_with_any_earlier_date_but_not_with_another_report_of_it() -> None:
    made = found(
        ("2023", "35"), ("2024-04-20", "37"), ("2024-04-30", "37"), of=HOLDINGS.id
    )  # fmt: skip
    assert made is not None
    assert made.before.period == "2023"


@pytest.mark.parametrize(
    "rows",
    [
        [("2023", "1")],  # nothing before
        [("2019", "1"), ("2022", "2")],  # three years are another time
        [("2022", "0"), ("2023", "2")],  # in proportion to nothing
        [("2022-H1", "1"), ("2023", "2")],  # half a year is no year
    ],
)
def test_what_does_not_compare_has_no_change(rows: list[tuple[str, str]]) -> None:
    assert found(*rows) is None


def test_over_a_number_is_no_number_to_compare_but_about_one_is() -> None:
    assert found(("2022", "100"), ("2023", "150"), qualifier="over") is None
    made = found(("2022", "100"), ("2023", "150"), qualifier="about")
    assert made is not None
    assert made.is_about


def test_a_forecast_has_no_change() -> None:
    figures = [figure("2022", "1"), figure("2023", "2", status="forecast")]
    assert change(OUTPUT, figures[-1].shown, actual_points(figures)) is None
