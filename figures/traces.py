"""The traces of a trend: lines with gaps, hollow and dashed points, and their hover texts."""

import itertools
from collections.abc import Sequence
from typing import Any

from figures import formats, series
from figures.drawing import Context
from figures.series import Point
from figures.text import cut, escape

SOURCE_IN_HOVER = 40  # points of a trace; above, hover texts leave the source to the table
SHOWN_LESSER = 6  # points up to which a lesser kind is drawn at once, not on a click
HOVER_LINE = 24  # em


def hover(point: Point, context: Context, *, is_long: bool = True, is_bare: bool = False) -> str:
    """Period, quantity with qualifier, status where it is not plain, and the source."""
    row, words = point.row, context.words
    quantity = formats.bare if is_bare else formats.quantity
    lines = [formats.period(row.period, words), quantity(row, context.catalogue, words)]
    if row.status in ("revised", *series.SOFT):
        lines.append(words(f"status.{row.status}"))
    if is_long:
        lines.extend(cut(formats.source_short(row.source, words), HOVER_LINE, 2))
    return "<br>".join(map(escape, lines))


def line(found: Sequence[Point], name: str, colour: str, texts: Sequence[str]) -> dict[str, Any]:
    """Return the trace of one kind, broken where periods are missing or not yet happened."""
    x: list[float | None] = []
    y: list[float | None] = []
    words: list[str] = []
    hollow: list[bool] = []
    for index, point in enumerate(found):
        if index and not _is_solid(found[index - 1], point):
            x, y, words, hollow = [*x, None], [*y, None], [*words, ""], [*hollow, False]
        x, y = [*x, _short(point.x)], [*y, _short(point.y)]
        words, hollow = [*words, texts[index]], [*hollow, point.row.status in series.SOFT]
    return {
        "type": "scatter",
        "name": escape(name),
        "x": x,
        "y": y,
        "hovertext": words,
        "mode": "lines+markers",
        "line": {"color": colour, "width": 2},
        "marker": _marker(hollow, colour),
    }


def _is_solid(before: Point, after: Point) -> bool:
    return series.is_joined(before, after) and after.row.status not in series.FORESEEN


def _marker(hollow: Sequence[bool], colour: str) -> dict[str, Any]:
    fill = ["#FFFFFF" if is_hollow else colour for is_hollow in hollow] if any(hollow) else colour
    return {"size": 7, "color": fill, "line": {"color": colour, "width": 1.5}}


def dashes(found: Sequence[Point], colour: str) -> list[dict[str, Any]]:
    """Return one trace with a dashed line to each estimate or forecast from the point before."""
    x: list[float | None] = []
    y: list[float | None] = []
    for before, after in itertools.pairwise(found):
        if after.row.status in series.FORESEEN and series.is_joined(before, after):
            x += [before.x, after.x, None]
            y += [_short(before.y), _short(after.y), None]
    style = {"color": colour, "width": 2, "dash": "dot"}
    base = {"type": "scatter", "mode": "lines", "hoverinfo": "skip", "showlegend": False}
    return [base | {"x": x, "y": y, "line": style}] if x else []


def keys(found: Sequence[Point], colour: str, context: Context) -> list[dict[str, Any]]:
    """Return legend entries that say what hollow marks and dashed lines are, if any."""
    statuses = {point.row.status for point in found}
    foreseen = sorted(statuses & set(series.FORESEEN))
    entries = [("provisional", "markers")] if "provisional" in statuses else []
    entries += [(status, "lines+markers") for status in foreseen]
    return [
        {
            "type": "scatter",
            "x": [None],
            "y": [None],
            "mode": mode,
            "name": context.words(f"legend.{status}"),
            "hoverinfo": "skip",
            "line": {"color": colour, "dash": "dot", "width": 2},
            "marker": {"size": 7, "color": "#FFFFFF", "line": {"color": colour, "width": 1.5}},
        }
        for status, mode in entries
    ]


def _short(value: float) -> float:
    """Seven digits are finer than a pixel, and a whole number needs no point."""
    rounded = float(f"{value:.7g}")
    return int(rounded) if rounded.is_integer() else rounded
