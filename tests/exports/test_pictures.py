"""Pictures: what may be asked, exact sizes, text in proportion, the same bytes each time."""

import io
import re
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader

from exports.pictures.errors import GlyphError, OptionError, message
from exports.pictures.pictures import Options, Size, options, picture, size
from figures.frame import framed
from figures.trend.trend import trend
from tests.support.figures_rows import OUTPUT, PROVINCE, context, figure
from tests.support.warm_browser import browser
from wording.words import words


def drawn() -> dict[str, Any]:
    rows = [figure("2019", "100"), figure("2020", "110"), figure("2022", "150")]
    drawing = trend(OUTPUT, {PROVINCE: rows}, (), (), context())
    assert drawing is not None
    return framed(drawing)


def png(**values: str) -> Image.Image:
    return Image.open(io.BytesIO(picture(browser(), drawn(), options(values, "png"))))


@pytest.mark.parametrize(
    ("values", "width", "height", "scale"),
    [
        ({}, 1600, 900, 1),
        ({"region": "520000"}, 1600, 900, 1),
        ({"width": "800"}, 800, 450, 1),
        ({"height": "900"}, 1600, 900, 1),
        ({"width": "333", "height": "777", "scale": "1.5"}, 333, 777, 1.5),
        ({"width": "200"}, 200, 150, 1),
        ({"height": "3000"}, 4000, 3000, 1),
        ({"size": "slide", "scale": "2"}, 1920, 1080, 2),
        ({"size": "square"}, 1200, 1200, 1),
    ],
)
def test_what_is_asked(values: dict[str, str], width: int, height: int, scale: float) -> None:
    assert options(values, "png") == Options("png", width, height, scale)


@pytest.mark.parametrize(
    ("values", "name", "known"),
    [
        ({"width": "199"}, "width", "200–4000"),
        ({"width": "4001"}, "width", "200–4000"),
        ({"width": "800.5"}, "width", "200–4000"),
        ({"width": "８００"}, "width", "200–4000"),
        ({"height": "3001"}, "height", "150–3000"),
        ({"height": "-900"}, "height", "150–3000"),
        ({"scale": "0.5"}, "scale", "1–4"),
        ({"scale": "nan"}, "scale", "1–4"),
        ({"scale": "1e1"}, "scale", "1–4"),
        ({"scale": ""}, "scale", "1–4"),
        ({"size": "poster"}, "size", "word · slide · square"),
        ({"size": "word", "height": "900"}, "height", "size=word"),
        ({"width": "9" * 10_000}, "width", "200–4000"),
    ],
)
def test_what_cannot_be_met_names_the_parameter(
    values: dict[str, str], name: str, known: str
) -> None:
    with pytest.raises(OptionError) as refusal:
        options(values, "png")
    assert refusal.value.name == name
    for lang in ("zh", "en"):
        said = message(refusal.value, words(lang))
        assert name in said
        assert known in said
        assert len(said) < 200


def test_the_plot_grows_and_a_tall_figure_makes_the_layout_wider() -> None:
    assert size({"layout": {"height": 400}}, Options("svg")) == Size(800, 450, 2)
    assert size({"layout": {"height": 600}}, Options("svg", 1600, 900)).height == 600
    assert size({"layout": {"height": 600}}, Options("svg", 1600, 900)).width == pytest.approx(
        1066.7, abs=0.1
    )
    assert size({"layout": {}}, Options("svg", 800, 450)) == Size(800, 450, 1)


def test_a_picture_for_word_is_as_tall_as_its_figure() -> None:
    word = options({"size": "word"}, "svg")
    flat, tall = ({"layout": {"height": h}} for h in (200, 605))
    assert size(flat, word).height == pytest.approx(200, abs=0.2)
    assert size(tall, word).width == pytest.approx(605)
    assert size(tall, word).height == pytest.approx(605)


@pytest.mark.browser
@pytest.mark.parametrize(
    ("values", "pixels"),
    [
        ({}, (1600, 900)),
        ({"width": "801", "height": "467"}, (801, 467)),
        ({"width": "333", "height": "777", "scale": "1.5"}, (500, 1166)),
        ({"size": "square"}, (1200, 1200)),
        ({"size": "slide", "scale": "2"}, (3840, 2160)),
    ],
)
def test_a_picture_has_exactly_the_pixels_asked(
    values: dict[str, str], pixels: tuple[int, int]
) -> None:
    assert png(**values).size == pixels


@pytest.mark.browser
def test_a_picture_for_word_is_16_cm_wide() -> None:
    image = png(size="word")
    assert image.width == 1890
    assert image.width / image.info["dpi"][0] * 2.54 == pytest.approx(16, abs=0.01)


def rows_of_ink(image: Image.Image) -> float:
    """How tall the first line of the title is, as a share of the picture."""
    left = image.convert("L").crop((0, 0, image.width // 4, image.height))
    dark = [min(left.crop((0, y, left.width, y + 1)).tobytes()) < 90 for y in range(left.height)]
    first = dark.index(True)
    return dark[first:].index(False) / image.height


@pytest.mark.browser
def test_text_keeps_its_proportion() -> None:
    shares = [rows_of_ink(png(width=str(w), height=str(w * 9 // 16))) for w in (800, 1600, 3200)]
    assert 0.02 < shares[1] < 0.06
    assert shares == pytest.approx([shares[1]] * 3, rel=0.12)


@pytest.mark.browser
@pytest.mark.parametrize("format", ["png", "svg", "pdf"])
def test_the_same_picture_is_the_same_bytes(format: Any) -> None:
    first, other, again = (
        picture(browser(), {**drawn(), "data": data}, options({}, format), {"Title": "产值"})
        for data in (drawn()["data"], [], drawn()["data"])
    )
    assert first == again
    assert first != other


@pytest.mark.browser
def test_a_pdf_is_one_page_of_vectors_and_an_svg_keeps_its_text() -> None:
    pdf = PdfReader(io.BytesIO(picture(browser(), drawn(), options({}, "pdf"))))
    assert len(pdf.pages) == 1
    assert [float(side) for side in pdf.pages[0].mediabox[2:]] == pytest.approx([1200, 675], abs=1)
    assert list(pdf.pages[0].images) == []
    assert "数据期" in pdf.pages[0].extract_text()
    svg = picture(browser(), drawn(), options({}, "svg"), {"Title": "<产值>"}).decode()
    assert re.match(r'<svg[^>]* width="1600" height="900"[^>]*><title>&lt;产值&gt;</title>', svg)
    assert "第3版（2026年11月20日）" in svg


@pytest.mark.browser
def test_a_character_without_a_glyph_stops_the_picture() -> None:
    broken = drawn()
    broken["layout"]["title"]["text"] = "产值\U00050000"
    with pytest.raises(GlyphError) as refusal:
        picture(browser(), broken, options({}, "png"))
    assert "U+50000" in message(refusal.value, words("en"))
