"""Every page in a real browser: drawn without fault, and open to all, in every mode and width."""

from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.support.looks import MODES, Look, looks
from tests.support.pages import WRONG, in_language
from tests.support.tab import OVERFLOW, Tab

# All of WCAG 2.2 AA, what axe calls best practice (landmarks, headings in order, one main), and
# what it tries out (a name that holds the text that is seen).
RULES = (
    "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", "experimental",
)  # fmt: skip
# What style sheets alone decide, and so each mode anew. Nine tenths of the time of axe are theirs.
STYLE = ("color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size")
# Of a list of hundreds of rows that look alike: its first ones, and then every seventh.
ALIKE = ":is(tbody tr, li):nth-child(n + 20):not(:nth-child(7n))"
STRUCTURE_FOUND = """([tags, style]) => axe.run(document, { preload: false,
  resultTypes: ["violations"], runOnly: tags,
  rules: Object.fromEntries(style.map((name) => [name, { enabled: false }])) }).then(said)"""
STYLE_FOUND = """([alike, style]) => axe.run({ exclude: [...document.querySelectorAll(alike)] },
  { preload: false, resultTypes: ["violations"], runOnly: { type: "rule", values: style } })
  .then(said)"""
SAID = """() => { window.said = ({ violations }) => violations.flatMap((rule) =>
  rule.nodes.map((node) => rule.id + ": " + node.html.slice(0, 200))); }"""
SET = """(mode) => { for (const name of ["type", "contrast"]) {
  if (mode[name]) document.documentElement.dataset[name] = mode[name];
  else delete document.documentElement.dataset[name]; } }"""


def graphs(page: Page) -> int:
    return page.locator(".js-plotly-plot").count()


def barriers(page: Page, modes: list[dict[str, str]]) -> list[Any]:
    """What axe finds, once in what the page is, and in each mode in how it looks and fits."""
    page.evaluate(AXE_SCRIPT)
    page.evaluate(SAID)
    found: list[Any] = page.evaluate(STRUCTURE_FOUND, [RULES, STYLE])
    for mode in modes:
        page.evaluate(SET, mode)
        found += [(mode, each) for each in page.evaluate(STYLE_FOUND, [ALIKE, STYLE])]
        found += [(mode, "sideways")] if page.evaluate(OVERFLOW) > 0 else []
    return found


def sideways(page: Page) -> list[str]:
    """What scrolls sideways: in any mode at 320 px (1280 px at 400 %), with text at 200 %."""
    found = []
    page.set_viewport_size({"width": 320, "height": 900})
    for mode in MODES:
        page.evaluate(SET, mode)
        found += [f"320 px {mode}"] if page.evaluate(OVERFLOW) > 0 else []
    page.evaluate(SET, {})
    page.set_viewport_size({"width": 1280, "height": 900})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    return found + (["200 %"] if page.evaluate(OVERFLOW) > 0 else [])


def name(look: Look) -> str:
    return f"{look.path}-{look.lang}-{look.width}"


@pytest.mark.parametrize(
    ("tab", "look"), [pytest.param(each.width, each, id=name(each)) for each in looks()],
    indirect=["tab"],
)  # fmt: skip
def test_page_is_drawn_without_fault_and_open_to_all(tab: Tab, look: Look) -> None:
    page = tab.open(in_language(look.path, look.lang))
    assert graphs(page) >= look.charts
    wanted = "en" if look.lang == "en" else "zh-CN"
    assert page.evaluate("document.documentElement.lang") == wanted
    assert barriers(page, look.modes) == []
    assert sideways(page) == []
    assert tab.wrong == []


@pytest.mark.parametrize("path", WRONG)
def test_a_page_that_says_no_is_open_to_all_and_leads_on(pair: list[Tab], path: str) -> None:
    for tab in pair:
        page = tab.open(path)
        assert barriers(page, MODES) == []
        assert sideways(page) == []
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
    page.locator("#navigation a", has_text="市州").click()
    page.wait_for_url("**/prefectures")
    page.wait_for_function("() => !document.querySelector('.top').classList.contains('is-open')")


@pytest.mark.parametrize(("wish", "scrolls"), [("reduce", "auto"), ("no-preference", "smooth")])
def test_nothing_moves_for_who_wishes_so(tab: Tab, wish: Any, scrolls: str) -> None:
    tab.page.emulate_media(reduced_motion=wish)
    tab.page.route("**/plotly-basic*", lambda route: None)  # so that the places stay empty
    tab.page.goto(tab.site + "/base/coal", wait_until="domcontentloaded")
    tab.page.locator(".plot").first.wait_for()
    moving = "document.getAnimations().filter((each) => each.playState === 'running').length"
    assert (tab.page.evaluate(moving) > 0) == (wish == "no-preference")
    scrolling = "getComputedStyle(document.documentElement).scrollBehavior"
    assert tab.page.evaluate(scrolling) == scrolls
