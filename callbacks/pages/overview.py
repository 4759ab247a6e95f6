"""`/`."""

from collections import Counter
from collections.abc import Sequence

from callbacks.selection.base_rows import base_rows
from callbacks.selection.charts import Selection, chart_of
from callbacks.selection.regional import matching
from callbacks.selection.series import Series, filtered, series
from callbacks.site import Site
from charts.chart import Chart
from charts.places import places
from indicators.records import Indicator
from indicators.vocabulary import PROVINCE
from layouts.pages.overview import Overview, overview
from layouts.parts.html import Element
from layouts.view import View
from store.snapshot import ReleaseData
from targets import telling, tracker
from targets.rules import TargetStatus
from targets.tracked import TrackedTarget

NEWEST_EVENTS = 2
LAGGING_PLACES = 2


def build(site: Site, view: View, release: ReleaseData, _: str) -> Element:
    """Fetch what the overview shows of the regions asked for, and lay it out."""
    today = view.context.today
    by_series = series(view, release, filtered(view, _subject(view, release)))
    maps = _maps(view, by_series)
    targets = site.assessed(release).of(regions=view.state.region)
    current = tracker.current(targets, today)
    rows = base_rows(view, by_series, targets)
    return overview(
        view,
        Overview(
            rows=rows,
            told=telling.telling(row.told for row in rows if row.told),
            awaited=_awaited(view, current),
            places=_places(targets, view),
            silent=tracker.counts(current).get(TargetStatus.NO_DATA, 0),
            times=Counter(row.time(today) for row in targets),
            maps=maps,
            mapped=_map(Selection(site, view, release, by_series), maps),
            events=matching(view, release.events)[:NEWEST_EVENTS],
        ),
    )


def _subject(view: View, release: ReleaseData) -> list[str]:
    """The ids of the indicators that may lead a row, and of their growth.

    They are the headlines, and with regions asked for whatever has a figure there.
    """
    chosen = view.state.region
    there = {name for name, region in release.reported if region in chosen}
    leading = [i for i in view.catalogue.indicators.values() if i.headline or i.id in there]
    return [name for i in leading for name in (i.id, i.growth) if name]


def _maps(view: View, by_series: Series) -> list[Indicator]:
    """The headline indicators with values for enough prefectures, those with most first."""
    heads = [i for i in view.catalogue.indicators.values() if i.headline]
    found = [there for i in heads if (there := places(i, by_series, view.catalogue))]
    return [there.indicator for there in sorted(found, key=lambda there: -len(there.rows))]


def _map(selection: Selection, offered: Sequence[Indicator]) -> Chart | None:
    """The map of the indicator that the address names, else of the first; None without any."""
    chosen = [i for i in offered if i.id == selection.view.state.indicator] or offered
    return chart_of("map", selection, chosen[0]) if chosen else None


def _awaited(view: View, current: Sequence[TrackedTarget]) -> dict[str, int]:
    """The numbers of targets that await their figure by base, the most first."""
    bases = Counter(
        view.indicator(row.target.indicator).base
        for row in current
        if row.status is TargetStatus.AWAITED
    )
    return dict(bases.most_common())


def _places(targets: Sequence[TrackedTarget], view: View) -> list[TrackedTarget]:
    """Targets in force of single regions that lag, the current ones first, then the latest due."""
    today = view.context.today
    lagging = [
        row
        for row in tracker.in_force(targets)
        if row.status.is_lagging and row.target.region != PROVINCE
    ]
    return sorted(lagging, key=lambda row: (row.time(today).order, -row.due.toordinal()))[
        :LAGGING_PLACES
    ]
