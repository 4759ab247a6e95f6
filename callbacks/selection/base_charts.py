"""The charts of a base: trends of its headlines, and places."""

from collections.abc import Iterable, Sequence

from callbacks.selection import series as s
from callbacks.selection.charts import Selection, chart_of, map_and_ranking
from charts.chart import Chart
from charts.draw import due_targets
from charts.places import places
from figures.chart_input import Years
from figures.series import position
from indicators import periods
from indicators.records import Indicator, Observation

MOST_TRENDS = 6
APART = 28 / 365  # years; nearer dates are two reports of one state
FEWEST_POINTS = 2  # a single value is a tile, no chart

Chosen = tuple[Indicator, list[str]]  # an indicator and the regions that have a series of it


def small_trends(selection: Selection, heads: Sequence[Indicator]) -> list[Chart]:
    """A trend for each headline indicator with more than a single value.

    They are small charts, each over the years that it has something of.
    """
    return [
        chart_of("trend", selection, *pair, years=_years(_positions(selection, *pair)))
        for pair in _chosen(selection, heads)
    ]


def regional_trends(selection: Selection, code: str) -> list[Chart]:
    """Small trends of what has most values of a region, the headlines first of equals."""
    series = selection.series
    indicators = selection.view.catalogue.indicators.values()
    told = [i for i in indicators if (i.id, code) in series]
    told.sort(key=lambda i: (-len(series[i.id, code]), i.headline is None))
    return small_trends(selection, told)


def _chosen(selection: Selection, heads: Sequence[Indicator]) -> list[Chosen]:
    chosen = []
    for indicator in heads:
        codes = s.regions_of(selection.view, indicator.id, selection.series)
        regions = [r for r in codes if (indicator.id, r) in selection.series]
        if moments(_values(selection, indicator, regions)) >= FEWEST_POINTS:
            chosen.append((indicator, regions))
    return chosen[:MOST_TRENDS]


def _values(
    selection: Selection, indicator: Indicator, regions: Sequence[str]
) -> list[Observation]:
    reported = (row for r in regions for row in selection.series[indicator.id, r])
    return [row.shown for row in reported if row.shown.value is not None]


def moments(rows: Iterable[Observation]) -> int:
    """The number of distinct dates of the rows; those less than `APART` years apart are one."""
    ends = sorted({periods.parse(row.period).end for row in rows})
    return sum(
        not n or periods.years_between(ends[n - 1], end) >= APART for n, end in enumerate(ends)
    )


def _positions(selection: Selection, indicator: Indicator, regions: Sequence[str]) -> list[float]:
    """Where what is drawn of an indicator stands on the axis of years."""
    due = [
        row.target.period
        for row in due_targets(selection.tracked, selection.view.state.from_)
        if row.target.indicator == indicator.id and row.target.region in regions
    ]
    dated = [row.period for row in _values(selection, indicator, regions)]
    return [position(periods.parse(period), indicator) for period in (*dated, *due)]


def _years(positions: Iterable[float]) -> Years | None:
    """The years of an axis that holds all positions; two at least."""
    years = [round(x) for x in positions]
    return (min(years), max(max(years), min(years) + 1)) if years else None


def where(selection: Selection, code: str) -> list[Chart]:
    """Map and ranking of what most prefectures have a value of, and the areas of its plan."""
    catalogue = selection.view.catalogue
    candidates = [
        there
        for i in catalogue.indicators_of(code)
        if (there := places(i, selection.series, catalogue))
    ]
    best = max(
        candidates, key=lambda at: (len(at.rows), at.indicator.headline is not None), default=None
    )
    areas = chart_of("areas", selection, base=code)
    return [*map_and_ranking(selection, best), *([] if areas.is_empty else [areas])]
