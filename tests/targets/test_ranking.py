"""Prefectures ranked by completion: whose target, which figure, which place."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from targets import scores
from targets.ranking import Ranking
from tests.support.completion_rows import (
    ASSETS,
    BIJIE,
    GROWTH,
    GUIAN,
    GUIYANG,
    OUTPUT,
    PLAN,
    QIANXINAN,
    SHARE,
    ZUNYI,
    figure,
    goals,
    must_rank,
    ranked,
    reported,
    target,
)

ALIKE = {GUIYANG: "100", ZUNYI: "100", QIANXINAN: "100", BIJIE: "100"}


def column(found: Ranking, name: str) -> dict[str, Any]:
    return {row.region: getattr(row, name) for row in found.rows}


def test_own_targets_are_ranked_by_the_share_attained() -> None:
    wanted = goals(OUTPUT, "2025", {GUIYANG: "1000", ZUNYI: "500", QIANXINAN: "100"})
    known = reported(OUTPUT, "2024", {GUIYANG: "768", ZUNYI: "360.5", QIANXINAN: "72.7"})
    found = must_rank(OUTPUT, wanted, known)
    assert [row.region for row in found.rows] == [GUIYANG, QIANXINAN, ZUNYI]
    assert [row.completion for row in found.rows] == [0.768, 0.727, 0.721]
    assert [row.gap for row in found.rows] == [-0.232, -0.273, -0.279]
    assert [row.rank for row in found.rows] == [1, 2, 3]
    assert (found.due, found.method, found.period, found.common) == ("2025", "share", "2024", None)
    assert not any(row.is_common for row in found.rows)


def test_ties_share_a_place_and_the_next_one_is_left_out() -> None:
    known = reported(ASSETS, "2024", {GUIYANG: "50", ZUNYI: "80", QIANXINAN: "80", BIJIE: "90"})
    found = must_rank(ASSETS, goals(ASSETS, "2025", ALIKE), known)
    assert column(found, "rank") == {BIJIE: 1, ZUNYI: 2, QIANXINAN: 2, GUIYANG: 4}


def test_what_is_equal_on_paper_is_a_tie() -> None:
    known = reported(ASSETS, "2024", {GUIYANG: "0.3", ZUNYI: "0.1"})
    found = must_rank(ASSETS, goals(ASSETS, "2025", {GUIYANG: "0.9", ZUNYI: "0.3"}), known)
    assert column(found, "rank") == {GUIYANG: 1, ZUNYI: 1}


def test_below_a_cap_less_is_better() -> None:
    known = reported(OUTPUT, "2024", {GUIYANG: "120", ZUNYI: "60", BIJIE: "100"})
    found = must_rank(OUTPUT, goals(OUTPUT, "2025", ALIKE, "<="), known)
    assert column(found, "rank") == {ZUNYI: 1, BIJIE: 2, GUIYANG: 3, QIANXINAN: None}
    assert column(found, "gap")[GUIYANG] == 0.2


def test_an_exact_target_is_ranked_by_nearness_where_no_direction_is_better() -> None:
    values = {GUIYANG: "107", ZUNYI: "98", BIJIE: "90", QIANXINAN: "102"}
    wanted = goals(ASSETS, "2025", ALIKE, "=")
    found = must_rank(ASSETS, wanted, reported(ASSETS, "2024", values))
    assert column(found, "rank") == {ZUNYI: 1, QIANXINAN: 1, GUIYANG: 3, BIJIE: 4}
    more = must_rank(OUTPUT, goals(OUTPUT, "2025", ALIKE, "="), reported(OUTPUT, "2024", values))
    assert column(more, "rank") == {GUIYANG: 1, QIANXINAN: 2, ZUNYI: 3, BIJIE: 4}


def test_a_part_of_the_year_is_read_against_the_clock() -> None:
    wanted = goals(OUTPUT, "2025", {GUIYANG: "100", ZUNYI: "100"}, kind="annual")
    known = reported(OUTPUT, "2025-06/ytd", {GUIYANG: "55", ZUNYI: "44"})
    found = must_rank(OUTPUT, wanted, known)
    assert (found.method, found.period) == ("pace", "2025-06/ytd")
    assert column(found, "gap") == {GUIYANG: 0.05, ZUNYI: -0.06}
    assert column(found, "completion") == {GUIYANG: 0.55, ZUNYI: 0.44}


def test_flows_are_ranked_over_one_stretch_that_most_have() -> None:
    wanted = goals(OUTPUT, "2025", {GUIYANG: "100", ZUNYI: "100", BIJIE: "100"}, kind="annual")
    known = [
        *reported(OUTPUT, "2025-06/ytd", {GUIYANG: "55", ZUNYI: "44"}),
        *reported(OUTPUT, "2025-09/ytd", {ZUNYI: "80"}),
        *reported(OUTPUT, "2025-03/ytd", {BIJIE: "99"}),
    ]
    found = must_rank(OUTPUT, wanted, known)
    assert found.period == "2025-06/ytd"
    assert column(found, "rank") == {GUIYANG: 1, ZUNYI: 2, BIJIE: None}


def test_an_earlier_year_completes_no_annual_goal_and_the_base_no_plan() -> None:
    known = reported(OUTPUT, "2024", {GUIYANG: "55", ZUNYI: "44"})
    alike = {GUIYANG: "100", ZUNYI: "100"}
    assert ranked(OUTPUT, goals(OUTPUT, "2025", alike, kind="annual"), known) is None
    assert must_rank(OUTPUT, goals(OUTPUT, "2025", alike), known).period == "2024"
    before = reported(OUTPUT, "2020", {GUIYANG: "55", ZUNYI: "44"})
    assert ranked(OUTPUT, goals(OUTPUT, "2025", alike), before) is None


def test_a_figure_older_than_the_target_says_nothing_of_a_due_date_that_is_over() -> None:
    wanted = goals(ASSETS, "2025", {GUIYANG: "100", ZUNYI: "100"})
    known = reported(ASSETS, "2020-03-31", {GUIYANG: "55", ZUNYI: "44"})
    assert must_rank(ASSETS, wanted, known).period == "2020-03-31"
    assert ranked(ASSETS, wanted, known, date(2026, 11, 20)) is None


def test_the_provinces_target_stands_for_a_share_where_there_is_none_of_ones_own() -> None:
    wanted = goals(SHARE, "2025", {"520000": "90", ZUNYI: "50"})
    known = reported(SHARE, "2024", {"520000": "70", GUIYANG: "45", ZUNYI: "40", GUIAN: "90"})
    found = must_rank(SHARE, wanted, known)
    assert column(found, "completion") == dict.fromkeys(
        (GUIAN, ZUNYI, GUIYANG, BIJIE, QIANXINAN)  # no completion of a share means anything
    )
    assert column(found, "gap") == {
        GUIAN: 0, ZUNYI: -10, GUIYANG: -45, BIJIE: None, QIANXINAN: None,
    }  # fmt: skip
    assert [row.region for row in found.rows if not row.is_common] == [ZUNYI]
    assert (found.common and found.common.value) == 90
    assert column(found, "target")[GUIYANG].region == GUIYANG
    assert column(found, "assessment")[GUIYANG].gap == -45


@pytest.mark.parametrize(("comparator", "kind"), [("<=", "plan"), (">=", "annual")])
def test_a_target_of_ones_own_of_any_sort_shuts_out_the_provinces(
    comparator: str, kind: str
) -> None:
    wanted = [
        target(SHARE, "520000", "2025", "90"),
        target(SHARE, GUIYANG, "2025", "50", comparator, kind),
    ]
    known = reported(SHARE, "2025", {GUIYANG: "45", ZUNYI: "40", BIJIE: "30"})
    rows = must_rank(SHARE, wanted, known).rows
    assert GUIYANG not in [row.region for row in rows if row.is_common]


def test_the_provinces_tonnage_is_no_yardstick() -> None:
    known = reported(OUTPUT, "2024", {GUIYANG: "55", ZUNYI: "44"})
    assert ranked(OUTPUT, goals(OUTPUT, "2025", {"520000": "1000"}), known) is None


def test_growth_rates_are_ranked_by_their_lead_in_points() -> None:
    wanted = [target(GROWTH, "520000", "2024", "5.5", "=", "annual")]
    known = reported(GROWTH, "2024", {GUIYANG: "5.1", ZUNYI: "6.8", BIJIE: "5.5"})
    found = must_rank(GROWTH, wanted, [*known, figure(GROWTH, QIANXINAN, "2023", "9")])
    assert found.method == "points"
    assert column(found, "gap") == {
        ZUNYI: 1.3, BIJIE: 0, GUIYANG: -0.4, GUIAN: None, QIANXINAN: None,
    }  # fmt: skip
    assert set(column(found, "completion").values()) == {None}
    assert column(found, "rank")[GUIYANG] == 3


def test_the_change_of_rank_is_against_the_same_months_of_last_year() -> None:
    wanted = goals(OUTPUT, "2025", ALIKE, kind="annual")
    known = [
        *reported(OUTPUT, "2025-06/ytd", {GUIYANG: "50", ZUNYI: "40", QIANXINAN: "30"}),
        *reported(OUTPUT, "2024-06/ytd", {GUIYANG: "10", ZUNYI: "30", QIANXINAN: "20"}),
        *reported(OUTPUT, "2024-03/ytd", {GUIYANG: "9", ZUNYI: "1"}),
        *reported(OUTPUT, "2024", {BIJIE: "90", ZUNYI: "1"}),
    ]
    found = must_rank(OUTPUT, wanted, known)
    assert column(found, "previous_rank") == {GUIYANG: 3, ZUNYI: 1, QIANXINAN: 2, BIJIE: None}
    assert column(found, "change") == {GUIYANG: 2, ZUNYI: -1, QIANXINAN: -1, BIJIE: None}
    assert (found.before, found.compared) == ("2024-06/ytd", 3)


def test_the_change_counts_only_those_that_have_both_figures() -> None:
    known = [
        *reported(ASSETS, "2024", {GUIYANG: "90", ZUNYI: "80", BIJIE: "70"}),
        *reported(ASSETS, "2023-12-31", {ZUNYI: "50", BIJIE: "40"}),
    ]
    found = must_rank(ASSETS, goals(ASSETS, "2025", ALIKE), known)
    assert column(found, "rank") == {GUIYANG: 1, ZUNYI: 2, BIJIE: 3, QIANXINAN: None}
    assert column(found, "change") == {GUIYANG: None, ZUNYI: 0, BIJIE: 0, QIANXINAN: None}
    alone = must_rank(ASSETS, goals(ASSETS, "2025", ALIKE), known[:4])
    assert set(column(alone, "change").values()) == {None}


def test_the_due_date_that_most_have_a_figure_for_goes_first_then_the_next_one() -> None:
    two = {GUIYANG: "100", ZUNYI: "100"}
    known = reported(ASSETS, "2024", {GUIYANG: "90", ZUNYI: "80", BIJIE: "70"})
    wanted = [*goals(ASSETS, "2030", two), *goals(ASSETS, "2026", two), *goals(ASSETS, "2024", two)]
    assert must_rank(ASSETS, wanted, known).due == "2026"
    assert must_rank(ASSETS, [*wanted, target(ASSETS, BIJIE, "2030", "9")], known).due == "2030"
    assert must_rank(ASSETS, wanted, known, date(2031, 1, 1)).due == "2030"


def test_a_cap_is_not_ranked_beside_a_floor() -> None:
    wanted = [target(ASSETS, GUIYANG, "2025", "100"), target(ASSETS, ZUNYI, "2025", "100", "<=")]
    known = reported(ASSETS, "2024", {GUIYANG: "90", ZUNYI: "80"})
    assert ranked(ASSETS, wanted, known) is None


def test_a_revised_target_is_out_and_a_plan_goes_before_a_hope() -> None:
    later = replace(PLAN, id="later", published="2023-06")
    earlier = replace(PLAN, id="earlier", published="2021-06")
    wanted = [
        *goals(ASSETS, "2025", {GUIYANG: "100", ZUNYI: "100"}),
        target(ASSETS, GUIYANG, "2025", "200", source=later),
        target(ASSETS, ZUNYI, "2025", "900", kind="aspiration", source=earlier),
    ]
    known = reported(ASSETS, "2024", {GUIYANG: "90", ZUNYI: "80"})
    assert column(must_rank(ASSETS, wanted, known), "completion") == {ZUNYI: 0.8, GUIYANG: 0.45}


def test_what_looks_back_after_the_due_date_does_not_replace_the_promise() -> None:
    after = replace(PLAN, id="after", published="2025-06")
    undated = replace(PLAN, id="undated", published="")
    wanted = [
        target(ASSETS, GUIYANG, "2024", "50", source=after),
        target(ASSETS, GUIYANG, "2024", "60", source=undated),
        *goals(ASSETS, "2024", {GUIYANG: "100", ZUNYI: "100"}),
    ]
    known = reported(ASSETS, "2024", {GUIYANG: "90", ZUNYI: "80"})
    assert column(must_rank(ASSETS, wanted, known), "completion") == {GUIYANG: 0.9, ZUNYI: 0.8}


@pytest.mark.parametrize("values", [{}, {GUIYANG: "90"}])
def test_one_alone_has_no_rank(values: dict[str, str]) -> None:
    known = reported(ASSETS, "2024", values)
    assert ranked(ASSETS, goals(ASSETS, "2025", ALIKE), known) is None


@pytest.mark.parametrize("goal", ["0", "-5"])
def test_no_share_of_a_target_of_zero_or_less(goal: str) -> None:
    wanted = goals(ASSETS, "2025", {GUIYANG: "100", ZUNYI: "100", BIJIE: goal})
    known = reported(ASSETS, "2024", {GUIYANG: "90", ZUNYI: "80", BIJIE: "70"})
    found = must_rank(ASSETS, wanted, known)
    assert column(found, "rank") == {GUIYANG: 1, ZUNYI: 2, BIJIE: None}


def test_places_from_the_least_score() -> None:
    assert scores.ranks({"a": 3.0, "b": 1.0, "c": 2.0, "d": 2.0}) == {
        "a": 4, "b": 1, "c": 2, "d": 2,
    }  # fmt: skip
