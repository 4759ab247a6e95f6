"""By which indicators the prefectures can be put beside one another, and how they stand."""

from collections.abc import Collection, Sequence

from callbacks.selection import series as s
from charts.addresses import BadParameterError
from charts.places import places
from figures.spark import Spark, spark
from figures.theme import hue
from indicators.precedence import Reported
from indicators.records import Indicator
from indicators.standings import Standings, standings
from indicators.vocabulary import PROVINCE
from layouts.view import View

FEWEST = 6  # of the nine prefectures with a value: fewer are no ranking of them


def offered(view: View, by_series: s.Series) -> list[Standings]:
    """How the prefectures stand by each indicator that enough of them have a value of.

    That which most have comes first, then the latest, then the headlines in their order.
    """
    found = [
        one for i in view.catalogue.indicators.values() if (one := _standings(view, i, by_series))
    ]
    return sorted(found, key=_preference)


def _standings(view: View, indicator: Indicator, by_series: s.Series) -> Standings | None:
    codes = view.catalogue.prefecture_codes()
    if sum((indicator.id, code) in by_series for code in codes) < FEWEST:
        return None
    there = places(indicator, by_series, view.catalogue)
    if there is None:
        return None
    of_each = {code: by_series.get((indicator.id, code), []) for code in codes}
    whole = by_series.get((indicator.id, PROVINCE), [])
    found = standings(indicator, of_each, whole, there.period)
    return found if len(found.ranked) >= FEWEST else None


def _preference(one: Standings) -> tuple[int, int, bool, int, str]:
    indicator = one.indicator
    year = int(one.period[:4])
    is_other = indicator.headline is None
    return -len(one.ranked), -year, is_other, indicator.headline or 0, indicator.id


def chosen(view: View, found: Sequence[Standings]) -> Standings | None:
    """The one that the address asks for if it is among them, else the first; None for none.

    Raises `BadParameterError` for an indicator that does not exist.
    """
    wanted = view.state.indicator
    if wanted and wanted not in view.catalogue.indicators:
        raise BadParameterError("indicator", wanted, ", ".join(one.indicator.id for one in found))
    return next((one for one in found if one.indicator.id == wanted), found[0] if found else None)


def sparks(view: View, one: Standings) -> dict[str, Spark | None]:
    """The shape of each region's series, in the colour of the indicator's base."""
    return {
        row.region: spark([Reported(o) for o in row.history], view.context, hue(one.indicator.base))
        for row in one.rows
    }


def regions(view: View, codes: Collection[str]) -> set[str]:
    """The codes of the regions, of the prefectures, and of the province that they are parts of."""
    return {*codes, *view.catalogue.prefecture_codes(), PROVINCE}
