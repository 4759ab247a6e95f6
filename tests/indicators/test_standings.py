"""Regions beside one another: places, growth within one source and one way of counting, shares."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from indicators import precedence
from indicators.catalogue import Catalogue
from indicators.precedence import Reported
from indicators.records import Indicator, Observation, Source
from indicators.standings import Standings, standings
from indicators.vocabulary import Carrier, Direction, SourceKind, Status
from tests.support.completion_rows import (
    BIJIE,
    GROWTH,
    GUIYANG,
    OUTPUT,
    PROVINCE,
    REGIONS,
    UNITS,
    ZUNYI,
    figure,
)

BUREAU = Source("bureau", "公报", "地方", "2025-11", "", SourceKind.GOVERNMENT, Carrier.ORIGINAL)
THREE = (GUIYANG, ZUNYI, BIJIE)
VALUES = {
    "2013": {GUIYANG: "200", ZUNYI: "150", BIJIE: "160"},
    "2020": {GUIYANG: "400", ZUNYI: "300", BIJIE: "250"},
    "2023": {GUIYANG: "500", ZUNYI: "450", BIJIE: "300"},
}


def rows(of: Indicator, values: Mapping[str, Mapping[str, str]] = VALUES) -> list[Observation]:
    return [
        figure(of, code, period, value)
        for period, told in values.items()
        for code, value in told.items()
    ]


def stand(of: Indicator, known: list[Observation], period: str = "2023") -> Standings:
    catalogue = Catalogue({}, REGIONS, UNITS, {of.id: of})
    shown = precedence.by_series(precedence.reported(known, catalogue))
    series = {code: shown.get((of.id, code), list[Reported]()) for code in THREE}
    return standings(of, series, shown.get((of.id, PROVINCE), []), period)


def test_the_first_has_most_and_places_are_compared_with_the_first_column() -> None:
    found = stand(OUTPUT, rows(OUTPUT))
    assert [(row.region, row.rank, row.before, row.change) for row in found.rows] == [
        (GUIYANG, 1, 1, 0), (ZUNYI, 2, 3, 1), (BIJIE, 3, 2, -1),
    ]  # fmt: skip
    assert found.periods == ("2013", "2020", "2023")
    assert found.is_complete


def test_where_less_is_better_the_least_is_first() -> None:
    found = stand(replace(OUTPUT, direction=Direction.DOWN), rows(OUTPUT))
    assert [row.region for row in found.rows] == [BIJIE, ZUNYI, GUIYANG]


def test_equal_values_share_a_place() -> None:
    found = stand(OUTPUT, rows(OUTPUT, {"2023": {GUIYANG: "5", ZUNYI: "5", BIJIE: "4"}}))
    assert [row.rank for row in found.rows] == [1, 1, 3]


def test_who_has_no_value_has_no_place_and_no_change_is_told_between_other_sets() -> None:
    known = [row for row in rows(OUTPUT) if (row.region, row.period) != (BIJIE, "2023")]
    found = stand(OUTPUT, known)
    assert [(row.region, row.rank) for row in found.rows][-1] == (BIJIE, None)
    assert {row.change for row in found.rows} == {None}
    assert not found.is_complete


def test_growth_is_the_mean_of_a_year() -> None:
    found = stand(OUTPUT, rows(OUTPUT))
    zunyi = found.of(ZUNYI)
    assert found.since == "2013"
    assert zunyi
    assert zunyi.growth == pytest.approx((450 / 150) ** 0.1 - 1)


def test_growth_does_not_lead_across_a_change_of_the_way_of_counting() -> None:
    """A remark that all regions carry in a year is about how is counted."""
    known = [
        replace(row, note_zh="新口径") if row.period == "2020" else row for row in rows(OUTPUT)
    ]
    found = stand(OUTPUT, known)
    guiyang = found.of(GUIYANG)
    assert found.since == "2020"
    assert guiyang
    assert guiyang.growth == pytest.approx((500 / 400) ** (1 / 3) - 1)


def test_a_remark_on_one_region_is_no_change_of_the_way_of_counting() -> None:
    known = rows(OUTPUT)
    known[3] = replace(known[3], note_zh="取整")
    assert stand(OUTPUT, known).since == "2013"


def test_values_of_two_sources_give_no_growth() -> None:
    known = [
        replace(row, source=BUREAU) if (row.region, row.period) == (ZUNYI, "2013") else row
        for row in rows(OUTPUT)
    ]
    found = stand(OUTPUT, known)
    assert [(row.region, row.growth is None) for row in found.rows] == [
        (GUIYANG, False), (ZUNYI, True), (BIJIE, False),
    ]  # fmt: skip


def test_one_publication_tells_the_column_as_far_as_it_goes() -> None:
    """A revision of one region beside first numbers of the others would be no ranking."""
    revised = replace(figure(OUTPUT, BIJIE, "2023", "470"), source=BUREAU, status=Status.REVISED)
    found = stand(OUTPUT, [*rows(OUTPUT), revised])
    bijie = found.of(BIJIE)
    assert bijie
    assert bijie.latest
    assert bijie.latest.value == 300


def test_a_rate_has_neither_growth_nor_share() -> None:
    found = stand(GROWTH, [*rows(GROWTH), figure(GROWTH, PROVINCE, "2023", "1250")])
    assert (found.since, found.whole) == ("", None)
    assert {(row.growth, row.share) for row in found.rows} == {(None, None)}


def test_the_share_is_of_the_whole_that_the_parts_add_up_to() -> None:
    """A census revised the province and not yet its parts: the first number is their whole."""
    first = figure(OUTPUT, PROVINCE, "2023", "1250")
    revised = replace(first, value=1400.0, printed="1400", status=Status.REVISED)
    found = stand(OUTPUT, [*rows(OUTPUT), replace(first, source=BUREAU), revised])
    guiyang = found.of(GUIYANG)
    assert found.whole
    assert found.whole.value == 1250
    assert guiyang
    assert guiyang.share == pytest.approx(0.4)


def test_no_share_is_told_of_a_whole_of_another_scope() -> None:
    found = stand(OUTPUT, [*rows(OUTPUT), figure(OUTPUT, PROVINCE, "2023", "1400")])
    assert found.whole is None


def test_a_forecast_is_no_value() -> None:
    known = [
        replace(row, status=Status.FORECAST) if (row.region, row.period) == (ZUNYI, "2023") else row
        for row in rows(OUTPUT)
    ]
    zunyi = stand(OUTPUT, known).of(ZUNYI)
    assert zunyi
    assert zunyi.rank is None


def test_a_part_of_a_year_stands_beside_the_same_part_of_earlier_ones() -> None:
    values = {"2021-09/ytd": VALUES["2023"], "2020-09/ytd": VALUES["2020"], "2020": VALUES["2013"]}
    assert stand(OUTPUT, rows(OUTPUT, values), "2021-09/ytd").periods == (
        "2020-09/ytd", "2021-09/ytd",
    )  # fmt: skip
