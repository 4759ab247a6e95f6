"""The trend: actuals by kind of period, targets and the paths to them, events as faint lines."""

import itertools
from collections.abc import Mapping, Sequence
from typing import Any

from figures import axes, formats, labels, marks, series, template, traces
from figures import paths as ways
from figures.drawing import Context, Drawing
from figures.labels import Label
from figures.paths import Path
from figures.series import Group, Point
from indicators import periods, tracker
from indicators.precedence import Figure
from indicators.tracker import Standing
from indicators.vocabulary import Event, Indicator, Region, Target
from translations import Words

PLOT = 250  # px
COLOURS = (*template.BASE_HUES.values(), "#7A5C3E", "#6A51A3", "#2F6B2F")
STEPS = 8  # spots looked at along a line between two points
FEW = 6  # points up to which each has its value written at it


def trend(
    indicator: Indicator,
    series_of: Mapping[Region, Sequence[Figure]],
    standings: Sequence[Standing],
    events: Sequence[Event],
    context: Context,
) -> Drawing | None:
    """Draw the figures of one region or several over the years.

    One region shows every kind of period as a trace of its own, the lesser ones on a click
    when they are long, and the paths to the leading target. Several regions show one kind, a
    colour for each. Targets in force and events are drawn as given. None without either.
    """
    targets = [row.target for row in tracker.in_force(standings)]
    groups = _groups(indicator, series_of, context)
    spots = marks.spots(indicator, targets, context, named=len(groups) > 1)
    if not (spots or any(points for _, _, points in groups)):
        return None
    drawn = _leading(groups) if len(groups) > 1 else groups
    own = ways.paths(indicator, standings, groups[0][2], context) if len(groups) == 1 else []
    plane = _plane(indicator, drawn, spots, own, context, has_events=bool(events))
    data = ways.path_traces(own, template.hue(indicator.base), context)
    data += traces.lines(drawn, context) + marks.target_trace(spots, template.INK, context)
    data += marks.event_trace(events, plane, context)
    _write_labels(data, drawn, spots, own, plane, context)
    return Drawing(
        {"data": data, "layout": _layout(indicator, drawn, targets, data, plane, context)},
        alt(indicator, groups, targets, own, context),
    )


def _groups(
    indicator: Indicator, series_of: Mapping[Region, Sequence[Figure]], context: Context
) -> list[Group]:
    single = (template.hue(indicator.base),)
    colours = single if len(series_of) == 1 else COLOURS
    return [
        (region, colours[index % len(colours)], series.points(indicator, figures, context))
        for index, (region, figures) in enumerate(series_of.items())
    ]


def _leading(groups: list[Group]) -> list[Group]:
    """Keep of each region the one kind of period that leads over all of them."""
    order = series.kinds([point for _, _, points in groups for point in points])
    return (
        [(r, c, [p for p in points if p.kind == order[0]]) for r, c, points in groups]
        if order
        else groups
    )


def _plane(
    indicator: Indicator,
    groups: list[Group],
    spots: Sequence[marks.Spot],
    own: Sequence[Path],
    context: Context,
    *,
    has_events: bool,
) -> marks.Plane:
    """The axes: over the points and targets, and as high and low as a projection leads."""
    points = [point for _, _, found in groups for point in series.seen(found)]
    xs = [p.x for p in points] + [s.x for s in spots]
    ys = [p.y for p in points] + [s.y for s in spots]
    ys += [y for path in own if path.kind == "projected" for _, y in path.line]
    words = context.words
    unit = formats.unit_name(indicator, context.catalogue, words)
    from_zero = indicator.measure in ("flow", "stock", "count")
    title = words("axis.year_end" if indicator.measure == series.STOCK else "axis.year")
    y_axis = axes.value_axis(
        ys, unit, words, from_zero=from_zero, room=0.14 if has_events else 0.08
    )
    months = [p.span for p in points] if not spots else []
    x_axis = axes.month_axis(months, [p.x for p in points], words) or axes.year_axis(
        min(xs), max(xs), title
    )
    return marks.Plane(x_axis, y_axis, axes.tick_room(y_axis), PLOT)


def _write_labels(
    data: list[dict[str, Any]],
    groups: list[Group],
    spots: Sequence[marks.Spot],
    own: Sequence[Path],
    plane: marks.Plane,
    context: Context,
) -> None:
    """Add the texts of targets, projections and points: all of a short series, else its ends."""
    shown = [p for _, _, found in groups for p in series.seen(found)]
    chosen = [p for _, _, found in groups for p in _spoken(found, several=len(groups) > 1)]
    wanted = [Label(*plane.pixel(s.x, s.y), s.lines, must=True) for s in spots]
    texts = [formats.bare(p.row, context.catalogue, context.words) for p in chosen]
    ends = [series.lead(found)[-1] for _, _, found in groups if found]
    wanted += [
        Label(*plane.pixel(p.x, p.y), (t,), must=p in ends)
        for p, t in zip(chosen, texts, strict=True)
    ]
    led = [path for path in own if path.label]
    wanted += [Label(*plane.pixel(*path.line[-1]), (path.label,)) for path in led]
    dots = [plane.pixel(p.x, p.y) for p in shown] + [plane.pixel(s.x, s.y) for s in spots]
    dots += [plane.pixel(*spot) for _, _, found in groups for spot in _between(found)]
    dots += [plane.pixel(*spot) for path in own for spot in path.line]
    sides = labels.place(wanted, dots, plane.box)
    places = [(p.x, p.y) for p in chosen] + [path.line[-1] for path in led]
    at = zip(places, [*texts, *(p.label for p in led)], sides[len(spots) :], strict=True)
    marks.write(data, sides[: len(spots)], [(*xy, text, side) for xy, text, side in at if side])


