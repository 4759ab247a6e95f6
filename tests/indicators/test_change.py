"""Growth beside a value: as published, else computed within one source and over one year."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from indicators.catalogue import Catalogue
from indicators.change import Change, ComputedChange, PublishedGrowth, change
from indicators.precedence import Reported
from indicators.records import Indicator, Unit
from tests.support.figures_rows import HOLDINGS, OUTPUT, RATE, SOURCE, UNITS, figure, indicator

NUMBER = Unit("无量纲", "number", Decimal(1), "(no unit)", "(no unit)")
CATALOGUE = Catalogue(units={**UNITS, NUMBER.unit: NUMBER})
INDEX = indicator("baijiu.index", measure="ratio", unit=NUMBER.unit)
A_HEAD = indicator("baijiu.a_head", measure="ratio")
GROWING = replace(OUTPUT, growth=RATE.id)


def rows_of(of: Indicator, *rows: tuple[str, str], qualifier: str = "exact") -> list[Reported]:
    return [figure(period, value, of=of.id, qualifier=qualifier) for period, value in rows]


def found(of: Indicator, series: Sequence[Reported], *growth: tuple[str, str]) -> Change | None:
    """The growth of the last of a series, beside published (period, rate) rows."""
    return change(of, series[-1].shown, series, rows_of(RATE, *growth), CATALOGUE)


def computed(
    *rows: tuple[str, str], of: Indicator = OUTPUT, qualifier: str = "exact"
) -> ComputedChange | None:
    made = found(of, rows_of(of, *rows, qualifier=qualifier))
    assert not isinstance(made, PublishedGrowth)
    return made


def published(of: Indicator, period: str, *growth: tuple[str, str]) -> str | None:
    made = found(of, rows_of(of, ("2022", "100"), (period, "110")), *growth)
    return made.row.printed if isinstance(made, PublishedGrowth) else None


def test_a_year_compares_with_the_year_before() -> None:
    made = computed(("2022", "532"), ("2023-H1", "300"), ("2023", "695.05"))
    assert made is not None
    assert made.before.period == "2022"
    assert made.ratio == pytest.approx(0.306485)
    assert made.points is None


def test_cumulated_months_compare_with_the_same_months_in_either_spelling() -> None:
    for before in ("2024-06/ytd", "2024-H1"):
        made = computed(("2024", "1000"), (before, "400"), ("2025-06/ytd", "440"))
        assert made is not None
        assert made.before.period == before
        assert made.ratio == pytest.approx(0.1)


def test_a_rate_changes_by_points_and_a_ratio_with_a_unit_in_proportion() -> None:
    rate = computed(("2022", "4.9"), ("2023", "5.3"), of=RATE)
    assert rate is not None
    assert (rate.ratio, rate.points) == (None, pytest.approx(0.4))
    a_head = computed(("2022", "50000"), ("2023", "55000"), of=A_HEAD)
    assert a_head is not None
    assert (a_head.ratio, a_head.points) == (pytest.approx(0.1), None)


def test_a_stock_compares_with_the_same_moment_of_the_year_before_only() -> None:
    made = computed(("2022-12-31", "30"), ("2023-05", "33"), ("2023-Q4", "36"), of=HOLDINGS)
    assert made is not None
    assert (made.before.period, made.ratio) == ("2022-12-31", pytest.approx(0.2))
    assert computed(("2023", "35"), ("2024-04-30", "37"), of=HOLDINGS) is None


@pytest.mark.parametrize(
    "rows",
    [
        [("2023", "1")],  # nothing before
        [("2021", "1"), ("2023", "2")],  # two years are no year
        [("2022", "0"), ("2023", "2")],  # in proportion to nothing
        [("2022", "0.48"), ("2023", "-1.52")],  # a loss after a profit
        [("2022-H1", "1"), ("2023", "2")],  # half a year is no year
        [("2022-06", "1"), ("2023-06/ytd", "2")],  # nor is a month half a year
    ],
)
def test_what_does_not_compare_has_no_change(rows: list[tuple[str, str]]) -> None:
    assert computed(*rows) is None


def test_no_growth_is_computed_across_sources() -> None:
    other = figure("2022", "5154.75", source=replace(SOURCE, id="s2"))
    shown = figure("2023", "5777.41")
    assert found(OUTPUT, [other, shown]) is None
    also = Reported(other.shown, (figure("2022", "5500").shown,))
    made = found(OUTPUT, [also, shown])  # what its own source tells of the year before
    assert isinstance(made, ComputedChange)
    assert made.before.printed == "5500"


def test_an_index_has_no_percentage() -> None:
    assert computed(("2022", "105.1"), ("2023", "105.3"), of=INDEX) is None


@pytest.mark.parametrize(
    ("period", "growth", "printed"),
    [
        ("2023", [("2022", "4.5"), ("2023", "5.3")], "5.3"),
        ("2023-H1", [("2023-06/ytd", "4.4")], "4.4"),
        ("2023", [("2022", "4.5")], None),  # of another year
        ("2023-06", [("2023-06/ytd", "4.4")], None),  # a month is no half-year
    ],
)
def test_published_growth_of_the_same_time_goes_first(
    period: str, growth: list[tuple[str, str]], printed: str | None
) -> None:
    assert published(GROWING, period, *growth) == printed


def test_an_index_with_the_previous_year_as_100_is_published_growth_too() -> None:
    of, index = replace(OUTPUT, growth=INDEX.id), rows_of(INDEX, ("2023", "105.3"))
    series = rows_of(of, ("2022", "100"), ("2023", "110"))
    assert change(of, series[1].shown, series, index, CATALOGUE) == PublishedGrowth(index[0].shown)


def test_money_whose_real_growth_is_published_has_no_computed_one() -> None:
    assert computed(("2022", "100"), ("2023", "110"), of=GROWING) is None
    tonnes = replace(GROWING, unit="吨")
    units = {**UNITS, "吨": Unit("吨", "mass", Decimal(1), "t", "t")}
    series = rows_of(tonnes, ("2022", "100"), ("2023", "110"))
    made = change(tonnes, series[1].shown, series, (), Catalogue(units=units))
    assert isinstance(made, ComputedChange)


def test_over_a_number_is_no_number_to_compare_but_about_one_is() -> None:
    assert computed(("2022", "100"), ("2023", "150"), qualifier="over") is None
    made = computed(("2022", "100"), ("2023", "150"), qualifier="about")
    assert made is not None
    assert made.is_about


def test_a_forecast_has_no_growth_and_is_none() -> None:
    figures = [figure("2022", "1"), figure("2023", "2", status="forecast")]
    assert found(GROWING, figures, ("2023", "100")) is None
    expected = figure("2023", "5.5", of=RATE.id, status="forecast")
    series = [figure("2023", "2")]
    assert change(GROWING, series[0].shown, series, [expected], CATALOGUE) is None
