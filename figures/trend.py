"""The trend: actuals by kind of period, targets at their due dates, events as faint lines."""

import itertools
from collections.abc import Mapping, Sequence
from typing import Any

from figures import axes, formats, labels, marks, series, template, traces
from figures.drawing import Context, Drawing
from figures.labels import Label
from figures.series import Point
from indicators import periods
from indicators.precedence import Figure
from indicators.vocabulary import Event, Indicator, Region, Target
from translations import Words

PLOT = 250  # px
COLOURS = (*template.BASE_HUES.values(), "#7A5C3E", "#6A51A3", "#2F6B2F")
STEPS = 8  # spots looked at along a line between two points
MANY = 6  # regions from which on hover texts leave the unit to the subtitle
FEW = 6  # points up to which each has its value written at it

Group = tuple[Region, str, list[Point]]  # a region, its colour, its points


def trend(
    indicator: Indicator,
    series_of: Mapping[Region, Sequence[Figure]],
    targets: Sequence[Target],
    events: Sequence[Event],
    context: Context,
) -> Drawing | None:
    """Draw the figures of one region or several over the years.

    One region shows every kind of period as a trace of its own, the lesser ones on a click
    when they have many points. Several regions show one kind, a colour for each. `targets` and
    `events` are drawn as given: the caller chooses those of the regions and years. None when
    there is neither a value nor a target.
    """
    groups = _groups(indicator, series_of, context)
    spots = marks.spots(indicator, targets, context, named=len(groups) > 1)
    if not (spots or any(points for _, _, points in groups)):
        return None
    drawn = _leading(groups) if len(groups) > 1 else groups
    data = _data(drawn, context)
    plane = _plane(indicator, drawn, spots, context, has_events=bool(events))
    data += marks.target_trace(spots, template.INK, context) + marks.event_trace(
        events, plane, context
    )
    _write_labels(data, drawn, spots, plane, context)
    return Drawing(
        {"data": data, "layout": _layout(indicator, drawn, targets, data, plane, context)},
        alt(indicator, groups, targets, context),
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


def _data(groups: list[Group], context: Context) -> list[dict[str, Any]]:
    several = len(groups) > 1
    data: list[dict[str, Any]] = []
    for region, colour, points in groups:
        for index, kind in enumerate(series.kinds(points)):
            found = [point for point in points if point.kind == kind]
            name = region.short(context.words.lang) if several else context.words(f"span.{kind}")
            is_long = index == 0 and len(found) * len(groups) <= traces.SOURCE_IN_HOVER
            texts = [
                traces.hover(p, context, is_long=is_long, is_bare=len(groups) > MANY) for p in found
            ]
            trace = traces.line(found, name, _shade(colour, index), texts)
            trace["hoverinfo"] = "text+name" if several else "text"
            is_hidden = index > 0 and len(found) > traces.SHOWN_LESSER
            data.append(_thinner(trace, is_hidden=is_hidden) if index else trace)
            data += [] if is_hidden else traces.dashes(found, _shade(colour, index))
    shown = [point for _, _, points in groups for point in points]
    return data + traces.keys(shown, groups[0][1] if not several else template.MUTED, context)


def _shade(colour: str, index: int) -> str:
    return colour if index == 0 else ("#7A8591", "#A0703A", "#5B7F9B", "#8A6D9E")[(index - 1) % 4]


def _thinner(trace: dict[str, Any], *, is_hidden: bool) -> dict[str, Any]:
    trace["line"]["width"] = 1.25
    trace["marker"] |= {"size": 5}
    return trace | ({"visible": "legendonly"} if is_hidden else {})


def _plane(
    indicator: Indicator,
    groups: list[Group],
    spots: Sequence[marks.Spot],
    context: Context,
    *,
    has_events: bool,
) -> marks.Plane:
    points = [point for _, _, found in groups for point in found if _is_drawn(point, found)]
    xs = [p.x for p in points] + [s.x for s in spots]
    ys = [p.y for p in points] + [s.y for s in spots]
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


def _is_drawn(point: Point, found: Sequence[Point]) -> bool:
    """Whether the point is seen before a click in the legend."""
    alike = sum(1 for other in found if other.kind == point.kind)
    return point.kind == series.kinds(found)[0] or alike <= traces.SHOWN_LESSER


def _write_labels(
    data: list[dict[str, Any]],
    groups: list[Group],
    spots: Sequence[marks.Spot],
    plane: marks.Plane,
    context: Context,
) -> None:
    """Add the texts of the targets, and of all points of a short series, the ends of a long one."""
    shown = [p for _, _, found in groups for p in found if _is_drawn(p, found)]
    chosen = [p for _, _, found in groups for p in _spoken(found, several=len(groups) > 1)]
    wanted = [Label(*plane.pixel(s.x, s.y), s.lines, must=True) for s in spots]
    texts = [formats.bare(p.row, context.catalogue, context.words) for p in chosen]
    ends = [_lead(found)[-1] for _, _, found in groups if found]
    wanted += [
        Label(*plane.pixel(p.x, p.y), (t,), must=p in ends)
        for p, t in zip(chosen, texts, strict=True)
    ]
    dots = [plane.pixel(p.x, p.y) for p in shown] + [plane.pixel(s.x, s.y) for s in spots]
    dots += [plane.pixel(*spot) for _, _, found in groups for spot in _between(found)]
    sides = labels.place(wanted, dots, plane.box)
    at = zip(chosen, texts, sides[len(spots) :], strict=True)
    marks.write(data, sides[: len(spots)], [(p.x, p.y, t, s) for p, t, s in at if s])


def _between(found: Sequence[Point]) -> list[tuple[float, float]]:
    """Spots on the lines between points, which a label must not hide."""
    spots = []
    for kind in series.kinds([p for p in found if _is_drawn(p, found)]):
        alike = [p for p in found if p.kind == kind]
        for one, other in itertools.pairwise(alike):
            if series.is_joined(one, other):
                parts = [i / STEPS for i in range(1, STEPS)]
                spots += [
                    (one.x + (other.x - one.x) * t, one.y + (other.y - one.y) * t) for t in parts
                ]
    return spots


def _lead(found: Sequence[Point]) -> list[Point]:
    """The points of the leading kind."""
    return [point for point in found if point.kind == series.kinds(found)[0]]


def _spoken(found: Sequence[Point], *, several: bool) -> list[Point]:
    """The points whose values are written: the last first, then the first, then the others."""
    lead = _lead(found)
    if several:
        return lead[-1:]
    drawn = [p for p in found if _is_drawn(p, found)]
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
    indicator: Indicator, groups: Sequence[Group], targets: Sequence[Target], context: Context
) -> str:
    """Say in words what the trend shows: first and last figure of each region, and the targets."""
    words = context.words
    said = [_told(indicator, region, found, context) for region, _, found in groups]
    for target in sorted(targets, key=lambda t: periods.parse(t.period).end):
        due = formats.period(target.period, words)
        quantity = formats.target_quantity(target, context.catalogue, words)
        said.append(words("trend.alt.target", due=due, quantity=quantity))
    return words("sentence.join").join(said)


def _told(indicator: Indicator, region: Region, found: Sequence[Point], context: Context) -> str:
    words, catalogue = context.words, context.catalogue
    about = {"region": region.name(words.lang), "name": indicator.name(words.lang)}
    rows = [point.row for point in _lead(found)]
    if not rows:
        return words("trend.alt.none", **about)
    first, last = (formats.period(row.period, words) for row in (rows[0], rows[-1]))
    low, high = (formats.quantity(row, catalogue, words) for row in (rows[0], rows[-1]))
    if len(rows) == 1:
        return words("trend.alt.one", **about, first=first, low=low)
    return words(
        "trend.alt.many", **about, count=len(rows), first=first, low=low, last=last, high=high
    )
