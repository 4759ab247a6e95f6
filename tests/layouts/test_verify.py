"""The page that tells whether a picture is genuine, and what was revised since."""

import re
from dataclasses import replace
from html import unescape

import pytest

from charts.addresses import State
from indicators.passport import RowChange
from indicators.release import Release
from indicators.vocabulary import Qualifier, Status
from layouts.pages.verify import OUTCOMES, Verdict, verify
from layouts.parts.render import render
from layouts.view import View
from tests.support.figures_rows import OUTPUT, SOURCE, context, figure, target

EVIL = "\"><script>alert(1)</script><img src=x onerror='alert(1)'>"
OLD = Release(7, "2026-11-20T08:00:00+00:00", "", 0, 0, 0, "")
NEW = replace(OLD, number=9, time="2027-01-05T08:00:00+00:00")
WAS = figure("2023", "12").shown
IS = replace(WAS, printed="12.5", status=Status.REVISED, qualifier=Qualifier.ABOUT)
GOAL = target("2025", "20", source=SOURCE)
CHANGES = (
    RowChange("changed", WAS, IS),
    RowChange("added", None, GOAL),
    RowChange("removed", WAS, None),
)
KNOWN = Verdict(
    "current", "R7-K3F9Q2", "/chart/trend.png?indicator=baijiu.output", "trend",
    "indicator=baijiu.output&from=2018", "产值走势", "/indicator/baijiu.output?from=2018", OLD, NEW,
)  # fmt: skip
REVISED = replace(KNOWN, outcome="revised", changes=CHANGES)


def shown(found: Verdict | None, lang: str = "zh", asked: str = "") -> str:
    return render(verify(View(context(lang), State(lang=asked), "/verify"), found))


def cells(page: str) -> list[list[str]]:
    rows = re.findall("<tr>(.*?)</tr>", page)
    return [
        [unescape(re.sub("<.*?>", "", cell)) for cell in re.findall("<t[dh].*?>(.*?)</t[dh]>", row)]
        for row in rows
    ]


def test_at_first_there_is_only_a_form_that_needs_no_callback() -> None:
    page = shown(None)
    assert (
        '<form action="/verify" aria-label="图片核验" class="filters verify-form" method="get"'
        in page
    )
    assert '<label for="verify-passport">图片编号</label>' in page
    assert 'id="verify-passport" name="passport" spellcheck="false" type="text" value=""' in page
    assert '<label for="verify-address">图的地址或二维码内容</label>' in page
    assert '<button class="copy" type="submit">核验</button>' in page
    assert "verdict" not in page
    assert 'type="hidden"' not in page


def test_the_form_keeps_what_was_typed_and_the_language() -> None:
    page = shown(KNOWN, "en", "en")
    assert 'name="passport" spellcheck="false" type="text" value="R7-K3F9Q2"' in page
    assert 'type="text" value="/chart/trend.png?indicator=baijiu.output"' in page
    assert '<input name="lang" type="hidden" value="en">' in page


@pytest.mark.parametrize(
    ("outcome", "shape", "word", "lang"),
    [
        ("current", "check", "真实，数据为最新", "zh"),
        ("current", "check", "Genuine and current", "en"),
        ("revised", "diamond", "真实，但数据已有修订", "zh"),
        ("revised", "diamond", "Genuine, but revised since", "en"),
        ("foreign", "cross", "不是本看板的图", "zh"),
        ("foreign", "cross", "Not a picture of this dashboard", "en"),
        ("unreadable", "dots", "编号无法识别", "zh"),
        ("no_release", "dots", "There is no such release", "en"),
        ("no_chart", "dots", "缺少图的地址", "zh"),
    ],
)
def test_each_outcome_has_a_word_and_a_shape(
    outcome: str, shape: str, word: str, lang: str
) -> None:
    page = shown(replace(KNOWN, outcome=outcome), lang)
    chips = re.findall(r'<span class="status shape-(\w+)" style="color:#\w{6}">(.*?)</span>', page)
    assert chips == [(shape, word)]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_two_outcomes_say_the_same(lang: str) -> None:
    said = {re.findall("<p>(.*?)</p>", shown(Verdict(o, "R7-K3F9Q2"), lang))[-1] for o in OUTCOMES}
    assert len(said) == 6


