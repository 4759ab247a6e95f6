"""Every page in a real browser, as its readers see it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

BASES = ("coal", "baijiu", "batteries", "compute", "resources", "backup", "economy")
# Each page with the number of charts that it must at least draw.
PAGES = [
    ("/", 2),
    *[(f"/base/{base}", 2) for base in BASES],
    ("/indicator/resources.quartz_proven?region=522600", 2),
    ("/indicator/economy.gdp", 3),
    ("/indicator/coal.hydro_generation?from=2018", 1),
    ("/region/522600", 1),
    ("/region/522601", 1),
    ("/indicator/backup.avic_heavy_revenue?region=520100", 3),
    ("/targets", 0),
    ("/projects", 0),
    ("/proposals", 0),
    ("/sources", 0),
    ("/sources?id=cppcc-2023", 0),
    ("/about", 0),
]
DRAWN = """() => {
  const graphs = [...document.querySelectorAll('.js-plotly-plot')];
  return document.querySelector('h1') && !document.querySelector('._dash-loading') &&
    document.querySelectorAll('.dash-graph').length === graphs.length &&
    graphs.every(g => g.querySelector('.point, path.js-line, .annotation, .shapelayer path'));
}"""
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@dataclass
class Tab:
    """A page with everything that went wrong on it."""

    page: Page
    site: str
    wrong: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        self.page.goto(self.site + path)
        self.page.wait_for_function(DRAWN)
        return self.page


@pytest.fixture
def tab(browser: Browser, site: str, request: pytest.FixtureRequest) -> Iterator[Tab]:
    width = getattr(request, "param", 1440)
    context = browser.new_context(viewport={"width": width, "height": 900}, locale="zh-CN")
    page = context.new_page()
    found = Tab(page, site)
    host = urlsplit(site).netloc
    page.on("console", lambda m: found.wrong.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: found.wrong.append(str(error)))
    page.on("requestfailed", lambda r: found.wrong.append(f"failed {r.url}"))
    page.on(
        "response",
        lambda r: found.wrong.append(f"{r.status} {r.url}") if r.status >= 400 else None,
    )
    page.on(
        "request",
        lambda r: (
            found.wrong.append(f"foreign {r.url}")
            if r.url.startswith("http") and urlsplit(r.url).netloc != host
            else None
        ),
    )
    yield found
    context.close()


def graphs(page: Page) -> int:
    return page.locator(".js-plotly-plot").count()


@pytest.mark.parametrize("tab", [1440, 390], indirect=True)
@pytest.mark.parametrize(("path", "charts"), PAGES)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_page_is_drawn_without_fault(tab: Tab, path: str, charts: int, lang: str) -> None:
    if lang == "en":
        path += "&lang=en" if "?" in path else "?lang=en"
    page = tab.open(path)
    assert graphs(page) >= charts
    assert page.evaluate(OVERFLOW) <= 1
    assert page.evaluate("document.documentElement.lang") == ("en" if lang == "en" else "zh-CN")
    assert tab.wrong == []


def test_reference_case_reads_as_published(tab: Tab) -> None:
    page = tab.open("/indicator/resources.quartz_proven?region=522600")
    lead = page.locator(".main-tiles .tile")
    expect(lead.locator(".tile-value")).to_have_text("4亿吨")
    expect(lead.locator(".tile-place")).to_have_text("黔东南 · 2023年")
    expect(lead.locator(".source-link")).to_contain_text("2023年8月")
    beside = page.locator(".tile", has_text="石英砂储量占全省比重").first
    expect(beside.locator(".tile-value")).to_have_text("67%")
    assert page.get_by_text("黔东南尚未就这一指标提出目标。").is_visible()
    bullet = page.locator("#indicator-progress-0").text_content() or ""
    assert "约10亿吨" in bullet
    assert "非目标" in bullet
    figures = page.locator("table", has_text="凯里").last.text_content() or ""
    assert "约3.28亿吨" in figures
    assert "0.28亿吨" in figures
    assert tab.wrong == []


def test_reference_case_in_english(tab: Tab) -> None:
    page = tab.open("/indicator/resources.quartz_proven?region=522600&lang=en")
    expect(page.locator(".main-tiles .tile-value")).to_have_text("400 Mt")
    assert page.get_by_text("No target has been stated for Qiandongnan").is_visible()


def test_a_figure_leads_to_its_source_in_one_click(tab: Tab) -> None:
    page = tab.open("/base/resources")
    tile = page.locator(".tile", has_text="石英砂(岩)探明储量").first
    expect(tile.locator(".tile-value")).to_have_text("4亿吨")
    tile.locator(".tile-value a").click()
    expect(page.locator("h1")).to_contain_text("贵州省省长与政协委员座谈")


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


def test_chosen_prefecture_stays_from_page_to_page(tab: Tab) -> None:
    page = tab.open("/base/resources?region=522600")
    page.locator("nav").get_by_text("白酒").click()
    page.wait_for_url("**/base/baijiu?region=522600")
    expect(page.locator("#filter-region")).to_contain_text("黔东南")
    page.locator("nav").get_by_text("项目").click()
    page.wait_for_url("**/projects?region=522600")


def test_click_on_the_map_chooses_the_prefecture(tab: Tab) -> None:
    page = tab.open("/")
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
    expect(page.locator("h1")).to_have_text("National deep resource-processing base")
    assert page.evaluate("document.title").startswith("National deep")


def test_cold_visit_is_light(tab: Tab) -> None:
    received = []
    session = tab.page.context.new_cdp_session(tab.page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    tab.open("/")
    first = sum(received)
    assert first <= 700_000
    for base in ("coal", "economy", "resources"):
        received.clear()
        tab.page.locator(f'nav a[href="/base/{base}"]').click()
        tab.page.wait_for_url(f"**/base/{base}")
        tab.page.wait_for_function(DRAWN)
        tab.page.wait_for_timeout(300)
        assert sum(received) <= 60_000, base


def test_first_figures_need_no_callback(tab: Tab) -> None:
    asked: list[str] = []
    tab.page.on("request", lambda r: asked.append(urlsplit(r.url).path))
    tab.open("/base/coal")
    assert "/_dash-layout" in asked
    assert "/_dash-update-component" not in asked


def test_the_tracker_sorts_and_filters_by_a_click(tab: Tab) -> None:
    page = tab.open("/targets?base=baijiu&comparator=floor")
    page.get_by_role("columnheader", name="完成情况").get_by_role("link").click()
    page.wait_for_url("**/targets?base=baijiu&comparator=floor&sort=attainment")
    head = page.get_by_role("columnheader", name="完成情况")
    expect(head).to_have_attribute("aria-sort", "ascending")
    head.get_by_role("link").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    first = page.locator("tbody tr").first
    expect(first).to_contain_text("90.1%")
    page.locator(".status-counts a", has_text="未达标").click()
    page.wait_for_url("**status=missed**")
    expect(page.locator("tbody tr")).to_have_count(1)
    page.go_back()
    expect(first).to_contain_text("90.1%")
    assert tab.wrong == []


@pytest.mark.parametrize("has_clipboard", [True, False])
def test_a_button_copies_the_sentence(tab: Tab, *, has_clipboard: bool) -> None:
    """With the clipboard of https, and on a plain intranet address without one."""
    tab.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    if not has_clipboard:
        tab.page.add_init_script("Object.defineProperty(window, 'isSecureContext', {value: false})")
    page = tab.open("/indicator/batteries.battery_output")
    button = page.locator(".copy").first
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_text("已复制")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("截至2023年，全省新能源电池及材料产业工业总产值（规上）695.05亿元，")
    assert "69.5%，未达标。（来源：" in copied
    expect(button).to_have_text("复制")
    assert tab.wrong == []


@pytest.mark.parametrize("tab", [390], indirect=True)
def test_the_tracker_can_be_sorted_on_a_phone(tab: Tab) -> None:
    page = tab.open("/targets?base=batteries")
    page.get_by_role("columnheader", name="目标期").get_by_role("link").click()
    page.wait_for_url("**sort=due")
    expect(page.locator("tbody tr").first).to_contain_text("2022年")
    assert page.evaluate(OVERFLOW) <= 0
