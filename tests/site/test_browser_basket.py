"""The charts put by for a report, in a real browser: their order, and what is sent."""

import json
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.support.tab import OVERFLOW, Tab

EVIL = "<img src=x onerror=alert(1)> {place} $&"
COAL = "/chart/trend?indicator=coal.raw_coal_output"
MAP = "/chart/map?indicator=coal.raw_coal_output&lang=en"
PLACE = "/chart/locator?region=520200"
CHARTS = [
    {"address": COAL, "title": "原煤产量"},
    {"address": MAP, "title": EVIL},
    {"address": PLACE, "title": "六盘水市在贵州省的位置，一个长得在手机上要换行的图表标题" * 2},
]
KEPT = "localStorage.getItem('sixbases-report')"


def basket(tab: Tab, charts: object = CHARTS, path: str = "/report") -> Page:
    """The page with these charts put by, once: a reload keeps what became of them."""
    text = json.dumps(json.dumps(charts))
    tab.page.add_init_script(f"{KEPT} ?? localStorage.setItem('sixbases-report', {text})")
    return tab.open(path)


def rows(page: Page) -> Locator:
    return page.locator(".basket-list li")


def button(page: Page, at: int, name: str) -> Locator:
    return rows(page).nth(at).locator(f"[data-basket={name}]")


def said(page: Page) -> Locator:
    return page.locator(".basket-said")


def order(page: Page) -> list[str]:
    """The addresses in the store, which are those that the form sends."""
    kept = [each["address"] for each in json.loads(page.evaluate(KEPT))]
    assert json.loads(page.locator("input[name=charts]").input_value()) == kept
    return kept


def test_the_charts_are_ordered_by_keyboard_and_stay_so(tab: Tab) -> None:
    page = basket(tab)
    expect(rows(page)).to_have_count(3)
    expect(button(page, 0, "up")).to_be_disabled()
    expect(button(page, 2, "down")).to_be_disabled()
    button(page, 0, "down").focus()
    page.keyboard.press("Enter")
    expect(said(page)).to_have_text("“原煤产量”已移到第2位，共3张图")
    expect(button(page, 1, "down")).to_be_focused()
    assert order(page) == [MAP, COAL, PLACE]
    page.keyboard.press("Enter")
    expect(button(page, 2, "up")).to_be_focused()
    button(page, 1, "up").click()
    assert order(page) == [PLACE, MAP, COAL]
    page.reload()
    expect(rows(page).last.locator("a")).to_have_text("原煤产量")
    assert tab.wrong == []


def test_titles_are_text_and_lead_to_their_chart(tab: Tab) -> None:
    page = basket(tab)
    evil = rows(page).nth(1)
    expect(evil.locator("a")).to_have_text(EVIL)
    expect(evil.locator("a")).to_have_attribute("href", MAP.replace("/chart/", "/embed/"))
    expect(evil.get_by_role("button", name=f"上移：{EVIL}", exact=True)).to_be_visible()
    button(page, 1, "up").click()
    expect(said(page)).to_have_text(f"“{EVIL}”已移到第1位，共3张图")
    expect(page.locator(".basket img")).to_have_count(0)
    assert tab.wrong == []


def test_a_chart_is_removed_and_the_next_one_has_the_focus(tab: Tab) -> None:
    page = basket(tab)
    button(page, 0, "remove").click()
    expect(said(page)).to_have_text("已移出“原煤产量”，还有2张图")
    expect(button(page, 0, "remove")).to_be_focused()
    assert order(page) == [MAP, PLACE]
    button(page, 1, "remove").click()
    button(page, 0, "remove").click()
    expect(page.get_by_text("报告中还没有图表。")).to_be_focused()
    assert order(page) == []
    expect(page.locator(".basket [type=submit]:enabled")).to_have_count(0)


def test_all_are_cleared_by_a_second_click_only(tab: Tab) -> None:
    page = basket(tab)
    clear = page.locator("[data-basket=clear]")
    clear.click()
    expect(clear).to_have_text("再按一次，清除全部图表（3）")
    page.locator("h1").click()
    expect(clear).to_have_text("全部清除")
    clear.click()
    assert order(page) == [COAL, MAP, PLACE]
    clear.click()
    expect(said(page)).to_have_text("已清除全部图表")
    expect(clear).to_be_hidden()
    assert order(page) == []


