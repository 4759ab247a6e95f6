"""The one look of every figure: fonts, hues, margins, heading and foot lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from figures.drawing import Heading
from figures.text import escape, wrap
from indicators.records import Area, Observation, Target
from wording import formats
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
TITLE, SUBTITLE, FOOT = 15, 12, 10.5  # font sizes, px
NARROWEST = 340  # px; every line of text is broken for this chart width
EDGE = 12
LINE = 1.3  # plotly's line height in em
RAISED = 11  # px that plotly 4.1 sets a title of several lines higher than one of one line
ROW = 20  # a row of the legend, px
SOURCES_NAMED = 2
FOOT_NAME = "foot"  # of the annotation that holds the foot lines

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
    """Heights and margins in px: the plot, left and right of it, below it, rows of the legend."""

    plot: int
    left: int = EDGE
    right: int = EDGE
    below: int = 8
    above: int = 8
    legend: int = 0


def hue(base: str) -> str:
    """The hue of a base; the context's for an unknown one."""
    return BASE_HUES.get(base, BASE_HUES["economy"])


def layout(heading: Heading, space: Space, **more: Any) -> dict[str, Any]:
    """Return a plotly layout with the heading above and the foot below, all inside its height."""
    usable = NARROWEST - 2 * EDGE
    title = wrap(heading.title, usable / TITLE * 0.97)
    subtitle = [line for text in heading.subtitle for line in wrap(text, usable / SUBTITLE)]
    foot = [line for text in heading.foot for line in wrap(text, usable / FOOT)]
    above = EDGE + round((len(title) + len(subtitle)) * LINE * TITLE) + ROW * space.legend
    below = round(len(foot) * LINE * FOOT) + EDGE
    top, bottom = above + space.above, below + space.below
    result: dict[str, Any] = {
        "template": TEMPLATE,
        "height": top + space.plot + bottom,
        "margin": {"t": top, "b": bottom, "l": space.left, "r": space.right},
        "meta": {"above": above, "below": below},
        "title": _title(title, subtitle),
        "showlegend": space.legend > 0,
        "legend": _legend(space),
    } | more
    result["annotations"] = [*result.get("annotations", []), _foot(foot, space)]
    return result


def _title(title: list[str], subtitle: list[str]) -> dict[str, Any]:
    bold = f"<b>{'<br>'.join(map(escape, title))}</b>"
    small = "<br>".join(map(escape, subtitle))
    span = f'<br><span style="font-size:{SUBTITLE}px;color:{MUTED}">{small}</span>'
    return {
        "text": bold + (span if small else ""),
        "font": {"size": TITLE},
        "automargin": False,
        "x": 0,
        "y": 1,
        "xanchor": "left",
        "yanchor": "top",
        "pad": {"l": EDGE, "t": EDGE + (RAISED if small or len(title) > 1 else 0)},
    }


def _legend(space: Space) -> dict[str, Any]:
    return {
        "orientation": "h",
        "xref": "paper",
        "x": 0,
        "xanchor": "left",
        "y": 1,
        "yanchor": "bottom",
        "entrywidthmode": "fraction",
        "entrywidth": 0.5,
        "font": {"size": 11},
        "itemsizing": "constant",
        "bgcolor": "rgba(0,0,0,0)",
    }


def _foot(foot: list[str], space: Space) -> dict[str, Any]:
    return note(
        "<br>".join(map(escape, foot)),
        x=0,
        y=0,
        xref="paper",
        yref="paper",
        yanchor="top",
        xshift=EDGE - space.left,
        yshift=-space.below,
        name=FOOT_NAME,
        font={"size": FOOT, "color": MUTED},
    )


def note(text: str, **more: Any) -> dict[str, Any]:
    """Return an annotation without arrow, left-aligned; `text` is escaped already."""
    plain = {"text": text, "showarrow": False, "align": "left", "xanchor": "left"}
    return plain | {"borderpad": 0} | more


def foot_lines(rows: Sequence[Observation | Target | Area], context: Context) -> tuple[str, ...]:
    """The source line, with the sources used most, and the line that names the release."""
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
    release = context.release
    day = formats.period(release.time[:10], words)
    return (
        *((words("foot.source", sources=sources),) if named else ()),
        words("foot.release", number=release.number, date=day),
    )


def join(*parts: str) -> str:
    """Join the parts of a subtitle that are not empty."""
    return " · ".join(part for part in parts if part)
