"""Where publications conflict: a thin mark from the lowest to the highest value reported."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from figures import series, theme
from figures.keys import RANGE
from figures.series import Group, PlottedPoint
from figures.text import cut, escape
from figures.trend.marks import HOVER_LINE, Plane
from figures.trend.traces import short
from indicators.precedence import Reported
from indicators.records import Observation, Region
from wording import formats
from wording.context import Context

CAP = 3  # px that an end of a mark reaches to both sides


@dataclass(frozen=True, slots=True)
class Range:
    """The values of one period in the unit shown: `low` to `high` at `x`, and the conflicts."""

    x: float
    low: float
    high: float
    conflicts: tuple[Observation, ...]


def ranges(
    groups: Sequence[Group], series_of: Mapping[Region, Sequence[Reported]], context: Context
) -> list[Range]:
    """The ranges at the points drawn at once; none where all publications agree."""
    conflicts = {
        id(row.shown): row.conflicts for rows in series_of.values() for row in rows if row.conflicts
    }
    return [
        _range(point, conflicts[id(point.row)], context)
        for _, _, points in groups
        for point in series.seen(points)
        if id(point.row) in conflicts
    ]


def _range(point: PlottedPoint, conflicts: tuple[Observation, ...], context: Context) -> Range:
    values = (formats.shown_value(row, context.catalogue, context.words) for row in conflicts)
    ys = [point.y, *map(float, values)]
    return Range(point.x, min(ys), max(ys), conflicts)


def range_trace(marks: Sequence[Range], plane: Plane, context: Context) -> list[dict[str, Any]]:
    """Return the one trace of upright marks with an end on both sides; none without a range."""
    low, high = plane.x_axis["range"]
    cap = CAP / plane.wide * (high - low)
    places = [place for mark in marks for place in _outline(mark, cap)]
    texts = ["<br>".join(map(escape, _lines(mark.conflicts, context))) for mark in marks]
    trace = {
        "type": "scatter",
        "name": context.words("legend.range"),
        "mode": "lines",
        "meta": RANGE,
        "x": [None if x is None else round(x, 3) for x, _ in places],
        "y": [None if y is None else short(y) for _, y in places],
        "hovertext": [text for text in texts for _ in range(len(places) // len(marks))],
        "hoverinfo": "text",
        "line": {"color": theme.MUTED, "width": 1.25},
    }
    return [trace] if marks else []


def _outline(mark: Range, cap: float) -> list[tuple[float | None, float | None]]:
    """The foot, the stem and the head of a mark."""
    left, right, gap = mark.x - cap, mark.x + cap, (None, None)
    return [
        (left, mark.low), (right, mark.low), gap,
        (mark.x, mark.low), (mark.x, mark.high), gap,
        (left, mark.high), (right, mark.high), gap,
    ]  # fmt: skip


def _lines(conflicts: Iterable[Observation], context: Context) -> list[str]:
    """What else was reported, each value with its source."""
    words, lines = context.words, []
    for row in conflicts:
        quantity = formats.quantity(row, context.catalogue, words)
        lines.append(words("range.other", quantity=quantity))
        lines += cut(formats.source_short(row.source, words), HOVER_LINE, 2)
    return lines
