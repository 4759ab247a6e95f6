"""The ranking in words, in the form of Guizhou's notices."""

from dataclasses import replace

import pytest

from tests.support.completion_rows import (
    ASSETS,
    BIJIE,
    GROWTH,
    GUIAN,
    GUIYANG,
    OUTPUT,
    QIANXINAN,
    REGIONS,
    SHARE,
    ZUNYI,
    context,
    figure,
    goals,
    must_rank,
    reported,
)
from wording import rankings as said

ZH, EN = context("zh"), context("en")
ALIKE = {GUIYANG: "100", ZUNYI: "100", QIANXINAN: "100", BIJIE: "100"}
FOUR = {GUIYANG: "76.75", ZUNYI: "72.1", QIANXINAN: "72.7", BIJIE: "70"}


def test_the_first_three_lead_and_are_rounded_once_half_up() -> None:
    found = must_rank(ASSETS, goals(ASSETS, "2025", ALIKE), reported(ASSETS, "2024", FOUR))
    assert said.lead(found, ZH) == (
        "完成率居前三位的是贵阳市、黔西南州和遵义市，分别为76.8%、72.7%和72.1%。"
    )
    assert said.lead(found, EN) == (
        "Completion is highest in Guiyang, Qianxinan and Zunyi, at 76.8%, 72.7% and 72.1%."
    )
    assert [said.gap(row, ZH) for row in found.rows] == ["−23.3", "−27.3", "−27.9", "−30.0"]


@pytest.mark.parametrize(
    ("value", "share", "gap"),
    [("99.96", "99.96%", "−0.04"), ("100", "100.0%", "0.0"), ("114.849", "114.8%", "+14.8")],
)
def test_what_falls_short_by_a_hair_is_not_rounded_to_the_whole(
    value: str, share: str, gap: str
) -> None:
    known = reported(ASSETS, "2024", {GUIYANG: value, ZUNYI: "1"})
    row = must_rank(ASSETS, goals(ASSETS, "2025", ALIKE), known).rows[0]
    assert (said.reached(row, ZH), said.gap(row, ZH)) == (share, gap)


def test_caps_lead_with_the_least() -> None:
    found = must_rank(OUTPUT, goals(OUTPUT, "2025", ALIKE, "<="), reported(OUTPUT, "2024", FOUR))
    assert said.lead(found, ZH).startswith("占上限比例最低的三位是毕节市、遵义市和黔西南州，")
    assert said.lead(found, EN).startswith("Share of the cap is lowest in Bijie, Zunyi and Qian")


def test_an_exact_target_leads_with_the_nearest() -> None:
    known = reported(ASSETS, "2024", FOUR | {BIJIE: "103"})
    found = must_rank(ASSETS, goals(ASSETS, "2025", ALIKE, "="), known)
    assert said.lead(found, ZH) == (
        "最接近目标的三位是毕节市、贵阳市和黔西南州，完成率分别为103.0%、76.8%和72.7%。"
    )
    assert said.lead(found, EN) == (
        "Completion is closest to the target in Bijie, Guiyang and Qianxinan, "
        "at 103.0%, 76.8% and 72.7%."
    )


def test_growth_rates_lead_in_points() -> None:
    wanted = goals(GROWTH, "2024", {"520000": "5.5"}, "=", "annual")
    known = reported(GROWTH, "2024", {GUIYANG: "5.1", ZUNYI: "6.8"})
    found = must_rank(GROWTH, wanted, known)
    assert said.lead(found, ZH) == (
        "增速与目标之差从高到低依次是遵义市和贵阳市，分别为+1.3和−0.4个百分点。"
    )
    assert said.lead(found, EN) == (
        "Growth less its target, highest first: Zunyi and Guiyang, "
        "at +1.3 and −0.4 percentage points."
    )


