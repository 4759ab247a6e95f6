"""`/`."""

from collections.abc import Sequence

from callbacks.selection import headlines
from callbacks.selection.charts import Selection, map_and_ranking
from callbacks.selection.series import Series, filtered, regions_of, series
from callbacks.site import Site
from charts.chart import Chart
from charts.places import places
from indicators import periods
from indicators.records import Base, Event, Indicator, Source
from indicators.vocabulary import CONTEXT_BASE
from layouts.pages.overview import Card, Gaps, overview
from layouts.parts.html import Element
from layouts.parts.tiles import HeadlineFigure
from layouts.view import View
from store.snapshot import ReleaseData
from targets import tracker
from targets.tracked import TrackedTarget

NEWEST_SOURCES = 4
NEWEST_EVENTS = 4
STALE_YEARS = 5


def build(site: Site, view: View, release: ReleaseData, _: str) -> Element:
    """Fetch what the overview shows and lay it out."""
    indicators = [i for i in view.catalogue.indicators.values() if i.headline]
    subject = [name for i in indicators for name in (i.id, i.growth) if name]
    by_series = series(view, release, filtered(view, subject))
    rows = site.assessed(release).of()
    cards = [_card(view, base, by_series, rows) for base in view.catalogue.bases.values()
             if base.id != CONTEXT_BASE]  # fmt: skip
    return overview(
        view,
        cards,
        _where(Selection(site, view, release, by_series)),
        _news(release),
        _gaps(view, release, rows),
    )


def _card(view: View, base: Base, by_series: Series, rows: list[TrackedTarget]) -> Card:
    leading = [i for i in view.catalogue.indicators_of(base.id) if i.headline]
    leads = _fresh_first(
        [
            lead
            for i in leading
            if (lead := headlines.lead(view, i, by_series, rows)).reported is not None
        ]
    )
    of_base = [row for row in rows if view.indicator(row.target.indicator).base == base.id]
    return Card(
        base,
        leads[0] if leads else None,
        _leading(view, leading, of_base, by_series),
        tracker.counts(tracker.current(of_base, view.context.today)),
    )


def _fresh_first(leads: list[HeadlineFigure]) -> list[HeadlineFigure]:
    """By rank, but a figure that is years older than the newest does not lead a card."""
    years = [_year(lead) for lead in leads]
    oldest = max(years, default=0) - STALE_YEARS
    return sorted(leads, key=lambda lead: _year(lead) < oldest)


def _year(lead: HeadlineFigure) -> int:
    return periods.parse(lead.reported.shown.period).year if lead.reported else 0


def _leading(
    view: View, leading: list[Indicator], rows: list[TrackedTarget], by_series: Series
) -> TrackedTarget | None:
    """The headline target that is due next, of those with a comparable latest value."""
    homes = [(i.id, regions_of(view, i.id, by_series)[0]) for i in leading]
    due = [
        row for home in homes for row in rows if (row.target.indicator, row.target.region) == home
    ]
    return tracker.leading(tracker.comparable(due), view.context.today)


def _where(selection: Selection) -> list[Chart]:
    catalogue = selection.view.catalogue
    candidates = [
        there
        for indicator in catalogue.indicators_of(CONTEXT_BASE)
        if indicator.headline and (there := places(indicator, selection.series, catalogue))
    ]
    widest = max(candidates, key=lambda there: len(there.rows), default=None)
    return map_and_ranking(selection, widest)


def _news(release: ReleaseData) -> tuple[list[tuple[Source, int]], Sequence[Event]]:
    counts = release.figures_by_source()
    sources = sorted(release.catalogue.sources.values(), key=lambda s: s.published, reverse=True)
    # one line a publisher: six tables of one yearbook are one piece of news
    newest = {s.publisher_zh: s for s in reversed(sources) if counts.get(s.id)}
    used = sorted(newest.values(), key=lambda s: s.published, reverse=True)[:NEWEST_SOURCES]
    return [(s, counts[s.id]) for s in used], release.events[:NEWEST_EVENTS]


def _gaps(view: View, release: ReleaseData, rows: Sequence[TrackedTarget]) -> Gaps:
    reported = release.reported
    reported_indicators = {indicator for indicator, _ in reported}
    indicators = view.catalogue.indicators.values()
    return Gaps(
        headlines=[i for i in indicators if i.headline and i.id not in reported_indicators],
        silent_targets=sum(
            (row.target.indicator, row.target.region) not in reported for row in rows
        ),
        silent_indicators=sum(i.id not in reported_indicators for i in indicators),
    )
