"""Where a prefecture lies: the outlines with one of them filled."""

from collections.abc import Collection, Mapping
from typing import Any

from figures import template
from figures.drawing import Context, Drawing
from figures.outlines import Outline, tile_grid
from figures.text import escape

PLOT = 230  # px
GROUND, CHOSEN = "#E3E6EA", "#12365C"


def locator(
    context: Context, *, outlines: Mapping[str, Outline], selected: Collection[str], approval: str
) -> Drawing:
    """Draw the prefectures with those in `selected` filled; tiles when one has no outline."""
    words = context.words
    is_tiled = any(code in tile_grid() and code not in outlines for code in selected)
    shapes = tile_grid() if is_tiled else outlines
    names = [context.catalogue.regions[code].name(words.lang) for code in selected]
    kind = words("map.tiles") if is_tiled else words("map.schematic")
    number = words("map.approval", number=approval) if approval and not is_tiled else ""
    heading = template.Heading(template.join(*names), (), (template.join(kind, number),))
    return Drawing(
        {
            "data": [_shape(code, shape, selected, context) for code, shape in shapes.items()],
            "layout": _layout(heading, shapes, selected, context),
        },
        words("locator.alt", regions=template.join(*names)),
    )


def _shape(
    code: str, shape: Outline, selected: Collection[str], context: Context
) -> dict[str, Any]:
    xs = [x for ring in shape.rings for x in (*(spot[0] for spot in ring), None)]
    ys = [y for ring in shape.rings for y in (*(spot[1] for spot in ring), None)]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": xs[:-1],
        "y": ys[:-1],
        "fill": "toself",
        "fillcolor": CHOSEN if code in selected else GROUND,
        "line": {"color": "#FFFFFF", "width": 1},
        "hoveron": "fills",
        "hoverinfo": "text",
        "text": escape(context.catalogue.regions[code].name(context.words.lang)),
        "showlegend": False,
    }


def _layout(
    heading: template.Heading,
    shapes: Mapping[str, Outline],
    selected: Collection[str],
    context: Context,
) -> dict[str, Any]:
    spots = [spot for shape in shapes.values() for ring in shape.rings for spot in ring]
    bare = {"visible": False, "fixedrange": True, "constrain": "domain"}
    names = [
        template.note(
            escape(context.catalogue.regions[code].short(context.words.lang)),
            x=shape.label[0],
            y=shape.label[1],
            xanchor="center",
            font={"size": 11, "color": "#FFFFFF" if code in selected else template.INK},
        )
        for code, shape in shapes.items()
    ]
    return template.layout(
        heading,
        template.Space(PLOT),
        xaxis=bare | {"range": [-6, max(x for x, _ in spots) + 6]},
        yaxis=bare | {"range": [-6, max(y for _, y in spots) + 6], "scaleanchor": "x"},
        annotations=names,
    )
