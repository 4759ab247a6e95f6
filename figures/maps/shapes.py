"""The parts of a map: filled outlines, what takes a click, names, keys and the layout."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from figures import theme
from figures.maps.outlines import Outline
from figures.text import escape
from wording.context import Context

PLOT = 300  # px
NO_DATA = "#B4BCC5"
BARE = "#E9ECF0"  # of what a map of places does not speak of
REACH = 120  # px around a hit point that take hover and click
NAME = 10.5  # font size, px


def note(approval: str, context: Context, *, is_tiled: bool) -> str:
    """That the map is a picture only, and the review number of outlines that have one."""
    words = context.words
    if is_tiled:
        return words("map.tiles")
    number = words("map.approval", number=approval) if approval else ""
    return theme.join(words("map.schematic"), number)


def tint(hue: str, strength: float) -> str:
    """Mix a hue (#RRGGBB) with white; `strength` is the part of the hue, 0 to 1."""
    parts = (int(hue[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * strength):02X}" for part in parts)


def ground(
    shapes: Mapping[str, Outline], fills: Mapping[str, str], selected: Collection[str]
) -> list[dict[str, Any]]:
    """One filled trace per region, the selected ones last so that their outline is whole.

    `fills` are colours by code; a region without one is hatched.
    """
    ordered = sorted(shapes, key=lambda code: code in selected)
    return [
        _filled(code, shapes[code], fills.get(code), is_chosen=code in selected) for code in ordered
    ]


def _filled(code: str, shape: Outline, colour: str | None, *, is_chosen: bool) -> dict[str, Any]:
    hatch = {"shape": "/", "size": 6, "solidity": 0.25, "fgcolor": NO_DATA, "bgcolor": "#FFFFFF"}
    border = {
        "color": theme.INK if is_chosen else "#FFFFFF" if colour else NO_DATA,
        "width": 2.5 if is_chosen else 1,
    }
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [x for ring in shape.rings for x in (*(spot[0] for spot in ring), None)][:-1],
        "y": [y for ring in shape.rings for y in (*(spot[1] for spot in ring), None)][:-1],
        "fill": "toself",
        "fillcolor": colour or "#FFFFFF",
        **({} if colour else {"fillpattern": hatch}),
        "line": border,
        "hoverinfo": "skip",
        "showlegend": False,
    }


def name_gaps(traces: Sequence[dict[str, Any]], name: str) -> None:
    """Let the first hatched region stand in the legend for all of them."""
    for trace in traces:
        if "fillpattern" in trace:
            trace.update({"showlegend": True, "name": name, "legendrank": 2000})
            return


def hits(code: str, shape: Outline, quantity: str, context: Context) -> dict[str, Any]:
    """Invisible marks that take hover and click for a region; each carries its code."""
    words = context.words
    name = context.catalogue.regions[code].name(words.lang)
    text = words("hover.region", region=name, quantity=quantity) if quantity else name
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [x for x, _ in shape.hits],
        "y": [y for _, y in shape.hits],
        "customdata": [code] * len(shape.hits),
        "hovertext": escape(text),
        "hoverinfo": "text",
        "showlegend": False,
        "marker": {"size": 6, "opacity": 0},
    }


def key(name: str, colour: str) -> dict[str, Any]:
    """An entry of the legend: a square and what it stands for."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [None],
        "y": [None],
        "name": escape(name),
        "marker": {"symbol": "square", "size": 13, "color": colour},
        "hoverinfo": "skip",
    }


def names(shapes: Iterable[str], context: Context) -> dict[str, tuple[str, ...]]:
    """The short name of each of these codes, as the one line of its label."""
    regions = context.catalogue.regions
    return {code: (regions[code].short(context.words.lang),) for code in shapes}


def labels(shapes: Mapping[str, Outline], lines: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """The texts of the map: the `lines` that stand in each region, by code, unescaped.

    One trace of text: an annotation each takes the browser three times as long.
    """
    return {
        "type": "scatter",
        "mode": "text",
        "x": [shape.label[0] for shape in shapes.values()],
        "y": [shape.label[1] for shape in shapes.values()],
        "text": ["<br>".join(map(escape, lines[code])) for code in shapes],
        "textfont": {"size": NAME, "color": theme.INK},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def layout(shapes: Mapping[str, Outline], plot: int = PLOT) -> dict[str, Any]:
    """A layout in which a step east is as long as a step north."""
    spots = [spot for shape in shapes.values() for ring in shape.rings for spot in ring]
    space = theme.Space(plot)
    bare = {"visible": False, "fixedrange": True, "constrain": "domain"}
    x_axis = bare | {"range": [-6, max(x for x, _ in spots) + 6]}
    y_axis = bare | {"range": [-6, max(y for _, y in spots) + 6], "scaleanchor": "x"}
    return theme.layout(space, xaxis=x_axis, yaxis=y_axis, hovermode="closest", hoverdistance=REACH)
