"""The charts of a release by the numbers of their pictures, so that a number alone will do.

What was drawn since the start is known; of the rest, what pages show without a filter of years or
sources is drawn again, once a release, when a number is first asked for that is not known.
"""

from collections.abc import Iterator
from dataclasses import replace

from callbacks.selection import series as s
from callbacks.selection.base_charts import regional_trends, small_trends
from callbacks.selection.charts import Selection, chart_of
from callbacks.site import Site
from charts.addresses import State
from charts.chart import Chart
from charts.registry import ROWS
from indicators.precedence import Reported
from indicators.records import Indicator
from layouts.view import View
from store.snapshot import ReleaseData


def address_of(site: Site, number: str, release: int) -> str:
    """The address of the chart whose picture has this number, in its one spelling; empty if none.

    `number` is spelled as it is printed. Raises `NoReleaseError` for a release that does not exist.
    """
    if address := site.issued.get(number):
        return address
    return site.shown.made(release, lambda: _shown(site, release)).get(number, "")


def _shown(site: Site, number: int) -> dict[str, str]:
    """The addresses of what the pages of a release show, by number: all of it is drawn for that."""
    view, release = site.view(State(asof=number), "/verify")
    drawn = (chart for chart in _charts(site, view, release) if not chart.is_empty)
    return {chart.passport: chart.lasting_address for chart in drawn}


def _charts(site: Site, view: View, release: ReleaseData) -> Iterator[Chart]:
    plain = Selection(site, view, release, {})
    for code in view.catalogue.bases:
        yield chart_of("areas", plain, base=code)
        yield from _small(site, view, release, code)
    yield from _of_regions(site, view, release)
    for indicator in view.catalogue.indicators.values():
        yield from _of_indicator(site, view, release, indicator)


def _small(site: Site, view: View, release: ReleaseData, base: str) -> Iterator[Chart]:
    """The small trends of a base, whose axes are their own: of all, then of each prefecture."""
    heads = [i for i in view.catalogue.indicators_of(base) if i.headline]
    whole = site.series(release, base)
    for region in (None, *(each.id for each in view.catalogue.prefectures())):
        here = _of_region(view, region)
        rows = site.assessed(release).of([i.id for i in heads], here.state.region)
        yield from small_trends(Selection(site, here, release, s.left(here, whole), rows), heads)


def _of_regions(site: Site, view: View, release: ReleaseData) -> Iterator[Chart]:
    """The place of each region, and its small trends."""
    series: dict[tuple[str, str], list[Reported]] = {}
    for base in view.catalogue.bases:
        series |= site.series(release, base)
    for code in view.catalogue.regions:
        rows = site.assessed(release).of(regions=[code])
        selection = Selection(site, _of_region(view, code), release, series, rows)
        yield chart_of("locator", selection, regions=(code,))
        yield from regional_trends(selection, code)


def _of_region(view: View, region: str | None) -> View:
    """The view with the region chosen; with none for None."""
    chosen = () if region is None else (region,)
    return replace(view, state=State(asof=view.state.asof, region=chosen))


def _of_indicator(
    site: Site, view: View, release: ReleaseData, indicator: Indicator
) -> Iterator[Chart]:
    """Its charts as pages show them, then of each region that has a figure or a target of it."""
    whole = site.series(release, indicator.base)
    subject = {indicator.id, indicator.reference}
    series = {key: rows for key, rows in whole.items() if key[0] in subject}
    tracked = site.assessed(release).of([indicator.id])
    codes = {region for name, region in series if name == indicator.id}
    codes |= {row.target.region for row in tracked}
    events = release.events
    for region in (None, *sorted(codes)):
        here = _of_region(view, region)
        regions = s.regions_of(here, indicator.id, series)
        rows = [row for row in tracked if row.target.region in regions]
        selection = Selection(site, here, release, series, rows, events)
        for kind in ROWS:
            if kind.needs == "indicator":
                yield chart_of(kind.name, selection, indicator)
