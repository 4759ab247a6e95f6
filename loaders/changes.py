"""What a load changes: the rows that are to be, against those that are current."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from indicators import periods
from loaders.check import Checked
from loaders.columns import Column, codes, each_cell
from loaders.numbers import read_numbers
from loaders.tables import Table
from store.batch import Batch
from store.releases import Writing

BATCH = 1_000  # few enough that their cells stay in the processor's cache
NULL: Any = None
MIX = np.uint64(0x9E3779B97F4A7C15)  # 2^64 over the golden ratio: spreads neighbouring numbers
Hashes = NDArray[np.int64]
Rows = NDArray[np.intp]  # positions of rows


@dataclass(frozen=True, slots=True)
class Changes:
    """How many rows of a table a load added, changed and removed."""

    added: int = 0
    changed: int = 0
    removed: int = 0


@dataclass(frozen=True, slots=True)
class Content:
    """The rows that a table is to hold: texts by column, numbers by column, and their hashes."""

    table: str
    texts: dict[str, Column]
    numbers: dict[str, NDArray[Any]]
    hashes: Hashes
    key: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The stored columns."""
        return (*self.texts, *self.numbers, "row_hash")

    def keys(self, rows: Rows) -> set[tuple[str, ...]]:
        """The keys of these rows."""
        return set(zip(*(self._words(name, rows) for name in self.key), strict=True))

    def _words(self, name: str, rows: Rows) -> list[str]:
        column = self.texts[name]
        return _distinct(column)[codes(column)[rows]].tolist()

    def batches(self, rows: Rows) -> Iterator[Batch]:
        """Yield these rows; rows that stand together are mostly alike in several columns."""
        columns = [(n, _distinct(column), codes(column)) for n, column in self.texts.items()]
        for start in range(0, len(rows), BATCH):
            some = rows[start : start + BATCH]
            shared: dict[str, Any] = {}
            cells: dict[str, list[Any]] = {}
            for name, distinct, numbers in columns:
                at = numbers[some]
                if (at == at[0]).all():
                    shared[name] = distinct[at[0]]
                else:
                    cells[name] = distinct[at].tolist()
            cells |= {name: _plain(values[some]) for name, values in self.numbers.items()}
            cells["row_hash"] = self.hashes[some].tolist()
            yield Batch(len(some), shared, cells)

    def sorted(self, rows: Rows) -> Rows:
        """These rows in the order in which they are sought: by the first columns of the key."""
        rank = np.zeros(len(rows), np.int64)
        for name in self.key[:2]:
            column = self.texts[name]
            place = np.argsort(np.argsort(_distinct(column)))
            rank = rank * len(place) + place[codes(column)[rows]]
        return rows[np.argsort(rank, kind="stable")]


def _distinct(column: Column) -> NDArray[Any]:
    return column.cat.categories.to_numpy(object)


def _plain(values: NDArray[Any]) -> list[Any]:
    missing = pd.isna(values)
    return np.where(missing, NULL, values).tolist() if missing.any() else values.tolist()


def contents(checked: Checked) -> Iterator[Content]:
    """Yield what each table is to hold."""
    for name, table in checked.tables.items():
        texts, numbers = _stored(table)
        if values := checked.values.get(name):
            texts = {("printed" if n == "value" else n): c for n, c in texts.items()}
            texts["printed"] = values.printed
            numbers["value"] = values.converted
        hashes = _hashes(table, texts, numbers)
        if "period" in table.spec.names:  # derived from it, and no content of its own
            numbers["year"] = each_cell(table.cells["period"], _year, np.int32)
        key = tuple("printed" if n == "value" else n for n in table.spec.key)
        yield Content(name, texts, numbers, hashes, key)


def _stored(table: Table) -> tuple[dict[str, Column], dict[str, NDArray[Any]]]:
    texts: dict[str, Column] = {}
    numbers: dict[str, NDArray[Any]] = {}
    for spec in table.spec.columns:
        column = table.cells[spec.name]
        if spec.kind == "integer":
            numbers[spec.name] = each_cell(column, lambda w: int(w) if w else None, object)
        elif spec.kind in ("number", "positive"):
            texts[spec.name] = read_numbers(column, may_miss=True).printed
        else:
            texts[spec.name] = column
    return texts, numbers


def _year(period: str) -> int:
    try:
        return periods.parse(period).year
    except periods.PeriodError:  # the word of a row that was left out
        return 0


def _hashes(table: Table, texts: dict[str, Column], numbers: dict[str, NDArray[Any]]) -> Hashes:
    hashes = np.zeros(len(table.cells), np.uint64)
    later = {spec.name for spec in table.spec.columns if spec.later}
    for name, column in texts.items():
        words = pd.util.hash_array(_distinct(column), categorize=False)
        mixed = _mixed(hashes, words[codes(column)])
        # A column that came later counts where it is filled: other rows keep their hash.
        is_counted = each_cell(column, bool, bool) if name in later else True
        hashes = np.where(is_counted, mixed, hashes)
    for values in numbers.values():
        # The value too, because it changes when a unit's factor does.
        hashes = _mixed(hashes, pd.util.hash_array(values.astype(float), categorize=False))
    return hashes.view(np.int64)


def _mixed(hashes: NDArray[np.uint64], more: NDArray[np.uint64]) -> NDArray[np.uint64]:
    mixed = (hashes ^ more) * MIX
    return mixed ^ (mixed >> np.uint64(29))


def exchange(transaction: Writing, content: Content, step: Callable[[int], None]) -> Changes:
    """Close the rows that are gone and write those that are new; `step` is told how many so far."""
    ids, hashes = transaction.current(content.table)
    gone = ids[~pd.Series(hashes).isin(content.hashes).to_numpy()]
    fresh = content.sorted(np.flatnonzero(~pd.Series(content.hashes).isin(hashes).to_numpy()))
    changed = 0
    if len(gone) and len(fresh):
        before = set(transaction.keys(content.table, content.key, gone))
        changed = len(before & content.keys(fresh))
    transaction.close(content.table, gone)
    transaction.insert(content.table, content.names, _counted(content, fresh, step))
    return Changes(len(fresh) - changed, changed, len(gone) - changed)


def _counted(content: Content, fresh: Rows, step: Callable[[int], None]) -> Iterator[Batch]:
    written = 0
    for batch in content.batches(fresh):
        yield batch
        written += batch.size
        step(written)
