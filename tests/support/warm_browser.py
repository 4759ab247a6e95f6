"""One warm browser for all tests that draw, and figures that are told apart by one pixel."""

import io
import os
from functools import cache
from typing import Any

from PIL import Image

from exports.pictures.browser import Browser

PATH = os.environ.get("SIXBASES_BROWSER")
SMALL: dict[str, Any] = {"format": "png", "width": 120, "height": 90, "scale": 1}


@cache
def browser() -> Browser:
    """It ends with the process."""
    return Browser(PATH)


def coloured(number: int) -> dict[str, Any]:
    """A figure that is its own colour all over."""
    red, green, blue = colour(number)
    return {
        "data": [{"type": "scatter", "x": [1, 2], "y": [1, number]}],
        "layout": {"paper_bgcolor": f"rgb({red},{green},{blue})", "margin": {"l": 60, "b": 40}},
    }


def colour(number: int) -> tuple[int, int, int]:
    return 20 + number * 37 % 200, 20 + number * 91 % 200, 20 + number * 153 % 200


def sampled(png: bytes) -> tuple[int, ...]:
    """The colour of the lower left corner."""
    image = Image.open(io.BytesIO(png)).convert("RGB")
    found = image.getpixel((2, image.height - 3))
    assert isinstance(found, tuple)
    return found
