"""`/base/<id>`."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from callbacks.selection import base_charts as charts
from callbacks.selection import headlines
from callbacks.selection import series as s
from callbacks.selection.proposals import thread
from callbacks.site import Site
from charts.chart import Chart
from indicators import periods
from indicators.records import Event, Indicator, Project, Proposal, Source, Target
from layouts.pages import base as page
from layouts.pages.base import BasePage, Unknown
from layouts.parts.html import Component
from layouts.parts.tiles import HeadlineFigure
from layouts.view import View
from store.snapshot import Filter, ReleaseData
from targets import tracker
from targets.rules import OVERDUE
from targets.tracker import TrackedTarget

STALE_YEARS = 3

Told = Event | Project | Proposal | Target


def build(site: Site, view: View, release: ReleaseData, code: str) -> Component:
    """Lay out the page of a base."""
    return page.base(view, story(site, view, release, code))


def story(site: Site, view: View, release: ReleaseData, code: str) -> BasePage:
    """Fetch what the page of a base tells."""
    own = view.catalogue.indicators_of(code)
    known = s.series(view, release, s.filtered(view, [i.id for i in own]))
    rows = site.assessed(release).of([i.id for i in own], view.state.region)
    heads = [i for i in own if i.headline]
    trends = charts.small_trends(view, charts.Known(heads, known, rows))
    where = charts.where(site, view, release, code, known)
    tiles = [headlines.lead(view, i, known, rows) for i in heads]
    events = _here(view, [e for e in release.events() if e.base == code])
    projects = _here(view, [p for p in release.projects() if p.base == code])
    others = [headlines.lead(view, i, known, ()) for i in own if not i.headline]
    proposals = _here(view, [p for p in release.proposals() if p.base == code])
    told: list[Told] = [*projects, *events, *proposals, *(row.target for row in rows)]
    return BasePage(
        base=view.catalogue.bases[code],
        tiles=tiles,
        standings=rows,
        trends=trends,
        where=where,
        areas=release.areas(code),
        projects=projects,
        proposals=thread(proposals),
        events=events,
        unknown=_unknown(view, release, own, _whole(view, release, own, known), rows),
        others=[lead for lead in others if lead.figure],
        sources=_sources([*tiles, *others], [*trends, *where], told),
        regions=view.region_names(view.state.region),
    )


def _whole(view: View, release: ReleaseData, own: Sequence[Indicator], known: s.Series) -> s.Series:
    """The series without the filters: what a filter hides is no gap."""
    state = view.state
    if not (state.from_ or state.to or state.source):
        return known
    return s.series(view, release, Filter([i.id for i in own]))


def _unknown(
    view: View,
    release: ReleaseData,
    own: list[Indicator],
    known: s.Series,
    rows: list[TrackedTarget],
) -> Unknown:
    reported = release.reported()
    leading = [s.lead(view, i, known) for i in own]
    oldest = view.context.today.year - STALE_YEARS
    here = tracker.in_force(rows)
    return Unknown(
        silent=[i for i, figure in zip(own, leading, strict=True) if figure is None],
        stale=[f for f in leading if f and periods.parse(f.shown.period).year < oldest],
        silent_targets=sum((r.target.indicator, r.target.region) not in reported for r in here),
        overdue=sum(row.status == OVERDUE for row in here),
        conflicts=sum(
            bool(figure.conflicts)
            for (_, region), figures in known.items()
            if not view.state.region or region in view.state.region
            for figure in figures
        ),
    )


def _sources(
    tiles: Sequence[HeadlineFigure], panels: Sequence[Chart], rows: Iterable[Told]
) -> list[Source]:
    """The publications that the page rests on, each once, the latest first."""
    of_panels = [source for panel in panels for source in panel.sources]
    of_rows = [row.source for row in (*headlines.shown(tiles), *rows) if row.source]
    found = {source.id: source for source in (*of_panels, *of_rows)}
    return sorted(found.values(), key=lambda source: source.published, reverse=True)


Row = TypeVar("Row", bound=Event | Project | Proposal)


def _here(view: View, rows: list[Row]) -> list[Row]:
    """The rows of the regions asked for and of the counties inside them."""
    chosen = view.state.region
    parts = [part.id for code in chosen for part in view.catalogue.children(code)]
    inside = {*chosen, *parts}
    return [row for row in rows if not chosen or row.region in inside]
