"""`/base/<id>`."""

from collections import defaultdict
from collections.abc import Sequence
from typing import TypeVar

from dash.development.base_component import Component

from callbacks import panels as p
from callbacks.pages import series as s
from callbacks.site import Site
from indicators.precedence import Figure
from indicators.tracker import Standing
from indicators.vocabulary import Event, Indicator, Project, Proposal
from layouts import base as page
from layouts.base import Story
from layouts.panel import Panel
from layouts.view import View
from store.snapshot import Snapshot

MOST_TRENDS = 6
MOST_BULLETS = 4
FEWEST_POINTS = 2


def build(site: Site, view: View, facts: Snapshot, code: str) -> Component:
    """Lay out the page of a base."""
    return page.base(view, story(site, view, facts, code))


def story(site: Site, view: View, facts: Snapshot, code: str) -> Story:
    """Fetch what the page of a base tells."""
    own = view.catalogue.indicators_of(code)
    known = s.series(view, facts, s.filtered(view, [i.id for i in own]))
    rows = site.assessed(facts).of([i.id for i in own], view.state.region)
    every_event = facts.events()
    events = _here(view, [e for e in every_event if e.base == code])
    heads = [i for i in own if i.headline]
    return Story(
        base=view.catalogue.bases[code],
        tiles=[_tile(view, i, known) for i in heads],
        standings=rows,
        trends=_trends(view, heads, known, rows, every_event),
        bullets=_bullets(view, heads, known, rows),
        where=_where(site, view, own, known),
        projects=_here(view, [p for p in facts.projects() if p.base == code]),
        proposals=thread(_here(view, [p for p in facts.proposals() if p.base == code])),
        events=events,
        others=[(i, s.lead(view, i, known)) for i in own if not i.headline],
        regions=view.region_names(view.state.region),
    )


def thread(rows: Sequence[Proposal]) -> tuple[list[Proposal], dict[str, list[Proposal]]]:
    """Split proposals from what answers them, by the id answered."""
    answers: dict[str, list[Proposal]] = defaultdict(list)
    for row in rows:
        if row.responds_to:
            answers[row.responds_to].append(row)
    return [row for row in rows if not row.responds_to], dict(answers)


def _tile(
    view: View, indicator: Indicator, known: s.Series
) -> tuple[Indicator, Figure | None, str]:
    """The leading figure of the region asked for, else of the indicator's home, and says so."""
    figure = s.lead(view, indicator, known)
    chosen = view.state.region
    elsewhere = bool(figure and chosen and figure.shown.region not in chosen)
    note = view.words("tile.elsewhere", regions=view.region_names(chosen)) if elsewhere else ""
    return indicator, figure, note


def _trends(
    view: View, heads: list[Indicator], known: s.Series, rows: list[Standing], events: list[Event]
) -> list[Panel]:
    """One trend for each headline indicator with more than a single figure."""
    panels = []
    for indicator in heads:
        regions = [r for r in s.regions_of(view, indicator.id, known) if (indicator.id, r) in known]
        if sum(len(known[indicator.id, r]) for r in regions) >= FEWEST_POINTS:
            panels.append(p.trend_panel(view, indicator, regions, known, rows, events))
    return panels[:MOST_TRENDS]


def _bullets(
    view: View, heads: list[Indicator], known: s.Series, rows: list[Standing]
) -> list[Panel]:
    """Value against target or reference level for the headline indicators that have one."""
    homes = {i.id: s.regions_of(view, i.id, known)[0] for i in heads}
    panels = [p.progress_panel(view, i, homes[i.id], known, rows) for i in heads]
    return [panel for panel in panels if panel][:MOST_BULLETS]


def _where(site: Site, view: View, own: list[Indicator], known: s.Series) -> list[Panel]:
    """Map and ranking of the indicator for which most prefectures have a figure."""
    found = [places for i in own if (places := p.places(view, i, known))]
    best = max(
        found, key=lambda at: (len(at.rows), at.indicator.headline is not None), default=None
    )
    return p.where(site, view, best)


Row = TypeVar("Row", bound=Event | Project | Proposal)


def _here(view: View, rows: list[Row]) -> list[Row]:
    """The rows of the regions asked for and of the counties inside them."""
    chosen = view.state.region
    parts = [part.id for code in chosen for part in view.catalogue.children(code)]
    inside = {*chosen, *parts}
    return [row for row in rows if not chosen or row.region in inside]
