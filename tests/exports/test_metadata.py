"""What a picture says of itself is read back by other programs, and nothing is drawn anew."""

import io

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter

from exports.pictures.metadata import read_png, stamp_pdf, stamp_png, stamp_svg

FIELDS = {
    "Title": "原煤产量",
    "Source": "统计公报 & <其他>",
    "Release": "7",
    "Passport": "R7-K3F9Q2",
}


def png() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (30, 20), (200, 10, 60)).save(out, "PNG")
    return out.getvalue()


def pdf() -> bytes:
    writer, out = PdfWriter(), io.BytesIO()
    writer.add_blank_page(100, 50)
    writer.add_metadata({"/CreationDate": "D:20260101000000Z", "/Creator": "x", "/Title": "y"})
    writer.write(out)
    return out.getvalue()


def test_a_png_is_read_back_by_another_program() -> None:
    stamped = stamp_png(png(), FIELDS, dpi=300)
    image = Image.open(io.BytesIO(stamped))
    image.load()
    assert {name: str(image.info[name]) for name in FIELDS} == FIELDS
    assert image.info["dpi"] == pytest.approx((300, 300), abs=0.1)
    assert image.tobytes() == Image.open(io.BytesIO(png())).tobytes()
    assert read_png(stamped) == FIELDS
    assert stamped == stamp_png(png(), FIELDS, dpi=300)


def test_a_png_without_texts_says_nothing() -> None:
    assert stamp_png(png(), {}) == png()
    assert read_png(png()) == {}


def test_a_pdf_tells_its_fields_and_no_dates() -> None:
    stamped = stamp_pdf(pdf(), FIELDS)
    reader = PdfReader(io.BytesIO(stamped))
    assert reader.metadata == {f"/{name}": value for name, value in FIELDS.items()}
    assert len(reader.pages) == 1
    assert stamped == stamp_pdf(pdf(), FIELDS)


def test_an_svg_is_titled_and_nothing_of_a_field_comes_alive() -> None:
    plain = b'<svg xmlns="http://www.w3.org/2000/svg" width="1"><svg/></svg>'
    stamped = stamp_svg(plain, {"Title": "<b>", "Source": '"&'}).decode()
    assert stamped.startswith(
        '<svg xmlns="http://www.w3.org/2000/svg" width="1"><title>&lt;b&gt;</title><metadata'
    )
    assert '<h:meta name="Source" content="&quot;&amp;"/></metadata><svg/></svg>' in stamped
