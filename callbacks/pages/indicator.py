"""`/indicator/<id>`."""

from collections.abc import Sequence

from dash.development.base_component import Component

from callbacks.assessed import histories, report
from callbacks.pages import series as s
from callbacks.site import Site
from figures.pace import pace
from figures.trend import trend
from indicators import periods, precedence, tracker
from indicators.completion import Completion, completion
from indicators.precedence import Figure
from indicators.tracker import Standing
from indicators.vocabulary import Indicator
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
    rows = site.assessed(facts).of([code], regions)
    dossier = Dossier(
        indicator=indicator,
        regions=regions,
        leads=[(r, precedence.lead(known.get((code, r), []))) for r in regions],
        related=_related(view, indicator, related, regions, known),
        trend=_trend(view, facts, indicator, regions, known, rows),
        bullets=[
            b for r in regions[:MOST_BULLETS] if (b := s.bullet(view, indicator, r, known, rows))
        ],
        paces=_paces(view, facts, indicator, rows),
        completion=_completion(site, view, facts, indicator),
        where=s.where(site, view, s.places(view, indicator, known)),
        standings=rows,
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
    rows: list[Standing],
) -> Panel:  # fmt: skip
    chosen = {view.region(r): known[indicator.id, r] for r in regions if (indicator.id, r) in known}
    events = [e for e in facts.events() if e.base == indicator.base and e.region in regions]
    drawing = trend(indicator, chosen, rows, events, view.context) if chosen else None
    figures = [figure for own in chosen.values() for figure in own]
    return Panel(
        indicator, drawing, [*figure_sources(figures), *(row.target.source for row in rows)]
    )


def _paces(
    view: View, facts: Snapshot, indicator: Indicator, rows: Sequence[Standing]
) -> list[Panel]:
    """The pace of each region's next target of a year that is partly published."""
    due = {r.target.region: r for r in reversed(tracker.in_force(rows)) if _has_pace(r)}
    if not due:
        return []
    known = s.series(view, facts, Filter([indicator.id], list(due)))  # whatever the page filters
    panels = []
    for region, row in due.items():
        own = known[indicator.id, region]
        drawing = pace(indicator, view.region(region), row, own, view.context)
        shown = [r.current.row.source for r in row.assessment.readings if r.method == "pace"]
        panels.append(Panel(indicator, drawing, [*shown, row.target.source]))
    return [panel for panel in panels if panel.drawing]


def _completion(site: Site, view: View, facts: Snapshot, indicator: Indicator) -> Completion | None:
    """The prefectures by completion: all of them, by all figures, whatever the page filters."""
    rows = site.assessed(facts).of([indicator.id])
    if not rows:
        return None
    prefectures = [region.id for region in view.catalogue.prefectures()]
    known = histories(facts, Filter([indicator.id]))
    today, rules = view.context.today, view.context.rules
    return completion(indicator, rows, known, prefectures, today, rules, report)


def _has_pace(row: Standing) -> bool:
    return any(reading.method == "pace" for reading in row.assessment.readings)


def _listed(view: View, code: str, regions: Sequence[str], known: s.Series) -> list[Figure]:
    """All figures of the regions shown, and of the parts below any but the province."""
    below = [p.id for r in regions if view.region(r).level != "province"
             for p in view.catalogue.children(r)]  # fmt: skip
    wanted = dict.fromkeys((*regions, *below))
    return [f for r in wanted for f in sorted(known.get((code, r), []), key=_newest_first)]


def _newest_first(figure: Figure) -> tuple[int, int]:
    span = periods.parse(figure.shown.period)
    return -span.end.toordinal(), -span.months
