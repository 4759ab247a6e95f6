"""The map: prefectures as filled polygons, or as tiles when one with a figure has no outline."""

import itertools
from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from decimal import ROUND_FLOOR, Decimal
from typing import Any

from figures import ranking, theme
from figures.drawing import Drawing, Heading
from figures.keys import keys_of
from figures.maps import shapes as parts
from figures.maps.outlines import Outline, tile_grid
from indicators.precedence import Reported
from indicators.records import Indicator, Observation
from wording import formats
from wording.context import Context
from wording.words import Words

CLASSES = 4
# Of the hue, lowest class first; names in ink are read on all, and where they reach beyond.
STRENGTHS = (0.14, 0.28, 0.42, 0.56)


def choropleth(
    indicator: Indicator,
    rows: Sequence[Reported],
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
    tiles, ranked = tile_grid(), ranking.order(indicator, rows)
    is_tiled = any(row.region in tiles and row.region not in outlines for row in ranked)
    shapes = tiles if is_tiled else outlines
    by_region = {row.region: row for row in ranked if row.region in shapes}
    if not by_region:
        return None
    shown = list(by_region.values())
    note = parts.note(approval, context, is_tiled=is_tiled)
    heading = _heading(indicator, shown, period, note, context)
    data = _traces(indicator, shapes, by_region, selected, context)
    plot = {"data": data, "layout": parts.layout(shapes)}
    text = ranking.alt(indicator, shown, period, context)
    return Drawing(plot, heading, keys_of(data), text, tuple(row.shown for row in rows))


def _traces(
    indicator: Indicator,
    shapes: Mapping[str, Outline],
    by_region: Mapping[str, Observation],
    selected: Collection[str],
    context: Context,
) -> list[dict[str, Any]]:
    numbers = {code: _number(row, context) for code, row in by_region.items()}
    limits = bounds(list(numbers.values()))
    strengths = {c: _strength(bisect_right(limits, n), limits) for c, n in numbers.items()}
    hue = theme.hue(indicator.base)
    ground = parts.ground(shapes, {c: parts.tint(hue, s) for c, s in strengths.items()}, selected)
    parts.name_gaps(ground, context.words("figure.missing"))
    hits = [
        parts.hits(code, shape, _quantity(by_region.get(code), context), context)
        for code, shape in shapes.items()
    ]
    lines = parts.names(shapes, context)
    lines |= {code: (*lines[code], _value(row, context)) for code, row in by_region.items()}
    return [*ground, parts.labels(shapes, lines), *hits, *_classes(limits, hue, context)]


def bounds(values: Sequence[float]) -> list[float]:
    """The round bounds between at most `CLASSES` classes of about as many distinct values each.

    A value equal to a bound belongs to the class above it. Without two values there is none.
    """
    distinct = sorted(set(values))
    count = min(CLASSES, len(distinct))
    edges = [round(i * len(distinct) / count) for i in range(1, count)]
    return [_bound(distinct, edge) for edge in edges]


def _bound(distinct: Sequence[float], edge: int) -> float:
    """The roundest bound at a place, or one value beside it: 1800 rather than 1555."""
    is_crowded = len(distinct) < CLASSES * 2  # a class of one value must not lose it
    places = [edge] if is_crowded else [edge, edge - 1, edge + 1]
    found = [_roundest(distinct[place - 1], distinct[place]) for place in places]
    return float(min(found, key=lambda bound: len(bound.normalize().as_tuple().digits)))


def _roundest(low: float, high: float) -> Decimal:
    """The number above `low` and up to `high` that is written with the fewest digits."""
    bottom, top = Decimal(repr(low)), Decimal(repr(high))
    step = Decimal(1).scaleb(max(abs(bottom), abs(top)).adjusted() + 1)
    for divisor in itertools.cycle((Decimal(2), Decimal("2.5"), Decimal(2))):
        found = (top / step).to_integral_value(ROUND_FLOOR) * step
        if found > bottom:
            return found
        step /= divisor
    raise AssertionError("a step of the last digit of the numbers finds `high`")


def _strength(place: int, limits: Sequence[float]) -> float:
    return STRENGTHS[place + CLASSES - 1 - len(limits)]


def _number(row: Observation, context: Context) -> float:
    return float(formats.shown_value(row, context.catalogue, context.words))


def _quantity(row: Observation | None, context: Context) -> str:
    if row is None:
        return context.words("figure.missing")
    return formats.quantity(row, context.catalogue, context.words)


def _value(row: Observation, context: Context) -> str:
    value = formats.shown_value(row, context.catalogue, context.words)
    return formats.number(value, context.words)


def _classes(limits: Sequence[float], hue: str, context: Context) -> list[dict[str, Any]]:
    """The keys of the classes, the highest first; one class alone needs none."""
    ends = [None, *limits, None]
    return [
        parts.key(_range(low, high, context.words), parts.tint(hue, _strength(place, limits)))
        for place, (low, high) in reversed(list(enumerate(itertools.pairwise(ends))))
        if limits
    ]


def _range(low: float | None, high: float | None, words: Words) -> str:
    """From `low` up to below `high`; None where a class is open."""
    low_text, high_text = (
        "" if value is None else formats.number(formats.decimal(value), words)
        for value in (low, high)
    )
    key = "range.below" if low is None else "range.from" if high is None else "range"
    return words(key, low=low_text, high=high_text)


def _heading(
    indicator: Indicator,
    shown: Sequence[Observation],
    period: str,
    note: str,
    context: Context,
) -> Heading:
    words = context.words
    unit = formats.unit_name(indicator, context.catalogue, words) or words("unit.none")
    parts_of = words("regions.all"), formats.period(period, words), words("unit", unit=unit)
    foot = theme.foot_lines(shown, context)
    return Heading(indicator.name(words.lang), (theme.join(*parts_of),), foot, note)
