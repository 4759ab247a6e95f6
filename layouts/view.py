"""What every page is laid out by: language, catalogue, release and the state of the address."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from charts import addresses
from charts.addresses import State
from figures.status_looks import StatusLooks, status_looks
from indicators.catalogue import Catalogue
from indicators.records import Indicator, Observation, Region, Target
from wording.context import Context
from wording.words import Words


@dataclass(frozen=True, slots=True)
class View:
    """One reader's view: the release in a language (`context`), the address (`path`, `state`).

    `looks` are the shapes and colours of statuses that this office has chosen, `years` the first
    and the last year of what the page shows without a filter.
    """

    context: Context
    state: State
    path: str
    looks: StatusLooks = field(default_factory=status_looks)
    years: tuple[int, int] = addresses.YEARS

    @property
    def words(self) -> Words:
        return self.context.words

    @property
    def catalogue(self) -> Catalogue:
        return self.context.catalogue

    @property
    def lang(self) -> str:
        return self.context.words.lang

    def in_scale_of(self, rows: Iterable[Observation | Target]) -> "View":
        """The same with one natural scale for what stands together."""
        return replace(self, context=self.context.in_scale_of(rows))

    def in_scales(self, scales: Mapping[str, str]) -> "View":
        """The same with the units of a chart, by indicator, for what is told beside it."""
        catalogue = replace(self.catalogue, scales=scales)
        return replace(self, context=replace(self.context, catalogue=catalogue))

    def href(self, path: str, **changes: Any) -> str:
        """The address of the page `path` with what lasts of this state, and `changes`."""
        return addresses.href(path, self.state, **changes)

    def here(self, **changes: Any) -> str:
        """The address of this page with `changes`."""
        return self.path + addresses.query(replace(self.state, **changes))

    def region(self, code: str) -> Region:
        """The region of `code`."""
        return self.catalogue.regions[code]

    def region_names(self, codes: tuple[str, ...]) -> str:
        """The short names of several regions in a row; one name for all the prefectures."""
        if len(codes) > 1 and {*codes} == {*self.catalogue.prefecture_codes()}:
            return self.words("region.prefectures")
        return self.words("list.join").join(self.region(c).short(self.lang) for c in codes)

    def indicator(self, name: str) -> Indicator:
        """The indicator of that id."""
        return self.catalogue.indicators[name]
