"""What the rows of one release refer to: bases, regions, units, indicators, sources."""

from dataclasses import dataclass, field

from indicators.records import Base, Indicator, Region, Source, Unit
from indicators.vocabulary import Level


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What the rows of one release refer to; every mapping is in display order.

    Bases, indicators and sources by id, regions by code, units by the unit word. `english_units`
    holds the unit word that English pages use for an indicator, where it is not the unit's own.
    """

    bases: dict[str, Base] = field(default_factory=dict)
    regions: dict[str, Region] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)
    indicators: dict[str, Indicator] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    english_units: dict[str, str] = field(default_factory=dict)

    def display_unit(self, indicator: Indicator, lang: str) -> Unit:
        """The unit that pages in `lang` ("zh" or "en") show an indicator in."""
        unit = self.units[indicator.unit]
        if lang != "en":
            return unit
        return self.units[self.english_units.get(indicator.id, unit.english_unit)]

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
