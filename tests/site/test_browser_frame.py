"""The frame in a real browser: by keyboard alone, without a server, after a new release."""

import json
import re
import time

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.support.tab import Tab

ASKED = "**/_dash-update-component*"
FOCUSED = """() => { const at = document.activeElement;
  return [at.tagName, at.getAttribute("href") || "", at.getAttribute("aria-label") || "",
          at.textContent.trim().slice(0, 40)].join("|"); }"""
RINGED = """() => { const style = getComputedStyle(document.activeElement);
  return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2; }"""
PNG = b"\x89PNG\r\n\x1a\n"
# The sizes of all text that is seen, but for what plotly draws, whose scale is tested apart.
SIZES = """() => { const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = walker.currentNode.parentElement;
    const said = walker.currentNode.data.trim();
    if (!said || !at.offsetParent || at.closest(".plot, .unseen")) continue;
    const style = getComputedStyle(at), size = parseFloat(style.fontSize);
    found.push([size, parseFloat(style.lineHeight) / size, at.className + ": " + said]);
  }
  return found; }"""
SHIFTS = """() => new Promise((done) => { let sum = 0;
  new PerformanceObserver((list) => {
    for (const each of list.getEntries()) if (!each.hadRecentInput) sum += each.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 400); })"""


def tab_to(page: Page, wanted: str, most: int = 120) -> int:
    """Press Tab until what is wanted has the focus; every stop on the way shows where it is."""
    for count in range(1, most):
        page.keyboard.press("Tab")
        said = page.evaluate(FOCUSED)
        assert page.evaluate(RINGED), said
        if re.search(wanted, said):
            return count
    raise AssertionError(f"no stop within {most} is {wanted}; the last is {said}")


def test_by_keyboard_from_the_overview_to_a_downloaded_picture(tab: Tab) -> None:
    name = {"Content-Disposition": "attachment; filename*=UTF-8''coal_R1.png"}
    tab.page.route("**/chart/*.png*", lambda route: route.fulfill(body=PNG, headers=name))
    page = tab.open("/")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED).startswith("A|#main")
    tab_to(page, r"A\|/base/coal\|")
    page.keyboard.press("Enter")
    page.wait_for_url("**/base/coal")
    expect(page.locator("h1")).to_have_text("新型综合能源基地")
    tab_to(page, "BUTTON.*数据表|表格")
    page.keyboard.press("Enter")
    figure = page.locator("figure.chart").first
    expect(figure.locator("table")).to_be_visible()
    expect(figure.locator("tbody")).to_contain_text("1.65亿吨")
    tab_to(page, "SUMMARY.*图表操作")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert "下载图片" in page.evaluate(FOCUSED)
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "coal_R1.png"
    assert tab.wrong == []


