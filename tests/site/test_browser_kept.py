"""What a reader did is kept: focus, open tables, places, text, and filters everywhere."""

import re

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.support.tab import DRAWN, Tab

FOCUSED_ID = "document.activeElement.id"


def choose(page: Page, field: str, text: str) -> None:
    """Choose in a dropdown by keyboard alone."""
    page.locator("#main").focus()
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED_ID) == field:
            break
    assert page.evaluate(FOCUSED_ID) == field
    page.keyboard.press("Enter")
    expect(page.locator(".dash-dropdown-search")).to_be_focused()
    page.keyboard.type(text)
    expect(page.locator(".dash-options-list-option").first).to_contain_text(text)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")


@pytest.mark.parametrize("path", ["/projects", "/base/coal"])
def test_a_dropdown_is_used_by_keyboard_alone(tab: Tab, path: str) -> None:
    page = tab.open(path)
    choose(page, "filter-region", "六盘水")
    page.wait_for_url("**region=520200*")
    assert tab.wrong == []


def test_the_nine_prefectures_are_one_choice(tab: Tab) -> None:
    page = tab.open("/projects?region=520200")
    page.locator("#filter-region").click()
    page.locator(".dash-options-list-option", has_text="九市州").click()
    page.wait_for_url("**region=520200,520100,520300,520400,520500,520600,522300,522600,522700")
    expect(page.locator(".chosen")).to_contain_text("九市州")
    assert tab.wrong == []


def test_the_slash_leads_to_the_first_filter(tab: Tab) -> None:
    page = tab.open("/projects")
    page.locator("#main").focus()
    page.keyboard.press("/")
    assert page.evaluate(FOCUSED_ID) == "filter-base"
    page.keyboard.press("5")  # a letter for the dropdown, no way to the fifth page
    page.wait_for_timeout(300)
    assert page.url.endswith("/projects")


def test_a_filter_changes_documents_and_footer_too(tab: Tab) -> None:
    page = tab.open("/base/coal")
    word = page.locator("#page-taken a").first
    assert word.get_attribute("href") == "/report/coal.docx"
    page.locator("#filter-from").fill("2015")
    page.keyboard.press("Enter")
    expect(word).to_have_attribute("href", "/report/coal.docx?from=2015")
    expect(page.locator(".page-foot a").first).to_have_attribute("href", "/sources?from=2015")


def test_a_filter_that_is_no_filter_says_so_and_the_way_back_works(tab: Tab) -> None:
    page = tab.open("/base/coal?from=2025")
    page.locator("#filter-to").fill("2020")
    page.keyboard.press("Enter")
    expect(page.locator("#page-results")).to_contain_text("参数")
    expect(page.locator("#page-results .ways a").first).to_be_visible()
    page.locator("#filter-to").fill("2026")
    page.keyboard.press("Enter")
    expect(page.locator("#page-results .tile-value").first).to_be_visible()


def test_sorting_keeps_the_focus_and_says_that_the_page_has_changed(tab: Tab) -> None:
    page = tab.open("/targets")
    heading = page.locator("th a", has_text="地区")
    heading.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**sort=region*")
    expect(page.locator("p[role=status]")).to_have_text("内容已按所选条件更新")
    expect(page.locator("th a", has_text="地区")).to_be_focused()


def test_a_table_stays_open_when_a_filter_changes(tab: Tab) -> None:
    page = tab.open("/indicator/economy.gdp")
    page.locator(".table-button").first.click()
    page.locator("#filter-from").fill("2015")
    page.keyboard.press("Enter")
    page.wait_for_url("**from=2015*")
    expect(page.locator("p[role=status]")).to_have_text(re.compile("."))
    expect(page.locator(".chart-table table").first).to_be_visible()


def test_back_leads_to_the_place_that_was_left(tab: Tab) -> None:
    page = tab.open("/targets")
    page.evaluate("window.scrollTo(0, 3000)")
    page.locator(".tracker tbody tr").nth(40).locator("td:nth-child(3) a").click()
    page.wait_for_url("**/indicator/**")
    page.wait_for_function("() => window.scrollY === 0")
    page.go_back()
    page.wait_for_url("**/targets")
    page.wait_for_function("() => document.querySelector('.tracker') && window.scrollY > 1500")


def test_a_place_on_the_page_is_no_other_page(tab: Tab) -> None:
    page = tab.open("/base/coal")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator(".contents a").nth(1).click()
    page.wait_for_url("**/base/coal#targets")
    page.go_back()
    page.wait_for_url("**/base/coal")
    page.wait_for_timeout(300)
    assert not [address for address in asked if "_dash" in address]


def test_who_uses_the_plain_form_goes_on_with_it(tab: Tab) -> None:
    """Also where Dash takes its time, or never comes."""
    page = tab.page
    held: list[Route] = []
    page.route("**/_dash-layout", lambda route: held.append(route), times=1)
    field = page.locator("#plain-from")
    page.goto(tab.site + "/base/coal")
    field.fill("2015")
    while not held:
        page.wait_for_timeout(50)
    held.pop().continue_()
    page.wait_for_function("() => document.querySelector('.live-filters .dash-dropdown')")
    expect(field).to_be_focused()
    expect(field).to_have_value("2015")
    page.keyboard.press("Enter")
    page.wait_for_url("**/base/coal?from=2015")
    page.wait_for_function(DRAWN)
    expect(page.locator("#filter-from")).to_have_value("2015")


def test_a_plain_list_filters_without_dash(tab: Tab) -> None:
    page = tab.page
    page.route("**/_dash-component-suites/**", lambda route: route.abort())
    page.goto(tab.site + "/projects?stage=planned")
    page.locator("#plain-region").select_option("520200")
    page.wait_for_url("**/projects?**region=520200**")
    assert "stage=planned" in page.url
    expect(page.locator("#plain-region")).to_have_value("520200")


def test_a_chart_that_cannot_be_drawn_leaves_the_others_alone(tab: Tab) -> None:
    page = tab.page
    page.add_init_script(
        """let count = 0;
        Object.defineProperty(window, "Plotly", { configurable: true, set(real) {
          const react = real.react;
          real.react = (...all) => {
            if (++count === 1) throw new Error("bad");
            return react(...all);
          };
          Object.defineProperty(window, "Plotly", { value: real });
        } });"""
    )
    page.goto(tab.site + "/indicator/economy.gdp")
    charts = page.locator("figure.chart")
    expect(page.locator(".js-plotly-plot").first).to_be_visible()
    expect(page.locator(".chart-table:visible")).to_have_count(1)
    assert charts.count() > 1


@pytest.mark.parametrize("width", [390, 1280])
def test_without_scripts_the_menu_is_open_and_figures_are_in_tables(
    browser: Browser, site: str, width: int
) -> None:
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": width, "height": 900}
    )
    page = context.new_page()
    page.goto(f"{site}/base/coal")
    expect(page.get_by_role("link", name="白酒", exact=True).first).to_be_visible()
    expect(page.locator(".chart-table table").first).to_be_visible()
    expect(page.locator(".plot").first).to_be_hidden()
    page.locator("#plain-region").select_option("520200")
    page.get_by_role("button", name="筛选", exact=True).click()
    expect(page.locator(".chosen")).to_contain_text("六盘水")
    context.close()