def _between(found: Sequence[Point]) -> list[tuple[float, float]]:
    """Spots on the lines between points, which a label must not hide."""
    spots = []
    for kind in series.kinds(series.seen(found)):
        alike = [p for p in found if p.kind == kind]
        for one, other in itertools.pairwise(alike):
            if series.is_joined(one, other):
                parts = [i / STEPS for i in range(1, STEPS)]
                spots += [
                    (one.x + (other.x - one.x) * t, one.y + (other.y - one.y) * t) for t in parts
                ]
    return spots


def _spoken(found: Sequence[Point], *, several: bool) -> list[Point]:
    """The points whose values are written: the last first, then the first, then the others."""
    lead = series.lead(found)
    if several:
        return lead[-1:]
    drawn = series.seen(found)
    if len(drawn) <= FEW:
        return drawn[::-1]
    return [*lead[-1:], *lead[:1], *(p for p in drawn[-1:] if p not in lead)]


def _layout(
    indicator: Indicator,
    groups: list[Group],
    targets: Sequence[Target],
    data: list[dict[str, Any]],
    plane: marks.Plane,
    context: Context,
) -> dict[str, Any]:
    heading = _heading(indicator, groups, targets, context)
    entries = sum(1 for trace in data if trace.get("showlegend", True))
    space = template.Space(
        PLOT,
        left=plane.left,
        right=marks.RIGHT,
        below=46,
        above=10,
        legend=(entries + 1) // 2 if entries > 1 else 0,
    )
    axes_both = {"xaxis": plane.x_axis, "yaxis": plane.y_axis}
    return template.layout(heading, space, hovermode="closest", **axes_both)


def _heading(
    indicator: Indicator, groups: list[Group], targets: Sequence[Target], context: Context
) -> template.Heading:
    words, shown = context.words, [p for _, _, found in groups for p in found]
    unit = formats.unit_name(indicator, context.catalogue, words) or words("unit.none")
    years = sorted(p.span.year for p in shown)
    span = _years(years, words) if years else words("trend.no_actual")
    names = [r.short(words.lang) if len(groups) > 1 else r.name(words.lang) for r, _, _ in groups]
    regions = words("list.join").join(names)
    kind = words(f"span.{shown[0].kind}") if len(groups) > 1 and shown else ""
    empty = [region.short(words.lang) for region, _, found in groups if not found]
    missing = (
        words("trend.without", regions=words("list.join").join(empty)) if empty and shown else ""
    )
    return template.Heading(
        indicator.name(words.lang),
        (template.join(regions, span, kind), template.join(words("unit", unit=unit), missing)),
        template.foot_lines([*(p.row for p in shown), *targets], context),
    )


def _years(years: list[int], words: Words) -> str:
    first, last = years[0], years[-1]
    if first == last:
        return formats.period(str(first), words)
    return words("years", first=first, last=last)


def alt(
    indicator: Indicator,
    groups: Sequence[Group],
    targets: Sequence[Target],
    own: Sequence[Path],
    context: Context,
) -> str:
    """Say in words what the trend shows: first and last figures, targets, and paths."""
    words = context.words
    said = [_told(indicator, region, found, context) for region, _, found in groups]
    for target in sorted(targets, key=lambda t: periods.parse(t.period).end):
        due = formats.period(target.period, words)
        quantity = formats.target_quantity(target, context.catalogue, words)
        said.append(words("trend.alt.target", due=due, quantity=quantity))
    said += [path.told for path in own]
    return words("sentence.join").join(dict.fromkeys(said))


def _told(indicator: Indicator, region: Region, found: Sequence[Point], context: Context) -> str:
    words, catalogue = context.words, context.catalogue
    about = {"region": region.name(words.lang), "name": indicator.name(words.lang)}
    rows = [point.row for point in series.lead(found)]
    if not rows:
        return words("trend.alt.none", **about)
    first, last = (formats.period(row.period, words) for row in (rows[0], rows[-1]))
    low, high = (formats.quantity(row, catalogue, words) for row in (rows[0], rows[-1]))
    if len(rows) == 1:
        return words("trend.alt.one", **about, first=first, low=low)
    return words(
        "trend.alt.many", **about, count=len(rows), first=first, low=low, last=last, high=high
    )
