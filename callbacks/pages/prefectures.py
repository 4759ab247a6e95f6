"""`/prefectures`."""

from callbacks.selection import series as s
from callbacks.selection import standings as st
from callbacks.selection.target_summary import target_summary
from callbacks.site import Site
from layouts.pages import prefectures as page
from layouts.pages.prefectures import PrefecturesPage
from layouts.parts.html import Element
from layouts.view import View
from store.snapshot import ReleaseData
from targets import tracker
from targets.tracked import TrackedTarget


def build(site: Site, view: View, release: ReleaseData, _: str) -> Element:
    """Lay out how the prefectures stand; the regions of the address are marked among them."""
    by_series = s.series(view, release, s.filtered(view, (), st.regions(view, ())))
    offered = st.offered(view, by_series)
    chosen = st.chosen(view, offered)
    codes = view.catalogue.prefecture_codes()
    today, assessed = view.context.today, site.assessed(release)
    summaries = {code: target_summary(view, assessed.of(regions=[code])) for code in codes}
    ordered = sorted(codes, key=lambda code: -summaries[code].lagging)
    current = tracker.current(assessed.of(regions=codes), today)
    return page.prefectures(view, PrefecturesPage(
        standings=chosen,
        sparks=st.sparks(view, chosen) if chosen else {},
        offered=offered,
        targets={code: summaries[code] for code in ordered},
        lagging=sorted((row for row in current if row.status.is_lagging), key=_worst_first),
    ))  # fmt: skip


def _worst_first(row: TrackedTarget) -> int:
    return -row.status.order
