"""What of the selection each chart is drawn from."""

from collections.abc import Sequence

from charts.places import Places, places
from figures.chart_input import ChartInput
from figures.drawing import Drawing
from figures.maps.areas import areas
from figures.maps.choropleth import choropleth
from figures.maps.locator import locator
from figures.pace import has_pace, pace
from figures.progress import progress
from figures.ranking import ranking
from figures.trend.trend import trend
from indicators import periods, precedence
from targets import tracker
from targets.tracked import TrackedTarget


def draw_trend(data: ChartInput) -> Drawing | None:
    """The values over the years, with targets, paths and events; None without a series."""
    indicator = data.subject
    of_regions = [r for r in data.regions if (indicator.id, r) in data.series]
    series_of = {data.region(r): data.reported(r) for r in of_regions}
    if not series_of:
        return None
    due = due_targets(data.tracked, data.first_year)
    here = [e for e in data.events if e.base == indicator.base and e.region in data.regions]
    return trend(indicator, series_of, due, here, data.context, data.years)


def due_targets(
    tracked: Sequence[TrackedTarget], first_year: int | None = None
) -> list[TrackedTarget]:
    """The targets that a trend draws: those in force that are due from a year on."""
    in_force = tracker.in_force(tracked)
    return [r for r in in_force if periods.parse(r.target.period).year >= (first_year or 0)]


def draw_progress(data: ChartInput) -> Drawing | None:
    """The value against targets and reference level; None when the region has neither.

    The targets are the current ones, those of past plans only where there is no other.
    """
    indicator, (code, *_) = data.subject, data.regions
    shown = precedence.lead(data.reported(code))
    reference = precedence.lead(data.reference(code))
    current = tracker.current(data.tracked, data.context.today)
    tracked = current or tracker.in_force(data.tracked)
    if not (tracked or reference):
        return None
    return progress(indicator, data.region(code), shown, tracked, reference, data.context)


def draw_pace(data: ChartInput) -> Drawing | None:
    """The next target of a year that is partly published; None when the region has none."""
    code, *_ = data.regions
    tracked = next(filter(has_pace, tracker.in_force(data.tracked)), None)
    if tracked is None:
        return None
    return pace(data.subject, data.region(code), tracked, data.reported(code), data.context)


def draw_map(data: ChartInput) -> Drawing | None:
    """The prefectures coloured by the values of one period; None when too few have one."""
    there = _places(data)
    if there is None:
        return None
    return choropleth(
        there.indicator, there.rows, data.context, outlines=data.outlines, period=there.period,
        selected=data.marked, approval=data.approval,
    )  # fmt: skip


def draw_ranking(data: ChartInput) -> Drawing | None:
    """The prefectures in the order of the values of one period; None when too few have one."""
    there = _places(data)
    if there is None:
        return None
    return ranking(
        there.indicator, there.rows, data.context, period=there.period, selected=data.marked
    )


def _places(data: ChartInput) -> Places | None:
    return places(data.subject, data.series, data.context.catalogue)


def draw_locator(data: ChartInput) -> Drawing | None:
    """Where a region is; a county is shown in its prefecture, the province not at all."""
    region = data.region(data.regions[0]) if data.regions else None
    if region is None or region.level == "province":
        return None
    shown = region.parent if region.level == "county" else region.id
    return locator(data.context, outlines=data.outlines, selected=(shown,), approval=data.approval)


def draw_areas(data: ChartInput) -> Drawing | None:
    """The named areas of a base's plan on the map; None when it has none."""
    if data.base is None:
        return None
    return areas(
        data.base, data.areas, data.context, outlines=data.outlines, approval=data.approval
    )
