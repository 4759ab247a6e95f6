"""Title, legend and foot around a plot: for a picture, an embed or a document, once, at the end."""

import re
from collections.abc import Sequence
from typing import Any

from figures import theme
from figures.drawing import Drawing, Heading
from figures.text import escape, width, wrap

TITLE, SUBTITLE, FOOT = 15, 12, 10.5  # font sizes, px
LINE = 1.3  # plotly's line height in em
RAISED = 11  # px that plotly 4.1 sets a title of several lines higher than one of one line
ROW = 20  # a row of the legend, px
COLUMN = 170  # px of an entry of the legend, at least
FOOT_NAME = "foot"  # of the annotation that holds the foot lines
BREAK = "<br>"
STAMP = re.compile(r"(?:^|[ >])(R[0-9]+-[0-9A-Z]+)$")


def framed(drawing: Drawing, passport: str = "", wide: int = theme.NARROWEST) -> dict[str, Any]:
    """Return a plotly figure that stands alone: the plot with all words around it.

    The plot keeps its size; the figure is taller by the lines above and below, which are broken
    for a figure that is `wide` px. The `passport` stands behind the last foot line, which names
    the release.
    """
    usable, columns = wide - 2 * theme.EDGE, wide // COLUMN
    layout, margin = drawing.plot["layout"], drawing.plot["layout"]["margin"]
    title, subtitle = _lines_above(drawing.heading, usable)
    foot = _foot_lines(drawing.heading, passport, usable)
    rows = -(-len(drawing.keys) // columns)
    above = theme.EDGE + round((len(title) + len(subtitle)) * LINE * TITLE) + ROW * rows
    below = round(len(foot) * LINE * FOOT) + theme.EDGE
    words = {
        "height": above + layout["height"] + below,
        "margin": margin | {"t": above + margin["t"], "b": below + margin["b"]},
        "title": _title(title, subtitle),
        "showlegend": rows > 0,
        "legend": _legend(columns),
        "annotations": [*layout.get("annotations", []), _foot(foot, margin)],
    }
    return drawing.plot | {"layout": layout | words}


def passport_of(figure: dict[str, Any]) -> str:
    """The passport that stands at the foot of a framed figure; empty when there is none."""
    match = STAMP.search(figure["layout"]["annotations"][-1]["text"])
    return match[1] if match else ""


def _lines_above(heading: Heading, usable: int) -> tuple[list[str], list[str]]:
    """The lines of title, with the mark above it, and subtitle; one that has room is one line."""
    above = (heading.mark, heading.title) if heading.mark else (heading.title,)
    title = [line for text in above for line in wrap(text, usable / TITLE * 0.97)]
    whole = theme.join(*heading.subtitle)
    texts = (whole,) if width(whole) * SUBTITLE <= usable else heading.subtitle
    return title, [line for text in texts for line in wrap(text, usable / SUBTITLE)]


def _foot_lines(heading: Heading, passport: str, usable: int) -> list[str]:
    *others, release = heading.foot or ("",)
    texts = (heading.note, *others, theme.join(release, passport))
    return [line for text in texts if text for line in wrap(text, usable / FOOT)]


def _title(title: list[str], subtitle: list[str]) -> dict[str, Any]:
    bold = f"<b>{BREAK.join(map(escape, title))}</b>"
    small = BREAK.join(map(escape, subtitle))
    span = f'{BREAK}<span style="font-size:{SUBTITLE}px;color:{theme.MUTED}">{small}</span>'
    return {
        "text": bold + (span if small else ""),
        "font": {"size": TITLE},
        "automargin": False,
        "x": 0,
        "y": 1,
        "xanchor": "left",
        "yanchor": "top",
        "pad": {
            "l": theme.EDGE,
            "t": theme.EDGE + (RAISED if small or len(title) > 1 else 0),
        },
    }


def _legend(columns: int) -> dict[str, Any]:
    return {
        "orientation": "h",
        "xref": "paper",
        "x": 0,
        "xanchor": "left",
        "y": 1,
        "yanchor": "bottom",
        "entrywidthmode": "fraction",
        "entrywidth": 1 / columns,
        "font": {"size": 11},
        "itemsizing": "constant",
        "bgcolor": "rgba(0,0,0,0)",
    }


def _foot(lines: Sequence[str], margin: dict[str, Any]) -> dict[str, Any]:
    return theme.note(
        BREAK.join(map(escape, lines)),
        x=0,
        y=0,
        xref="paper",
        yref="paper",
        yanchor="top",
        xshift=theme.EDGE - margin["l"],
        yshift=-margin["b"],
        name=FOOT_NAME,
        font={"size": FOOT, "color": theme.MUTED},
    )
