"""The pace: what of a year's target is done month by month, against two clocks."""

import itertools
from collections.abc import Iterable, Sequence
from typing import Any

from figures import axes, labels, steps, theme
from figures.drawing import Drawing, Heading
from figures.keys import keys_of
from figures.labels import Label
from figures.steps import Spot, Step
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
PARTS = 36  # spots along a line, which a label must not hide
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
    """Draw the cumulated share of a year's target against the straight clock and last year's own.

    `reported` are all values of the series, whatever years a page shows. A cumulated flow only
    grows, so its months are joined, from nothing at the start of the year. None when no part
    of the due year was published, or the target is no positive flow of a year.
    """
    row, points = tracked.assessment, actual_points(reported)
    due_steps = steps.of_target(indicator, row, points)
    if not due_steps or due_steps[-1].point != row.latest:
        return None
    last_steps = steps.of_year(periods.parse(row.target.period).year - 1, points)
    goal = _goal(indicator, row, context)
    plane = _plane([END[1], *(step.spot[1] for step in (*due_steps, *last_steps))], context)
    hue = theme.hue(indicator.base)
    data = [
        _clock(row, context),
        *_last_year(last_steps, context),
        _line(due_steps, row, hue, context),
    ]
    data += traces.keys([step.point.row for step in due_steps], hue, context)
    data += marks.target_trace([goal], theme.INK, context)
    _write_labels(data, due_steps, last_steps, goal, plane, context)
    heading = _heading(region, indicator, row, [*due_steps, *last_steps], context)
    alt = _alt(indicator, region, row, due_steps, last_steps, context)
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


def _goal(indicator: Indicator, row: Assessment, context: Context) -> marks.Spot:
    """The target at the end of its year, where it is the whole."""
    goal = marks.spots(indicator, [row.target], context)[0]
    return marks.Spot(*END, goal.lines, goal.target)


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
    """A twelfth a month; for a cap that is what may be used up."""
    name = context.words("pace.allowance" if _is_cap(row) else "pace.clock")
    style = {"color": theme.MUTED, "width": 1.25, "dash": "6px,4px"}
    more = {"mode": "lines", "hoverinfo": "name", "legendrank": 1001}
    return _trace([START, END], name, style) | more


def _last_year(last_steps: Sequence[Step], context: Context) -> list[dict[str, Any]]:
    if not last_steps:
        return []
    name = context.words("pace.before", year=last_steps[0].point.span.year)
    style = {"color": LAST, "width": 1.5, "dash": "dot"}
    trace = _trace([START, *(step.spot for step in last_steps)], name, style)
    dots = {"size": [0, *(5 for _ in last_steps)], "color": LAST}
    texts = [_hover(step, "pace.last_year", context) for step in last_steps]
    more = {"mode": "lines+markers", "marker": dots, "hovertext": ["", *texts]}
    return [trace | more | {"legendrank": 1001}]


def _line(due_steps: Sequence[Step], row: Assessment, hue: str, context: Context) -> dict[str, Any]:
    name = context.words("pace.own", year=row.target.period)
    trace = _trace([START, *(s.spot for s in due_steps)], name, {"color": hue, "width": 2.5})
    hollow = [False, *(step.point.row.status.is_soft for step in due_steps)]
    dots = traces.marker(hollow, hue) | {"size": [0, *(8 for _ in due_steps)]}
    texts = [_hover(step, "pace.month", context) for step in due_steps]
    more = {"mode": "lines+markers", "marker": dots, "hovertext": ["", *texts]}
    return trace | more | {"cliponaxis": False}


def _trace(spots: Sequence[Spot], name: str, line: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "x": [traces.short(x) for x, _ in spots],
        "y": [traces.short(y) for _, y in spots],
        "name": name,
        "line": line,
        "hoverinfo": "text",
    }


def _hover(step: Step, key: str, context: Context) -> str:
    row, words = step.point.row, context.words
    source = formats.source_short(row.source, words)
    lines = [_share_of(step, key, context), formats.quantity(row, context.catalogue, words), source]
    return "<br>".join(escape(line) for text in lines for line in wrap(text, HOVER_LINE))


def _share_of(step: Step, key: str, context: Context) -> str:
    period = formats.period(step.point.row.period, context.words)
    return context.words(key, period=period, share=_share(step, context))


def _share(step: Step, context: Context) -> str:
    return formats.share_short_of(step.share, 1.0, context.words)


def _write_labels(
    data: list[dict[str, Any]],
    due_steps: Sequence[Step],
    last_steps: Sequence[Step],
    goal: marks.Spot,
    plane: marks.Plane,
    context: Context,
) -> None:
    """Write the target and the shares, the latest first, where they hide no line."""
    latest_first = due_steps[::-1]
    texts = [_share(step, context) for step in latest_first]
    wanted = [Label(*plane.pixel(goal.x, goal.y), goal.lines, must=True)]
    wanted += [
        Label(*plane.pixel(*step.spot), (text,), must=step is due_steps[-1])
        for step, text in zip(latest_first, texts, strict=True)
    ]
    drawn = ([START, END], [START, *(s.spot for s in due_steps)], [s.spot for s in last_steps])
    dots = [plane.pixel(*spot) for line in drawn for spot in _along(line)]
    sides = labels.place(wanted, dots, plane.box)
    at = zip(latest_first, texts, sides[1:], strict=True)
    marks.write(data, sides[:1], [(*step.spot, text, side) for step, text, side in at if side])


def _along(line: Sequence[Spot]) -> Iterable[Spot]:
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
    due_steps: Sequence[Step],
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
    texts = [
        start,
        *(_share_of(step, "pace.month", context) for step in due_steps),
        _state(row, context),
    ]
    texts += [
        _share_of(step, "pace.last_year", context) for step in last_steps if step.month < YEAR
    ]
    return words("sentence.join").join(texts)
