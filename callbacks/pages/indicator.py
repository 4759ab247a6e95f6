"""`/indicator/<id>`."""

from collections.abc import Sequence

from callbacks.selection import headlines
from callbacks.selection import series as s
from callbacks.selection.base_charts import FEWEST_POINTS, moments
from callbacks.selection.charts import Selection, chart_of, map_and_ranking
from callbacks.site import Site
from charts.chart import Chart
from charts.places import places
from figures.pace import has_pace
from indicators import periods, precedence
from indicators.precedence import Reported
from indicators.records import Indicator
from indicators.vocabulary import Level
from layouts.pages import indicator as page
from layouts.pages.indicator import IndicatorPage
from layouts.parts.html import Element
from layouts.parts.tiles import HeadlineFigure
from layouts.view import View
from review.assessed import histories, report
from store.snapshot import Filter, ReleaseData
from targets import tracker
from targets.ranking import Ranking, ranking

MOST_BULLETS = 4


def build(site: Site, view: View, release: ReleaseData, code: str) -> Element:
    """Fetch what the page of an indicator shows and lay it out."""
    indicator = view.catalogue.indicators[code]
    related = [i.id for i in view.catalogue.related(indicator)]
    growth = [view.indicator(name).growth for name in (code, *related)]
    subject = [code, *related, *(name for name in (indicator.reference, *growth) if name)]
    by_series = s.series(view, release, s.filtered(view, subject))
    regions = s.regions_of(view, code, by_series)
    of_all = site.assessed(release).of([code])
    rows = [row for row in of_all if row.target.region in regions]
    current = tracker.current(of_all, view.context.today)
    selection = Selection(site, view, release, by_series, rows, release.events)
    contents = IndicatorPage(
        indicator=indicator,
        regions=regions,
        leads=[(r, headlines.of(view, indicator, r, by_series, rows)) for r in regions],
        below=_below(view, code, regions, by_series),
        related=_related(view, related, regions, by_series),
        trend=_trend(selection, indicator, regions),
        charts=[
            *_paces(selection, indicator),
            *_of_each("progress", selection, indicator, regions[:MOST_BULLETS]),
        ],
        completion=_completion(site, view, release, indicator),
        where=map_and_ranking(selection, places(indicator, by_series, view.catalogue)),
        tracked=[row for row in rows if row in current],
        earlier=[row for row in rows if row not in current],
        elsewhere=[row for row in current if row.target.region not in regions],
        reference=_reference(indicator, regions, by_series),
        reported=_listed(view, code, regions, by_series),
    )
    return page.indicator(view, contents)


def _trend(selection: Selection, indicator: Indicator, regions: Sequence[str]) -> Chart | None:
    """The course of the values; a single one is the figure beside it, no chart."""
    series = (selection.series.get((indicator.id, region), []) for region in regions)
    rows = (each.shown for reported in series for each in reported if each.shown.value is not None)
    if moments(rows) < FEWEST_POINTS:
        return None
    return chart_of("trend", selection, indicator, regions)


def _reference(indicator: Indicator, regions: Sequence[str], by_series: s.Series) -> str:
    """The indicator drawn as a named level, when it has a figure for a region shown."""
    return (
        indicator.reference if any((indicator.reference, r) in by_series for r in regions) else ""
    )


def _related(
    view: View, related: list[str], regions: Sequence[str], by_series: s.Series
) -> list[HeadlineFigure]:
    """Leading figures of the same subject here."""
    here = [(i, r) for r in regions for i in related]
    leads = [headlines.of(view, view.indicator(i), r, by_series, ()) for i, r in here]
    return [lead for lead in leads if lead.reported]


def _below(
    view: View, indicator: str, regions: Sequence[str], by_series: s.Series
) -> list[Reported]:
    """The latest values of the parts of any region but the province, the latest first."""
    codes = _parts(view, regions)
    found = [r for code in codes if (r := precedence.lead(by_series.get((indicator, code), [])))]
    return sorted(found, key=_newest_first)


def _parts(view: View, regions: Sequence[str]) -> list[str]:
    """The codes of the parts of any region but the province."""
    return [
        part.id
        for region in regions
        if view.region(region).level != Level.PROVINCE
        for part in view.catalogue.children(region)
    ]


def _paces(selection: Selection, indicator: Indicator) -> list[Chart]:
    """The pace of each region with a target of a year that is partly published."""
    regions = dict.fromkeys(row.target.region for row in selection.tracked if has_pace(row))
    return _of_each("pace", selection, indicator, list(regions))


def _of_each(
    name: str, selection: Selection, indicator: Indicator, regions: Sequence[str]
) -> list[Chart]:
    """The charts of a name of several regions, of those that have one."""
    charts = (chart_of(name, selection, indicator, [region]) for region in regions)
    return [chart for chart in charts if not chart.is_empty]


def _completion(
    site: Site, view: View, release: ReleaseData, indicator: Indicator
) -> Ranking | None:
    """The prefectures by completion: all of them, by all figures, whatever the page filters."""
    rows = site.assessed(release).of([indicator.id])
    if not rows:
        return None
    prefectures = [region.id for region in view.catalogue.prefectures()]
    by_series = histories(release, Filter([indicator.id]))
    today, rules = view.context.today, view.context.rules
    return ranking(indicator, rows, by_series, prefectures, today, rules, report)


def _listed(view: View, code: str, regions: Sequence[str], by_series: s.Series) -> list[Reported]:
    """All figures of the regions shown, and of the parts below any but the province."""
    codes = dict.fromkeys((*regions, *_parts(view, regions)))
    return [f for r in codes for f in sorted(by_series.get((code, r), []), key=_newest_first)]


def _newest_first(reported: Reported) -> tuple[int, int]:
    span = periods.parse(reported.shown.period)
    return -span.end.toordinal(), -span.months
