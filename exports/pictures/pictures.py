"""A figure as a picture of the size that its address asks for, with text of the same proportion."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from exports.pictures import fonts, metadata
from exports.pictures.browser import Browser, Format
from exports.pictures.errors import OptionError

NAMES = ("width", "height", "scale", "size")
BOUNDS = {"width": (200, 4000), "height": (150, 3000), "scale": (1, 4)}
SHAPE = 16 / 9
DEFAULT = (1600, 900)
PRESETS = {"slide": (1920, 1080), "square": (1200, 1200)}
LAID_OUT = 800  # px; the figures are made for charts of about this width
# 16 cm at 300 dpi. On paper the letters have the size they have on the screen: 96 px an inch.
WORD, WORD_WIDTH, WORD_DPI = "word", 1890, 300
WORD_LAID_OUT = 605
NUMBER = re.compile(r"[0-9]{1,4}(\.[0-9]{1,3})?")
# A hair more, so that cutting the decimals off in the browser gives the pixels asked for.
ROUND_UP = 1 + 1e-9


@dataclass(frozen=True, slots=True)
class Options:
    """A picture: width and height in px before `scale`; without a height it is the figure's own.

    `laid_out` are the px that the figure is laid out at, `dpi` is written into a PNG.
    """

    format: Format
    width: int = DEFAULT[0]
    height: int | None = DEFAULT[1]
    scale: float = 1.0
    laid_out: int = LAID_OUT
    dpi: int | None = None


@dataclass(frozen=True, slots=True)
class Size:
    """How a figure is laid out, in px, and what that is multiplied by to give the picture."""

    width: float
    height: float
    scale: float


def options(values: Mapping[str, str], format: Format) -> Options:
    """Read width, height, scale and size from `values`; other names are not looked at.

    Raises `OptionError` for a value that cannot be met.
    """
    scale = _number("scale", values) or 1.0
    preset = values.get("size")
    if preset is None:
        width, height = _dimensions(values)
        return Options(format, width, height, scale)
    if preset not in (WORD, *PRESETS):
        raise OptionError("size", preset, (WORD, *PRESETS))
    for name in ("width", "height"):
        if name in values:  # a preset has said it
            raise OptionError(name, values[name], (f"size={preset}",))
    if preset == WORD:
        return Options(format, WORD_WIDTH, None, scale, WORD_LAID_OUT, round(WORD_DPI * scale))
    return Options(format, *PRESETS[preset], scale)


def picture(
    browser: Browser,
    figure: dict[str, Any],
    options: Options,
    fields: Mapping[str, str] | None = None,
) -> bytes:
    """Draw `figure` and write `fields` (Title, Source, Release…) into its file.

    The same arguments give the same bytes. Raises a `RefusalError` where there is no picture.
    """
    fonts.check(figure)
    laid = size(figure, options)
    data = browser.render(
        figure, format=options.format, width=laid.width, height=laid.height, scale=laid.scale
    )
    stamped = fields or {}
    if options.format == "png":
        return metadata.stamp_png(data, stamped, dpi=options.dpi)
    return (metadata.stamp_pdf if options.format == "pdf" else metadata.stamp_svg)(data, stamped)


def size(figure: dict[str, Any], options: Options) -> Size:
    """The layout of a figure: at the usual width, wider only where it is too tall for the shape.

    Without a height of its own (`layout.height`, px) the figure takes any shape.
    """
    natural = float(figure.get("layout", {}).get("height") or 0)
    tall = options.height or _natural_height(natural, options)
    height = max(natural, options.laid_out * tall / options.width)
    factor = round(tall * options.scale) / height
    width = round(options.width * options.scale) / factor
    return Size(width, height, factor * ROUND_UP if options.format == "png" else factor)


def _natural_height(natural: float, options: Options) -> int:
    shape = natural / options.laid_out if natural else 1 / SHAPE
    return min(BOUNDS["height"][1], round(options.width * shape))


def _dimensions(values: Mapping[str, str]) -> tuple[int, int]:
    """Width and height; where one is given, the other follows the shape of a slide."""
    width, height = _whole("width", values), _whole("height", values)
    if width is None and height is None:
        return DEFAULT
    if width is None:
        width = _within("width", (height or 0) * SHAPE)
    return width, height if height is not None else _within("height", width / SHAPE)


def _within(name: str, value: float) -> int:
    least, most = BOUNDS[name]
    return round(min(max(value, least), most))


def _whole(name: str, values: Mapping[str, str]) -> int | None:
    number = _number(name, values)
    if number is not None and number != int(number):
        raise OptionError(name, values[name], _bounds_text(name))
    return None if number is None else int(number)


def _number(name: str, values: Mapping[str, str]) -> float | None:
    text = values.get(name)
    if text is None:
        return None
    least, most = BOUNDS[name]
    if NUMBER.fullmatch(text) is None or not least <= float(text) <= most:
        raise OptionError(name, text, _bounds_text(name))
    return float(text)


def _bounds_text(name: str) -> tuple[str]:
    least, most = BOUNDS[name]
    return (f"{least}–{most}",)
