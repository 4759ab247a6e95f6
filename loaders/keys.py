"""Rows that say the same thing twice, and counties without a prefecture."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from loaders.figures import stretches
from loaders.numbers import numbers
from loaders.problems import Findings
from loaders.sheets import Column
from loaders.tables import Facts

ROOM = 1 << 62


def check_keys(facts: Facts, findings: Findings) -> None:
    """Report each row whose key an earlier row has, and name that row."""
    columns = [_compared(facts, name) for name in facts.spec.key]
    keys = combined(columns, len(facts.rows))
    again = pd.Series(keys).duplicated().to_numpy() & ~_has_empty(facts, facts.spec.key[0])
    shown = ", ".join(facts.spec.key)
    positions = np.flatnonzero(again)
    for count, at in enumerate(positions.tolist()):
        if not findings.has_room("duplicate_key"):
            findings.count("duplicate_key", len(positions) - count)
            return
        file, row = facts.place(int(np.flatnonzero(keys == keys[at])[0]))
        value = " · ".join(facts.columns[name].word(at) for name in facts.spec.key)
        findings.add(
            facts.problem(
                at, facts.spec.key[0], "duplicate_key", value, file=file, row=row, columns=shown
            )
        )


def _compared(facts: Facts, name: str) -> Column:
    column = facts.columns[name]
    if name == "period":
        return stretches(column)
    return numbers(column, may_miss=True).column if name == "value" else column


def _has_empty(facts: Facts, name: str) -> NDArray[np.bool_]:
    column = facts.columns[name]
    return column.each(lambda word: not word, bool)[column.codes]


def combined(columns: list[Column], length: int) -> NDArray[np.int64]:
    """Return one number per row, equal where all columns are equal."""
    keys, size = np.zeros(length, np.int64), 1
    for column in columns:
        width = max(len(column.words), 1)
        if size * width > ROOM:
            keys, words = pd.factorize(keys)
            size = max(len(words), 1)
        keys = keys * width + column.codes
        size *= width
    return keys


def check_parents(regions: Facts, findings: Findings) -> None:
    """Report regions below the province whose parent is no region."""
    parent, level = regions.columns["parent"], regions.columns["level"]
    codes = set(regions.columns["code"].texts())
    unknown = parent.each(lambda word: word not in codes, bool)[parent.codes]
    below = level.each(lambda word: word != "province", bool)[level.codes]
    regions.flagged(findings, unknown & below, "parent", "unknown_parent")
