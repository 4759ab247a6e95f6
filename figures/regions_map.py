"""The map: prefectures as filled polygons, or as tiles when one with a figure has no outline."""

import itertools
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from figures import formats, ranking, template
from figures import shapes as shapes_of
from figures.drawing import Context, Drawing
from figures.outlines import Outline, tile_grid
from figures.outlines import outlines as outlines
from indicators.precedence import Figure
from indicators.vocabulary import Indicator, Observation
from translations import Words

CLASSES = 4
STRENGTHS = (0.18, 0.42, 0.68, 1.0)  # of the hue, lowest class first
WHITE_TEXT = 0.6  # strength from which text on the fill is white

Class = tuple[float, float]


def choropleth(
    indicator: Indicator,
    rows: Sequence[Figure],
    context: Context,
    *,
    outlines: Mapping[str, Outline],
    period: str,
    selected: Collection[str] = (),
    approval: str = "",
) -> Drawing | None:
    """Draw the prefectures coloured by class; a click on one selects it.

    `clickData["points"][0]["customdata"]` is the region's code. When a region with a value has
    no outline (Gui'an), the tile grid is drawn instead. None when no region of the map has one.
    """
    ranked = ranking.order(indicator, rows)
    tiles = tile_grid()
    is_tiled = any(row.region in tiles and row.region not in outlines for row in ranked)
    shapes = tiles if is_tiled else outlines
    found = {row.region: row for row in ranked if row.region in shapes}
    if not found:
        return None
    classes = classify([_number(row, context) for row in found.values()])
    hue = template.hue(indicator.base)
    strengths = {c: _strength(_number(row, context), classes) for c, row in found.items()}
    fills = {code: shapes_of.tint(hue, strength) for code, strength in strengths.items()}
    colours = [(c, shapes_of.tint(hue, _strength(c[0], classes))) for c in classes]
    data = [
        *shapes_of.ground(shapes, fills, selected),
        *(
            shapes_of.hits(c, s, _quantity(found.get(c), context), context)
            for c, s in shapes.items()
        ),
        *_legend(colours, context),
    ]
    shapes_of.name_gaps(data, context.words("figure.missing"))
    heading = _heading(
        indicator, list(found.values()), period, approval, context, is_tiled=is_tiled
    )
    texts = [
        shapes_of.label(code, shape, _lines(found.get(code), context), context,
                        is_dark=strengths.get(code, 0) >= WHITE_TEXT)
        for code, shape in shapes.items()
    ]  # fmt: skip
    return Drawing(
        {"data": data, "layout": shapes_of.layout(heading, shapes, texts, data)},
        ranking.alt(indicator, list(found.values()), period, context),
    )


def locator(
    context: Context,
    *,
    outlines: Mapping[str, Outline],
    selected: Collection[str] = (),
    approval: str = "",
) -> Drawing | None:
    """Draw where the selected prefectures lie, without figures; clicks as on the map.

    Tiles when one of them has no outline; None when none of them is on the map.
    """
    tiles = tile_grid()
    is_tiled = not set(selected) & set(tiles) <= set(outlines)
    shapes = tiles if is_tiled else outlines
    words, regions = context.words, context.catalogue.regions
    names = words("list.join").join(regions[c].name(words.lang) for c in selected if c in shapes)
    if not names:
        return None
    title = words("map.where", region=names)
    fills = {code: shapes_of.CHOSEN if code in selected else template.PALE for code in shapes}
    data = [
        *shapes_of.ground(shapes, fills, selected),
        *(shapes_of.hits(code, shape, "", context) for code, shape in shapes.items()),
    ]
    heading = template.Heading(title, (), (_kind(approval, context, is_tiled=is_tiled),))
    texts = [
        shapes_of.label(code, shape, (), context, is_dark=code in selected)
        for code, shape in shapes.items()
    ]
    return Drawing({"data": data, "layout": shapes_of.layout(heading, shapes, texts, data)}, title)


def classify(values: Sequence[float]) -> list[Class]:
    """Return up to four classes of about as many regions each, as (lowest, highest) that occur."""
    distinct = sorted(set(values))
    count = min(CLASSES, len(distinct))
    edges = [round(i * len(distinct) / count) for i in range(count + 1)]
    return [(distinct[a], distinct[b - 1]) for a, b in itertools.pairwise(edges)]


def _strength(value: float, classes: Sequence[Class]) -> float:
    index = next(i for i, (low, high) in enumerate(classes) if low <= value <= high)
    return STRENGTHS[index + CLASSES - len(classes)]


def _number(row: Observation, context: Context) -> float:
    return float(formats.shown_value(row, context.catalogue, context.words))


def _quantity(row: Observation | None, context: Context) -> str:
    if row is None:
        return context.words("figure.missing")
    return formats.quantity(row, context.catalogue, context.words)


def _lines(row: Observation | None, context: Context) -> tuple[str, ...]:
    if row is None:
        return ()
    value = formats.shown_value(row, context.catalogue, context.words)
    return (formats.number(value, context.words),)


def _legend(fills: Sequence[tuple[Class, str]], context: Context) -> list[dict[str, Any]]:
    words = context.words
    entries = [(_range(found, words), colour) for found, colour in reversed(fills)]
    return [shapes_of.key(name, colour) for name, colour in entries]


def _range(found: Class, words: Words) -> str:
    low, high = (formats.number(formats.decimal(value), words) for value in found)
    return low if low == high else words("range", low=low, high=high)


def _kind(approval: str, context: Context, *, is_tiled: bool) -> str:
    """That the map is a picture only, and its review number where it has one."""
    words = context.words
    if is_tiled:
        return words("map.tiles")
    number = words("map.approval", number=approval) if approval else ""
    return template.join(words("map.schematic"), number)


def _heading(
    indicator: Indicator,
    found: Sequence[Observation],
    period: str,
    approval: str,
    context: Context,
    *,
    is_tiled: bool,
) -> template.Heading:
    words = context.words
    unit = formats.unit_name(indicator, context.catalogue, words) or words("unit.none")
    parts = words("regions.all"), formats.period(period, words), words("unit", unit=unit)
    foot = _kind(approval, context, is_tiled=is_tiled), *template.foot_lines(found, context)
    return template.Heading(indicator.name(words.lang), (template.join(*parts),), foot)
