"""The rows that other rows may name: by their keys, or by what they are called."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Protocol

import numpy as np

from loaders.columns import words
from loaders.spellings.names import Fold, Names, folded, forms, squeezed
from loaders.spellings.regions import Region, RegionNames, is_nation
from loaders.tables import Table

UNKNOWN = MappingProxyType(
    {
        "indicators": "unknown_indicator",
        "regions": "unknown_region",
        "units": "unknown_unit",
        "sources": "unknown_source",
        "bases": "unknown_base",
        "proposals": "unknown_proposal",
    }
)
BETWEEN_ALIASES = "、"
# By table the columns with names: the full ones, then those that are only short for it.
FULL = MappingProxyType(
    {
        "indicators": ("name_zh", "name_en"),
        "units": ("name_en",),
        "sources": ("title",),
        "bases": ("name_zh", "name_en"),
        "proposals": ("title_zh", "title_en"),
    }
)
SHORT = MappingProxyType({"indicators": ("aliases",), "bases": ("short_zh", "short_en")})
IN_BOTH = {"zh": "name_zh", "en": "name_en"}
CALLED: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "indicators": IN_BOTH,
        "regions": IN_BOTH,
        "bases": IN_BOTH,
        "sources": {"zh": "title", "en": "title"},
        "proposals": {"zh": "title_zh", "en": "title_en"},
    }
)
FOLDS: Mapping[str, Fold] = MappingProxyType({"units": squeezed})


class Named(Protocol):
    """What the things of a table are called."""

    @property
    def codes(self) -> frozenset[str]: ...

    def named(self, word: str) -> tuple[str, ...]: ...

    def nearest(self, word: str) -> str: ...


class References:
    """The tables that other rows name rows of; one that could not be read whole is not there."""

    def __init__(self, tables: Mapping[str, Table]) -> None:
        self._tables = tables
        self._keys = {name: _keys(table) for name, table in tables.items()}
        self._names: dict[str, Named] = {}

    def code(self, table: str, word: str) -> str:
        """The key that a word means; the word itself where it means none, or several."""
        if not word or word in self._keys.get(table, (word,)):
            return word
        named = self.named(table, word)
        return named[0] if len(named) == 1 else word

    def named(self, table: str, word: str) -> tuple[str, ...]:
        """The keys that a word may mean; none of a table that is not there."""
        return self._of(table).named(word) if table in self._tables else ()

    def nearest(self, table: str, word: str) -> str:
        """The key that was most likely meant by a word that means none; "" when none is near."""
        return self._of(table).nearest(word) if table in self._tables else ""

    def rule(self, table: str, word: str) -> str:
        """The rule that a word breaks which is no key; "" for a key."""
        keys = self._keys.get(table)
        if keys is None or word in keys:
            return ""
        if table == "regions" and is_nation(word):
            return "national_figure"
        return "ambiguous_name" if len(self.named(table, word)) > 1 else UNKNOWN[table]

    def called(self, table: str, key: str) -> Mapping[str, str]:
        """What the thing of a key is called, by language; empty where it has no name."""
        columns = CALLED.get(table)
        if columns is None or table not in self._tables:
            return {}
        cells = self._tables[table].cells
        at = int(np.argmax((cells[self._tables[table].spec.key[0]] == key).to_numpy()))
        return {lang: str(cells[name].iat[at]) for lang, name in columns.items()}

    @cached_property
    def measures(self) -> Mapping[str, str]:
        """The measure of each indicator; empty without the table of indicators."""
        return self._of_indicators("measure")

    @cached_property
    def units(self) -> Mapping[str, str]:
        """The unit of each indicator; empty without the table of indicators."""
        return self._of_indicators("unit")

    def _of_indicators(self, column: str) -> Mapping[str, str]:
        if "indicators" not in self._tables:
            return {}
        names, cells = (self._tables["indicators"].cells[name] for name in ("id", column))
        return dict(zip(names, cells, strict=True))

    def _of(self, table: str) -> Named:
        if table not in self._names:
            build = BUILT.get(table, _names)
            self._names[table] = build(self._tables[table])
        return self._names[table]


def _keys(table: Table) -> set[str]:
    return set(words(table.cells[table.spec.key[0]]))


def _columns(table: Table, *names: str) -> Iterator[tuple[str, ...]]:
    return zip(*(table.cells[name].tolist() for name in names), strict=True)


def _names(table: Table) -> Named:
    key, fold = table.spec.key[0], FOLDS.get(table.spec.name, folded)
    codes = frozenset(_keys(table))
    tiers = [forms(((code, code) for code in codes), fold)]
    for columns in (FULL, SHORT):
        pairs = (
            (one, code)
            for column in columns.get(table.spec.name, ())
            for text, code in _columns(table, column, key)
            for one in (text.split(BETWEEN_ALIASES) if column == "aliases" else (text,))
        )
        tiers.append(forms(pairs, fold))
    return Names(codes, tuple(tiers), fold)


def _region_names(table: Table) -> Named:
    return RegionNames(Region(*row) for row in _columns(table, *Region.__slots__))


BUILT: Mapping[str, Callable[[Table], Named]] = MappingProxyType({"regions": _region_names})
