"""A base page on paper: A4, no navigation, every chart whole, the sources at the foot."""

import io
import re
import unicodedata

import pypdf
import pytest

from tests.support.tab import OVERFLOW, Tab

A4 = (595, 842)  # points
HEADINGS = (
    "核心指标",
    "目标",
    "发展走势",
    "分布",
    "项目",
    "建议与回应",
    "大事记",
    "数据缺口",
    "本页来源",
)
RADICALS = str.maketrans("⻔⻆⻩⻓⻛⻋⻅⻉⻚⻝⻢", "门角黄长风车见贝页食马")
PASSPORT = re.compile(r"R1-[0-9A-Z]{6}")


def printed(tab: Tab, path: str) -> list[str]:
    """The text of each sheet, without spaces; Chromium prints one as its readers would."""
    page = tab.open(path)
    reader = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    for sheet in reader.pages:
        width, height = (float(side) for side in sheet.mediabox[2:])
        assert (round(width), round(height)) == A4
    return [plain(sheet.extract_text()) for sheet in reader.pages]


def plain(text: str) -> str:
    """Without spaces, and with the characters that a PDF takes for their radicals."""
    return unicodedata.normalize("NFKC", "".join(text.split())).translate(RADICALS)


@pytest.mark.parametrize("mode", ["", "large"])
def test_a_base_page_prints_whole(tab: Tab, mode: str) -> None:
    if mode:
        kept = f'{{"type": "{mode}"}}'
        tab.page.add_init_script(f"localStorage.setItem('sixbases-display', '{kept}')")
    sheets = printed(tab, "/base/coal")
    assert 5 <= len(sheets) <= 12
    whole = "".join(sheets)
    for heading in HEADINGS:
        assert heading in whole
    for screen_only in ("长者模式", "清除筛选", "导出报告", "知道了", "表格"):
        assert screen_only not in whole
    charts = tab.page.locator("figure.chart")
    assert charts.count() >= 8
    for chart in charts.all():  # its head and its foot stand on the same sheet
        title = plain(chart.locator("h3").text_content() or "")
        number = PASSPORT.search(chart.locator("figcaption").text_content() or "")
        assert number
        held = [sheet for sheet in sheets if number[0] in sheet]
        assert len(held) == 1, title
        assert title in held[0]
    assert "本页来源" in "".join(sheets[-2:])
    listed = tab.page.locator(".sources-foot li").last.text_content() or ""
    assert plain(listed) in sheets[-1]
    assert f"{len(sheets)}/{len(sheets)}" in sheets[-1]


def test_charts_come_back_to_their_width_after_printing(tab: Tab) -> None:
    page = tab.open("/base/coal")
    widths = "[...document.querySelectorAll('.main-svg')].map(e => Math.round(e.clientWidth))"
    before = page.evaluate(widths)
    page.pdf()
    page.wait_for_function(f"(was) => String({widths}) === String(was)", arg=before)
    assert page.locator("details[data-paper][open]").count() == 0


def test_a_status_is_told_without_colour_on_paper(tab: Tab) -> None:
    """Every bullet has its share in words beside it, every status its word."""
    page = tab.open("/base/baijiu")
    page.emulate_media(media="print")
    rows = page.locator(".target-rows > li").all()
    assert [row for row in rows if row.locator(".bullet").count()]
    for row in rows:
        if row.locator(".bullet").count():
            assert "%" in (row.text_content() or "")
            assert (row.locator(".status").first.text_content() or "").strip()


def test_the_tracker_prints_across_the_paper_with_room_for_names(tab: Tab) -> None:
    page = tab.open("/targets")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 1032, "height": 700})  # A4 landscape without its margins
    assert page.evaluate("getComputedStyle(document.body).page") == "wide"
    assert page.evaluate(OVERFLOW) <= 0
    name = page.locator(".tracker tbody tr td:nth-child(3)").first.bounding_box()
    assert name
    assert name["width"] >= 120
    shapes = page.locator(".tracker tbody .status").first.evaluate(
        "(status) => getComputedStyle(status, '::before').width"
    )
    assert shapes == "11px"
