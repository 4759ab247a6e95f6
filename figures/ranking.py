"""The ranking: prefectures as bars, best first."""

from collections.abc import Collection, Sequence
from functools import partial
from typing import Any

from figures import axes, theme
from figures.drawing import Drawing, Heading
from figures.native import Mark, NativeForm, NativeLine, value_scale
from figures.text import escape, width
from indicators.precedence import Reported
from indicators.records import Indicator, Observation
from indicators.vocabulary import PROVINCE, Direction
from wording import formats
from wording.context import Context

BAR = 27  # px per bar with its gap
LABEL = 11  # font size, px


def ranking(
    indicator: Indicator,
    rows: Sequence[Reported],
    context: Context,
    *,
    period: str,
    selected: Collection[str] = (),
) -> Drawing | None:
    """Draw one bar per region, best first as the indicator's direction says.

    The province, and regions without a value, get no bar; the latter are named. Each bar's
    `customdata` is the region's code. None when no region has a value.
    """
    ranked = order(indicator, rows)
    if not ranked:
        return None
    data = [_bars(indicator, ranked, selected, context)]
    missing = [row for row in _regional(rows) if row.value is None]
    heading = _heading(indicator, ranked, missing, period, context)
    plot = {"data": data, "layout": _layout(indicator, ranked, context)}
    text = alt(indicator, ranked, period, context)
    form = partial(_native, indicator, ranked, context)
    return Drawing(plot, heading, (), text, tuple(row.shown for row in rows), form)


def _native(indicator: Indicator, ranked: Sequence[Observation], context: Context) -> NativeForm:
    """The bars, best first, each with its value as it is written."""
    marks = [
        Mark(
            name,
            formats.shown_value(row, context.catalogue, context.words),
            row,
            formats.bare(row, context.catalogue, context.words),
        )
        for name, row in zip(_names(ranked, context), ranked, strict=True)
    ]
    line = NativeLine(indicator.name(context.words.lang), tuple(marks), theme.hue(indicator.base))
    values = [0.0, *(float(mark.value or 0) for mark in marks)]
    ticks = axes.ticks(min(values), max(values))
    return NativeForm((line,), value_scale(ticks, max(values)), kind="bar")


def _regional(rows: Sequence[Reported]) -> list[Observation]:
    return [row.shown for row in rows if row.shown.region != PROVINCE]


def order(indicator: Indicator, rows: Sequence[Reported]) -> list[Observation]:
    """The rows that have a value, best first; highest first where no direction is better."""
    sign = 1 if indicator.direction == Direction.DOWN else -1
    valued = [(row.value, row) for row in _regional(rows) if row.value is not None]
    return [row for _, row in sorted(valued, key=lambda pair: (sign * pair[0], pair[1].region))]


def _bars(
    indicator: Indicator, ranked: Sequence[Observation], selected: Collection[str], context: Context
) -> dict[str, Any]:
    colour = theme.hue(indicator.base)
    values = [float(formats.shown_value(row, context.catalogue, context.words)) for row in ranked]
    return {
        "type": "bar",
        "orientation": "h",
        "y": [escape(name) for name in _names(ranked, context)],
        "x": values,
        "customdata": [row.region for row in ranked],
        "text": [escape(formats.bare(row, context.catalogue, context.words)) for row in ranked],
        "textposition": "outside",
        "textfont": {"size": LABEL},
        "cliponaxis": False,
        "hovertext": [escape(_hover(row, context)) for row in ranked],
        "hoverinfo": "text",
        "marker": {
            "color": colour,
            "opacity": [1 if not selected or row.region in selected else 0.5 for row in ranked],
        },
        "width": 0.66,
    }


def _names(ranked: Sequence[Observation], context: Context) -> list[str]:
    return [context.catalogue.regions[row.region].short(context.words.lang) for row in ranked]


def _hover(row: Observation, context: Context) -> str:
    words = context.words
    region = context.catalogue.regions[row.region].name(words.lang)
    return words(
        "hover.region", region=region, quantity=formats.quantity(row, context.catalogue, words)
    )


def _heading(
    indicator: Indicator,
    ranked: Sequence[Observation],
    missing: Sequence[Observation],
    period: str,
    context: Context,
) -> Heading:
    words = context.words
    unit = formats.unit_name(indicator, context.catalogue, words) or words("unit.none")
    without = words("list.join").join(_names(missing, context))
    absent = words("ranking.missing", regions=without) if missing else ""
    parts = words("regions.all"), formats.period(period, words), words("unit", unit=unit)
    foot = theme.foot_lines(ranked, context)
    return Heading(indicator.name(words.lang), (theme.join(*parts), absent), foot)


def _layout(
    indicator: Indicator, ranked: Sequence[Observation], context: Context
) -> dict[str, Any]:
    left = round(max(width(name) for name in _names(ranked, context)) * 12) + theme.EDGE + 8
    space = theme.Space(BAR * len(ranked) + 8, left=left, below=30)
    x_axis = _x_axis(indicator, ranked, left, context)
    y_axis = {"autorange": "reversed", "showgrid": False, "ticklabelstandoff": 4}
    return theme.layout(space, xaxis=x_axis, yaxis=y_axis, hovermode="closest")


def _x_axis(
    indicator: Indicator, ranked: Sequence[Observation], left: int, context: Context
) -> dict[str, Any]:
    """Return the value axis with room beyond the bars for the text that stands there."""
    words, catalogue = context.words, context.catalogue
    values = [float(formats.shown_value(row, catalogue, words)) for row in ranked]
    texts = [formats.bare(row, catalogue, words) for row in ranked]
    unit = formats.unit_name(indicator, catalogue, words)
    axis = axes.value_axis([0, *values], unit, words, from_zero=True)
    low, high = min(0.0, *values), max(0.0, *values)
    plot = theme.NARROWEST - left - theme.EDGE
    room = min((max(width(text) for text in texts) * LABEL + 8) / plot, 0.4)
    span = (high - low) / (1 - room * (2 if low < 0 < high else 1))
    marks = [
        (v, t) for v, t in zip(axis["tickvals"], axis["ticktext"], strict=True) if low <= v <= high
    ]
    kept = marks[:: 1 if len(marks) <= 4 else 2]
    return axis | {
        "range": [low - span * room if low < 0 else 0, high + span * room if high > 0 else 0],
        "tickvals": [v for v, _ in kept],
        "ticktext": [t for _, t in kept],
        "zeroline": True,
    }


def alt(indicator: Indicator, ranked: Sequence[Observation], period: str, context: Context) -> str:
    """Say the ranking in words: every region with its figure, best first."""
    words = context.words
    texts = words("list.join").join(_hover(row, context) for row in ranked)
    when = formats.period(period, words)
    return words("ranking.alt", name=indicator.name(words.lang), period=when, rows=texts)
