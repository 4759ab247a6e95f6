"""Checked tables as rows for the store: what is written, and the 64 bits of each."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from indicators import periods
from loaders.check import Checked
from loaders.figures import Figures
from loaders.keys import combined
from loaders.numbers import numbers
from loaders.sheets import Column
from loaders.tables import Facts

BATCH = 1_000  # few enough that their cells stay in the processor's cache
NULL: Any = None
MIX = np.uint64(0x9E3779B97F4A7C15)  # 2^64 over the golden ratio: spreads neighbouring numbers
Hashes = NDArray[np.int64]
Batch = tuple[int, Iterable[tuple[Any, ...]]]  # how many rows, and the rows


@dataclass(frozen=True, slots=True)
class Content:
    """The rows of a table: texts by column, numbers by column, and their hashes."""

    table: str
    texts: dict[str, Column]
    numbers: dict[str, NDArray[Any]]
    hashes: Hashes
    key: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The stored columns, as `batches` orders them."""
        return (*self.texts, *self.numbers, "row_hash")

    def keys(self, chosen: NDArray[Any]) -> set[tuple[str, ...]]:
        """The keys of the chosen rows."""
        return set(zip(*(_words(self.texts[name], chosen) for name in self.key), strict=True))

    def batches(self, chosen: NDArray[Any]) -> Iterator[Batch]:
        """Yield the chosen rows as tuples; `zip` makes one tuple and fills it anew for each."""
        readers = [_cells(column) for column in self.texts.values()]
        for start in range(0, len(chosen), BATCH):
            rows = chosen[start : start + BATCH]
            cells = [read(rows) for read in readers]
            cells += [_plain(values[rows]) for values in self.numbers.values()]
            yield len(rows), zip(*cells, self.hashes[rows].tolist(), strict=True)

    def sorted(self, chosen: NDArray[Any]) -> NDArray[Any]:
        """The chosen rows in the order in which they are sought."""
        ranked = [_ranked(self.texts[name]) for name in self.key[:2]]
        return chosen[np.argsort(combined(ranked, len(self.hashes))[chosen], kind="stable")]


def _words(column: Column, rows: NDArray[Any]) -> list[str]:
    return column.words.take(pa.array(column.codes[rows])).to_pylist()


def _cells(column: Column) -> Callable[[NDArray[Any]], list[Any]]:
    if len(column.words) > BATCH:  # all of them at once would be held in memory for nothing
        return partial(_words, column)
    words = np.array(column.texts(), object)
    return lambda rows: words[column.codes[rows]].tolist()


def _plain(values: NDArray[Any]) -> list[Any]:
    missing = pd.isna(values)
    return np.where(missing, NULL, values).tolist() if missing.any() else values.tolist()


def _ranked(column: Column) -> Column:
    order = np.argsort(np.array(column.texts(), object))
    rank = np.empty(len(order), np.int32)
    rank[order] = np.arange(len(order), dtype=np.int32)
    return Column(rank[column.codes], column.words)


def contents(checked: Checked) -> Iterator[Content]:
    """Yield what each table is to hold."""
    for table, facts in checked.tables.items():
        yield _figures(checked.figures[table]) if table in checked.figures else _content(facts)


def _figures(found: Figures) -> Content:
    texts = {("printed" if n == "value" else n): c for n, c in found.facts.columns.items()}
    texts["printed"] = found.printed.column
    period = found.facts.columns["period"]
    years = period.each(_year, np.int32)[period.codes]
    content = _hashed(found.facts, texts, {"value": found.values})
    return replace(content, numbers=content.numbers | {"year": years})


def _year(period: str) -> int:
    try:
        return periods.parse(period).year
    except periods.PeriodError:  # the word of a row that was left out
        return 0


def _content(facts: Facts) -> Content:
    texts, counted = {}, {}
    for field in facts.spec.columns:
        column = facts.columns[field.name]
        if field.kind == "integer":
            values = column.each(lambda word: int(word) if word else None, object)
            counted[field.name] = values[column.codes]
        elif field.kind in ("number", "positive"):
            texts[field.name] = numbers(column, may_miss=True).column
        else:
            texts[field.name] = column
    return _hashed(facts, texts, counted)


def _hashed(facts: Facts, texts: dict[str, Column], counted: dict[str, NDArray[Any]]) -> Content:
    hashes = np.zeros(len(facts.rows), np.uint64)
    later = {column.name for column in facts.spec.columns if column.later}
    for name, column in texts.items():
        words = pd.util.hash_array(np.array(column.texts(), object), categorize=False)
        mixed = _mixed(hashes, words[column.codes] if len(words) else hashes)
        if name in later:  # so that a row without it keeps the hash of the first edition
            mixed = np.where(column.each(bool, bool)[column.codes], mixed, hashes)
        hashes = mixed
    for values in counted.values():
        # The value too, because it changes when a unit's factor does.
        hashes = _mixed(hashes, pd.util.hash_array(values.astype(float), categorize=False))
    key = tuple("printed" if name == "value" else name for name in facts.spec.key)
    return Content(facts.spec.name, texts, counted, hashes.view(np.int64), key)


def _mixed(hashes: NDArray[np.uint64], words: NDArray[np.uint64]) -> NDArray[np.uint64]:
    mixed = (hashes ^ words) * MIX
    return mixed ^ (mixed >> np.uint64(29))
