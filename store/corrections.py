"""Which figures of a release were corrected: the table of corrections, by the figures' keys."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from indicators import periods
from indicators.corrections import Correction
from indicators.records import Indicator

Key = tuple[str, str, str, str]  # an indicator, a region, a time in its one spelling, a source
FIELDS = ("field", "stated", "corrected", "reason_zh", "reason_en", "date")


def key(row: Mapping[Any, Any], indicators: Mapping[str, Indicator]) -> Key:
    """The key of a row of observations or of corrections, the same for all spellings of a time."""
    measure = indicators[row["indicator"]].measure
    time = periods.of(row["period"], measure).text
    return row["indicator"], row["region"], time, row["source"]


def by_key(
    rows: Iterable[Mapping[Any, Any]], indicators: Mapping[str, Indicator]
) -> dict[Key, tuple[Correction, ...]]:
    """The corrections of each figure; empty where nothing was corrected."""
    found: dict[Key, list[Correction]] = defaultdict(list)
    for row in rows:
        found[key(row, indicators)].append(Correction(*(row[name] for name in FIELDS)))
    return {name: tuple(each) for name, each in found.items()}
