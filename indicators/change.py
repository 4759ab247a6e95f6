"""How much a value grew within a year: as published, else computed. The one rule of it is here."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from indicators import periods
from indicators.catalogue import Catalogue
from indicators.points import actual_points
from indicators.precedence import Reported
from indicators.records import Indicator, Observation
from indicators.vocabulary import Measure

PERCENT = "%"  # what is a percentage itself changes by percentage points
MONEY = "money"  # at the prices of its year, while the growth published is often at constant ones
PURE = "number"  # an index and the like, of which nobody says a percentage


@dataclass(frozen=True, slots=True)
class PublishedGrowth:
    """The growth, or the index, that a source prints for the same region and time: its row."""

    row: Observation


@dataclass(frozen=True, slots=True)
class ComputedChange:
    """How a value differs from the one that its own source tells of a year before.

    `ratio` is a fraction, 0.023 for +2.3 %, and None for a percentage, whose `points` (of a
    percent) are given instead. `is_about` says that one of the two values is no exact one.
    """

    before: Observation
    ratio: float | None
    points: float | None
    is_about: bool


Change = PublishedGrowth | ComputedChange


def change(
    indicator: Indicator,
    shown: Observation,
    series: Iterable[Reported],
    growth: Iterable[Reported],
    catalogue: Catalogue,
) -> Change | None:
    """Return the growth of `shown`, a value of `series`, over a year.

    `growth` is the series of the region that `indicator.growth` names: rates, or an index with the
    previous year as 100. What is published there for the time of `shown` goes first. Else the
    growth is computed, of two values of one source, for one time of the year and of the year
    before; never of an index (a ratio without a unit), of money whose growth is published, and of
    what is only over or under a number. None where neither is there, and for what is foreseen.
    """
    time = periods.of(shown.period, indicator.measure)
    if shown.value is None or not shown.status.is_actual:
        return None
    for point in actual_points(growth, Measure.GROWTH):  # of a stretch, as an index is
        if (point.span.start, point.span.end) == (time.start, time.end):
            return PublishedGrowth(point.row)
    dimension = catalogue.units[indicator.unit].dimension
    is_index = dimension == PURE and indicator.measure is Measure.RATIO
    if is_index or (indicator.growth and dimension == MONEY):
        return None
    before = next(_year_before(indicator, shown, series), None)
    return _computed(indicator, shown, before) if before else None


def _year_before(
    indicator: Indicator, shown: Observation, series: Iterable[Reported]
) -> Iterator[Observation]:
    """What the source of `shown` itself tells of the year before, shown or only also reported."""
    time = periods.of(shown.period, indicator.measure)
    for reported in series:
        for row in (reported.shown, *reported.others):
            earlier = periods.of(row.period, indicator.measure)
            if row.source.id == shown.source.id and periods.is_year_before(earlier, time):
                yield row


def _computed(
    indicator: Indicator, shown: Observation, before: Observation
) -> ComputedChange | None:
    """The difference of two values; None of bounds, and of a proportion with a negative value."""
    pair = (shown, before)
    if any(row.value is None or row.qualifier.is_bound or row.status.is_foreseen for row in pair):
        return None
    is_about = not all(row.qualifier.is_exact for row in pair)
    now, then = shown.value or 0.0, before.value or 0.0
    if indicator.unit == PERCENT:
        return ComputedChange(before, None, now - then, is_about)
    is_proportion = then > 0 and now >= 0  # a loss is no percentage of a profit
    return ComputedChange(before, now / then - 1, None, is_about) if is_proportion else None
