"""Revisions and growth of the real figures, at the addresses where readers found them wrong."""

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from callbacks.selection import series as s
from indicators import periods
from indicators.change import ComputedChange, change
from indicators.precedence import Reported
from store.snapshot import ReleaseData
from tests.support.rendered import Element, page

NINE = "520100,520200,520300,520400,520500,520600,522300,522600,522700"
PROVINCE = "520000"


@pytest.fixture(scope="module")
def series(release: ReleaseData) -> s.Series:
    return {
        key: rows
        for base in release.catalogue.bases
        for key, rows in s.whole(release, base).items()
    }


def tiles(client: FlaskClient, path: str) -> dict[str, Element]:
    """The tiles of a page by the names on them."""
    found = page(client, path).all("article", "tile")
    return {next(tile.all(class_name="tile-name")).text: tile for tile in found}


def growth(tile: Element) -> list[str]:
    return [line.text for line in tile.all(class_name="change")]


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("/base/economy", "17352.04", "同比 +4.9%（公布）"),
        ("/base/economy?to=2024", "22645.7", "同比 +5.3%（公布）"),
        ("/base/economy?lang=en&to=2024", "2,264.57", "year on year +5.3% (published)"),
    ],
)
def test_the_tile_of_gdp_has_the_published_growth(
    client: FlaskClient, path: str, value: str, said: str
) -> None:
    name = "Gross regional product (GDP)" if "en" in path else "地区生产总值"
    tile = tiles(client, path)[name]
    assert value in tile.text
    assert growth(tile) == [said]


@pytest.mark.parametrize(
    ("region", "value"), [(NINE, "1478.86"), ("522300", "1478.86"), ("520100", "5777.41")]
)
@pytest.mark.parametrize("until", ["", "&to=2024"])
def test_no_growth_of_a_prefectures_gdp_is_computed(
    client: FlaskClient, region: str, value: str, until: str
) -> None:
    found = page(client, f"/indicator/economy.gdp?region={region}{until}")
    assert value in found.text
    assert not any("计算" in line for line in growth(found))
    assert not any(wrong in found.text for wrong in ("−4.7%", "+12.1%"))


def test_an_index_stands_without_a_percentage(client: FlaskClient) -> None:
    beside = tiles(client, f"/indicator/economy.gdp?region={PROVINCE}")
    index = beside["地区生产总值指数（上年=100）"]
    assert "105.3" in index.text
    assert growth(index) == []
    revised = beside["地区生产总值（第五次全国经济普查后修订）"]
    assert growth(revised) == ["地区生产总值指数（上年=100） 105.3（公布）"]


@pytest.mark.parametrize(
    ("indicator", "region", "period", "printed"),
    [
        ("economy.gdp", PROVINCE, "2015", "10541.0"),
        ("economy.gdp", PROVINCE, "2023", "21513.7"),
        ("economy.gdp", PROVINCE, "2024", "22645.7"),
        ("economy.gdp", "520100", "2020", "4505.23"),
        ("economy.gdp", "520500", "2020", "2076.29"),
        ("economy.gdp", "522300", "2020", "1322.01"),
        ("backup.avic_heavy_profit", "520100", "2023", "1687"),
        ("backup.avic_heavy_revenue", "520100", "2023", "11576"),
    ],
)
def test_a_revised_figure_is_shown_and_what_it_revises_conflicts(
    series: s.Series, indicator: str, region: str, period: str, printed: str
) -> None:
    reported = next(r for r in series[indicator, region] if r.shown.period == period)
    assert (reported.shown.printed, reported.shown.status) == (printed, "revised")
    assert reported.conflicts


def test_the_conflicts_of_2015_show_the_revision_and_say_why(client: FlaskClient) -> None:
    found = page(client, "/conflicts?base=economy&from=2015&to=2015").all("tr")
    rows = [[cell.text for cell in row.all("td")] for row in found]
    of_year = [row[3:] for row in rows if row[:3] == ["地区生产总值", "贵州", "2015年"]]
    assert len(of_year) == 2
    for shown, other, _, reason in of_year:
        assert shown.startswith("10541")
        assert other.startswith("10502.56")
        assert reason == "修订数优先于它所修订的数"


@pytest.mark.parametrize(
    "indicator",
    ["economy.gdp", "economy.gdp_growth", "economy.secondary_value_added"],
)
def test_what_is_long_settled_is_not_provisional(series: s.Series, indicator: str) -> None:
    rows = [row.shown for row in series[indicator, PROVINCE]]
    old = [row for row in rows if row.period < "2014"]
    assert old
    assert {row.status for row in old} == {"actual"}


def changes(series: s.Series, release: ReleaseData) -> Iterator[tuple[Reported, ComputedChange]]:
    """Every computed change of the data."""
    for (name, region), rows in series.items():
        of = release.catalogue.indicators[name]
        growing = series.get((of.growth, region), [])
        for reported in rows:
            made = change(of, reported.shown, rows, growing, release.catalogue)
            if isinstance(made, ComputedChange):
                yield reported, made


def test_what_is_computed_is_of_one_source_and_one_year(
    series: s.Series, release: ReleaseData
) -> None:
    found = list(changes(series, release))
    assert found
    for reported, made in found:
        now, before = reported.shown, made.before
        of = release.catalogue.indicators[now.indicator]
        spans = [periods.of(row.period, of.measure) for row in (before, now)]
        years = periods.years_between(spans[0].end, spans[1].end)
        assert now.source == before.source
        assert [spans[0].kind, spans[0].months] == [spans[1].kind, spans[1].months]
        assert years == pytest.approx(1, abs=0.003)  # a leap day is no year
        assert not (of.unit == "无量纲" and of.measure == "ratio")
        assert of.id not in ("economy.gdp", "economy.gdp_revised")


def test_growth_is_told_by_a_rate_or_an_index_of_the_same_base(release: ReleaseData) -> None:
    indicators = release.catalogue.indicators
    named = [(i, indicators[i.growth]) for i in indicators.values() if i.growth]
    assert named
    for of, rate in named:
        assert rate.measure.is_rate or rate.unit == "无量纲", of.id
        assert rate.base == of.base, of.id
    linked = {rate.id for _, rate in named}
    assert {f"{i}_growth" for i in indicators if f"{i}_growth" in indicators} <= linked
