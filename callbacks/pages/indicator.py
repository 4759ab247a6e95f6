"""`/indicator/<id>`."""

from collections.abc import Sequence

from dash.development.base_component import Component

from callbacks.pages import series as s
from callbacks.site import Site
from figures.trend import trend
from indicators import periods, precedence
from indicators.precedence import Figure
from indicators.vocabulary import Indicator, Target
from layouts import indicator as page
from layouts.base import Panel
from layouts.components import figure_sources
from layouts.indicator import Dossier
from layouts.view import View
from store.snapshot import Filter, Snapshot

MOST_BULLETS = 4


def build(site: Site, view: View, facts: Snapshot, code: str) -> Component:
    """Fetch what the page of an indicator shows and lay it out."""
    indicator = view.catalogue.indicators[code]
    related = [i.id for i in view.catalogue.related(indicator)]
    subject = [code, *related, *([indicator.reference] if indicator.reference else [])]
    known = s.series(view, facts, s.filtered(view, subject))
    regions = s.regions_of(view, code, known)
    rows = facts.targets(Filter([code], regions))
    dossier = Dossier(
        indicator=indicator,
        regions=regions,
        leads=[(r, precedence.lead(known.get((code, r), []))) for r in regions],
        related=_related(view, indicator, related, regions, known),
        trend=_trend(view, facts, indicator, regions, known, rows),
        bullets=[
            b for r in regions[:MOST_BULLETS] if (b := s.bullet(view, indicator, r, known, rows))
        ],
        where=s.where(site, view, s.places(view, indicator, known)),
        standings=s.standings(rows, known, view),
        reference=_reference(indicator, regions, known),
        figures=_listed(view, code, regions, known),
    )
    return page.indicator(view, dossier)


def _reference(indicator: Indicator, regions: Sequence[str], known: s.Series) -> str:
    """The indicator drawn as a named level, when it has a figure for a region shown."""
    return indicator.reference if any((indicator.reference, r) in known for r in regions) else ""


def _related(
    view: View, indicator: Indicator, related: list[str], regions: Sequence[str], known: s.Series
) -> list[Figure]:
    """Leading figures of the same subject here, then of this indicator in the parts below."""
    here = [precedence.lead(known.get((i, r), [])) for r in regions for i in related]
    below = [
        precedence.lead(known.get((i, part.id), []))
        for r in regions
        if view.region(r).level != "province"
        for part in view.catalogue.children(r)
        for i in (indicator.id, *related)
    ]
    return [figure for figure in (*here, *below) if figure]


def _trend(
    view: View, facts: Snapshot, indicator: Indicator, regions: Sequence[str], known: s.Series,
    rows: list[Target],
) -> Panel:  # fmt: skip
    chosen = {view.region(r): known[indicator.id, r] for r in regions if (indicator.id, r) in known}
    events = [e for e in facts.events() if e.base == indicator.base and e.region in regions]
    drawing = trend(indicator, chosen, rows, events, view.context) if chosen else None
    figures = [figure for own in chosen.values() for figure in own]
    return Panel(indicator, drawing, [*figure_sources(figures), *(t.source for t in rows)])


def _listed(view: View, code: str, regions: Sequence[str], known: s.Series) -> list[Figure]:
    """All figures of the regions shown, and of the parts below any but the province."""
    below = [p.id for r in regions if view.region(r).level != "province"
             for p in view.catalogue.children(r)]  # fmt: skip
    wanted = dict.fromkeys((*regions, *below))
    return [f for r in wanted for f in sorted(known.get((code, r), []), key=_newest_first)]


def _newest_first(figure: Figure) -> tuple[int, int]:
    span = periods.parse(figure.shown.period)
    return -span.end.toordinal(), -span.months
