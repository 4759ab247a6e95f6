"""The native form of a trend: what its picture draws, each value at its day."""

import itertools
import math
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from figures import series, theme
from figures.native import (
    DAYS,
    EPOCH_OF_DAYS,
    MONTH,
    Look,
    Mark,
    NativeForm,
    NativeLine,
    Scale,
    value_scale,
)
from figures.series import Group, PlottedPoint
from figures.trend import traces, values
from figures.trend.marks import Plane, PlottedTarget
from figures.trend.paths import Path
from figures.trend.ranges import Range
from figures.trend.traces import KindLine
from indicators import periods
from indicators.records import Indicator, Observation, Target
from indicators.vocabulary import Comparator
from wording import formats
from wording.context import Context

MOST_MONTHS = 8  # labels of an axis of months
LOOKS: dict[Comparator, Look] = {
    Comparator.AT_LEAST: "target",
    Comparator.EQUAL: "target",
    Comparator.AT_MOST: "cap",
}
PATH_LOOKS: dict[str, Look] = {"required": "required", "projected": "projected"}


def form(
    indicator: Indicator,
    groups: Sequence[Group],
    targets: Sequence[Target],
    plotted: Sequence[PlottedTarget],
    paths: Sequence[Path],
    apart: Sequence[Range],
    plane: Plane,
    context: Context,
) -> NativeForm:
    """Return the lines of a trend: values by kind, what conflicts, targets by sign, paths; axes.

    `targets` are all that are drawn, `plotted` each distinct one of them.
    """
    several = len(groups) > 1
    spoken = {
        id(point.row)
        for _, _, points in groups
        for point in values.spoken(points, plane, several=several)
    }
    lines = [
        _line(each, indicator, spoken, context)
        for group in groups
        for each in traces.of_kinds(group, context, count=len(groups))
        if not each.is_hidden
    ]
    lines += _of_conflicts(indicator, apart, context)
    lines += _of_targets(indicator, targets, plotted, context)
    lines += [_path(path, indicator, context) for path in paths]
    scale = value_scale(plane.y_axis["tickvals"], plane.y_axis["range"][1])
    return NativeForm(tuple(lines), scale, _time(plane, indicator))


def _line(
    drawn: KindLine, indicator: Indicator, spoken: Collection[int], context: Context
) -> NativeLine:
    statuses = sorted({p.row.status for p in drawn.points if p.row.status.is_foreseen})
    words = context.words
    named = words("list.join").join(words(f"legend.{status}") for status in statuses)
    return NativeLine(
        drawn.name,
        tuple(_marks(drawn.points, indicator, spoken, context)),
        drawn.colour,
        "lesser" if drawn.is_lesser else "line",
        words("native.foreseen", name=drawn.name, status=named) if named else "",
    )


def _marks(
    points: Sequence[PlottedPoint], indicator: Indicator, spoken: Collection[int], context: Context
) -> Iterator[Mark]:
    """The values in order of time, and a gap between two that no line joins."""
    for point, after in itertools.zip_longest(points, points[1:]):
        is_joined = after is not None and series.is_joined(point, after)
        day, row = series.day(point.span, indicator), point.row
        yield Mark(
            day,
            formats.shown_value(row, context.catalogue, context.words),
            row,
            _text(row, context) if id(row) in spoken or _is_telling(row) else "",
            is_joint=is_joined and after.row.status.is_foreseen,
        )
        if after is not None and not is_joined:
            yield Mark(day + (series.day(after.span, indicator) - day) / 2)


def _is_telling(row: Observation) -> bool:
    """Whether a value is not what it seems without its words: about, over, foreseen."""
    return not row.qualifier.is_exact or row.status.is_foreseen


def _text(row: Observation, context: Context) -> str:
    text = formats.bare(row, context.catalogue, context.words)
    if not row.status.is_foreseen:
        return text
    status = context.words(f"legend.{row.status}")
    return context.words("native.foreseen", name=text, status=status)


def _of_conflicts(
    indicator: Indicator, apart: Sequence[Range], context: Context
) -> Iterator[NativeLine]:
    """What else was reported, each at the day of the value shown."""
    marks = [
        Mark(
            series.day(periods.stretch(row.period), indicator),
            formats.shown_value(row, context.catalogue, context.words),
            row,
        )
        for each in apart
        for row in each.conflicts
    ]
    if marks:
        yield NativeLine(context.words("native.conflict"), tuple(marks), theme.MUTED, "range")


def _of_targets(
    indicator: Indicator,
    targets: Sequence[Target],
    plotted: Sequence[PlottedTarget],
    context: Context,
) -> Iterator[NativeLine]:
    """A line without a line for each sign that targets have: caps stand apart from floors."""
    texts = {id(each.target): each.lines[0] for each in plotted}
    for sign, look in LOOKS.items():
        marks = [
            Mark(
                series.day(span, indicator),
                formats.shown_value(target, context.catalogue, context.words),
                target,
                texts.get(id(target), ""),
            )
            for span, target in series.dated(targets)
            if target.comparator == sign
        ]
        if marks:
            name = context.words(f"native.target.{sign.name.lower()}")
            yield NativeLine(name, tuple(marks), theme.INK, look)


def _path(path: Path, indicator: Indicator, context: Context) -> NativeLine:
    last = len(path.line) - 1
    marks = [
        Mark(series.day_at(x, indicator), formats.decimal(y), text=path.label if n == last else "")
        for n, (x, y) in enumerate(path.line)
    ]
    look = PATH_LOOKS[path.kind]
    colour = theme.MUTED if look == "required" else theme.hue(indicator.base)
    return NativeLine(context.words(f"path.{path.kind}"), tuple(marks), colour, look)


def _time(plane: Plane, indicator: Indicator) -> Scale:
    """The axis of time in days: a tick a year where the picture has one, else months."""
    low, high = plane.x_axis["range"]
    if step := plane.x_axis.get("dtick"):
        years = math.floor(low / step) * step, math.ceil(high)
        first, last = (_serial(series.day_at(year, indicator)) for year in years)
        title = plane.x_axis["title"]["text"]
        return Scale(first, last, step * DAYS, "yyyy", title)
    first, last = (_serial(series.day_at(x, indicator)) for x in (low, high))
    months = math.ceil((last - first) / MONTH / MOST_MONTHS)
    return Scale(first, last, months * MONTH, "yyyy-mm")


def _serial(day: date) -> int:
    return (day - EPOCH_OF_DAYS).days
