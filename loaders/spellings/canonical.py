"""A table in the spelling of the data: each distinct word of a column is looked at once.

What cannot be understood stays as it was typed, for the checks to name.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import numpy as np
import pandas as pd

from indicators.vocabulary import Measure
from loaders.columns import Column, Flags, each_cell, each_word, renamed, words
from loaders.references import References
from loaders.spellings import periods, vocabulary
from loaders.tables import Table
from store.columns import ColumnSpec

Speller = Callable[[str], str]  # takes a word and returns it in the spelling of the data


def spelled(table: Table, references: References) -> Table:
    """Return the table with codes for names, and periods in the grammar of the data."""
    cells = {}
    for spec in table.spec.columns:
        column, speller = table.cells[spec.name], _speller(table.spec.name, spec, references)
        cells[spec.name] = renamed(column, map(speller, words(column))) if speller else column
    if {"indicator", "period"} <= {*table.spec.names}:
        ends = _ends(table, cells["indicator"], references)
        cells["period"] = _closed(cells["period"], ends)
    return replace(table, cells=pd.DataFrame(cells, copy=False))


def _speller(table: str, spec: ColumnSpec, references: References) -> Speller | None:
    """How the words of a column are spelled; None for free texts and numbers."""
    if spec.refers:
        return partial(references.code, spec.refers)
    if spec.words:
        return partial(_listed, table, spec.name)
    return periods.canonical if spec.kind in ("period", "date") else None


def _listed(table: str, column: str, word: str) -> str:
    names = vocabulary.names(table, column)
    named = names.named(word) if names and word else ()
    return named[0] if len(named) == 1 else word


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
    texts = np.where(ends, wholes.to_numpy(object), period.to_numpy(object))
    numbers, distinct = pd.factorize(texts)
    closed = pd.Categorical.from_codes(numbers, pd.Index(distinct, dtype="str"))
    return pd.Series(closed, period.index)
