"""The passport number of a picture, behind the release at its foot."""

import html
import re
from typing import Any

from figures import theme
from figures.text import escape, wrap

LIMIT = (theme.NARROWEST - 2 * theme.EDGE) / theme.FOOT  # em in a line of the foot
BREAK = "<br>"
STAMP = re.compile(r"(?:^|[ >])(R[0-9]+-[0-9A-Z]+)$")


def stamped(figure: dict[str, Any], passport: str) -> dict[str, Any]:
    """Return the figure with the passport behind its last line; the plot keeps its size."""
    layout = figure["layout"]
    *others, foot = layout["annotations"]
    *above, last = foot["text"].split(BREAK)
    written = wrap(theme.join(html.unescape(last), passport), LIMIT)
    lines = [*above, *map(escape, written)]
    grown = _height(len(lines)) - _height(len(above) + 1)
    changed = {
        "annotations": [*others, foot | {"text": BREAK.join(lines)}],
        "height": layout["height"] + grown,
        "meta": layout["meta"] | {"below": layout["meta"]["below"] + grown},
        "margin": layout["margin"] | {"b": layout["margin"]["b"] + grown},
    }
    return figure | {"layout": layout | changed}


def passport_of(figure: dict[str, Any]) -> str:
    """The passport that stands at the foot of a figure; empty when there is none."""
    found = STAMP.search(figure["layout"]["annotations"][-1]["text"])
    return found[1] if found else ""


def _height(lines: int) -> int:
    return round(lines * theme.LINE * theme.FOOT)