def drag(page: Page, start: int, end: int) -> None:
    """Take a row by its handle to the place of another; the button stays down."""
    boxes = [handle.bounding_box() for handle in page.locator(".basket-handle").all()]
    centres = [(b["x"] + b["width"] / 2, b["y"] + b["height"] / 2) for b in boxes if b]
    page.mouse.move(*centres[start])
    page.mouse.down()
    page.mouse.move(*centres[end], steps=8)


def test_a_chart_is_dragged_to_its_place(tab: Tab) -> None:
    page = basket(tab)
    drag(page, 0, 2)
    page.mouse.move(700, 890)
    page.mouse.up()
    expect(said(page)).to_have_text("“原煤产量”已移到第3位，共3张图")
    assert order(page) == [MAP, PLACE, COAL]
    drag(page, 2, 0)
    page.keyboard.press("Escape")
    page.mouse.up()
    assert order(page) == [MAP, PLACE, COAL]
    expect(rows(page).last.locator("a")).to_have_text("原煤产量")
    assert tab.wrong == []


@pytest.mark.parametrize("kind", ["docx", "pptx", "xlsx"])
def test_the_form_sends_title_charts_and_language(tab: Tab, kind: str) -> None:
    sent: list[str] = []

    def keep(route: Route) -> None:
        sent.append(route.request.post_data or "")
        route.fulfill(status=204)

    tab.page.route(f"**/report.{kind}", keep)
    page = basket(tab, path="/report?lang=en")
    button(page, 0, "down").click()
    page.get_by_label("Title of the report").fill("2025年三季度 & <b>")
    with page.expect_request(f"**/report.{kind}") as request:
        page.locator(f'[formaction="/report.{kind}"]').click()
    assert request.value.method == "POST"
    (body,) = sent
    assert parse_qs(body) == {
        "title": ["2025年三季度 & <b>"],
        "charts": [json.dumps([MAP, COAL, PLACE], separators=(",", ":"))],
        "lang": ["en"],
    }


@pytest.mark.parametrize(
    "charts",
    [
        {"address": COAL},
        [None, 3, {"title": "x"}, {"address": "javascript:alert(1)", "title": "x"},
         {"address": "//elsewhere.example/chart/x", "title": "x"}, {"address": 5}],
    ],
)  # fmt: skip
def test_what_is_no_chart_is_not_shown(tab: Tab, charts: object) -> None:
    page = basket(tab, charts)
    expect(page.get_by_text("报告中还没有图表。")).to_be_visible()
    expect(rows(page)).to_have_count(0)
    assert tab.wrong == []


def test_a_chart_added_in_another_tab_or_by_the_menu_appears(tab: Tab) -> None:
    page = basket(tab, CHARTS[:1])
    expect(rows(page)).to_have_count(1)
    other = page.context.new_page()
    other.goto(f"{tab.site}/report")
    both = json.dumps(json.dumps(CHARTS[:2]))
    other.evaluate(f"localStorage.setItem('sixbases-report', {both})")
    expect(rows(page)).to_have_count(2)
    page.evaluate("localStorage.clear(); dispatchEvent(new StorageEvent('storage'))")
    expect(rows(page)).to_have_count(0)


def test_the_list_is_there_after_a_change_of_page_and_language(tab: Tab) -> None:
    page = basket(tab)
    page.get_by_role("link", name="English").click()
    expect(button(page, 0, "down")).to_have_accessible_name("Move down: 原煤产量")
    page.locator(".brand").click()
    expect(page.locator(".basket")).to_have_count(0)
    page.go_back()
    expect(rows(page)).to_have_count(3)
    assert tab.wrong == []


@pytest.mark.parametrize("tab", [360], indirect=True)
def test_on_a_phone_nothing_overflows_and_buttons_fit_a_finger(tab: Tab) -> None:
    page = basket(tab)
    expect(rows(page)).to_have_count(3)
    assert page.evaluate(OVERFLOW) <= 0
    sizes = page.locator(".basket button").evaluate_all(
        "found => found.map(e => Math.min(e.offsetWidth, e.offsetHeight))"
    )
    assert len(sizes) == 13
    assert min(sizes) >= 44
