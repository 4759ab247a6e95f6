"""The charts of a base: trends of its headlines, values against targets, places."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from callbacks.selection import charts as p
from callbacks.selection import series as s
from callbacks.site import Site
from charts.chart import Chart
from figures.series import position
from figures.trend.planes import Years
from indicators import periods
from indicators.change import APART
from indicators.records import Event, Indicator, Observation
from layouts.view import View
from store.snapshot import ReleaseData
from targets.tracker import TrackedTarget

MOST_TRENDS = 6
MOST_BULLETS = 4
FEWEST_POINTS = 2  # a single figure is a tile, no chart


@dataclass(frozen=True, slots=True)
class Known:
    """What the charts of a base are drawn from."""

    heads: Sequence[Indicator]
    series: s.Series
    standings: Sequence[TrackedTarget]


def trends(view: View, known: Known, events: Sequence[Event]) -> list[Chart]:
    """One trend for each headline indicator with more than a single figure."""
    return [
        p.trend_panel(view, indicator, regions, known.series, known.standings, events)
        for indicator, regions in _chosen(view, known)
    ]


def small_trends(view: View, known: Known) -> list[Chart]:
    """The same trends as small charts on one time axis."""
    chosen = _chosen(view, known)
    years = _years([x for pair in chosen for x in _places(view, known, *pair)])
    return [
        p.trend_panel(view, indicator, regions, known.series, known.standings, (), years)
        for indicator, regions in chosen
    ]


def _chosen(view: View, known: Known) -> list[tuple[Indicator, list[str]]]:
    found = []
    for indicator in known.heads:
        wanted = s.regions_of(view, indicator.id, known.series)
        regions = [r for r in wanted if (indicator.id, r) in known.series]
        if moments(_values(known, indicator, regions)) >= FEWEST_POINTS:
            found.append((indicator, regions))
    return found[:MOST_TRENDS]


def _values(known: Known, indicator: Indicator, regions: Sequence[str]) -> list[Observation]:
    figures = (figure for r in regions for figure in known.series[indicator.id, r])
    return [figure.shown for figure in figures if figure.shown.value is not None]


def moments(rows: Iterable[Observation]) -> int:
    """The number of times that figures speak of; two reports of one state are one."""
    ends = sorted({periods.parse(row.period).end for row in rows})
    return sum(
        not n or periods.years_between(ends[n - 1], end) >= APART for n, end in enumerate(ends)
    )


def _places(view: View, known: Known, indicator: Indicator, regions: Sequence[str]) -> list[float]:
    """Where what is drawn of an indicator stands on the axis of years."""
    goals = p.goals(view, indicator, regions, known.standings)
    dated = [row.period for row in _values(known, indicator, regions)]
    dated += [row.target.period for row in goals]
    return [position(periods.parse(period), indicator) for period in dated]


def _years(places: Iterable[float]) -> Years | None:
    """The years of an axis that holds all places; two at least."""
    years = [round(x) for x in places]
    return (min(years), max(max(years), min(years) + 1)) if years else None


def bullets(view: View, known: Known) -> list[Chart]:
    """Value against target or reference level for the headline indicators that have one."""
    homes = {i.id: s.regions_of(view, i.id, known.series)[0] for i in known.heads}
    panels = [
        p.progress_panel(view, i, homes[i.id], known.series, known.standings) for i in known.heads
    ]
    return [panel for panel in panels if panel][:MOST_BULLETS]


def where(site: Site, view: View, release: ReleaseData, code: str, known: s.Series) -> list[Chart]:
    """Map and ranking of what most prefectures have a figure of, and the areas of its plan."""
    own = view.catalogue.indicators_of(code)
    found = [places for i in own if (places := p.places(view, i, known))]
    best = max(
        found, key=lambda at: (len(at.rows), at.indicator.headline is not None), default=None
    )
    areas = p.areas_panel(site, view, code, release.areas(code))
    return [*p.where(site, view, best), *([areas] if areas else [])]
