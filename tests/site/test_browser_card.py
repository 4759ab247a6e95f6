"""The card of a figure over a page: by key and by click, and away again."""

from playwright.sync_api import expect

from tests.support.tab import Tab


def test_a_number_opens_its_card_and_escape_gives_the_place_back(tab: Tab) -> None:
    page = tab.open("/base/resources")
    number = page.locator(".tile-value .figure-link").first
    number.focus()
    page.keyboard.press("Enter")
    card = page.locator("dialog#card")
    expect(card).to_be_visible()
    expect(card.locator("h1")).to_have_text("石英砂（岩）探明储量")
    card.get_by_role("button", name="复制语句").click()
    expect(card.get_by_role("button", name="已复制")).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(number).to_be_focused()
    assert page.url.endswith("/base/resources")
    # a point of a chart is its number, too
    page.evaluate("""() => { const at = document.querySelector(".js-plotly-plot");
      const trace = at.data.find((each) => each.customdata);
      const event = { target: at };
      at.emit("plotly_click", { points: [{ customdata: trace.customdata[0] }], event }); }""")
    expect(card).to_be_visible()
    card.get_by_role("button", name="关闭").click()
    expect(card).to_be_hidden()
    assert not tab.wrong
