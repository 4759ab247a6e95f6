"""The charts that pages, pictures, embeds and documents show: what is selected for each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from callbacks.selection import series as s
from callbacks.site import Site
from charts.addresses import State
from charts.build import build, observed
from charts.chart import Chart
from charts.places import Places
from charts.registry import ChartType, chart_type
from figures.chart_input import ChartInput, Years
from indicators.records import Event, Indicator
from layouts.view import View
from store.snapshot import Filter, ReleaseData
from targets.tracked import TrackedTarget


@dataclass(frozen=True, slots=True)
class Selection:
    """What the charts of a page are drawn from.

    `series` are the reported values that the filters leave, `tracked` the assessed targets, of
    all indicators and regions that the page shows charts of.
    """

    site: Site
    view: View
    release: ReleaseData
    series: s.Series
    tracked: Sequence[TrackedTarget] = ()
    events: Sequence[Event] = ()


def chart_of(
    name: str,
    selection: Selection,
    indicator: Indicator | None = None,
    regions: Sequence[str] = (),
    *,
    base: str = "",
    years: Years | None = None,
) -> Chart:
    """The chart of a name; `is_empty` where there is nothing to draw.

    `regions` are those that it is of; without them it is of the regions asked for, else of the
    home of the indicator. `years` are those of a time axis that charts have in common. Raises
    `BadParameterError` for a name that is none.
    """
    kind = chart_type(name)
    codes = tuple(regions) or _regions(selection, indicator)
    if not (kind.is_of_one_region and codes):
        return _chart(kind, selection, indicator, codes, base, years)
    charts = (_chart(kind, selection, indicator, (code,), base, years) for code in codes)
    first = next(charts)
    return first if not first.is_empty else next((c for c in charts if not c.is_empty), first)


def _regions(selection: Selection, indicator: Indicator | None) -> tuple[str, ...]:
    if indicator is None:
        return selection.view.state.region
    return s.regions_of(selection.view, indicator.id, selection.series)


def _chart(
    kind: ChartType,
    selection: Selection,
    indicator: Indicator | None,
    regions: tuple[str, ...],
    base: str,
    years: Years | None,
) -> Chart:
    view = selection.view
    shown = view.state.region if kind.marks_regions else regions
    data = ChartInput(
        context=view.context,
        indicator=indicator,
        base=view.catalogue.bases[base] if base else None,
        regions=shown,
        marked=view.state.region,
        series=_series(kind, selection, indicator, regions),
        tracked=() if kind.marks_regions else _tracked(selection, indicator, regions),
        events=selection.events,
        areas=selection.release.areas(base) if base else (),
        years=years,
        first_year=view.state.from_,
        outlines=selection.site.outlines,
        approval=selection.site.settings.map_approval,
    )
    data = replace(data, context=view.context.in_scale_of(observed(data)))
    chart = build(kind, data, _state(kind, view, data))
    if not chart.is_empty:
        selection.site.issued.put(chart.passport, chart.lasting_address)
    return chart


def _series(
    kind: ChartType, selection: Selection, indicator: Indicator | None, regions: Sequence[str]
) -> s.Series:
    if not (kind.is_unfiltered and indicator):
        return selection.series
    return s.series(selection.view, selection.release, Filter([indicator.id], regions))


def _tracked(
    selection: Selection, indicator: Indicator | None, regions: Sequence[str]
) -> list[TrackedTarget]:
    if indicator is None:
        return []
    return [
        row
        for row in selection.tracked
        if row.target.indicator == indicator.id and row.target.region in regions
    ]


def _state(kind: ChartType, view: View, data: ChartInput) -> State:
    """The address of a chart: its subject, and of the page's filters those that it takes."""
    page = view.state
    state = State(lang=page.lang, asof=page.asof)
    if data.base:
        return replace(state, base=(data.base.id,))
    state = replace(state, region=data.regions)
    if data.indicator is None:
        return state
    return replace(
        state, indicator=data.indicator.id, from_=page.from_, to=page.to, source=page.source,
        axis=data.years if "axis" in kind.parameters else None,
    )  # fmt: skip


def map_and_ranking(selection: Selection, there: Places | None) -> list[Chart]:
    """Map and ranking of the same values; empty where `there` is None."""
    if there is None:
        return []
    return [chart_of(name, selection, there.indicator) for name in ("map", "ranking")]
