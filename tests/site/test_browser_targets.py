"""Targets in a real browser: the tracker, the sentences, long pages."""

import pytest
from playwright.sync_api import expect

from tests.support.tab import OVERFLOW, Tab


def test_the_tracker_sorts_and_filters_by_a_click(tab: Tab) -> None:
    page = tab.open("/targets?base=baijiu&time=current,past&comparator=floor")
    page.get_by_role("columnheader", name="完成情况").get_by_role("link").click()
    page.wait_for_url("**/targets?base=baijiu&time=current,past&comparator=floor&sort=attainment")
    head = page.get_by_role("columnheader", name="完成情况")
    expect(head).to_have_attribute("aria-sort", "ascending")
    head.get_by_role("link").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    first = page.locator("tbody tr").first
    expect(first).to_contain_text("102.3%")
    page.locator(".status-counts a", has_text="未达标").click()
    page.wait_for_url("**status=missed**")
    expect(page.locator("tbody tr")).to_have_count(1)
    page.go_back()
    expect(first).to_contain_text("102.3%")
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
    assert copied.startswith("2023年，全省新能源电池及材料产业工业总产值（规模以上）695.05亿元，")
    assert "69.5%，期末数据待公布。（据" in copied
    expect(button).to_have_text("复制")
    assert tab.wrong == []


@pytest.mark.parametrize("tab", [390], indirect=True)
def test_the_tracker_can_be_sorted_on_a_phone(tab: Tab) -> None:
    page = tab.open("/targets?base=batteries&time=past")
    page.get_by_role("columnheader", name="目标期").get_by_role("link").click()
    page.wait_for_url("**sort=due")
    expect(page.locator("tbody tr").first).to_contain_text("2021年")
    assert page.evaluate(OVERFLOW) <= 0


def test_long_pages_come_in_at_once(tab: Tab) -> None:
    """A change of page or order shows hundreds of rows in seconds, not in a minute."""
    page = tab.open("/")
    page.locator("nav a", has_text="目标").click()
    page.locator(".target-times a", has_text="全部").click()
    page.wait_for_selector("tbody tr:nth-child(200)", timeout=8000)
    page.get_by_role("columnheader", name="完成情况").get_by_role("link").click()
    page.wait_for_selector("th[aria-sort]", timeout=8000)
    page.locator("nav summary").click()
    page.locator("nav a", has_text="来源").click()
    page.wait_for_selector("tbody tr:nth-child(400)", timeout=8000)
    page.go_back()
    page.wait_for_selector("th[aria-sort]", timeout=8000)
    assert tab.wrong == []
