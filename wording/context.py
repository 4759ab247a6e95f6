"""What everything that is said or drawn needs besides its rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from indicators.catalogue import Catalogue
from indicators.records import Observation, Target
from indicators.release import Release
from targets.rules import RuleBook, rule_book
from wording.words import Words


@dataclass(frozen=True, slots=True)
class Context:
    """Catalogue, release and language that a text or chart is made in, and this office's rules.

    `names_all` is set for a picture that leaves the dashboard: it names every source. `until` is
    the last month that the figures of each base tell of, and under "" that of all of them.
    """

    catalogue: Catalogue
    release: Release
    words: Words
    rules: RuleBook = field(default_factory=rule_book)
    names_all: bool = False
    until: Mapping[str, str] = field(default_factory=dict)

    def in_scale_of(self, rows: Iterable[Observation | Target]) -> "Context":
        """The same with one natural scale for what stands together."""
        return replace(self, catalogue=self.catalogue.in_scale_of(rows))

    @property
    def today(self) -> date:
        """The day that targets are assessed for: that of the release, so that a page stays true."""
        return self.release.day
