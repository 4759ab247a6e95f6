"""What is shown of a region, on its page and in its report."""

from callbacks.selection import series as s
from callbacks.selection.charts import Selection, chart_of
from callbacks.selection.regional import with_parts
from callbacks.selection.target_summary import target_summary
from callbacks.site import Site
from indicators import periods, precedence
from indicators.precedence import Reported
from indicators.projects import histories
from indicators.records import Base, Indicator
from indicators.vocabulary import PROVINCE
from layouts.pages.region import RegionPage, RegionRow
from layouts.view import View
from store.snapshot import ReleaseData


def region_page(site: Site, view: View, release: ReleaseData, code: str) -> RegionPage:
    """What the page and the report of a region show, in the state of the view."""
    by_series = s.series(view, release, s.filtered(view, (), {code, PROVINCE}))
    place = chart_of("locator", Selection(site, view, release, by_series), regions=[code])
    places = with_parts(view, code)
    return RegionPage(
        region=view.region(code),
        place=None if place.is_empty else place,
        groups=_groups(view, code, by_series),
        targets=target_summary(site.assessed(release).of(regions=[code]), view.context.today),
        projects=histories(p for p in release.projects if p.region in places),
        parts=view.catalogue.children(code),
    )


def _groups(view: View, code: str, by_series: s.Series) -> list[tuple[Base, list[RegionRow]]]:
    groups = []
    for base in view.catalogue.bases.values():
        rows = [
            RegionRow(indicator, reported, _share(indicator, reported, by_series))
            for indicator in view.catalogue.indicators_of(base.id)
            if (reported := precedence.lead(by_series.get((indicator.id, code), [])))
        ]
        if rows:
            groups.append((base, rows))
    return groups


def _share(indicator: Indicator, reported: Reported, by_series: s.Series) -> float | None:
    """The part of the province's figure for the same period, of the measures that add up."""
    shown = reported.shown
    if not indicator.measure.adds_up or shown.region == PROVINCE or shown.value is None:
        return None
    span = periods.parse(shown.period).canonical
    whole = [
        f.shown.value
        for f in by_series.get((indicator.id, PROVINCE), [])
        if periods.parse(f.shown.period).canonical == span and f.shown.value
    ]
    return shown.value / whole[0] if whole and 0 <= shown.value <= whole[0] else None
