"""`/base/<id>`."""

from collections.abc import Iterable, Sequence

from callbacks.selection import base_charts, headlines
from callbacks.selection import series as s
from callbacks.selection.charts import Selection
from callbacks.selection.proposals import thread
from callbacks.selection.regional import matching
from callbacks.selection.target_summary import target_summary
from callbacks.site import Site
from charts.chart import Chart
from indicators import periods
from indicators.projects import histories
from indicators.records import Event, Indicator, Project, Proposal, Source, Target
from indicators.vocabulary import PROVINCE
from layouts.pages import base as page
from layouts.pages.base import BasePage, Unknown
from layouts.parts.html import Element
from layouts.parts.tiles import HeadlineFigure
from layouts.view import View
from store.snapshot import ReleaseData
from targets import tracker
from targets.tracked import TrackedTarget

STALE_YEARS = 3
FIRST = 1  # the rank of the headline that stands for its base

Sourced = Event | Project | Proposal | Target


def build(site: Site, view: View, release: ReleaseData, code: str) -> Element:
    """Lay out the page of a base."""
    return page.base(view, fetched(site, view, release, code))


def fetched(site: Site, view: View, release: ReleaseData, code: str) -> BasePage:
    """What the page of a base shows, in the state of the view."""
    indicators = view.catalogue.indicators_of(code)
    whole = site.series(release, code)
    by_series = s.left(view, whole)
    rows = site.assessed(release).of([i.id for i in indicators], view.state.region)
    heads = [i for i in indicators if i.headline]
    selection = Selection(site, view, release, by_series, rows)
    trends = base_charts.small_trends(selection, heads)
    where = base_charts.where(selection, code)
    tiles = [headlines.lead(view, i, by_series, rows) for i in heads]
    events = matching(view, [e for e in release.events if e.base == code])
    reports = matching(view, [p for p in release.projects if p.base == code])
    others = [headlines.lead(view, i, by_series, ()) for i in indicators if not i.headline]
    proposals = matching(view, [p for p in release.proposals if p.base == code])
    sourced: list[Sourced] = [*reports, *events, *proposals, *(row.target for row in rows)]
    return BasePage(
        base=view.catalogue.bases[code],
        tiles=[lead for lead in tiles if _leads(view, lead)],
        local=[lead for lead in tiles if not _leads(view, lead)],
        targets=target_summary(view, rows),
        trends=trends,
        where=where,
        areas=release.areas(code),
        projects=histories(reports),
        proposals=thread(proposals),
        events=events,
        unknown=_unknown(view, release, indicators, whole, rows),
        others=[lead for lead in others if lead.reported and _is_of_scope(view, lead)],
        local_others=[lead for lead in others if lead.reported and not _is_of_scope(view, lead)],
        sources=_sources([*tiles, *others], [*trends, *where], sourced),
        regions=view.region_names(view.state.region),
    )


def _leads(view: View, lead: HeadlineFigure) -> bool:
    """Whether a headline figure leads: the first of its base, wherever it is of, and its scope.

    One without a value says so among them.
    """
    return lead.indicator.headline == FIRST or not lead.reported or _is_of_scope(view, lead)


def _is_of_scope(view: View, lead: HeadlineFigure) -> bool:
    """Whether a figure is of the province, or of a region asked for, and of no company."""
    assert lead.reported is not None
    scope = view.state.region or (PROVINCE,)
    return lead.reported.shown.region in scope and not lead.indicator.is_of_a_company


def _unknown(
    view: View,
    release: ReleaseData,
    indicators: list[Indicator],
    whole: s.Series,
    rows: list[TrackedTarget],
) -> Unknown:
    """What is not known by all figures: what a filter hides is no gap."""
    reported = release.reported
    leading = [s.lead(view, i, whole) for i in indicators]
    oldest = view.context.today.year - STALE_YEARS
    here = tracker.current(rows, view.context.today)
    return Unknown(
        silent=[i for i, latest in zip(indicators, leading, strict=True) if latest is None],
        stale=[f for f in leading if f and periods.parse(f.shown.period).year < oldest],
        silent_targets=sum((r.target.indicator, r.target.region) not in reported for r in here),
        overdue=sum(row.status.is_missing for row in here),
        conflicts=sum(
            bool(each.conflicts)
            for (_, region), series in whole.items()
            if not view.state.region or region in view.state.region
            for each in series
        ),
    )


def _sources(
    tiles: Sequence[HeadlineFigure], charts: Sequence[Chart], rows: Iterable[Sourced]
) -> list[Source]:
    """The publications that the page rests on, each once, the latest first."""
    of_charts = [source for chart in charts for source in chart.sources]
    of_rows = [row.source for row in (*headlines.shown(tiles), *rows) if row.source]
    once = {source.id: source for source in (*of_charts, *of_rows)}
    return sorted(once.values(), key=lambda source: source.published, reverse=True)
