"""What several pages fetch: series by indicator and region, and what is drawn of them."""

from collections.abc import Collection, Mapping
from datetime import MAXYEAR, MINYEAR

from indicators import periods, precedence
from indicators.precedence import Reported
from indicators.records import Indicator
from layouts.view import View
from store.snapshot import Filter, ReleaseData

Series = Mapping[tuple[str, str], list[Reported]]


def filtered(view: View, indicators: Collection[str], regions: Collection[str] = ()) -> Filter:
    """The filter of the address for these indicators."""
    state = view.state
    return Filter(indicators, regions, state.from_, state.to, state.source)


def series(view: View, release: ReleaseData, where: Filter) -> Series:
    """The values that the filter leaves, by indicator and region, each in order of time."""
    shown = precedence.reported(release.observations(where), view.catalogue)
    return precedence.by_series(shown)


def whole(release: ReleaseData, base: str) -> Series:
    """All values of the indicators of a base, by indicator and region, each in order of time."""
    indicators = [indicator.id for indicator in release.catalogue.indicators_of(base)]
    observations = release.observations(Filter(indicators))
    return precedence.by_series(precedence.reported(observations, release.catalogue))


def left(view: View, whole: Series) -> Series:
    """What the years and sources of the address leave of whole series."""
    first, last = view.state.from_ or MINYEAR, view.state.to or MAXYEAR
    rows = [
        row
        for each in whole.values()
        for row in each
        if first <= periods.parse(row.shown.period).year <= last  # as the others of its stretch
    ]
    if kinds := view.state.source:
        reported = (each for row in rows for each in (row.shown, *row.others))
        rows = precedence.reported((o for o in reported if o.source.kind in kinds), view.catalogue)
    return precedence.by_series(rows)


def regions_of(view: View, indicator: str, by_series: Series) -> tuple[str, ...]:
    """The codes of the regions asked for, else that of the home of the indicator."""
    return view.state.region or (precedence.home(indicator, by_series, view.catalogue),)


def lead(view: View, indicator: Indicator, by_series: Series) -> Reported | None:
    """The latest value of the first region asked for that has one, else of the indicator's home.

    None where neither has any.
    """
    home = precedence.home(indicator.id, by_series, view.catalogue)
    for region in (*view.state.region, home):
        if reported := precedence.lead(by_series.get((indicator.id, region), [])):
            return reported
    return None
