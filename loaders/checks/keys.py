"""Rows that say the same thing twice, and counties without a prefecture."""

from collections.abc import Collection

import numpy as np
import pandas as pd

from indicators.vocabulary import Measure
from loaders.checks.times import times
from loaders.columns import Column, each_cell, words
from loaders.numbers import read_numbers
from loaders.problems import Problems
from loaders.tables import Table

OF_A_MOMENT = tuple(measure.value for measure in Measure if measure.is_of_a_moment)


def of_a_moment(indicators: Table | None) -> set[str]:
    """The ids of the indicators whose values hold at a moment; none without their table."""
    if indicators is None:
        return set()
    cells = indicators.cells
    return {
        name
        for name, measure in zip(cells["id"], cells["measure"], strict=True)
        if measure in OF_A_MOMENT
    }


def check_keys(table: Table, moments: Collection[str], problems: Problems) -> None:
    """Report each row whose key an earlier row has, and name that row.

    All spellings of one time are one key; `moments` are as `of_a_moment` returns them.
    """
    key = table.spec.key
    compared = pd.DataFrame({name: _compared(table, name, moments) for name in key}, copy=False)
    is_named = each_cell(table.cells[key[0]], bool, bool)
    marked = np.flatnonzero(compared.duplicated().to_numpy() & is_named)
    positions = problems.concerning("duplicate_key", table.files, marked)
    for count, at in enumerate(positions.tolist()):
        if not problems.has_room("duplicate_key"):
            problems.count("duplicate_key", len(positions) - count)
            return
        first = _first_like(compared, at)
        value = " · ".join(table.cell(name, at) for name in key)
        details = {"file": str(table.files[first]), "row": str(table.rows[first])}
        details["columns"] = ", ".join(key)
        problems.add(table.problem(at, key[0], "duplicate_key", value, **details))


def _compared(table: Table, name: str, moments: Collection[str]) -> Column:
    column = table.cells[name]
    if name == "period":
        is_moment = each_cell(table.cells["indicator"], lambda word: word in moments, bool)
        return pd.Series(times(column, is_moment), column.index)
    return read_numbers(column, may_miss=True).printed if name == "value" else column


def _first_like(compared: pd.DataFrame, at: int) -> int:
    """The position of the first row that equals the one at a position."""
    alike = [(column == column.iat[at]).to_numpy() for _, column in compared.items()]
    return int(np.argmax(np.logical_and.reduce(alike)))


def check_parents(regions: Table, problems: Problems) -> None:
    """Report regions below the province whose parent is no region."""
    codes = set(words(regions.cells["code"]))
    is_unknown = each_cell(regions.cells["parent"], lambda word: word not in codes, bool)
    is_below = each_cell(regions.cells["level"], lambda word: word != "province", bool)
    regions.report_rows(problems, is_unknown & is_below, "parent", "unknown_parent")
