"""One natural scale on axis, labels, tile, sentence and table of one chart."""

import re

from flask.testing import FlaskClient

from tests.support.rendered import charts, page

POWER = "/indicator/coal.power_capacity?region=520000"
LONG = re.compile(r"\d{5,}(\.\d+)?万(千瓦|吨)")


def test_no_page_says_ten_thousand_times_ten_thousand(client: FlaskClient) -> None:
    for path in ("/", "/base/coal", "/targets?base=coal", "/prefectures"):
        assert LONG.search(page(client, path).text) is None, path


def test_axis_labels_tile_sentence_and_table_have_one_scale(client: FlaskClient) -> None:
    shown = page(client, POWER)
    tile = next(shown.all("article", "tile")).text
    assert "超1亿千瓦" in tile
    assert "已超过1亿千瓦" in next(shown.all("blockquote")).text
    trend = next(plot for plot in charts(client, POWER) if plot["layout"].get("yaxis"))
    values = [y for trace in trend["data"] for y in trace.get("y") or () if y is not None]
    assert 1 in values
    assert max(abs(y) for y in values) < 2
    card = next(shown.all("figure", "chart"))
    assert "单位：亿千瓦" in card.text
    cells = [cell.text for row in next(card.all("tbody")).all("tr") for cell in row.all("td")]
    assert any("0.7478亿千瓦" in cell for cell in cells)
    assert not any("万千瓦" in cell for cell in cells)


def test_what_is_smaller_keeps_its_own_scale(client: FlaskClient) -> None:
    assert "522.97万吨" in page(client, "/indicator/coal.raw_coal_output?region=522300").text


def test_english_pages_have_their_units(client: FlaskClient) -> None:
    assert "over 100 GW" in page(client, f"{POWER}&lang=en").text
