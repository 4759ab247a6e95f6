"""The menu on a chart in a real browser: by keyboard, on a phone, without pictures of a server."""

import json
import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.tab import OVERFLOW, Tab

PAGE = "/indicator/coal.raw_coal_output"
CLIPBOARD = ["clipboard-read", "clipboard-write"]
PNG = b"\x89PNG\r\n\x1a\n"
NO_CLIPBOARD = "Object.defineProperty(window, 'isSecureContext', {value: false})"
SEES = """e => { const b = e.getBoundingClientRect();
  return b.width > 100 && b.left >= 0 && b.top >= 0 && b.right <= innerWidth &&
    b.bottom <= innerHeight; }"""


def menu_of(page: Page) -> Locator:
    """The menu of the first chart."""
    return page.locator("figure.chart .menu-box").first


def opened(page: Page) -> Locator:
    menu = menu_of(page)
    menu.locator("summary").click()
    expect(menu.locator(".menu-items")).to_be_visible()
    return menu


def without_pictures(page: Page) -> None:
    page.route(re.compile(r"/chart/.*\.(png|svg)"), lambda route: route.fulfill(status=503))


def wrong(tab: Tab) -> list[str]:
    """What went wrong besides the pictures that the server was made to refuse."""
    return [text for text in tab.wrong if "503" not in text and "/chart/trend." not in text]


