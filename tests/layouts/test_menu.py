"""The menu on a chart: what it offers in both languages, and where its items lead."""

from typing import Any

import pytest

from charts.addresses import State
from layouts.parts.menu import file, menu, snippets
from layouts.parts.render import render
from layouts.view import View
from tests.support.elements import attribute, walk
from tests.support.figures_rows import context

ADDRESS = "/chart/trend?indicator=coal.raw_coal_output&region=520000,520100"
SENTENCE = "2025年原煤产量1.5亿吨。"


def view(lang: str = "zh") -> View:
    return View(context(lang), State(lang=lang), "/indicator/coal.raw_coal_output")


def shown(lang: str = "zh", title: str = "原煤产量", sentence: str = SENTENCE) -> Any:
    return menu(view(lang), ADDRESS, title, sentence)


def items(tree: Any) -> list[str]:
    """What the buttons and links say, in order."""
    words = [node.children for node in walk(tree) if node.tag in ("button", "a")]
    return [word if isinstance(word, str) else word[0] for word in words]


def test_the_menu_offers_eight_things() -> None:
    assert items(shown()) == [
        "复制图片", "下载图片（PNG）", "下载矢量图（SVG）", "下载数据（CSV）", "复制文字描述",
        "复制图片地址", "嵌入代码", "复制代码", "复制代码", "加入报告",
    ]  # fmt: skip


def test_the_same_in_english() -> None:
    assert items(shown("en")) == [
        "Copy picture", "Download picture (PNG)", "Download drawing (SVG)",
        "Download figures (CSV)", "Copy description", "Copy picture address", "Embed code",
        "Copy code", "Copy code", "Add to report",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "name"), [("zh", "图表操作：原煤产量"), ("en", "Chart menu: 原煤产量")]
)
def test_each_menu_has_a_name_of_its_own(lang: str, name: str) -> None:
    assert attribute(shown(lang), "aria-label")[0] == name


def test_a_chart_without_a_sentence_offers_none() -> None:
    assert "复制文字描述" not in items(shown(sentence=""))


def test_files_keep_the_parameters_of_the_chart() -> None:
    query = "?indicator=coal.raw_coal_output&region=520000,520100"
    assert attribute(shown(), "href") == [f"/chart/trend.{k}{query}" for k in ("png", "svg", "csv")]
    assert file("/chart/map", "svg") == "/chart/map.svg"


def test_snippets_are_live_and_frozen() -> None:
    live, frozen = snippets(view(), f"{ADDRESS}&asof=2", "原煤", "https://example.gov.cn/")
    start = (
        '<iframe src="https://example.gov.cn/embed/trend'
        "?indicator=coal.raw_coal_output&amp;region=520000,520100"
    )
    end = '" width="100%" height="480" style="border:0" loading="lazy" title="原煤"></iframe>'
    assert live == start + end
    assert frozen == start + "&amp;asof=3" + end


def test_a_snippet_holds_no_markup_of_the_data() -> None:
    live, _ = snippets(view(), ADDRESS, '"><script>x</script>', "")
    assert live.endswith(' title="&quot;&gt;&lt;script&gt;x&lt;/script&gt;"></iframe>')


def test_the_menu_stands_still_and_escapes_what_it_is_told() -> None:
    text = render(shown(title="<b>1</b>", sentence="<i>2</i>"))
    assert 'data-title="&lt;b&gt;1&lt;/b&gt;"' in text
    assert 'data-text="&lt;i&gt;2&lt;/i&gt;"' in text
    assert '<div class="menu-embed" hidden>' in text
    assert "<b>" not in text
    assert "<i>" not in text


def test_the_script_is_told_every_result_it_says() -> None:
    said = {k: v for k, v in shown().attributes.items() if k.startswith("data-said-")}
    assert said["data-said-added"] == "已加入报告，共{count}张图"
    assert sorted(name.removeprefix("data-said-") for name in said) == [
        "added", "already", "browser", "copied", "download", "failed", "saved", "working",
    ]  # fmt: skip
