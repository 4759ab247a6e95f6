"""Every page in a real browser: drawn without fault, and open to all, in every mode and width."""

from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.support.pages import PAGES, WRONG, in_language
from tests.support.tab import OVERFLOW, Tab

MODES: list[dict[str, str]] = [{}, {"type": "large"}, {"contrast": "more"}]
# All of WCAG 2.2 AA and what axe calls best practice: landmarks, headings in order, one main.
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
START = """(tags) => { window.axeFound = axe.run(document, {
  preload: false, resultTypes: ["violations"], runOnly: tags }); }"""
FOUND = """() => window.axeFound.then(({ violations }) => violations.flatMap((rule) =>
  rule.nodes.map((node) => rule.id + ": " + node.html.slice(0, 200))))"""
SET = """(mode) => { for (const name of ["type", "contrast"]) {
  if (mode[name]) document.documentElement.dataset[name] = mode[name];
  else delete document.documentElement.dataset[name]; } }"""


def graphs(page: Page) -> int:
    return page.locator(".js-plotly-plot").count()


def barriers(tabs: list[Tab]) -> list[Any]:
    """What axe finds in any mode at any width; all windows are looked at at once."""
    found = []
    for tab in tabs:
        tab.page.evaluate(AXE_SCRIPT)
    for mode in MODES:
        for tab in tabs:
            tab.page.evaluate(SET, mode)
            tab.page.evaluate(START, RULES)
        for tab in tabs:
            width = tab.page.viewport_size["width"] if tab.page.viewport_size else 0
            found += [(width, mode, each) for each in tab.page.evaluate(FOUND)]
            assert tab.page.evaluate(OVERFLOW) <= 0, (width, mode)
    return found


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("path", "charts"), PAGES)
def test_page_is_drawn_without_fault_and_open_to_all(
    pair: list[Tab], path: str, charts: int, lang: str
) -> None:
    for tab in pair:
        page = tab.open(in_language(path, lang))
        assert graphs(page) >= charts
        assert page.evaluate("document.documentElement.lang") == ("en" if lang == "en" else "zh-CN")
    assert barriers(pair) == []
    assert sideways(pair) == []
    assert [tab.wrong for tab in pair] == [[], []]


def sideways(pair: list[Tab]) -> list[str]:
    """What scrolls sideways at 320 px (1280 px at 400 %), with large type, with text at 200 %."""
    desk, phone = (tab.page for tab in pair)
    found = []
    phone.set_viewport_size({"width": 320, "height": 900})
    for mode in MODES:
        phone.evaluate(SET, mode)
        found += [f"320 {mode}"] if phone.evaluate(OVERFLOW) > 0 else []
    desk.evaluate(SET, {})
    desk.set_viewport_size({"width": 1280, "height": 900})
    desk.evaluate("document.documentElement.style.fontSize = '200%'")
    return found + (["200 %"] if desk.evaluate(OVERFLOW) > 0 else [])


@pytest.mark.parametrize("path", WRONG)
def test_a_page_that_says_no_is_open_to_all_and_leads_on(pair: list[Tab], path: str) -> None:
    for tab in pair:
        tab.open(path)
    assert barriers(pair) == []
    pair[1].page.locator(".ways a").first.click()
    pair[1].page.wait_for_url("**/")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1920, 950), (1920, 1080)])
def test_the_overview_is_read_without_scrolling(
    tab: Tab, lang: str, width: int, height: int
) -> None:
    tab.page.set_viewport_size({"width": width, "height": height})
    tab.open(in_language("/", lang))
    assert tab.page.locator(".banner-when-new").is_visible()
    assert tab.page.evaluate("document.documentElement.scrollHeight") <= height


# The spark lines that are neither whole beside their value nor wholly below what is shown.
CUT = """() => [...document.querySelectorAll(".tile-line")].filter((line) => {
  const spark = line.querySelector(".spark");
  if (!spark) return false;
  const [outer, inner] = [line, spark].map((each) => each.getBoundingClientRect());
  return inner.top < outer.bottom - 0.5 && inner.bottom > outer.bottom + 0.5;
}).length"""


@pytest.mark.parametrize("path", ["/", "/base/compute", "/base/coal"])
def test_a_spark_line_is_shown_whole_or_not_at_all(pair: list[Tab], path: str) -> None:
    for tab in pair:
        assert tab.open(path).evaluate(CUT) == 0


@pytest.mark.parametrize("tab", [390], indirect=True)
def test_the_header_folds_on_a_phone_and_its_button_leads_into_the_menu(tab: Tab) -> None:
    page = tab.open("/")
    menu = page.locator("#navigation")
    button = page.get_by_role("button", name="菜单")
    assert not menu.is_visible()
    button.focus()
    page.keyboard.press("Enter")
    assert menu.is_visible()
    assert button.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#navigation') !== null")
    page.locator("#navigation a", has_text="项目").click()
    page.wait_for_url("**/projects")
    page.wait_for_function("() => !document.querySelector('.top').classList.contains('is-open')")


@pytest.mark.parametrize(("wish", "scrolls"), [("reduce", "auto"), ("no-preference", "smooth")])
def test_nothing_moves_for_who_wishes_so(tab: Tab, wish: Any, scrolls: str) -> None:
    tab.page.emulate_media(reduced_motion=wish)
    tab.page.route("**/plotly-basic*", lambda route: None)  # so that the places stay empty
    tab.page.goto(tab.site + "/base/coal")
    tab.page.locator(".plot").first.wait_for()
    moving = "document.getAnimations().filter((each) => each.playState === 'running').length"
    assert (tab.page.evaluate(moving) > 0) == (wish == "no-preference")
    scrolling = "getComputedStyle(document.documentElement).scrollBehavior"
    assert tab.page.evaluate(scrolling) == scrolls
