"""What the rows of one release refer to: bases, regions, units, indicators, sources."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from indicators.records import Base, Indicator, Observation, Region, Source, Target, Unit
from indicators.units import natural
from indicators.vocabulary import Level


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What the rows of one release refer to; every mapping is in display order.

    Bases, indicators and sources by id, regions by code, units by the unit word. `english_units`
    holds the unit word that English pages use for an indicator, where it is not the unit's own,
    `scales` that of Chinese ones where numbers stand together in one natural scale.
    """

    bases: dict[str, Base] = field(default_factory=dict)
    regions: dict[str, Region] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)
    indicators: dict[str, Indicator] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    english_units: dict[str, str] = field(default_factory=dict)
    scales: Mapping[str, str] = field(default_factory=dict)

    def display_unit(self, indicator: Indicator, lang: str) -> Unit:
        """The unit that pages in `lang` ("zh" or "en") show an indicator in."""
        unit = self.units[indicator.unit]
        if lang != "en":
            return self.units[self.scales.get(indicator.id, unit.unit)]
        return self.units[self.english_units.get(indicator.id, unit.english_unit)]

    def in_scale_of(self, rows: Iterable[Observation | Target]) -> "Catalogue":
        """The same with one natural scale for the numbers of each indicator that stand together.

        A scale that was chosen before stays.
        """
        together: dict[str, list[tuple[Decimal, Unit]]] = {}
        for row in rows:
            if row.value is not None and row.indicator not in self.scales:
                number = Decimal(row.printed), self.units[row.unit]
                together.setdefault(row.indicator, []).append(number)
        if not together:
            return self
        found = {
            name: natural(self.units[self.indicators[name].unit], numbers, self.units).unit
            for name, numbers in together.items()
        }
        return replace(self, scales={**self.scales, **found})

    def prefectures(self) -> list[Region]:
        """The prefectures and areas (Gui'an), in code order."""
        return [r for r in self.regions.values() if r.level.is_prefecture]

    def prefecture_codes(self) -> tuple[str, ...]:
        """The codes of the prefectures proper: a new area within one is no tenth."""
        return tuple(r.id for r in self.regions.values() if r.level is Level.PREFECTURE)

    def indicators_of(self, base: str) -> list[Indicator]:
        """The indicators of a base: those with a headline rank first, in rank order."""
        of_base = [i for i in self.indicators.values() if i.base == base]
        return sorted(of_base, key=lambda i: (i.headline is None, i.headline or 0, i.id))

    def related(self, indicator: Indicator) -> list[Indicator]:
        """The other indicators of the same subject: those whose id starts with the same word."""
        subject = indicator.id.split("_")[0]
        of_base = self.indicators_of(indicator.base)
        return [i for i in of_base if i.id.split("_")[0] == subject and i != indicator]

    def children(self, code: str) -> list[Region]:
        """The regions directly below `code`, in code order; empty for one that has no parts."""
        return [r for r in self.regions.values() if r.parent == code]
