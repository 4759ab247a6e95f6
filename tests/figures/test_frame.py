"""The passport at the foot of a figure."""

import copy
from typing import Any

import plotly.graph_objects as go
import pytest

from figures import theme
from figures.drawing import Heading
from figures.frame import passport_of, stamped
from figures.theme import Space
from tests.support.figures_rows import context, figure

PASSPORT = "R3-K3F9Q2"


def plain(lang: str = "zh", last: str = "") -> dict[str, Any]:
    foot = theme.foot_lines([figure("2023", "1").shown], context(lang))
    heading = Heading("图", ("说明",), (*foot, last) if last else foot)
    layout = theme.layout(heading, Space(200, left=40), annotations=[theme.note("点")])
    return {"data": [], "layout": layout}


def lines(made: dict[str, Any]) -> list[str]:
    return made["layout"]["annotations"][-1]["text"].split("<br>")


@pytest.mark.parametrize(
    ("lang", "release"),
    [("zh", "数据截至2026年11月20日 · 第3版 · R3-K3F9Q2"),
     ("en", "Data as of 20 Nov 2026 · release 3 · R3-K3F9Q2")],
)  # fmt: skip
def test_it_stands_behind_the_release(lang: str, release: str) -> None:
    before = plain(lang)
    after = stamped(before, PASSPORT)
    assert lines(after)[-1] == release
    assert lines(after)[:-1] == lines(before)[:-1]
    assert after["layout"]["height"] == before["layout"]["height"]
    assert after["layout"]["annotations"][0] == theme.note("点")
    go.Figure(after)


def test_the_figure_given_stays_as_it_was() -> None:
    given = plain()
    kept = copy.deepcopy(given)
    stamped(given, PASSPORT)
    assert given == kept


def test_a_line_that_grows_too_long_is_broken_and_the_figure_grows() -> None:
    given = plain(last="数据截至2026年11月20日 <第3版> & 更多的字直到这一行差不多")
    before, after = given["layout"], stamped(given, PASSPORT)["layout"]
    last = "数据截至2026年11月20日 &lt;第3版&gt; &amp; 更多的字直到这一行差不多 ·"
    assert lines({"layout": after})[-2:] == [last, PASSPORT]
    grown = after["height"] - before["height"]
    assert grown == after["margin"]["b"] - before["margin"]["b"] > 12
    assert after["margin"]["t"] == before["margin"]["t"]


def test_a_stamped_figure_is_as_high_as_one_laid_out_with_those_lines() -> None:
    given = plain(last="数据截至2026年11月20日第3版更多的字直到这一行差不多满")
    same = plain(last="数据截至2026年11月20日第3版更多的字直到这一行差不多满 · " + PASSPORT)
    assert stamped(given, PASSPORT) == same


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_it_can_be_read_back(lang: str) -> None:
    assert passport_of(stamped(plain(lang), PASSPORT)) == PASSPORT
    broken = plain(lang, "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十")
    assert passport_of(stamped(broken, PASSPORT)) == PASSPORT
    assert passport_of(plain(lang)) == ""
