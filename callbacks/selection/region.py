"""What is shown of a region, on its page and in its report."""

from collections.abc import Mapping, Sequence

from callbacks.selection import base_charts
from callbacks.selection import series as s
from callbacks.selection import standings as st
from callbacks.selection.charts import Selection, chart_of
from callbacks.selection.regional import with_parts
from callbacks.selection.target_summary import target_summary
from callbacks.site import Site
from indicators import periods, precedence
from indicators.precedence import Reported
from indicators.projects import histories
from indicators.records import Base, Indicator
from indicators.standings import Standings
from indicators.vocabulary import PROVINCE, Level
from layouts.pages.region import RegionPage, RegionRow
from layouts.view import View
from store.snapshot import ReleaseData

RANKED = (Level.PROVINCE, Level.PREFECTURE)  # whose page shows how the prefectures stand


def region_page(site: Site, view: View, release: ReleaseData, code: str) -> RegionPage:
    """What the page and the report of a region show, in the state of the view."""
    codes = st.regions(view, (code, *view.state.region))
    by_series = s.series(view, release, s.filtered(view, (), codes))
    rows = site.assessed(release).of(regions=[code])
    selection = Selection(site, view, release, by_series, rows)
    place = chart_of("locator", selection, regions=[code])
    places = with_parts(view, code)
    is_ranked = view.region(code).level in RANKED
    offered = st.offered(view, by_series) if is_ranked else []
    chosen = st.chosen(view, offered)
    return RegionPage(
        region=view.region(code),
        standings=chosen,
        sparks=st.sparks(view, chosen) if chosen else {},
        offered=offered,
        trends=base_charts.regional_trends(selection, code),
        place=None if place.is_empty else place,
        groups=_groups(view, code, by_series, offered),
        targets=target_summary(view, rows),
        projects=histories(p for p in release.projects if p.region in places),
        parts=view.catalogue.children(code),
    )


def _groups(
    view: View, code: str, by_series: s.Series, offered: Sequence[Standings]
) -> list[tuple[Base, list[RegionRow]]]:
    ranked = {one.indicator.id: one for one in offered}
    groups = []
    for base in view.catalogue.bases.values():
        rows = [
            RegionRow(indicator, reported, _share(indicator, reported, by_series, ranked))
            for indicator in view.catalogue.indicators_of(base.id)
            if (reported := precedence.lead(by_series.get((indicator.id, code), [])))
        ]
        if rows:
            groups.append((base, rows))
    return groups


def _share(
    indicator: Indicator, reported: Reported, by_series: s.Series, ranked: Mapping[str, Standings]
) -> float | None:
    """The part of the province's figure for the same period.

    Where all prefectures have one, that is the figure which theirs add up to.
    """
    shown = reported.shown
    if not indicator.measure.adds_up or shown.region == PROVINCE or shown.value is None:
        return None
    time = periods.of(shown.period, indicator.measure)
    found = ranked.get(indicator.id)
    if found and found.period == time.text and found.is_complete:
        row = found.of(shown.region)
        return row.share if row else None
    whole = [
        f.shown.value
        for f in by_series.get((indicator.id, PROVINCE), [])
        if periods.of(f.shown.period, indicator.measure) == time and f.shown.value
    ]
    return shown.value / whole[0] if whole and 0 <= shown.value <= whole[0] else None
