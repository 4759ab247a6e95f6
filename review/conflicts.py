"""Sources that disagree since one release, and did not before it."""

from collections.abc import Iterator

from indicators import precedence
from indicators.precedence import Reported
from review.assessed import SeriesKey
from review.differences import Differences
from store.snapshot import Filter, ReleaseData

Contradiction = tuple[str, ...]  # indicator, region, period and the two sources


def arising(differences: Differences) -> list[Reported]:
    """What is reported in conflict for the same time only since this release."""
    series = {
        (str(row.row["indicator"]), str(row.row["region"]))
        for row in differences.rows
        if row.table == "observations"
    }
    if not series:
        return []
    known = {key for key, _ in _conflicts(differences.before, series)}
    fresh = {id(row): row for key, row in _conflicts(differences.after, series) if key not in known}
    return list(fresh.values())


def _conflicts(
    release: ReleaseData, series: set[SeriesKey]
) -> Iterator[tuple[Contradiction, Reported]]:
    indicators, regions = zip(*series, strict=True)
    rows = release.observations(Filter({*indicators}, {*regions}))
    of_series = (row for row in rows if (row.indicator, row.region) in series)
    for one in precedence.reported(of_series, release.catalogue):
        for other in one.conflicts:
            sources = sorted((one.shown.source.id, other.source.id))
            yield (one.shown.indicator, one.shown.region, one.shown.period, *sources), one
