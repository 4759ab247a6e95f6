"""The page of the charts put by for a report: a plain form that the script fills in."""

import re

import pytest

from charts.addresses import State
from layouts.pages.report import report
from layouts.parts.html import Element
from layouts.parts.render import elements, render
from layouts.view import View
from tests.support.figures_rows import context


def form(lang: str) -> Element:
    tree = report(View(context(lang), State(), "/report"))
    (only,) = (each for each in elements(tree) if each.tag == "form")
    return only


def inside(lang: str) -> str:
    return render(form(lang).children)


def test_the_form_is_posted_without_a_callback() -> None:
    attributes = form("zh").attributes
    assert attributes["method"] == "post"
    assert attributes["action"] == "/report.docx"
    assert attributes["aria-label"] == "报告"


@pytest.mark.parametrize(
    ("lang", "label", "title"),
    [
        ("zh", "报告标题", "贵州六大产业基地图表"),
        ("en", "Title of the report", "Charts of Guizhou’s six industrial bases"),
    ],
)
def test_it_sends_a_title_the_charts_and_the_language(lang: str, label: str, title: str) -> None:
    page = inside(lang)
    assert f'<label for="basket-title">{label}</label><input autocomplete="off"' in page
    assert re.findall(r'name="(\w+)" type="\w+" value="(.*?)"', page) == [
        ("title", title), ("charts", "[]"), ("lang", lang),
    ]  # fmt: skip
    assert page.count('type="hidden"') == 2


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("zh", ["下载文档（Word）", "下载幻灯片（PowerPoint）", "下载数据表（Excel）"]),
        ("en", ["Download document (Word)", "Download slides (PowerPoint)",
                "Download tables (Excel)"]),
    ],
)  # fmt: skip
def test_there_is_a_button_for_each_kind_of_file(lang: str, words: list[str]) -> None:
    found = re.findall(r'formaction="(.*?)" type="submit">(.*?)</button>', inside(lang))
    assert found == list(zip(["/report.docx", "/report.pptx", "/report.xlsx"], words, strict=True))
    assert 'data-basket="clear" type="button">' in inside(lang)


@pytest.mark.parametrize(
    ("lang", "empty", "up", "moved"),
    [
        ("zh", "报告中还没有图表。", "上移：{title}", "“{title}”已移到第{place}位，共{count}张图"),
        ("en", "There are no charts in the report yet.", "Move up: {title}",
         "“{title}” is now at place {place} of {count}"),
    ],
)  # fmt: skip
def test_the_list_is_empty_and_holds_the_words_of_the_script(
    lang: str, empty: str, up: str, moved: str
) -> None:
    page = inside(lang)
    assert re.search(r'<ol [^>]*class="basket-list"[^>]*></ol>', page)
    assert f'data-up="{up}"' in page
    assert f'data-moved="{moved}"' in page
    assert f'<p class="empty" tabindex="-1">{empty}</p>' in page
    assert '<p aria-live="polite" class="basket-said hint" role="status"></p>' in page
