"""The values of a region as columns, one for each period."""

from collections.abc import Sequence
from typing import Any

from figures import axes, theme
from figures.chart_input import ChartInput
from figures.drawing import Drawing, Heading
from figures.text import escape
from indicators.records import Observation
from wording import formats
from wording.context import Context

PLOT = 200  # px


def columns(data: ChartInput) -> Drawing | None:
    """Draw a column for each value of the first region; None without a value."""
    indicator, context = data.subject, data.context
    reported = data.reported(data.regions[0]) if data.regions else ()
    rows = tuple(each.shown for each in reported if each.shown.value is not None)
    if not rows:
        return None
    lang, region = context.words.lang, data.region(data.regions[0])
    title = context.words("columns.title", name=indicator.name(lang))
    heading = Heading(title, (region.name(lang),), theme.foot_lines(rows, context))
    values = [float(formats.shown_value(row, context.catalogue, context.words)) for row in rows]
    unit = formats.unit_name(indicator, context.catalogue, context.words)
    layout = theme.layout(
        theme.Space(PLOT, left=70, below=60),
        xaxis={"type": "category"},
        yaxis=axes.value_axis([0, *values], unit, context.words, from_zero=True),
    )
    plot = {"data": [_bars(rows, values, theme.hue(indicator.base), context)], "layout": layout}
    said = context.words("list.join").join(_said(row, context) for row in rows)
    return Drawing(plot, heading, (), context.words("columns.alt", title=title, rows=said), rows)


def _bars(
    rows: Sequence[Observation], values: Sequence[float], hue: str, context: Context
) -> dict[str, Any]:
    return {
        "type": "bar",
        "x": [escape(formats.period(row.period, context.words)) for row in rows],
        "y": list(values),
        "marker": {"color": hue},
        "hovertext": [escape(_said(row, context)) for row in rows],
        "hoverinfo": "text",
    }


def _said(row: Observation, context: Context) -> str:
    quantity = formats.quantity(row, context.catalogue, context.words)
    return f"{formats.period(row.period, context.words)} {quantity}"
