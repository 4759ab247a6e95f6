"""The values of an indicator for one period, by prefecture: what a map and a ranking show."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indicators import periods
from indicators.catalogue import Catalogue
from indicators.precedence import Reported
from indicators.records import Indicator

FEWEST_PLACES = 3  # fewer prefectures with a value for one period make no map


@dataclass(frozen=True, slots=True)
class Places:
    """The values of an indicator for one period, by prefecture."""

    indicator: Indicator
    period: str
    rows: Sequence[Reported]


def places(
    indicator: Indicator,
    series: Mapping[tuple[str, str], Sequence[Reported]],
    catalogue: Catalogue,
) -> Places | None:
    """The latest period for which most prefectures have a value; None when too few have one.

    A forecast is no value of a place.
    """
    prefectures = {region.id for region in catalogue.prefectures()}
    valued = [
        row
        for (name, region), rows in series.items()
        if name == indicator.id and region in prefectures
        for row in rows
        if row.shown.value is not None and row.shown.status != "forecast"
    ]
    times = [periods.of(row.shown.period, indicator.measure).text for row in valued]
    counts = Counter(times)
    best = max(counts, key=lambda p: (counts[p], periods.parse(p).end), default=None)
    if best is None or counts[best] < FEWEST_PLACES:
        return None
    chosen = [row for row, time in zip(valued, times, strict=True) if time == best]
    return Places(indicator, best, chosen)
