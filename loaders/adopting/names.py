"""Which indicator, region or unit of the catalogue a foreign word names."""

from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from indicators.vocabulary import Measure
from loaders.folder import files, read_all
from loaders.problems import Problems
from loaders.references import References
from loaders.spellings import vocabulary
from loaders.spellings.canonical import spelled
from loaders.spellings.regions import is_nation
from loaders.tables import Table, assemble
from store.schema import BY_NAME, CATALOGUE

OUTPUT = "产量"  # which lists of products leave away
GROWTH_NAMES = ("增速", "同比增速", "增长率")
PERCENT = "%"


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """What adopting needs of an indicator: its name, unit and measure, and its growth indicator."""

    name: str
    unit: str
    measure: str
    growth: str


class Names:
    """The names of a data folder's catalogue; a name that several rows have is none."""

    def __init__(self, tables: Mapping[str, Table]) -> None:
        self._references = References(tables)
        self._output = OUTPUT
        self.sources = {key for (key,) in _rows(tables, "sources", "id")}
        self.regions: dict[str, str] = dict(_rows(tables, "regions", "code", "name_zh"))
        self.dimensions: dict[str, str] = dict(_rows(tables, "units", "unit", "dimension"))
        self.indicators = {
            key: IndicatorRow(*row)
            for key, *row in _rows(
                tables, "indicators", "id", "name_zh", "unit", "measure", "growth"
            )
        }

    def _key(self, table: str, word: str) -> str:
        named = self._references.named(table, word) if word else ()
        return named[0] if len(named) == 1 else ""

    def indicator(self, word: str) -> str:
        """The id of the indicator that a name means; "" for none.

        A product means its output if no indicator is called like the product itself.
        """
        return self._key("indicators", word) or self._key(
            "indicators", word and word + self._output
        )

    def without_output(self) -> "Names":
        """The same names, where a product does not mean its output."""
        other = copy(self)
        other._output = ""
        return other

    def region(self, word: str) -> str:
        """The code of the region that a name means; "" for none, as for the whole country."""
        return "" if is_nation(word) else self._key("regions", word)

    def unit(self, word: str) -> str:
        """The unit word that a word means; "" for none."""
        return self._key("units", word.strip("±"))

    def status(self, word: str) -> str:
        """The status that a word means; "" for none."""
        names = vocabulary.names("observations", "status")
        named = names.named(word) if names else ()
        return named[0] if len(named) == 1 else ""

    def nearest(self, table: str, word: str) -> str:
        """The key and name most like a foreign one, as `id (name)`; "" when none is like it."""
        key = self._references.nearest(table, word)
        if not key:
            return ""
        name = self.regions.get(key) or self.indicators[key].name
        return f"{key} ({name})"

    def growth_of(self, indicator: str) -> str:
        """The indicator that tells the growth of another over a year, in percent; "" for none."""
        row = self.indicators[indicator]
        named = (self._key("indicators", row.name + end) for end in GROWTH_NAMES)
        return next((key for key in (row.growth, *named) if self._is_growth(key)), "")

    def _is_growth(self, indicator: str) -> bool:
        row = self.indicators.get(indicator)
        return row is not None and row.measure == Measure.GROWTH and row.unit == PERCENT

    def fitting(self, units: Iterable[str], indicator: str) -> str:
        """The first of several units that measures what an indicator does; "" for none."""
        of = self.dimensions.get(self.indicators[indicator].unit)
        return next((unit for unit in units if self.dimensions.get(unit) == of), "")


def names_of(folder: Path) -> Names:
    """Read the catalogue of a data folder; what is wrong with it is no problem of this file."""
    found, tables = files(folder, Problems()), dict[str, Table]()
    for name in CATALOGUE:
        sheets = read_all(found[name], Problems())
        table = assemble(BY_NAME[name], sheets, Problems()) if sheets else None
        if table is not None:
            tables[name] = table
    references = References(tables)
    return Names({name: spelled(table, references) for name, table in tables.items()})


def _rows(tables: Mapping[str, Table], table: str, *columns: str) -> list[tuple[Any, ...]]:
    """The cells of some columns, row by row; none of a table that is not there."""
    if table not in tables:
        return []
    cells = tables[table].cells
    return list(zip(*(cells[column].tolist() for column in columns), strict=True))
