"""The plane of a trend: its axes over figures, targets and paths, and how tall it is."""

from collections.abc import Sequence
from typing import Any

from figures import axes, series
from figures.chart_input import Years
from figures.series import Group
from figures.trend.marks import RIGHT, Plane, PlottedTarget
from figures.trend.paths import Path
from figures.trend.ranges import Range
from indicators.records import Indicator
from wording import formats
from wording.context import Context

PLOT, SMALL, FLAT = 250, 150, 170  # px: a chart of its own, one of several, one of a few points
TALL, MANY = 320, 5  # px: a chart of more lines than these
FEW = 3  # points that are a slope or labelled dots: their values are written, no axis is read
LOOSE, NAMED = 10, 34  # px above a plot: of a chart of its own; of a small one, for a target's name
TICKS = 3  # values at the axis of a small chart


def plane(
    indicator: Indicator,
    groups: Sequence[Group],
    targets: Sequence[PlottedTarget],
    paths: Sequence[Path],
    context: Context,
    *,
    years: Years | None,
    has_room: bool,
    right: int = RIGHT,
    ranges: Sequence[Range] = (),
) -> Plane:
    """Return the axes: they hold points drawn at once, ranges, targets, and a projected path.

    `years` are those that a small chart spans; `has_room` leaves room above the highest for the
    marks of events, `right` px beside the plot.
    """
    points = [point for _, _, of_region in groups for point in series.seen(of_region)]
    is_few = _is_few(groups, targets, is_small=years is not None)
    ys = [p.y for p in points] + [s.y for s in targets]
    ys += [y for mark in ranges for y in (mark.low, mark.high)]
    ys += [y for path in paths if path.kind == "projected" for _, y in path.line]
    words = context.words
    y_axis = axes.value_axis(
        ys,
        formats.unit_name(indicator, context.catalogue, words),
        words,
        from_zero=indicator.measure.adds_up,
        room=0.14 if has_room or (years and targets) else 0.08,
        count=TICKS if years else 5,
    )
    x_axis = axes.spanned_axis(*years) if years else _time_axis(indicator, groups, targets, context)
    tall, above = height(groups, is_small=years is not None), NAMED if years else LOOSE
    if is_few:
        flat = tall if years else FLAT
        return Plane(x_axis | BASELINE, y_axis | HIDDEN, SIDE, flat, above, right)
    return Plane(x_axis, y_axis, axes.tick_room(y_axis), tall, above, right)


def height(groups: Sequence[Group], *, is_small: bool) -> int:
    """The px of a plot with an upright axis."""
    return SMALL if is_small else TALL if len(groups) > MANY else PLOT


def _is_few(groups: Sequence[Group], targets: Sequence[PlottedTarget], *, is_small: bool) -> bool:
    """Whether every value is written at its mark, also after a click, so that no axis is read.

    A small chart writes the value of one target only.
    """
    points = sum(len(of_region) for _, _, of_region in groups)
    return len(groups) == 1 and points <= FEW and not (is_small and len(targets) > 1)


# A few points stand on a line, their values beside them.
BASELINE = {"showline": True}
HIDDEN = {"visible": False}
SIDE = 28  # px left of the plot when no values stand there


def _time_axis(
    indicator: Indicator,
    groups: Sequence[Group],
    targets: Sequence[PlottedTarget],
    context: Context,
) -> dict[str, Any]:
    points = [point for _, _, of_region in groups for point in series.seen(of_region)]
    xs = [p.x for p in points]
    spans = [p.span for p in points] if not targets else []
    dated = axes.dated_axis(spans, xs, context.words)
    title = "axis.year_end" if indicator.measure.is_of_a_moment else "axis.year"
    every = [*xs, *(s.x for s in targets)]
    return dated or axes.year_axis(min(every), max(every), context.words(title))
