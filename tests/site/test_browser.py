"""What readers do in a real browser: look, filter, click, come back."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.support.tab import DRAWN, Tab


def test_reference_case_reads_as_published(tab: Tab) -> None:
    page = tab.open("/indicator/resources.quartz_proven?region=522600")
    lead = page.locator(".main-tiles .tile")
    expect(lead.locator(".tile-value")).to_have_text("4亿吨")
    expect(lead.locator(".tile-place")).to_contain_text("黔东南 · 2023年 数据距今")
    expect(lead.locator(".source-link")).to_contain_text("2023年8月")
    beside = page.locator(".tile", has_text="石英砂储量占全省比重").first
    expect(beside.locator(".tile-value")).to_have_text("67%")
    assert page.get_by_text("本站尚未收录黔东南这一指标的目标。").first.is_visible()
    bullet = page.locator("[id^='indicator-progress']").first.text_content() or ""
    assert "约10亿吨" in bullet
    assert "非目标" in bullet
    figures = page.locator("table", has_text="凯里").last.text_content() or ""
    assert "数值（亿吨）" in figures
    assert "约3.28" in figures
    assert "0.28" in figures
    assert tab.wrong == []


def test_reference_case_in_english(tab: Tab) -> None:
    page = tab.open("/indicator/resources.quartz_proven?region=522600&lang=en")
    expect(page.locator(".main-tiles .tile-value")).to_have_text("400 Mt")
    assert page.get_by_text("This site holds no target for Qiandongnan").first.is_visible()


def test_a_figure_leads_to_its_source_on_a_card(tab: Tab) -> None:
    page = tab.open("/base/resources")
    tile = page.locator(".tile", has_text="石英砂（岩）探明储量").first
    expect(tile.locator(".tile-value")).to_have_text("4亿吨")
    tile.locator(".tile-value a").click()
    card = page.get_by_role("dialog")
    expect(card.locator("h1")).to_have_text("石英砂（岩）探明储量")
    card.get_by_role("link", name="贵州省省长与政协委员座谈").click()
    expect(page.locator("h1").first).to_contain_text("贵州省省长与政协委员座谈")


def choose(page: Page, text: str) -> None:
    """Choose a region in the filter by what a person types."""
    page.locator("#filter-region").click()
    page.get_by_placeholder("搜索").fill(text)
    page.locator(".dash-options-list-option").first.click()
    page.keyboard.press("Escape")


@pytest.mark.parametrize("typed", ["黔东南", "522600", "Qiandongnan"])
def test_filter_finds_a_prefecture_by_name_or_code(tab: Tab, typed: str) -> None:
    page = tab.open("/base/resources")
    choose(page, typed)
    page.wait_for_url("**/base/resources?region=522600")


def test_filter_back_and_reload_show_the_same(tab: Tab) -> None:
    page = tab.open("/indicator/economy.gdp")
    choose(page, "520100")
    page.wait_for_url("**?region=520100")
    expect(page.locator(".main-tiles .tile-place")).to_contain_text("贵阳")
    choose(page, "520300")
    page.wait_for_url("**?region=520100,520300")
    expect(page.locator(".main-tiles .tile")).to_have_count(2)
    page.go_back()
    page.wait_for_url("**?region=520100")
    expect(page.locator(".main-tiles .tile")).to_have_count(1)
    page.reload()
    page.wait_for_function(DRAWN)
    expect(page.locator(".main-tiles .tile-place")).to_contain_text("贵阳")
    expect(page.locator("#filter-region")).to_contain_text("贵阳")
    assert tab.wrong == []


def test_years_filter_the_figures(tab: Tab) -> None:
    page = tab.open("/indicator/economy.gdp")
    page.locator("#filter-from").fill("2024")
    page.keyboard.press("Enter")
    page.wait_for_url("**?from=2024")
    page.wait_for_function(
        "() => !document.querySelector('#page-results').innerText.includes('2023年')"
    )


def test_years_are_stepped_from_where_the_data_begin_and_end(tab: Tab) -> None:
    page = tab.open("/indicator/economy.gdp")
    plain = page.request.get(page.url).text()
    start, end = re.findall(r'data-start="(\d+)"', plain)
    page.locator("#filter-to-box .dash-stepper-increment").click()
    page.wait_for_url(f"**?to={end}")
    page.locator("#filter-from").focus()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**?to={end}&from={start}")
    assert tab.wrong == []


@pytest.mark.parametrize("key", ["Enter", "Tab"])
def test_a_year_that_is_cleared_leaves_the_address(tab: Tab, key: str) -> None:
    page = tab.open("/indicator/economy.gdp?from=2019&to=2024")
    page.locator("#filter-from").click()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.press(key)
    page.wait_for_url("**/indicator/economy.gdp?to=2024")
    assert tab.wrong == []


def test_chosen_prefecture_stays_from_page_to_page(tab: Tab) -> None:
    page = tab.open("/base/resources?region=522600")
    page.locator("nav").get_by_text("白酒").click()
    page.wait_for_url("**/base/baijiu?region=522600")
    expect(page.locator("#filter-region")).to_contain_text("黔东南")
    page.locator("nav").get_by_text("更多").click()
    page.locator("nav").get_by_text("项目").click()
    page.wait_for_url("**/projects?region=522600")


def test_click_on_the_map_chooses_the_prefecture(tab: Tab) -> None:
    page = tab.open("/")
    page.locator(".beside > details > summary").click()
    page.locator("#page-map").scroll_into_view_if_needed()
    spot = page.locator("#page-map .point").first.bounding_box()
    assert spot
    page.mouse.click(spot["x"] + spot["width"] / 2, spot["y"] + spot["height"] / 2)
    page.wait_for_url("**/?region=52*")
    expect(page.locator(".chosen")).not_to_be_empty()


def test_language_switch_keeps_page_and_state(tab: Tab) -> None:
    page = tab.open("/base/resources?region=522600")
    page.locator(".language").click()
    page.wait_for_url("**/base/resources?region=522600&lang=en")
    expect(page.locator("h1")).to_have_text("Major national base for deep processing of resources")
    assert page.evaluate("document.title").startswith("Major national base")


def test_cold_visit_is_light(tab: Tab) -> None:
    """The first page with open filters brings Dash; the pages after it their own text alone."""
    received = []
    session = tab.page.context.new_cdp_session(tab.page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    tab.open("/")
    first = sum(received)
    assert first <= 500_000
    for base, most in (("coal", 320_000), ("economy", 60_000), ("resources", 60_000)):
        received.clear()
        tab.page.locator(f'nav a[href="/base/{base}"]').click()
        tab.page.wait_for_url(f"**/base/{base}")
        tab.page.wait_for_function(DRAWN)
        tab.page.wait_for_timeout(300)
        assert sum(received) <= most, base
        first += sum(received)
    assert first <= 800_000


def test_first_figures_need_no_callback(tab: Tab) -> None:
    asked: list[str] = []
    tab.page.on("request", lambda r: asked.append(urlsplit(r.url).path))
    tab.open("/base/coal")
    assert "/_dash-layout" in asked
    assert "/_dash-update-component" not in asked
    assert not [path for path in asked if "dash_table" in path or "polyfill" in path]


def test_who_folds_the_filters_out_gets_them_alive(tab: Tab) -> None:
    asked: list[str] = []
    tab.page.on("request", lambda r: asked.append(urlsplit(r.url).path))
    page = tab.open("/")
    page.wait_for_timeout(300)
    assert "/_dash-layout" not in asked
    page.locator(".page-head .fold-button").click()
    choose(page, "522600")
    page.wait_for_url("**/?region=522600")
    assert tab.wrong == []
