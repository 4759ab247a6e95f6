"""The table of the ranking."""

import pytest

from charts.addresses import State
from layouts.targets.ranking import ranking_section
from layouts.view import View
from targets.ranking import Ranking
from tests.support.completion_rows import (
    BIJIE,
    GROWTH,
    GUIYANG,
    OUTPUT,
    QIANXINAN,
    SHARE,
    ZUNYI,
    context,
    goals,
    must_rank,
    reported,
)
from tests.support.elements import attribute, texts, walk


def half_year() -> Ranking:
    wanted = goals(
        OUTPUT, "2025", {GUIYANG: "100", ZUNYI: "100", QIANXINAN: "100", BIJIE: "100"},
        kind="annual",
    )  # fmt: skip
    known = [
        *reported(OUTPUT, "2025-06/ytd", {GUIYANG: "55.05", ZUNYI: "44", QIANXINAN: "30"}),
        *reported(OUTPUT, "2024-06/ytd", {GUIYANG: "10", ZUNYI: "9", QIANXINAN: "20"}),
    ]
    return must_rank(OUTPUT, wanted, known)


def cells(found: Ranking, lang: str) -> list[list[str]]:
    page = ranking_section(View(context(lang), State(), "/indicator/x"), found)
    rows = [node for node in walk(page) if node.tag == "tr"]
    return [["".join(texts(cell)).strip() for cell in walk(row.children)
             if cell.tag in ("td", "th")] for row in rows]  # fmt: skip


def test_a_row_says_place_target_figure_share_gap_and_change() -> None:
    assert cells(half_year(), "zh") == [
        ["位次", "市州", "目标", "完成", "完成率", "与序时进度差距（百分点）", "位次变化", "状态"],
        ["1", "贵阳市", "≥100亿元", "55.05亿元 2025年上半年", "55.1%", "+5.1", "上升1位",
         "进度正常"],
        ["2", "遵义市", "≥100亿元", "44亿元 2025年上半年", "44.0%", "−6.0", "上升1位", "略微滞后"],
        ["3", "黔西南州", "≥100亿元", "30亿元 2025年上半年", "30.0%", "−20.0", "下降2位", "滞后"],
        ["未列位次", "毕节市", "≥100亿元", "无可比数据", "无可比数据", "无可比数据",
         "无上年同期位次", "无数据"],
    ]  # fmt: skip


def test_the_same_in_english() -> None:
    assert cells(half_year(), "en")[1::2] == [
        ["1", "Guiyang", "≥CNY 10 bn", "CNY 5.51 bn H1 2025", "55.1%", "+5.1",
         "up by 1", "On track"],
        ["3", "Qianxinan", "≥CNY 10 bn", "CNY 3 bn H1 2025", "30.0%", "−20.0",
         "down by 2", "Behind"],
    ]  # fmt: skip


@pytest.mark.parametrize(("lang", "word"), [("zh", "全省目标"), ("en", "province's target")])
def test_a_common_target_is_marked_where_it_stands(lang: str, word: str) -> None:
    wanted = goals(SHARE, "2025", {"520000": "90", ZUNYI: "50"})
    known = reported(SHARE, "2024", {GUIYANG: "45", ZUNYI: "40"})
    rows = cells(must_rank(SHARE, wanted, known), lang)
    assert [row[2] for row in rows[1:3]] == ["≥50%", f"≥90% {word}"]


def test_growth_rates_have_no_column_for_a_share() -> None:
    wanted = goals(GROWTH, "2024", {"520000": "5.5"}, "=", "annual")
    known = [*reported(GROWTH, "2024", {GUIYANG: "5.1", ZUNYI: "6.8"}),
             *reported(GROWTH, "2023", {GUIYANG: "5.1", ZUNYI: "6.8"})]  # fmt: skip
    rows = cells(must_rank(GROWTH, wanted, known), "zh")
    assert rows[0] == [
        "位次", "市州", "目标", "完成", "与目标差距（百分点）", "位次变化", "状态",
    ]  # fmt: skip
    assert rows[1] == ["1", "遵义市", "5.5% 全省目标", "6.8% 2024年", "+1.3", "持平", "超额完成"]


def test_signs_are_for_the_eye_and_words_for_the_ear() -> None:
    page = ranking_section(View(context("zh"), State(), "/indicator/x"), half_year())
    signs = [node.children for node in walk(page) if node.attributes.get("aria-hidden")]
    assert signs == ["↑1", "↑1", "↓2", "—", "—", "—", "—", "—"]


def test_the_sentence_goes_before_the_table_and_the_missing_are_named_after_it() -> None:
    page = ranking_section(View(context("zh"), State(), "/indicator/x"), half_year())
    head, lead, _, missing = page.children
    assert "".join(texts(head.children[0])) == "各市州2025年目标完成情况排名"
    assert (
        lead.children == "完成率从高到低依次是贵阳市、遵义市和黔西南州，分别为55.1%、44.0%和30.0%。"
    )
    assert missing.children == "毕节市没有可比数据，不列位次。"


def test_goal_leads_to_its_source_and_figure_to_its_card() -> None:
    page = ranking_section(View(context("zh"), State(), "/indicator/x"), half_year())
    assert attribute(page, "href")[:3] == [
        "/region/520100",
        "/sources?id=plan",
        "/figure/coal.output?region=520100&period=2025-06/ytd",
    ]