def test_the_menu_works_by_keyboard(tab: Tab) -> None:
    tab.page.context.grant_permissions(CLIPBOARD)
    page = tab.open(PAGE)
    menu, items = menu_of(page), menu_of(page).locator(".menu-items")
    menu.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(items).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(items.get_by_text("复制图片", exact=True)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(items.get_by_text("加入报告")).to_be_focused()
    page.keyboard.press("Escape")
    expect(items).to_be_hidden()
    expect(menu.locator("summary")).to_be_focused()
    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    expect(menu.get_by_role("status")).to_have_text("已复制")
    expect(menu.locator("summary")).to_be_focused()
    sentence = page.evaluate("navigator.clipboard.readText()")
    assert sentence == menu.locator("[data-text]").get_attribute("data-text")
    assert "原煤产量" in sentence
    assert wrong(tab) == []


def test_one_menu_is_open_at_a_time_and_closes_outside(tab: Tab) -> None:
    page = tab.open(PAGE)
    menu = opened(page)
    page.locator("figure.chart .menu-box summary").nth(1).click()
    expect(menu.locator(".menu-items")).to_be_hidden()
    expect(page.locator("details.menu[open]")).to_have_count(1)
    page.locator("h1").click()
    expect(page.locator("details.menu[open]")).to_have_count(0)
    opened(page)
    page.keyboard.press("Shift+Tab")
    expect(page.locator("details.menu[open]")).to_have_count(0)


@pytest.mark.parametrize(("kind", "start"), [("png", b"\x89PNG"), ("svg", b"<svg")])
def test_the_browser_makes_the_picture_that_the_server_cannot(
    tab: Tab, kind: str, start: bytes
) -> None:
    without_pictures(tab.page)
    page = tab.open(PAGE)
    menu = opened(page)
    with page.expect_download() as download:
        menu.locator(f'[data-picture="{kind}"]').click()
    expect(menu.get_by_role("status")).to_contain_text("已由浏览器生成")
    picture = download.value.path().read_bytes()
    assert picture.startswith(start)
    title = str(menu.get_attribute("data-title"))
    assert download.value.suggested_filename == re.sub(r"[\\/:*?\"<>|\s]+", "_", title) + f".{kind}"
    if kind == "svg":
        assert "数据期至" in picture.decode()
    else:
        assert int.from_bytes(picture[16:20]) == 1600
    assert wrong(tab) == []


def test_the_picture_of_the_server_is_saved_under_its_name(tab: Tab) -> None:
    name = {"Content-Disposition": "attachment; filename*=UTF-8''%E5%8E%9F%E7%85%A4_R1.png"}
    tab.page.route("**/chart/*.png*", lambda route: route.fulfill(body=PNG, headers=name))
    page = tab.open(PAGE)
    menu = opened(page)
    with page.expect_download() as download:
        menu.locator('[data-picture="png"]').click()
    assert download.value.suggested_filename == "原煤_R1.png"
    assert download.value.path().read_bytes() == PNG
    expect(menu.get_by_role("status")).to_have_text("图片已下载")


def test_a_picture_goes_to_the_clipboard(tab: Tab) -> None:
    tab.page.context.grant_permissions(CLIPBOARD)
    without_pictures(tab.page)
    page = tab.open(PAGE)
    menu = opened(page)
    menu.get_by_text("复制图片", exact=True).click()
    expect(menu.get_by_role("status")).to_have_text("已复制")
    held = page.evaluate("navigator.clipboard.read().then(found => found.flatMap(f => f.types))")
    assert held == ["image/png"]
    assert wrong(tab) == []


def test_on_a_plain_intranet_address_a_picture_is_downloaded(tab: Tab) -> None:
    tab.page.add_init_script(NO_CLIPBOARD)
    without_pictures(tab.page)
    page = tab.open(PAGE)
    menu = opened(page)
    with page.expect_download() as download:
        menu.get_by_text("复制图片", exact=True).click()
    assert download.value.path().read_bytes().startswith(PNG)
    expect(menu.get_by_role("status")).to_have_text("浏览器不允许在此复制图片，已改为下载")


def test_a_refused_picture_is_said_to_have_failed(tab: Tab) -> None:
    tab.page.route("**/chart/*.png*", lambda route: route.fulfill(status=400))
    menu = opened(tab.open(PAGE))
    menu.locator('[data-picture="png"]').click()
    expect(menu.get_by_role("status")).to_have_text("未能完成，请重试")


def test_a_chart_is_put_by_for_a_report_once(tab: Tab) -> None:
    page = tab.open(PAGE)
    menu = opened(page)
    menu.locator("[data-do=report]").click()
    expect(menu.get_by_role("status")).to_have_text("已加入报告，共1张图")
    opened(page)
    expect(menu.locator(".menu-count")).to_have_text("1")
    menu.locator("[data-do=report]").click()
    expect(menu.get_by_role("status")).to_have_text("报告中已有此图，共1张图")
    kept = json.loads(page.evaluate("localStorage.getItem('sixbases-report')"))
    assert [set(each) for each in kept] == [{"address", "title"}]
    assert kept[0]["address"].startswith("/chart/trend?indicator=coal.raw_coal_output")
    assert wrong(tab) == []


def test_the_embed_code_names_this_dashboard(tab: Tab) -> None:
    tab.page.context.grant_permissions(CLIPBOARD)
    page = tab.open(PAGE)
    menu = opened(page)
    unfold = menu.get_by_text("嵌入代码")
    unfold.click()
    expect(unfold).to_have_attribute("aria-expanded", "true")
    menu.get_by_text("复制代码").last.click()
    expect(menu.get_by_role("status")).to_have_text("已复制")
    code = page.evaluate("navigator.clipboard.readText()")
    assert code.startswith(f'<iframe src="{tab.site}/embed/trend?indicator=coal.raw_coal_output')
    assert "&amp;asof=1" in code
    assert wrong(tab) == []


@pytest.mark.parametrize("tab", [390], indirect=True)
def test_on_a_phone_the_menu_is_whole(tab: Tab) -> None:
    page = tab.open(PAGE)
    menu = opened(page)
    assert menu.locator(".menu-items").evaluate(SEES)
    menu.get_by_text("嵌入代码").click()
    assert menu.locator(".menu-items").evaluate(SEES)
    heights = menu.locator(".menu-items > a, .menu-items > button").evaluate_all(
        "found => found.map(e => e.offsetHeight)"
    )
    assert min(heights) >= 44
    assert page.evaluate(OVERFLOW) <= 0


@pytest.mark.parametrize("tab", [760, 1440], indirect=True)
def test_every_menu_of_a_page_opens_inside_the_window(tab: Tab) -> None:
    page = tab.open("/indicator/economy.gdp")
    for menu in page.locator("figure.chart .menu-box").all():
        menu.locator("summary").click()
        assert menu.locator(".menu-items").evaluate(SEES)
        assert page.evaluate(OVERFLOW) <= 0
