"""`/`."""

from collections.abc import Sequence

from callbacks.pages import leads
from callbacks.pages.series import Series, filtered, regions_of, series
from callbacks.panels import places, where
from callbacks.site import Site
from indicators import periods, tracker
from indicators.tracker import Standing
from indicators.vocabulary import CONTEXT_BASE, Base, Event, Indicator, Source
from layouts.figure import Lead
from layouts.html import Component
from layouts.overview import Card, Gaps, overview
from layouts.panel import Panel
from layouts.view import View
from store.snapshot import Snapshot

NEWEST_SOURCES = 4
NEWEST_EVENTS = 4
STALE_YEARS = 5


def build(site: Site, view: View, facts: Snapshot, _: str) -> Component:
    """Fetch what the overview shows and lay it out."""
    headlines = [i for i in view.catalogue.indicators.values() if i.headline]
    known = series(view, facts, filtered(view, [i.id for i in headlines]))
    rows = site.assessed(facts).of()
    cards = [_card(view, base, known, rows) for base in view.catalogue.bases.values()
             if base.id != CONTEXT_BASE]  # fmt: skip
    return overview(view, cards, _where(site, view, known), _news(facts), _gaps(view, facts, rows))


def _card(view: View, base: Base, known: Series, rows: list[Standing]) -> Card:
    own = [i for i in view.catalogue.indicators_of(base.id) if i.headline]
    found = _fresh_first(
        [lead for i in own if (lead := leads.lead(view, i, known, rows)).figure is not None]
    )
    own_targets = [row for row in rows if view.indicator(row.target.indicator).base == base.id]
    return Card(
        base,
        found[0] if found else None,
        _leading(view, own, own_targets, known),
        tracker.counts(own_targets),
    )


def _fresh_first(found: list[Lead]) -> list[Lead]:
    """By rank, but a figure that is years older than the newest does not lead a card."""
    years = [_year(lead) for lead in found]
    oldest = max(years, default=0) - STALE_YEARS
    return sorted(found, key=lambda lead: _year(lead) < oldest)


def _year(lead: Lead) -> int:
    return periods.parse(lead.figure.shown.period).year if lead.figure else 0


def _leading(
    view: View, own: list[Indicator], rows: list[Standing], known: Series
) -> Standing | None:
    """The headline target that is due next, of those that a figure speaks to."""
    homes = [(i.id, regions_of(view, i.id, known)[0]) for i in own]
    found = [
        row for home in homes for row in rows if (row.target.indicator, row.target.region) == home
    ]
    return tracker.leading(tracker.spoken(found), view.context.today)


def _where(site: Site, view: View, known: Series) -> list[Panel]:
    found = [p for i in view.catalogue.indicators_of(CONTEXT_BASE)
             if i.headline and (p := places(view, i, known))]  # fmt: skip
    return where(site, view, max(found, key=lambda p: len(p.rows), default=None))


def _news(facts: Snapshot) -> tuple[list[tuple[Source, int]], list[Event]]:
    counts = facts.figures_by_source()
    sources = sorted(facts.catalogue.sources.values(), key=lambda s: s.published, reverse=True)
    # one line a publisher: six tables of one yearbook are one piece of news
    newest = {s.publisher: s for s in reversed(sources) if counts.get(s.id)}
    used = sorted(newest.values(), key=lambda s: s.published, reverse=True)[:NEWEST_SOURCES]
    return [(s, counts[s.id]) for s in used], facts.events()[:NEWEST_EVENTS]


def _gaps(view: View, facts: Snapshot, rows: Sequence[Standing]) -> Gaps:
    reported = facts.reported()
    with_figures = {indicator for indicator, _ in reported}
    indicators = view.catalogue.indicators.values()
    return Gaps(
        headlines=[i for i in indicators if i.headline and i.id not in with_figures],
        silent_targets=sum(
            (row.target.indicator, row.target.region) not in reported for row in rows
        ),
        silent_indicators=sum(i.id not in with_figures for i in indicators),
    )
