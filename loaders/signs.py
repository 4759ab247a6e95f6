"""Signs as they are compared: narrow ones for wide ones, a blank for each blank, none unseen."""

import re
from types import MappingProxyType

# Soft hyphens, signs without width, marks of direction: they come along when text is copied.
INVISIBLE = (0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF)
BLANKS = (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F)
MINUS = (0x2212, 0xFE63)  # − and ﹣
VISIBLE = MappingProxyType(dict.fromkeys(INVISIBLE) | dict.fromkeys(BLANKS, " "))
HALF_WIDTH = MappingProxyType(
    {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
    | {0x3000: " "}
    | dict.fromkeys(MINUS, "-")
    | VISIBLE
)
DASHES = "-‐‑‒–—―─~～〜∼"


def half_width(text: str) -> str:
    """Return a code, number or name in half-width signs, without those that nobody sees."""
    return text if text.isascii() else text.translate(HALF_WIDTH)


def visible(text: str) -> str:
    """Return a text without the signs that nobody sees; the others stay as they are."""
    return text if text.isascii() else text.translate(VISIBLE)


def header_word(text: str) -> str:
    """Return a header cell in the one spelling that is compared."""
    return re.sub(r"[\s_]+", "_", half_width(text).strip().lower())
