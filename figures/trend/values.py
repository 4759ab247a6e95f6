"""The texts of a trend: targets, projections and values, where they hide nothing."""

import itertools
from collections.abc import Sequence
from typing import Any

from figures import labels, series
from figures.labels import Label
from figures.series import Group, PlottedPoint
from figures.trend import marks
from figures.trend.paths import Line, Path
from indicators.records import Target
from wording import formats
from wording.context import Context

STEPS = 8  # places looked at along a line between two points
FEW = 6  # points up to which each has its value written at it
SAME = 12  # px within which one text stands for two points of the same value


def write(
    data: list[dict[str, Any]],
    groups: Sequence[Group],
    written: Sequence[Group],
    targets: Sequence[marks.PlottedTarget],
    paths: Sequence[Path],
    plane: marks.Plane,
    context: Context,
    *,
    leading: Target | None = None,
) -> None:
    """Add the texts of targets, projections and points to the traces in `data`.

    Of each `written` series of at most `FEW` points all values are written, else its ends. With a
    `leading` target the others have no text.
    """
    named = [s for s in targets if leading is None or _is_same(s.target, leading)]
    chosen = [p for _, _, points in written for p in spoken(points, plane, several=len(groups) > 1)]
    candidates = [Label(*plane.pixel(s.x, s.y), s.lines, must=True) for s in named]
    texts = [formats.bare(p.row, context.catalogue, context.words) for p in chosen]
    ends = [p for _, _, points in groups if points for p in _ends(series.lead(points))]
    candidates += [
        Label(*plane.pixel(p.x, p.y), (t,), must=plane.is_bare or p in ends)
        for p, t in zip(chosen, texts, strict=True)
    ]
    led = [path for path in paths if path.label]
    candidates += [Label(*plane.pixel(*path.line[-1]), (path.label,)) for path in led]
    sides = labels.place(candidates, _dots(groups, targets, paths, plane), plane.box)
    places = [(p.x, p.y) for p in chosen] + [path.line[-1] for path in led]
    at = zip(places, [*texts, *(p.label for p in led)], sides[len(named) :], strict=True)
    beside = iter(sides)
    of_targets = [next(beside) if target in named else "" for target in targets]
    marks.write(data, of_targets, [(*xy, text, side) for xy, text, side in at if side])


def _dots(
    groups: Sequence[Group],
    targets: Sequence[marks.PlottedTarget],
    paths: Sequence[Path],
    plane: marks.Plane,
) -> list[tuple[float, float]]:
    """What a label must not hide, in px: points, targets, and places along the lines."""
    shown = [p for _, _, points in groups for p in series.seen(points)]
    dots = [plane.pixel(p.x, p.y) for p in shown] + [plane.pixel(s.x, s.y) for s in targets]
    dots += [plane.pixel(*vertex) for _, _, points in groups for vertex in _between(points)]
    return dots + [plane.pixel(*vertex) for path in paths for vertex in _along(path.line)]


def _ends(lead: Sequence[PlottedPoint]) -> tuple[PlottedPoint, PlottedPoint]:
    return lead[0], lead[-1]


def _is_same(one: Target, other: Target) -> bool:
    """Whether two statements are of one target; they are drawn as one."""
    return (one.region, one.period, one.value, one.comparator) == (
        other.region, other.period, other.value, other.comparator,
    )  # fmt: skip


def _between(points: Sequence[PlottedPoint]) -> Line:
    """Places on the lines between points, which a label must not hide: years, unit shown."""
    vertices: Line = []
    for kind in series.kinds(series.seen(points)):
        alike = [p for p in points if p.kind == kind]
        for one, other in itertools.pairwise(alike):
            if series.is_joined(one, other):
                vertices += _along([(one.x, one.y), (other.x, other.y)])
    return vertices


def _along(line: Line) -> Line:
    """Places along a line, its own vertices among them."""
    parts = [i / STEPS for i in range(STEPS)]
    vertices = list(line[-1:])
    for (x, y), (to_x, to_y) in itertools.pairwise(line):
        vertices += [(x + (to_x - x) * t, y + (to_y - y) * t) for t in parts]
    return vertices


def spoken(
    points: Sequence[PlottedPoint], plane: marks.Plane, *, several: bool
) -> list[PlottedPoint]:
    """The points whose values are written: the last first, then the first, then the others."""
    lead = series.lead(points)
    if several:
        return lead[-1:]
    drawn = series.seen(points)
    if len(drawn) <= FEW:
        return _distinct(drawn[::-1], plane)
    return [*lead[-1:], *lead[:1], *(p for p in drawn[-1:] if p not in lead)]


def _distinct(points: Sequence[PlottedPoint], plane: marks.Plane) -> list[PlottedPoint]:
    """Leave out what repeats, at the same place, the value of the point before it."""
    kept: list[PlottedPoint] = []
    for point in points:
        later = kept[-1] if kept else None
        if later is None or later.y != point.y or _distance(later, point, plane) > SAME:
            kept.append(point)
    return kept


def _distance(later: PlottedPoint, point: PlottedPoint, plane: marks.Plane) -> float:
    return plane.pixel(later.x, 0)[0] - plane.pixel(point.x, 0)[0]
