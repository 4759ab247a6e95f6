"""The pace: what of a year's target is done month by month, against two clocks."""

import itertools
from collections.abc import Iterable, Sequence
from typing import Any

from figures import axes, labels, steps, theme
from figures.drawing import Drawing, Heading
from figures.keys import keys_of
from figures.labels import Label
from figures.steps import Step, Vertex
from figures.text import escape, wrap
from figures.trend import marks, traces
from indicators import periods
from indicators.points import YEAR, actual_points
from indicators.precedence import Reported
from indicators.records import Indicator, Region
from targets.assessment import Assessment
from targets.tracked import TrackedTarget
from wording import formats, sentences
from wording.context import Context

PLOT = 250  # px
ABOVE, TITLED = 10, 46  # px above the plot, and below it, with the title of the axis
ROOM = 0.24  # of the plot above the whole, for the two lines of the target
NAMED = (1, 3, 6, 9, 12)  # months written at the axis: there is room for five, quarters count
PARTS = 36  # places along a line, which a label must not hide
HOVER_LINE = 24  # em
LAST = "#7A8591"  # the hue of last year
START, END = (0.0, 0.0), (12.0, 100.0)  # of the straight clock


def pace(
    indicator: Indicator,
    region: Region,
    tracked: TrackedTarget,
    reported: Sequence[Reported],
    context: Context,
) -> Drawing | None:
    """Draw the share of a year's target that was done by each month, January to that month.

    Beside it stand the straight clock, a twelfth a month, and the shares of last year's whole.
    Axes: months since the start of the year, per cent. `reported` are all values of the series,
    whatever years a page shows. A cumulated flow only grows, so its months are joined, from
    nothing at the start of the year. None when no part of the due year was published, or the
    target is no positive flow of a year.
    """
    row, points = tracked.assessment, actual_points(reported, indicator.measure)
    months = steps.of_target(indicator, row, points)
    if not months or months[-1].point != row.latest:
        return None
    last_steps = steps.of_year(periods.parse(row.target.period).year - 1, points)
    goal = _goal(indicator, row, context)
    plane = _plane([END[1], *(step.vertex[1] for step in (*months, *last_steps))], context)
    hue = theme.hue(indicator.base)
    data = [_clock(row, context), *_last_year(last_steps, context)]
    data.append(_line(months, row, hue, context))
    data += traces.keys([step.point.row for step in months], hue, context)
    data += marks.target_trace([goal], theme.INK, context)
    _write_labels(data, months, last_steps, goal, plane, context)
    heading = _heading(region, indicator, row, [*months, *last_steps], context)
    alt = _alt(indicator, region, row, months, last_steps, context)
    plot = {"data": data, "layout": _layout(plane)}
    near = [each.shown for each in reported if _is_near(each, tracked)]
    return Drawing(plot, heading, keys_of(data), alt, (*near, row.target))


def has_pace(tracked: TrackedTarget) -> bool:
    """Whether a target is of a year of which a part is published."""
    return any(reading.method == "pace" for reading in tracked.assessment.readings)


def _is_near(reported: Reported, tracked: TrackedTarget) -> bool:
    """Whether a cumulated value is of the due year or of the one before."""
    span = periods.stretch(reported.shown.period)
    return span.cumulated > 0 and tracked.due.year - 1 <= span.year <= tracked.due.year


def _goal(indicator: Indicator, row: Assessment, context: Context) -> marks.PlottedTarget:
    """The target at the end of its year: 100 per cent after twelve months."""
    goal = marks.plotted_targets(indicator, [row.target], context)[0]
    return marks.PlottedTarget(*END, goal.lines, goal.target)


def _plane(values: Sequence[float], context: Context) -> marks.Plane:
    words = context.words
    y_axis = axes.value_axis(values, "%", words, from_zero=True, room=ROOM)
    y_axis["ticktext"] = [formats.with_unit(text, "%", words) for text in y_axis["ticktext"]]
    months = range(1, YEAR + 1)
    x_axis = {
        "range": [0, 12.8],
        "tickvals": list(months),
        "ticktext": [words(f"month.{month}") if month in NAMED else "" for month in months],
        "tickfont": {"size": axes.TICK},
        "tickangle": 0,
        "title": {"text": words("pace.axis"), "font": {"size": axes.TICK}, "standoff": 4},
        "showgrid": False,
        "ticks": "outside",
        "ticklen": 4,
    }
    return marks.Plane(x_axis, y_axis, axes.tick_room(y_axis), PLOT, ABOVE)


def _is_cap(row: Assessment) -> bool:
    return row.target.comparator.is_cap


def _clock(row: Assessment, context: Context) -> dict[str, Any]:
    """The straight clock, a twelfth a month; for a cap that is what may be used up."""
    name = context.words("pace.allowance" if _is_cap(row) else "pace.clock")
    style = {"color": theme.MUTED, "width": 1.25, "dash": "6px,4px"}
    more = {"mode": "lines", "hoverinfo": "name", "legendrank": 1001}
    return _trace([START, END], name, style) | more


