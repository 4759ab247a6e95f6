"""Reports of one project are its history; what is old says so; sums are of one unit."""

from datetime import date
from decimal import Decimal

import pytest

from indicators.projects import (
    ProjectHistory,
    capacities,
    histories,
    investments,
    whole_investment,
)
from indicators.records import Project, Unit
from indicators.vocabulary import Stage

TODAY = date(2026, 11, 25)
UNITS = {
    unit.unit: unit
    for unit in (
        Unit("万千瓦", "power", Decimal(10000), "10 MW", "GW"),
        Unit("兆瓦", "power", Decimal(1000), "MW", "MW"),
        Unit("万架", "count", Decimal(10000), "10k racks", "thousand"),
        Unit("万台", "count", Decimal(10000), "10k units", "thousand"),
        Unit("亿元", "money", Decimal(100000000), "CNY 100m", "CNY bn"),
    )
}


def report(
    id_: str, stage: str, year: str = "", project: str = "", capacity: str = "", unit: str = "",
    investment: str = "",
) -> Project:  # fmt: skip
    return Project(
        id_, id_, id_, project=project, base="coal", region="520000", stage=Stage(stage),
        year=year, capacity=capacity, unit=unit, investment=investment,
    )  # fmt: skip


def test_reports_of_one_project_are_one_with_the_latest_first() -> None:
    rows = [
        report("a1", "planned", "2017", "a", investment="67"),
        report("b", "building", "2025"),
        report("a3", "operating", "2020", "a"),
        report("a2", "building", "2018", "a", "3", "万架"),
    ]
    found = histories(rows)
    assert [[r.id for r in one.reports] for one in found] == [["b"], ["a3", "a2", "a1"]]
    whole = found[1]
    assert (whole.sized, whole.funded) == (rows[3], rows[0])


def test_of_one_year_what_is_further_on_is_the_latest() -> None:
    rows = [report("a1", "building", "2024", "a"), report("a2", "operating", "2024", "a")]
    assert histories(rows)[0].newest.id == "a2"


@pytest.mark.parametrize(
    ("stage", "year", "standing"),
    [
        ("building", "2005", "dated"),
        ("planned", "2006", "dated"),
        ("planned", "", "dated"),
        ("building", "2025-05", "building"),  # 18 months before
        ("building", "2025-04", "dated"),
        ("planned", "2026", "planned"),
        ("operating", "2012", "operating"),
    ],
)
def test_works_reported_long_ago_are_not_under_way(stage: str, year: str, standing: str) -> None:
    assert ProjectHistory([report("a", stage, year)]).standing(TODAY) == standing


def test_sums_are_in_one_unit_and_never_across_kinds_of_things() -> None:
    rows = histories([
        report("a", "operating", "2024", capacity="132", unit="万千瓦"),
        report("b", "operating", "2024", capacity="1500", unit="兆瓦"),
        report("c", "operating", "2024", capacity="66", unit="万千瓦"),
        report("d", "building", "2026", capacity="10", unit="万千瓦"),
        report("e", "operating", "2024", capacity="3", unit="万架"),
        report("f", "operating", "2024", capacity="60", unit="万台"),
        report("g", "operating", "2024", capacity="5", unit="座城"),
    ])  # fmt: skip
    sums = capacities(rows, UNITS, TODAY)
    assert {key: sorted(by) for key, by in sums.items()} == {
        ("coal", "power"): ["building", "operating"],
        ("coal", "万架"): ["operating"],
        ("coal", "万台"): ["operating"],
    }
    power = sums["coal", "power"]["operating"]
    assert (power.total, power.unit.unit, power.count) == (Decimal(348), "万千瓦", 3)


def test_an_investment_told_twice_is_counted_once() -> None:
    rows = histories([
        report("a1", "planned", "2024", "a", investment="730"),
        report("a2", "building", "2026", "a", investment="730"),
        report("b", "building", "2026", investment="5.5"),
    ])  # fmt: skip
    sums = investments(rows, UNITS["亿元"], TODAY)
    assert sums["coal", "money"]["building"].total == Decimal("735.5")
    assert whole_investment(rows, UNITS["亿元"], TODAY) == sums["coal", "money"]
    assert whole_investment([], UNITS["亿元"], TODAY) == {}
