"""What lines, heads and rows of a table say of its figures, the closest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from indicators.vocabulary import Measure
from loaders.adopting.names import PERCENT, Names
from loaders.adopting.phrases import When
from loaders.adopting.reading import period


@dataclass(frozen=True, slots=True)
class Says:
    """What one place says: keys of the catalogue, a part of a period, units, kinds, marks.

    `kinds` are some of growth, month, cumulated; empty is what it does not say.
    """

    indicator: str = ""
    region: str = ""
    when: When | None = None
    units: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()
    marks: tuple[str, ...] = ()
    note: str = ""

    @property
    def is_growth(self) -> bool:
        """Whether the figures tell the change over a year."""
        return "growth" in self.kinds


class Meaning(NamedTuple):
    """What a figure is of, as all places say together; "" for what none says."""

    indicator: str
    region: str
    period: str
    is_growth: bool


def together(places: Iterable[Says]) -> Meaning:
    """Return what places say together; each thing as the first says it that says it."""
    said = tuple(places)
    kinds = frozenset(kind for one in said for kind in one.kinds)
    return Meaning(
        next((one.indicator for one in said if one.indicator), ""),
        next((one.region for one in said if one.region), ""),
        period((one.when for one in said if one.when), kinds),
        "growth" in kinds,
    )


def unit_of(indicator: str, places: Iterable[Says], names: Names) -> str:
    """Return the unit of a figure: of those that the closest place lists, the one that fits.

    A growth is in percent unless a head or a row says otherwise. "" where no place lists any.
    """
    *close, far = (one.units for one in places)
    if listed := next((units for units in close if units), ()):
        return names.fitting(listed, indicator) or listed[0]
    if fitting := names.fitting(far, indicator):
        return fitting
    is_rate = names.indicators[indicator].measure == Measure.GROWTH
    return PERCENT if is_rate else (far[0] if far else "")