def test_all_in_one_place_are_said_to_tie_with_the_words_of_the_source() -> None:
    wanted = goals(SHARE, "2026", {"520000": "90"})
    known = [figure(SHARE, GUIYANG, "2024-12-04", "98", "over"),
             figure(SHARE, GUIAN, "2024-05", "98", "over")]  # fmt: skip
    found = must_rank(SHARE, wanted, known)
    assert said.lead(found, ZH) == "贵阳市和贵安新区位次并列，比重与目标之差为超8个百分点。"
    assert said.lead(found, EN) == (
        "Guiyang and Gui'an share the first rank. Share less its target: over 8 percentage points."
    )
    assert said.missing(found, ZH) == "遵义市、毕节市和黔西南州没有可比数据，不列位次。"
    assert said.missing(found, EN) == (
        "Without a rank, as no comparable figure is published: Zunyi, Bijie and Qianxinan."
    )


def test_a_tie_at_the_same_distance_names_both_values() -> None:
    known = reported(ASSETS, "2024", {GUIYANG: "98", ZUNYI: "102"})
    found = must_rank(ASSETS, goals(ASSETS, "2025", ALIKE, "="), known)
    assert said.lead(found, ZH) == "贵阳市和遵义市位次并列，完成率为98.0%和102.0%。"


def test_the_hint_says_whose_target_what_time_and_against_what() -> None:
    wanted = goals(OUTPUT, "2025", {GUIYANG: "100", ZUNYI: "100"}, kind="annual")
    known = [
        *reported(OUTPUT, "2025-06/ytd", {GUIYANG: "50", ZUNYI: "40"}),
        *reported(OUTPUT, "2024-06/ytd", {GUIYANG: "10", ZUNYI: "30"}),
    ]
    found = must_rank(OUTPUT, wanted, known)
    assert said.hint(found, ZH) == (
        "按各地自己的2025年目标计算。均为2025年上半年数据。"
        "位次变化是与2024年上半年数据按同一目标排出的位次相比（共2个地区）。"
    )
    assert said.hint(found, EN) == (
        "By each prefecture's own target for 2025. All figures are of H1 2025. "
        "The change of rank is against the ranking of 2 prefectures by the figures of H1 2024 "
        "and the same targets."
    )
    assert said.missing(found, ZH) == ""


def test_the_hint_says_that_a_target_is_the_provinces() -> None:
    known = [*reported(SHARE, "2024", {GUIYANG: "45"}), *reported(SHARE, "2023", {ZUNYI: "40"})]
    wanted = goals(SHARE, "2025", {"520000": "90"})
    assert said.hint(must_rank(SHARE, wanted, known), ZH) == (
        "各地均按全省2025年目标（90%以上）这一共同标准计算，并非各地自己的目标。"
        "各地数据的时间不同，见表中所列。没有上年同期数据可排位次，位次变化从缺。"
    )
    own = goals(SHARE, "2025", {"520000": "90", ZUNYI: "50"})
    assert said.hint(must_rank(SHARE, own, known), EN).startswith(
        "By each prefecture's own target for 2025; where there is none, by the province's "
        "(at least 90%), marked as such. The figures are of different dates, as listed. "
    )


def test_the_hint_says_when_only_some_are_compared() -> None:
    known = [
        *reported(ASSETS, "2024", {GUIYANG: "90", ZUNYI: "80", BIJIE: "70"}),
        *reported(ASSETS, "2023", {ZUNYI: "50"}),
        *reported(ASSETS, "2023-12-30", {BIJIE: "40"}),
    ]
    found = must_rank(ASSETS, goals(ASSETS, "2025", ALIKE), known)
    assert said.hint(found, ZH).endswith(
        "位次变化只在两期都有数据的2个地区之间比较：与上年同期数据按同一目标排出的位次相比。"
    )


def test_a_prefecture_is_named_as_in_notices() -> None:
    assert said.name(REGIONS[QIANXINAN], "zh") == "黔西南州"
    assert said.name(REGIONS[GUIAN], "zh") == "贵安新区"
    assert said.name(replace(REGIONS[BIJIE], short_zh=""), "zh") == "毕节市"
    assert said.name(REGIONS[QIANXINAN], "en") == "Qianxinan"