def test_chart_releases_and_addresses_are_named() -> None:
    page = shown(KNOWN, "zh")
    assert ">产值走势</a>" in page
    assert 'href="/indicator/baijiu.output?from=2018"' in page
    assert "第7版 · 2026年11月20日" in page
    assert "第9版 · 2027年1月5日" in page
    address = "/chart/trend.png?indicator=baijiu.output&amp;from=2018"
    assert f'<a href="{address}&amp;asof=7">该版的图</a>' in page
    assert f'<a href="{address}">最新的图</a>' in page
    assert f'<a href="{address}&amp;lang=en&amp;asof=7">' in shown(KNOWN, "en", "en")
    assert 'href="/chart/map.png"' in shown(replace(KNOWN, chart="map", parameters=""))


def test_without_a_release_nothing_of_it_is_named() -> None:
    page = shown(Verdict("no_release", "R99-K3F9Q2", current=NEW))
    assert "编号R99-K3F9Q2所指的版本不存在；最新为第9版。" in page
    assert "<dt>图片编号</dt>" not in page
    assert "/chart/" not in page
    assert "<dl" not in shown(Verdict("unreadable", "x"))
    assert "the newest is 3." in shown(Verdict("no_release", "R99-K3F9Q2"), "en")


def test_old_and_new_values_are_listed() -> None:
    assert cells(shown(REVISED)) == [
        ["指标", "地区", "时期", "变化", "图中数值", "现行数值", "来源"],
        ["产值<b>x</b> ", "贵州省", "2023年", "更改", "12亿元", "约12.5亿元 · 修订数",
         "<b>统计局</b>，2024年3月"],
        ["产值<b>x</b> 规划目标", "贵州省", "2025年", "新增", "无", "≥20亿元",
         "<b>统计局</b>，2024年3月"],
        ["产值<b>x</b> ", "贵州省", "2023年", "撤下", "12亿元", "无", "<b>统计局</b>，2024年3月"],
    ]  # fmt: skip


def test_the_same_in_english() -> None:
    page = shown(replace(REVISED, changes=CHANGES[:1]), "en")
    assert "1 figure revised since" in page
    assert cells(page)[1][2:6] == [
        "2023", "changed", "12 × CNY 100m", "about 12.5 × CNY 100m · Revised",
    ]  # fmt: skip
    in_billions = replace(
        REVISED, changes=(RowChange("removed", replace(WAS, unit="CNY bn"), None),)
    )
    assert cells(shown(in_billions, "en"))[1][4] == "CNY 12 bn"


def test_a_missing_value_and_what_the_catalogue_no_longer_knows() -> None:
    empty = replace(WAS, printed="", value=None)
    sign = replace(WAS, printed="—", value=None, indicator="gone", region="529999", unit="担")
    rows = cells(shown(replace(REVISED, changes=(RowChange("changed", empty, sign),))))
    assert rows[1][:2] == ["gone ", "529999"]
    assert rows[1][4:6] == ["无数据", "—"]
    odd = replace(WAS, unit="担")
    assert cells(shown(replace(REVISED, changes=(RowChange("removed", odd, None),))))[1][4] == "12"


def test_a_source_that_is_known_is_linked() -> None:
    view = View(context(), State(), "/verify")
    view.catalogue.sources["s1"] = SOURCE
    page = render(verify(view, REVISED))
    assert 'href="/sources?id=s1"' in page
    assert 'href="/sources?id=s1"' not in shown(REVISED)


def test_nothing_of_the_address_comes_alive() -> None:
    evil = Verdict("foreign", EVIL, EVIL, EVIL, EVIL, EVIL, "/" + EVIL, OLD, NEW)
    for page in (shown(evil), shown(evil, "en"), shown(Verdict("unreadable", EVIL, EVIL))):
        assert not re.search("<script|<img|onerror='", page)
        assert "&quot;&gt;&lt;script&gt;" in page


def test_the_indicator_of_the_rows_is_named_in_the_language_of_the_page() -> None:
    assert OUTPUT.name_en in cells(shown(REVISED, "en"))[1][0]
