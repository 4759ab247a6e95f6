"""The traces of a trend: lines with gaps, hollow and dashed points, and their hover texts."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from figures import series, theme
from figures.series import Group, PlottedPoint
from figures.text import cut, escape
from indicators.records import Observation
from indicators.vocabulary import PROVINCE, Status
from wording import formats
from wording.context import Context

SOURCE_IN_HOVER = 40  # points of a trace; above, hover texts leave the source to the table
MANY = 6  # regions from which on hover texts leave the unit to the subtitle
LESSER = ("#7A8591", "#A0703A", "#5B7F9B", "#8A6D9E")  # hues of the lesser kinds of a region
HOVER_LINE = 24  # em
DENSE = 14  # points beyond which the line is read, not its marks


@dataclass(frozen=True, slots=True)
class KindLine:
    """The points of one kind of a region, with the name and the colour of their line.

    One that `is_lesser` stands behind the leading kind; one that `is_hidden` is drawn on a click.
    """

    name: str
    colour: str
    points: list[PlottedPoint]
    is_lesser: bool
    is_hidden: bool


def of_kinds(group: Group, context: Context, *, count: int) -> list[KindLine]:
    """The lines of a region, one of `count`: the leading kind first."""
    region, colour, points = group
    lines = []
    for index, kind in enumerate(series.kinds(points)):
        alike = [point for point in points if point.kind == kind]
        name = region.short(context.words.lang) if count > 1 else context.words(f"span.{kind}")
        shade = LESSER[(index - 1) % len(LESSER)] if index else colour
        is_hidden = index > 0 and len(alike) > series.SHOWN_LESSER
        lines.append(KindLine(name, shade, alike, index > 0, is_hidden))
    return lines


def lines(
    groups: Sequence[Group], context: Context, *, are_named: bool = False
) -> list[dict[str, Any]]:
    """Return the traces of every region and kind, and what the legend says of their marks.

    Lines that `are_named` at their ends need no key.
    """
    data: list[dict[str, Any]] = []
    for group in groups:
        for each in of_kinds(group, context, count=len(groups)):
            data += _kind(each, context, count=len(groups))
    shown = [point.row for _, _, points in groups for point in points]
    if are_named:
        data = [trace | {"showlegend": False} for trace in data]
    return data + keys(shown, groups[0][1] if len(groups) == 1 else theme.MUTED, context)


def _kind(each: KindLine, context: Context, *, count: int) -> list[dict[str, Any]]:
    """The line of one kind of a region, one of `count`, with its dashes unless it is hidden."""
    is_long = not each.is_lesser and len(each.points) * count <= SOURCE_IN_HOVER
    texts = [hover(p, context, is_long=is_long, is_bare=count > MANY) for p in each.points]
    trace = line(each.points, each.name, each.colour, texts)
    trace["hoverinfo"] = "text+name" if count > 1 else "text"
    drawn = _thinner(trace, is_hidden=each.is_hidden) if each.is_lesser else trace
    return [drawn, *([] if each.is_hidden else dashes(each.points, each.colour))]


def _thinner(trace: dict[str, Any], *, is_hidden: bool) -> dict[str, Any]:
    trace["line"]["width"] = 1.25
    trace["marker"] |= {"size": 5}
    return trace | ({"visible": "legendonly"} if is_hidden else {})


def hover(
    point: PlottedPoint, context: Context, *, is_long: bool = True, is_bare: bool = False
) -> str:
    """Period, quantity with qualifier, status where it is not plain, and the source, escaped.

    Without `is_long` the source is left out; `is_bare` leaves out the unit.
    """
    row, words = point.row, context.words
    quantity = formats.bare if is_bare else formats.quantity
    lines = [formats.period(row.period, words), quantity(row, context.catalogue, words)]
    if standing := formats.standing(row, words):
        lines.append(standing)
    if is_long:
        lines.extend(cut(formats.source_short(row.source, words), HOVER_LINE, 2))
    return "<br>".join(map(escape, lines))


def line(
    plotted: Sequence[PlottedPoint], name: str, colour: str, texts: Sequence[str]
) -> dict[str, Any]:
    """Return the trace of one kind, broken where periods are missing or not yet happened.

    There is a hover text a point, and at least one point.
    """
    vertices: list[tuple[float | None, float | None, str, bool, str | None]] = []
    for index, (point, text) in enumerate(zip(plotted, texts, strict=True)):
        if index and not _is_solid(plotted[index - 1], point):
            vertices.append((None, None, "", False, None))
        is_soft = point.row.status.is_soft
        vertices.append((short(point.x), short(point.y), text, is_soft, asked(point.row)))
    x, y, hovers, hollow, named = (list(column) for column in zip(*vertices, strict=True))
    return {
        "type": "scatter",
        "name": escape(name),
        "x": x,
        "y": y,
        "hovertext": hovers,
        "customdata": named,
        "mode": "lines+markers",
        "line": {"color": colour, "width": 2},
        "marker": marker(hollow, colour),
    }


def asked(row: Observation) -> str:
    """How the address of a figure's page names it among those of its indicator.

    A click on its point finds the figure by that in the table of the chart.
    """
    where = "" if row.region == PROVINCE else f"region={row.region}&"
    return f"{where}period={row.period}"


def _is_solid(before: PlottedPoint, after: PlottedPoint) -> bool:
    return series.is_joined(before, after) and not after.row.status.is_foreseen


def marker(hollow: Sequence[bool], colour: str) -> dict[str, Any]:
    """The plotly marker of a line: filled, or hollow where the observation is not final."""
    fill = ["#FFFFFF" if is_hollow else colour for is_hollow in hollow] if any(hollow) else colour
    return {
        "size": 7 if len(hollow) <= DENSE else 4,
        "color": fill,
        "line": {"color": colour, "width": 1.5},
    }


def dashes(points: Sequence[PlottedPoint], colour: str) -> list[dict[str, Any]]:
    """Return one trace with a dashed line to each estimate or forecast from the point before."""
    x: list[float | None] = []
    y: list[float | None] = []
    for before, after in itertools.pairwise(points):
        if after.row.status.is_foreseen and series.is_joined(before, after):
            x += [before.x, after.x, None]
            y += [short(before.y), short(after.y), None]
    style = {"color": colour, "width": 2, "dash": "dot"}
    base = {"type": "scatter", "mode": "lines", "hoverinfo": "skip", "showlegend": False}
    return [base | {"x": x, "y": y, "line": style}] if x else []


def keys(rows: Sequence[Observation], colour: str, context: Context) -> list[dict[str, Any]]:
    """Return legend entries that say what hollow marks and dashed lines are, if any."""
    statuses = {row.status for row in rows}
    foreseen = sorted(status for status in statuses if status.is_foreseen)
    entries = [("provisional", "markers")] if Status.PROVISIONAL in statuses else []
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


def short(value: float) -> float:
    """Seven digits are finer than a pixel, and a whole number needs no point."""
    rounded = float(f"{value:.7g}")
    return int(rounded) if rounded.is_integer() else rounded
