"""The trend: actuals by kind of period, targets and the paths to them, events as faint lines."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from figures import series, theme
from figures.chart_input import Years
from figures.drawing import Drawing, Heading
from figures.keys import keys_of
from figures.series import Group, PlottedPoint
from figures.trend import ends, marks, native, planes, traces, values
from figures.trend.paths import Path, path_traces, target_paths
from figures.trend.ranges import range_trace, ranges
from indicators import periods
from indicators.precedence import Reported
from indicators.records import Event, Indicator, Observation, Region, Target
from targets import tracker
from targets.tracked import TrackedTarget
from wording import formats
from wording.context import Context
from wording.words import Words

FEWEST_KEYS = 2  # a single line needs no key
COLOURS = (*theme.BASE_HUES.values(), "#7A5C3E", "#6A51A3", "#2F6B2F")


def trend(
    indicator: Indicator,
    series_of: Mapping[Region, Sequence[Reported]],
    tracked: Sequence[TrackedTarget],
    events: Sequence[Event],
    context: Context,
    years: Years | None = None,
) -> Drawing | None:
    """Draw the values of one region or several over the years; None without value and target.

    One region shows every kind of period as a trace of its own, the lesser ones on a click
    when they are long, and the paths to the leading target. Several regions show one kind, a
    colour for each. Targets in force and events are drawn as given; where
    publications conflict, a thin mark spans what they say. With `years` it is a
    small chart over those years, without events and what a click would show.
    """
    targets = [row.target for row in tracker.in_force(tracked)]
    groups = _groups(indicator, series_of, context)
    goals = marks.plotted_targets(indicator, targets, context, named=len(groups) > 1)
    if not (goals or any(points for _, _, points in groups)):
        return None
    drawn = _leading(groups) if len(groups) > 1 else groups
    if years:
        events, drawn = (), [(r, colour, series.at_a_glance(points)) for r, colour, points in drawn]
    paths = target_paths(indicator, tracked, groups[0][2], context) if len(groups) == 1 else []
    named = ends.end_names(drawn, context, planes.height(drawn, is_small=years is not None))
    apart = ranges(drawn, series_of, context)
    plane = planes.plane(
        indicator, drawn, goals, paths, context,
        years=years, has_room=bool(events), right=ends.room(named), ranges=apart,
    )  # fmt: skip
    data = path_traces(paths, theme.hue(indicator.base), context)
    data += traces.lines(drawn, context, are_named=bool(named))
    data += range_trace(apart, plane, context)
    data += marks.target_trace(goals, theme.INK, context)
    data += marks.event_trace(events, plane, context)
    written = [] if named else drawn
    leading = _next(tracked, context, years)
    values.write(data, drawn, written, goals, paths, plane, context, leading=leading)
    data += ends.name_traces(named, plane)
    heading = _heading(indicator, drawn, targets, context)
    text = alt(indicator, groups, targets, paths, context)
    plot, keys = {"data": data, "layout": _layout(plane)}, keys_of(data, fewest=FEWEST_KEYS)
    form = partial(native.form, indicator, drawn, targets, goals, paths, apart, plane, context)
    return Drawing(plot, heading, keys, text, _rows(series_of, tracked), form)


def _rows(
    series_of: Mapping[Region, Sequence[Reported]], tracked: Sequence[TrackedTarget]
) -> tuple[Observation | Target, ...]:
    """What is shown, then what conflicts with some of it, and the targets."""
    rows = [row for series_there in series_of.values() for row in series_there]
    others = [other for row in rows for other in row.conflicts]
    return (*(row.shown for row in rows), *others, *(row.target for row in tracked))


def _groups(
    indicator: Indicator, series_of: Mapping[Region, Sequence[Reported]], context: Context
) -> list[Group]:
    single = (theme.hue(indicator.base),)
    colours = single if len(series_of) == 1 else COLOURS
    return [
        (region, colours[index % len(colours)], series.points(indicator, reported, context))
        for index, (region, reported) in enumerate(series_of.items())
    ]


def _leading(groups: list[Group]) -> list[Group]:
    """Keep of each region the one kind of period that leads over all of them."""
    order = series.kinds([point for _, _, points in groups for point in points])
    return (
        [(r, c, [p for p in points if p.kind == order[0]]) for r, c, points in groups]
        if order
        else groups
    )


def _next(tracked: Sequence[TrackedTarget], context: Context, years: Years | None) -> Target | None:
    """Of the targets of a small chart only the leading one has room for words."""
    leading = tracker.leading(tracked, context.today) if years else None
    return leading.target if leading else None


def _layout(plane: marks.Plane) -> dict[str, Any]:
    space = theme.Space(
        plane.tall,
        left=plane.left,
        right=plane.right,
        below=46 if plane.x_axis.get("title", {}).get("text") else 28,
        above=plane.above,
    )
    axes_both = {"xaxis": plane.x_axis, "yaxis": plane.y_axis}
    return theme.layout(space, hovermode="closest", **axes_both)


def _heading(
    indicator: Indicator, groups: list[Group], targets: Sequence[Target], context: Context
) -> Heading:
    words, shown = context.words, [p for _, _, points in groups for p in points]
    unit = formats.unit_name(indicator, context.catalogue, words) or words("unit.none")
    years = sorted(p.span.year for p in shown)
    span = _years(years, words) if years else words("trend.no_actual")
    names = [r.short(words.lang) if len(groups) > 1 else r.name(words.lang) for r, _, _ in groups]
    regions = words("list.join").join(names)
    kind = words(f"span.{shown[0].kind}") if len(groups) > 1 and shown else ""
    empty = [region.short(words.lang) for region, _, points in groups if not points]
    missing = (
        words("trend.without", regions=words("list.join").join(empty)) if empty and shown else ""
    )
    return Heading(
        indicator.name(words.lang),
        (theme.join(regions, span, kind), theme.join(words("unit", unit=unit), missing)),
        theme.foot_lines([*(p.row for p in shown), *targets], context),
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
    paths: Sequence[Path],
    context: Context,
) -> str:
    """Say in words what the trend shows: first and last figures, targets, and paths."""
    words = context.words
    sentences = [_course(indicator, region, points, context) for region, _, points in groups]
    for target in sorted(targets, key=lambda t: periods.parse(t.period).end):
        due = formats.period(target.period, words)
        quantity = formats.target_quantity(target, context.catalogue, words)
        sentences.append(words("trend.alt.target", due=due, quantity=quantity))
    sentences += [path.sentence for path in paths]
    return words("sentence.join").join(dict.fromkeys(sentences))


def _course(
    indicator: Indicator, region: Region, points: Sequence[PlottedPoint], context: Context
) -> str:
    """The first and the last value of a region's leading kind of period, in words."""
    words, catalogue = context.words, context.catalogue
    about = {"region": region.name(words.lang), "name": indicator.name(words.lang)}
    rows = [point.row for point in series.lead(points)]
    if not rows:
        return words("trend.alt.none", **about)
    first, last = (formats.period(row.period, words) for row in (rows[0], rows[-1]))
    low, high = (formats.quantity(row, catalogue, words) for row in (rows[0], rows[-1]))
    if len(rows) == 1:
        return words("trend.alt.one", **about, first=first, low=low)
    return words(
        "trend.alt.many", **about, count=len(rows), first=first, low=low, last=last, high=high
    )