def _last_year(last_steps: Sequence[Step], context: Context) -> list[dict[str, Any]]:
    if not last_steps:
        return []
    name = context.words("pace.before", year=last_steps[0].point.span.year)
    style = {"color": LAST, "width": 1.5, "dash": "dot"}
    trace = _trace([START, *(step.vertex for step in last_steps)], name, style)
    dots = {"size": [0, *(5 for _ in last_steps)], "color": LAST}
    texts = [_hover(step, "pace.last_year", context) for step in last_steps]
    more = {"mode": "lines+markers", "marker": dots, "hovertext": ["", *texts]}
    return [trace | more | {"legendrank": 1001}]


def _line(months: Sequence[Step], row: Assessment, hue: str, context: Context) -> dict[str, Any]:
    name = context.words("pace.own", year=row.target.period)
    trace = _trace([START, *(s.vertex for s in months)], name, {"color": hue, "width": 2.5})
    hollow = [False, *(step.point.row.status.is_soft for step in months)]
    dots = traces.marker(hollow, hue) | {"size": [0, *(8 for _ in months)]}
    texts = [_hover(step, "pace.month", context) for step in months]
    more = {"mode": "lines+markers", "marker": dots, "hovertext": ["", *texts]}
    return trace | more | {"cliponaxis": False}


def _trace(vertices: Sequence[Vertex], name: str, line: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "x": [traces.short(x) for x, _ in vertices],
        "y": [traces.short(y) for _, y in vertices],
        "name": name,
        "line": line,
        "hoverinfo": "text",
    }


def _hover(step: Step, key: str, context: Context) -> str:
    row, words = step.point.row, context.words
    source = formats.source_short(row.source, words)
    texts = [_sentence(step, key, context), formats.quantity(row, context.catalogue, words), source]
    return "<br>".join(escape(line) for text in texts for line in wrap(text, HOVER_LINE))


def _sentence(step: Step, key: str, context: Context) -> str:
    period = formats.period(step.point.row.period, context.words)
    return context.words(key, period=period, share=_share(step, context))


def _share(step: Step, context: Context) -> str:
    return formats.share_short_of(step.share, 1.0, context.words)


def _write_labels(
    data: list[dict[str, Any]],
    months: Sequence[Step],
    last_steps: Sequence[Step],
    goal: marks.PlottedTarget,
    plane: marks.Plane,
    context: Context,
) -> None:
    """Write the target and the shares, the latest first, where they hide no line."""
    latest_first = months[::-1]
    texts = [_share(step, context) for step in latest_first]
    candidates = [Label(*plane.pixel(goal.x, goal.y), goal.lines, must=True)]
    candidates += [
        Label(*plane.pixel(*step.vertex), (text,), must=step is months[-1])
        for step, text in zip(latest_first, texts, strict=True)
    ]
    drawn = ([START, END], [START, *(s.vertex for s in months)], [s.vertex for s in last_steps])
    dots = [plane.pixel(*vertex) for line in drawn for vertex in _along(line)]
    sides = labels.place(candidates, dots, plane.box)
    at = zip(latest_first, texts, sides[1:], strict=True)
    marks.write(data, sides[:1], [(*step.vertex, text, side) for step, text, side in at if side])


def _along(line: Sequence[Vertex]) -> Iterable[Vertex]:
    for (x, y), (next_x, next_y) in itertools.pairwise(line):
        for part in (i / PARTS for i in range(PARTS + 1)):
            yield x + (next_x - x) * part, y + (next_y - y) * part


def _layout(plane: marks.Plane) -> dict[str, Any]:
    space = theme.Space(PLOT, left=plane.left, right=marks.RIGHT, below=TITLED, above=plane.above)
    both = {"xaxis": plane.x_axis, "yaxis": plane.y_axis}
    return theme.layout(space, hovermode="closest", **both)


def _heading(
    region: Region, indicator: Indicator, row: Assessment, shown: Sequence[Step], context: Context
) -> Heading:
    words, due = context.words, formats.period(row.target.period, context.words)
    unit = words("pace.unit_cap" if _is_cap(row) else "pace.unit", due=due)
    lines = [theme.join(region.name(words.lang), unit), _state(row, context)]
    return Heading(
        words("pace.title", name=indicator.name(words.lang), due=due),
        (*lines, *([words("pace.limit")] if _is_cap(row) else [])),
        theme.foot_lines([*(step.point.row for step in shown), row.target], context),
    )


def _state(row: Assessment, context: Context) -> str:
    """The latest figure, what it is of the target, and how far it is from the clock."""
    if row.latest is None:
        return ""
    words, shown = context.words, row.latest.row
    period = formats.period(shown.period, words)
    value = words(
        "progress.value", period=period, quantity=formats.quantity(shown, context.catalogue, words)
    )
    paced = [sentences.paced(r, context) for r in row.readings if r.method == "pace"]
    return theme.join(value, sentences.attained(row, context), *paced)


def _alt(
    indicator: Indicator,
    region: Region,
    row: Assessment,
    months: Sequence[Step],
    last_steps: Sequence[Step],
    context: Context,
) -> str:
    """Say in words what the chart shows: target, state, and the months of both years."""
    words = context.words
    start = words(
        "pace.start",
        region=region.name(words.lang),
        name=indicator.name(words.lang),
        due=formats.period(row.target.period, words),
        goal=formats.target_quantity(row.target, context.catalogue, words),
    )
    parts = [
        start,
        *(_sentence(step, "pace.month", context) for step in months),
        _state(row, context),
    ]
    parts += [
        _sentence(step, "pace.last_year", context) for step in last_steps if step.month < YEAR
    ]
    return words("sentence.join").join(parts)
