"""`/indicator/<id>`."""

from collections.abc import Sequence

from callbacks.selection import charts as p
from callbacks.selection import headlines
from callbacks.selection import series as s
from callbacks.selection.assessed import histories, report
from callbacks.selection.base_charts import FEWEST_POINTS, moments
from callbacks.site import Site
from charts.chart import Chart
from indicators import periods
from indicators.precedence import Reported
from indicators.records import Indicator
from layouts.pages import indicator as page
from layouts.pages.indicator import IndicatorPage
from layouts.parts.html import Component
from layouts.parts.tiles import HeadlineFigure
from layouts.view import View
from store.snapshot import Filter, ReleaseData
from targets.ranking import Ranking, completion
from targets.tracker import TrackedTarget

MOST_BULLETS = 4


def build(site: Site, view: View, release: ReleaseData, code: str) -> Component:
    """Fetch what the page of an indicator shows and lay it out."""
    indicator = view.catalogue.indicators[code]
    related = [i.id for i in view.catalogue.related(indicator)]
    subject = [code, *related, *([indicator.reference] if indicator.reference else [])]
    known = s.series(view, release, s.filtered(view, subject))
    regions = s.regions_of(view, code, known)
    rows = site.assessed(release).of([code], regions)
    dossier = IndicatorPage(
        indicator=indicator,
        regions=regions,
        leads=[(r, headlines.of(view, indicator, r, known, rows)) for r in regions],
        related=_related(view, indicator, related, regions, known),
        trend=_trend(view, release, indicator, regions, known, rows),
        bullets=[
            panel
            for region in regions[:MOST_BULLETS]
            if (panel := p.progress_panel(view, indicator, region, known, rows))
        ],
        paces=_paces(view, release, indicator, rows),
        completion=_completion(site, view, release, indicator),
        where=p.where(site, view, p.places(view, indicator, known)),
        standings=rows,
        reference=_reference(indicator, regions, known),
        figures=_listed(view, code, regions, known),
    )
    return page.indicator(view, dossier)


def _trend(
    view: View,
    release: ReleaseData,
    indicator: Indicator,
    regions: Sequence[str],
    known: s.Series,
    rows: Sequence[TrackedTarget],
) -> Chart | None:
    """The course of the figures; a single one is the tile above, no chart."""
    figures = (figure for region in regions for figure in known.get((indicator.id, region), []))
    if moments(f.shown for f in figures if f.shown.value is not None) < FEWEST_POINTS:
        return None
    return p.trend_panel(view, indicator, regions, known, rows, release.events())


def _reference(indicator: Indicator, regions: Sequence[str], known: s.Series) -> str:
    """The indicator drawn as a named level, when it has a figure for a region shown."""
    return indicator.reference if any((indicator.reference, r) in known for r in regions) else ""


def _related(
    view: View, indicator: Indicator, related: list[str], regions: Sequence[str], known: s.Series
) -> list[HeadlineFigure]:
    """Leading figures of the same subject here, then of this indicator in the parts below."""
    here = [(i, r) for r in regions for i in related]
    below = [
        (i, part.id)
        for r in regions
        if view.region(r).level != "province"
        for part in view.catalogue.children(r)
        for i in (indicator.id, *related)
    ]
    found = [headlines.of(view, view.indicator(i), r, known, ()) for i, r in (*here, *below)]
    return [lead for lead in found if lead.figure]


def _paces(
    view: View, release: ReleaseData, indicator: Indicator, rows: Sequence[TrackedTarget]
) -> list[Chart]:
    """The pace charts; they need the figures of the year before, whatever the page filters."""
    regions = [row.target.region for row in rows if p.has_pace(row)]
    if not regions:
        return []
    known = s.series(view, release, Filter([indicator.id], regions))
    return p.pace_panels(view, indicator, known, rows)


def _completion(
    site: Site, view: View, release: ReleaseData, indicator: Indicator
) -> Ranking | None:
    """The prefectures by completion: all of them, by all figures, whatever the page filters."""
    rows = site.assessed(release).of([indicator.id])
    if not rows:
        return None
    prefectures = [region.id for region in view.catalogue.prefectures()]
    known = histories(release, Filter([indicator.id]))
    today, rules = view.context.today, view.context.rules
    return completion(indicator, rows, known, prefectures, today, rules, report)


def _listed(view: View, code: str, regions: Sequence[str], known: s.Series) -> list[Reported]:
    """All figures of the regions shown, and of the parts below any but the province."""
    below = [p.id for r in regions if view.region(r).level != "province"
             for p in view.catalogue.children(r)]  # fmt: skip
    wanted = dict.fromkeys((*regions, *below))
    return [f for r in wanted for f in sorted(known.get((code, r), []), key=_newest_first)]


def _newest_first(figure: Reported) -> tuple[int, int]:
    span = periods.parse(figure.shown.period)
    return -span.end.toordinal(), -span.months