def test_the_skip_link_passes_the_header(tab: Tab) -> None:
    page = tab.open("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_an_unreachable_server_is_said_and_asked_again(tab: Tab) -> None:
    page = tab.open("/targets")
    banner = page.locator(".banner-when-offline")
    expect(banner).to_be_hidden()
    page.route(ASKED, lambda route: route.abort())
    page.locator("th a", has_text="地区").click()
    expect(banner).to_be_visible()
    expect(banner).to_contain_text("暂时连不上服务器")
    page.unroute(ASKED)
    banner.get_by_text("立即重试").click()
    expect(page.locator("th[aria-sort=ascending]")).to_have_text("地区▲")
    expect(banner).to_be_hidden()


def test_a_proxy_without_its_server_is_no_answer(tab: Tab) -> None:
    tab.page.clock.install()
    page = tab.open("/targets")
    answers = iter([502, 504])

    def refuse(route: Route) -> None:
        status = next(answers, 0)
        if not status:
            return route.continue_()
        return route.fulfill(status=status, body="<h1>Bad Gateway</h1>", content_type="text/html")

    page.route(ASKED, refuse)
    page.locator("th a", has_text="地区").click()
    expect(page.locator(".banner-when-offline")).to_be_visible()
    with page.expect_response(lambda answer: answer.status == 504):
        page.clock.run_for(10_000)
    page.clock.run_for(10_000)
    expect(page.locator("th[aria-sort=ascending]")).to_have_text("地区▲", timeout=15_000)


def test_a_new_release_is_announced_with_a_way_to_it(tab: Tab) -> None:
    page = tab.open("/about")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    page.wait_for_timeout(300)
    banner = page.locator(".banner-when-newer")
    expect(banner).to_be_hidden()
    page.route("**/healthz", lambda route: route.fulfill(json={"status": "ok", "release": 99}))
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(banner).to_contain_text("有新的数据版本")
    with page.expect_navigation():
        banner.get_by_text("刷新页面").click()


def test_an_old_release_says_so_and_leads_to_the_newest(tab: Tab) -> None:
    page = tab.open("/?asof=1")
    expect(page.locator(".banner-asof")).to_contain_text("第1版数据")
    page.locator(".banner-asof a").click()
    page.wait_for_url("**/")
    expect(page.locator(".banner-asof")).to_have_count(0)


def test_large_type_is_large_and_remembered(tab: Tab) -> None:
    page = tab.open("/base/coal")
    page.get_by_role("button", name="长者模式").click()
    expect(page.get_by_role("button", name="长者模式")).to_have_attribute("aria-pressed", "true")
    page.reload()
    small = [each for each in page.evaluate(SIZES) if each[0] < 18 or each[1] < 1.3]
    assert small == []
    heights = page.locator(".top button, .top a, main button, .button").evaluate_all(
        "all => all.filter(e => e.offsetParent && !e.closest('.filters')).map(e => e.offsetHeight)"
    )
    assert min(heights) >= 44
    scale = page.locator(".plot > div").first.evaluate("e => getComputedStyle(e).transform")
    assert scale.startswith("matrix(1.4")
    page.get_by_role("button", name="长者模式").click()
    page.reload()
    assert page.evaluate("document.documentElement.dataset.type") is None


def test_high_contrast_is_black_on_white_in_charts_too(tab: Tab) -> None:
    page = tab.open("/base/coal")
    page.get_by_role("button", name="高对比度").click()
    text = "getComputedStyle(document.querySelector('.page .hint')).color"
    assert page.evaluate(text) == "rgb(34, 39, 45)"
    page.wait_for_function(
        "() => [...document.querySelectorAll('.xtick text')]"
        ".every(e => getComputedStyle(e).fill === 'rgb(0, 0, 0)')"
    )
    page.reload()
    assert page.evaluate("document.documentElement.dataset.contrast") == "more"


def test_the_first_visit_hint_is_dismissed_for_good(tab: Tab) -> None:
    page = tab.open("/")
    hint = page.locator(".banner-when-new")
    expect(hint).to_be_visible()
    hint.get_by_text("知道了").click()
    expect(hint).to_be_hidden()
    page.reload()
    expect(hint).to_be_hidden()


def test_keys_lead_where_the_help_says(tab: Tab) -> None:
    page = tab.open("/")
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    expect(dialog).to_contain_text("打开或收起各图的数据表")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    page.keyboard.press("1")
    page.wait_for_url("**/base/coal")
    expect(page.locator("h1")).to_have_text("新型综合能源基地")
    page.keyboard.press("t")
    expect(page.locator(".chart-table table").first).to_be_visible()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.closest('#filters') !== null")
    page.locator("#main").focus()
    page.keyboard.press("l")
    page.wait_for_url("**/base/coal?lang=en")


def test_single_keys_can_be_switched_off(tab: Tab) -> None:
    """WCAG 2.1.4: who dictates must not set off a page by a letter."""
    page = tab.open("/")
    page.keyboard.press("?")
    page.get_by_role("button", name="启用单键快捷键").click()
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("1")
    page.wait_for_timeout(300)
    assert page.url.endswith("/")


def test_a_key_typed_into_a_field_is_a_letter(tab: Tab) -> None:
    page = tab.open("/verify")
    page.locator("#verify-passport").focus()
    page.keyboard.type("1t?")
    assert page.locator("#verify-passport").input_value() == "1t?"
    assert page.url.endswith("/verify")


def test_a_name_is_explained_in_place(tab: Tab) -> None:
    page = tab.open("/base/coal")
    name = page.locator(".tile-name").first
    page.locator("#main").focus()
    tab_to(page, "原煤产量")
    tip = page.locator(".tip")
    expect(tip).to_be_visible()
    definition = tip.text_content()
    assert definition
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    expect(name).to_have_attribute("title", definition)
    page.locator(".status-counts .status").first.hover()
    expect(tip).to_contain_text("实际数")
    page.mouse.move(0, 0)
    expect(tip).to_be_hidden()


@pytest.mark.parametrize("path", ["/", "/base/coal", "/indicator/economy.gdp", "/targets"])
def test_nothing_moves_while_a_page_comes_in(pair: list[Tab], path: str) -> None:
    """Also where the server takes its time with the layout and with plotly."""
    for tab in pair:
        for pattern in ("**/_dash-layout", "**/plotly-basic*"):
            tab.page.route(pattern, slowly)
        page = tab.open(path)
        assert page.evaluate(SHIFTS) <= 0.02


def slowly(route: Route) -> None:
    time.sleep(0.25)
    route.continue_()


def test_a_page_is_read_before_any_script_runs(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/base/coal")
    expect(page.locator("h1")).to_have_text("新型综合能源基地")
    expect(page.locator(".tile-value").first).to_have_text("超1.65亿吨")
    expect(page.locator("._dash-loading")).to_be_hidden()
    page.get_by_role("link", name="白酒", exact=True).first.click()
    expect(page.locator("h1")).to_have_text("全国重要的白酒生产基地")
    context.close()


def test_who_cannot_load_plotly_gets_the_table(tab: Tab) -> None:
    tab.page.route("**/plotly-basic*", lambda route: route.abort())
    page = tab.page
    page.goto(tab.site + "/indicator/economy.gdp")
    expect(page.locator(".chart-table table").first).to_be_visible()


def test_a_key_of_a_chart_shows_and_hides_its_line(tab: Tab) -> None:
    page = tab.open("/indicator/coal.hydro_generation")
    figure = page.locator("figure.chart").first
    key = figure.get_by_role("button", name="年初累计")
    expect(key).to_have_attribute("aria-pressed", "false")
    lines = figure.locator(".scatterlayer .trace")
    before = lines.count()
    key.focus()
    page.keyboard.press("Enter")
    expect(key).to_have_attribute("aria-pressed", "true")
    expect(lines).to_have_count(before + 1)


def test_what_a_reader_switched_is_kept_beside_other_settings(tab: Tab) -> None:
    tab.page.add_init_script(
        "localStorage.setItem('sixbases-display', JSON.stringify({contrast: 'more'}))"
    )
    page = tab.open("/about")
    page.get_by_role("button", name="长者模式").click()
    kept = json.loads(page.evaluate("localStorage.getItem('sixbases-display')"))
    assert kept == {"contrast": "more", "type": "large"}


@pytest.mark.parametrize("tab", [390], indirect=True)
def test_a_long_list_shows_its_first_rows_on_a_phone_until_it_is_asked_for_all(tab: Tab) -> None:
    page = tab.open("/targets")
    rows = page.locator(".tracker tbody tr")
    expect(rows.filter(visible=True)).to_have_count(24)
    page.get_by_role("button", name=f"全部{rows.count()}行").click()
    expect(rows.filter(visible=True)).to_have_count(rows.count())
