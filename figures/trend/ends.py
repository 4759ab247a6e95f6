"""The names of several regions at the ends of their lines, in place of a legend."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from figures import series, theme
from figures.labels import GAP, SIZE
from figures.series import Group, PlottedPoint
from figures.text import escape, width
from figures.trend.marks import RIGHT, Plane
from wording import formats
from wording.context import Context

LINE = 14  # px from one name to the next, so that none lies on another
WIDEST = 150  # px of the narrowest chart that names may take


@dataclass(frozen=True, slots=True)
class EndName:
    """What stands at the end of a line: the point that it names, its text and its colour."""

    point: PlottedPoint
    text: str
    colour: str


def end_names(groups: Sequence[Group], context: Context, tall: int) -> list[EndName]:
    """The name and the last value of each of several regions; empty where they have no room.

    What is only foreseen is no last value, unless there is no other. A single line needs no name.
    `tall` is the height of the plot in px.
    """
    named = [
        EndName(last, f"{region.short(context.words.lang)} {_value(last, context)}", colour)
        for region, colour, points in groups
        if (last := _last(series.lead(points)))
    ]
    has_room = len(named) * LINE <= tall and _widest(named) <= WIDEST
    return named if len(groups) > 1 and has_room else []


def _last(points: Sequence[PlottedPoint]) -> PlottedPoint | None:
    happened = [point for point in points if not point.row.status.is_foreseen]
    return next(reversed(happened or points), None)


def _value(point: PlottedPoint, context: Context) -> str:
    return formats.bare(point.row, context.catalogue, context.words)


def _widest(named: Sequence[EndName]) -> float:
    return max((width(name.text) * SIZE for name in named), default=0)


def room(named: Sequence[EndName]) -> int:
    """The px right of the plot that the names take; what any plot has where there are none."""
    return max(RIGHT, round(_widest(named)) + GAP) if named else RIGHT


def name_traces(named: Sequence[EndName], plane: Plane) -> list[dict[str, Any]]:
    """The names at the right edge of the plot, and a faint line to each from its point."""
    if not named:
        return []
    edge = plane.x_axis["range"][1]
    bottom, top = plane.y_axis["range"]
    places = spread([plane.pixel(n.point.x, n.point.y)[1] for n in named], plane.tall)
    ys = [round(bottom + place / plane.tall * (top - bottom), 6) for place in places]
    base = {"type": "scatter", "hoverinfo": "skip", "showlegend": False, "cliponaxis": False}
    leads = {
        "mode": "lines",
        "x": [x for n in named for x in (n.point.x, edge, None)],
        "y": [each for n, y in zip(named, ys, strict=True) for each in (n.point.y, y, None)],
        "line": {"color": theme.AXIS, "width": 0.5},
    }
    texts = {
        "mode": "text",
        "x": [edge] * len(named),
        "y": ys,
        "text": [escape(n.text) for n in named],
        "textposition": "middle right",
        "textfont": {"size": SIZE, "color": [n.colour for n in named]},
    }
    return [base | leads, base | texts]


def spread(places: Sequence[float], tall: float, gap: float = LINE) -> list[float]:
    """Move places apart until `gap` lies between any two, each as little as can be.

    They keep their order and stay within 0 and `tall`, px upward, if there is room for all.
    """
    order = sorted(range(len(places)), key=lambda n: places[n])
    blocks: list[tuple[float, int]] = []  # the mean of where the first of them wants to be, count
    for at, number in enumerate(order):
        block = places[number] - at * gap, 1
        while blocks and blocks[-1][0] >= block[0]:
            (mean, count), (other, more) = blocks.pop(), block
            block = (mean * count + other * more) / (count + more), count + more
        blocks.append(block)
    starts = [mean for mean, count in blocks for _ in range(count)]
    highest = tall - (len(places) - 1) * gap
    moved = [min(max(start, 0), highest) + at * gap for at, start in enumerate(starts)]
    found = dict(zip(order, moved, strict=True))
    return [found[number] for number in range(len(places))]
