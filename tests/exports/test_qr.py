"""The code in the picture is the one of its address, and stands where nothing else does."""

import io

import plotly.graph_objects as go
import pytest
import segno
from PIL import Image

from exports.pictures.pictures import options, picture
from exports.pictures.qr import with_qr
from tests.exports.test_pictures import drawn
from tests.support.warm_browser import browser

ADDRESS = "https://example.cn/verify?chart=trend&indicator=baijiu.output&passport=R7-K3F9Q2"


def test_the_margin_holds_it_and_the_figure_given_stays_as_it_was() -> None:
    plain = drawn()
    coded = with_qr(plain, ADDRESS)
    go.Figure(coded)
    grown = coded["layout"]["height"] - plain["layout"]["height"]
    assert grown > 0
    assert coded["layout"]["margin"]["b"] - plain["layout"]["margin"]["b"] == grown
    assert plain == drawn()
    assert coded["layout"]["annotations"][-1] == plain["layout"]["annotations"][-1]


def test_a_margin_that_holds_it_already_does_not_grow() -> None:
    plain = drawn()
    plain["layout"]["margin"]["b"] = 400
    assert with_qr(plain, ADDRESS)["layout"]["height"] == plain["layout"]["height"]


@pytest.mark.browser
def test_each_module_of_the_code_is_in_the_picture() -> None:
    shape = options({"width": "800", "height": "500", "scale": "2"}, "png")  # 2 px for one
    image = Image.open(io.BytesIO(picture(browser(), with_qr(drawn(), ADDRESS), shape)))
    gray = image.convert("L")
    rows = [list(row) for row in segno.make_qr(ADDRESS, error="m").matrix]
    edge = 2 * 12 + 4 * len(rows)
    seen = [
        [
            int(gray.getpixel((1600 - edge + 4 * x + 2, 1000 - edge + 4 * y + 2)) < 128)
            for x in range(len(rows))
        ]
        for y in range(len(rows))
    ]
    assert seen == rows
