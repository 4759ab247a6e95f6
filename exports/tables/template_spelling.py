"""How a template writes what it lists: by name, so that people read it and a load understands."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from indicators.vocabulary import Qualifier, Status
from wording import formats
from wording.context import Context


@dataclass(frozen=True, slots=True)
class Spelling:
    """What stands in a cell for an indicator, a region, a unit and a source, by their codes.

    It is the name in the language of the template, and the code where another thing is called so.
    """

    context: Context
    indicators: Mapping[str, str]
    regions: Mapping[str, str]
    units: Mapping[str, str]
    sources: Mapping[str, str]

    def period(self, text: str) -> str:
        """A period: 2026年1—10月, Jan–Oct 2026."""
        return formats.period(text, self.context.words)

    def qualifier(self, word: Qualifier) -> str:
        """How exact a figure is."""
        return self.context.words(f"qualifier_word.{word}")

    def status(self, word: Status) -> str:
        """How final a figure is."""
        return self.context.words(f"status.{word}")


def spelling(context: Context) -> Spelling:
    """The spelling of a language."""
    known, lang = context.catalogue, context.words.lang
    units = ((unit.unit, unit.name_en if lang == "en" else "") for unit in known.units.values())
    return Spelling(
        context,
        _names((each.id, each.name(lang)) for each in known.indicators.values()),
        _names((each.id, each.short(lang)) for each in known.regions.values()),
        _names(units),
        _names((each.id, each.title) for each in known.sources.values()),
    )


def _names(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The names by code; the code itself for an empty name, and for one that others have, too."""
    named = dict(pairs)
    counts = Counter(_compared(name) for name in named.values())
    return {
        code: name if name and counts[_compared(name)] == 1 else code
        for code, name in named.items()
    }


def _compared(name: str) -> str:
    return "".join(name.split()).casefold()
