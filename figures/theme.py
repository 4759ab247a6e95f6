"""The one look of every figure: fonts, hues, space, and the foot lines that name sources."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from indicators.age import reach
from indicators.records import Area, Observation, Target
from wording import editions, formats
from wording.context import Context

FONT = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif'
# The colours of the tokens in the style sheet. A hue is read as text (4.5:1 on the page's
# ground) and told from the others in protanopia, deuteranopia and tritanopia.
BASE_HUES = {
    "coal": "#1E3A72",
    "baijiu": "#861811",
    "batteries": "#15735F",
    "compute": "#0570C8",
    "resources": "#8A5A00",
    "backup": "#B93C92",
    "economy": "#3D464F",
}
INK, MUTED, GRID, PALE = "#1A1F26", "#59636E", "#E6E9ED", "#DDE2E8"
AXIS = "#7F8995"
NARROWEST = 340  # px; every line of text is broken for this chart width
EDGE = 12  # px between the words of a chart and its border
SOURCES_NAMED = 2

TEMPLATE: dict[str, Any] = {
    "layout": {
        "font": {"family": FONT, "size": 12, "color": INK},
        "paper_bgcolor": "#FFFFFF",
        "plot_bgcolor": "#FFFFFF",
        "hoverlabel": {"bgcolor": "#FFFFFF", "align": "left", "font": {"color": INK}},
        "xaxis": {"gridcolor": GRID, "zeroline": False, "linecolor": AXIS, "fixedrange": True},
        "yaxis": {"gridcolor": GRID, "zerolinecolor": AXIS, "fixedrange": True},
        "dragmode": False,
        "separators": ".,",
    }
}


@dataclass(frozen=True, slots=True)
class Space:
    """Heights and margins in px: the plot, and what lies beside, below and above it."""

    plot: int
    left: int = EDGE
    right: int = EDGE
    below: int = 8
    above: int = 8


def hue(base: str) -> str:
    """The hue of a base as #RRGGBB; that of the economy's context for an unknown one."""
    return BASE_HUES.get(base, BASE_HUES["economy"])


def layout(space: Space, **more: Any) -> dict[str, Any]:
    """Return a plotly layout of a plot alone: no title, no legend, no foot.

    `more` are entries of the layout that are added or replace the usual ones.
    """
    plain: dict[str, Any] = {
        "template": TEMPLATE,
        "height": space.above + space.plot + space.below,
        "margin": {"t": space.above, "b": space.below, "l": space.left, "r": space.right},
        "showlegend": False,
    }
    return plain | more


def note(text: str, **more: Any) -> dict[str, Any]:
    """Return an annotation without arrow, left-aligned; `text` is escaped already."""
    plain = {"text": text, "showarrow": False, "align": "left", "xanchor": "left"}
    return plain | {"borderpad": 0} | more


def foot_lines(rows: Sequence[Observation | Target | Area], context: Context) -> tuple[str, ...]:
    """The line that names the sources of `rows`, the most used first, and that of the release.

    The latter says how far the figures among them reach.

    More than `SOURCES_NAMED` sources are counted, unless the context names all. Without a row
    there is the release alone.
    """
    words = context.words
    counts: dict[str, int] = {}
    for row in rows:
        name = formats.source_short(row.source, words)
        counts[name] = counts.get(name, 0) + 1
    named = sorted(counts, key=lambda name: -counts[name])
    shown = len(named) if context.names_all else SOURCES_NAMED
    sources = words("foot.join").join(named[:shown])
    if len(named) > shown:
        sources = words("foot.more", sources=sources, count=len(named))
    return (
        *((words("foot.source", sources=sources),) if named else ()),
        editions.shown(context.release, reach(rows), words),
    )


def join(*parts: str) -> str:
    """Join the parts of a subtitle that are not empty."""
    return " · ".join(part for part in parts if part)
