"""The words around a plot: title, legend and foot, with the passport behind the release."""

import copy
from dataclasses import replace
from typing import Any

import plotly.graph_objects as go
import pytest

from figures import theme
from figures.drawing import Drawing, Heading, Key
from figures.frame import framed, passport_of
from figures.theme import Space
from tests.support.figures_rows import context, figure

PASSPORT = "R3-K3F9Q2"
KEY = Key("年度", "line", "#111111", 0, is_switch=True, is_shown=True)


def plain(lang: str = "zh", last: str = "", keys: int = 0) -> Drawing:
    foot = theme.foot_lines([figure("2023", "1").shown], context(lang))
    heading = Heading("图", ("说明",), (*foot, last) if last else foot)
    layout = theme.layout(Space(200, left=40), annotations=[theme.note("点")])
    return Drawing({"data": [], "layout": layout}, heading, (KEY,) * keys, "图", ())


def lines(made: dict[str, Any]) -> list[str]:
    return made["layout"]["annotations"][-1]["text"].split("<br>")


@pytest.mark.parametrize(
    ("lang", "release"),
    [("zh", "第3版（2026年11月20日） · R3-K3F9Q2"), ("en", "Release 3 (20 Nov 2026) · R3-K3F9Q2")],
)
def test_it_stands_behind_the_release(lang: str, release: str) -> None:
    given = plain(lang)
    target = replace(
        given, heading=replace(given.heading, foot=theme.foot_lines((), context(lang)))
    )
    before = framed(target)
    after = framed(target, PASSPORT)
    assert lines(after)[-1] == release
    assert lines(after)[:-1] == lines(before)[:-1]
    assert after["layout"]["height"] == before["layout"]["height"]
    assert after["layout"]["annotations"][0] == theme.note("点")
    go.Figure(after)


@pytest.mark.parametrize(
    ("lang", "reach"),
    [("zh", "数据期至2023年12月 · 第3版"), ("en", "Data up to Dec 2023 · Release 3")],
)
def test_the_foot_says_how_far_the_figures_reach_not_when_they_were_loaded(
    lang: str, reach: str
) -> None:
    assert reach in " ".join(lines(framed(plain(lang), PASSPORT)))


def test_the_plot_given_stays_as_it_was() -> None:
    given = plain()
    kept = copy.deepcopy(given)
    framed(given, PASSPORT)
    assert given == kept


def test_the_plot_keeps_its_size_and_says_nothing_itself() -> None:
    given = plain(keys=3)
    plot, whole = given.plot["layout"], framed(given)["layout"]
    inside = [
        layout["height"] - layout["margin"]["t"] - layout["margin"]["b"] for layout in (plot, whole)
    ]
    assert inside == [200, 200]
    assert "title" not in plot
    assert plot["annotations"] == [theme.note("点")]
    assert (plot["showlegend"], whole["showlegend"]) == (False, True)


def test_a_legend_takes_a_row_for_two_keys() -> None:
    heights = [framed(plain(keys=n))["layout"]["height"] for n in range(4)]
    assert [high - heights[0] for high in heights] == [0, 20, 20, 40]
    assert not framed(plain())["layout"]["showlegend"]


def test_a_line_that_grows_too_long_is_broken_and_the_figure_grows() -> None:
    given = plain(last="数据截至2026年11月20日 <第3版> & 更多的字直到这一行差不多")
    before, after = framed(given)["layout"], framed(given, PASSPORT)["layout"]
    last = "数据截至2026年11月20日 &lt;第3版&gt; &amp; 更多的字直到这一行差不多 ·"
    assert lines({"layout": after})[-2:] == [last, PASSPORT]
    grown = after["height"] - before["height"]
    assert grown == after["margin"]["b"] - before["margin"]["b"] > 12
    assert after["margin"]["t"] == before["margin"]["t"]


def test_a_figure_with_a_passport_is_as_high_as_one_laid_out_with_those_lines() -> None:
    given = plain(last="数据截至2026年11月20日第3版更多的字直到这一行差不多满")
    same = plain(last="数据截至2026年11月20日第3版更多的字直到这一行差不多满 · " + PASSPORT)
    assert framed(given, PASSPORT) == framed(same)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_it_can_be_read_back(lang: str) -> None:
    assert passport_of(framed(plain(lang), PASSPORT)) == PASSPORT
    broken = plain(lang, "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十")
    assert passport_of(framed(broken, PASSPORT)) == PASSPORT
    assert passport_of(framed(plain(lang))) == ""


def test_the_words_of_a_wide_picture_take_its_width() -> None:
    given = plain(last="来源：" + "统计局、" * 20, keys=4)
    given = replace(
        given, heading=replace(given.heading, subtitle=("贵州省 · 2020—2025年", "单位：万吨"))
    )
    narrow, wide = framed(given, PASSPORT), framed(given, PASSPORT, 680)
    assert len(lines(wide)) < len(lines(narrow))
    assert "贵州省 · 2020—2025年 · 单位：万吨" in wide["layout"]["title"]["text"]
    assert wide["layout"]["legend"]["entrywidth"] == 0.25
    assert wide["layout"]["height"] < narrow["layout"]["height"]
