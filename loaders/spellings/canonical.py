"""A table in the spelling of the data: each distinct word of a column is looked at once.

What cannot be understood stays as it was typed, for the checks to name.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import MappingProxyType

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from indicators.vocabulary import Measure
from loaders.columns import Column, Flags, each_cell, each_word, renamed, words
from loaders.references import References
from loaders.spellings import periods, vocabulary
from loaders.tables import Table
from store.columns import ColumnSpec

ABOVE = MappingProxyType({("regions", "parent"): "regions"})  # checked apart: only a warning
# What goes without saying is no word: an exact target is one without a qualifier.
UNSAID = frozenset({("targets", "qualifier", "exact")})
Speller = Callable[[str], str]  # takes a word and returns it in the spelling of the data


def spelled(table: Table, references: References) -> Table:
    """Return the table with codes for names, and periods in the grammar of the data."""
    cells = {}
    for spec in table.spec.columns:
        column, spell = table.cells[spec.name], speller(table.spec.name, spec, references)
        cells[spec.name] = renamed(column, map(spell, words(column))) if spell else column
    if {"indicator", "period"} <= {*table.spec.names}:
        ends = _ends(table, cells["indicator"], references)
        cells["period"] = _closed(cells["period"], ends)
    if {"indicator", "unit"} <= {*table.spec.names}:
        cells["unit"] = _of_indicators(cells["unit"], cells["indicator"], references)
    return replace(table, cells=pd.DataFrame(cells, copy=False))


def speller(table: str, spec: ColumnSpec, references: References) -> Speller | None:
    """How the words of a column are spelled; None for free texts and numbers."""
    if refers := spec.refers or ABOVE.get((table, spec.name), ""):
        return partial(references.code, refers)
    if spec.words:
        return partial(_listed, table, spec)
    return SPELLERS.get(spec.kind)


def _listed(table: str, spec: ColumnSpec, word: str) -> str:
    code = word if not word or word in spec.words else _code(table, spec.name, word)
    return "" if (table, spec.name, code) in UNSAID else code


def _code(table: str, column: str, word: str) -> str:
    """The word of the list that is meant; what is none needs the catalogues, which take a while."""
    names = vocabulary.names(table, column)
    named = names.named(word) if names else ()
    return named[0] if len(named) == 1 else word


def _date(word: str) -> str:
    """A date; the end of a year or month is that year or month, on no certain day."""
    spelled_date = periods.canonical(word)
    return periods.ending_with(spelled_date) if periods.is_end(word) else spelled_date


SPELLERS: Mapping[str, Speller] = MappingProxyType({"period": periods.canonical, "date": _date})


def _ends(table: Table, indicator: Column, references: References) -> Flags:
    """The rows whose period was written as the end of a year or month, and means the whole of it.

    A flow has no value at an end: it keeps the day, which no flow may have. A target of the end
    of a year is one of the year.
    """
    column = table.cells["period"]
    is_end = each_word(column, periods.is_end, bool)
    if not is_end.any():
        return np.zeros(len(column), bool)
    ends = each_cell(column, periods.is_end, bool)
    if table.spec.name == "targets":
        return ends
    flows = {name for name, measure in references.measures.items() if measure == Measure.FLOW}
    return ends & ~each_cell(indicator, lambda word: word in flows, bool)


def _closed(period: Column, ends: Flags) -> Column:
    if not ends.any():
        return period
    wholes = renamed(period, map(periods.ending_with, words(period)))
    return _column(np.where(ends, wholes.to_numpy(object), period.to_numpy(object)))


def _of_indicators(unit: Column, indicator: Column, references: References) -> Column:
    """Units with an English word of several (firms: 家, 户) as the one of the row's indicator."""
    named = {word: references.named("units", word) for word in words(unit)}
    several = {word: codes for word, codes in named.items() if len(codes) > 1}
    if not several:
        return unit
    own = each_cell(indicator, lambda word: references.units.get(word, ""), object)
    pairs = zip(unit.tolist(), own.tolist(), strict=True)
    return _column([of if of in several.get(word, ()) else word for word, of in pairs])


def _column(texts: Sequence[str] | NDArray[np.object_]) -> Column:
    numbers, distinct = pd.factorize(np.asarray(texts, object))
    return pd.Series(pd.Categorical.from_codes(numbers, pd.Index(distinct, dtype="str")))
