"""Categorical columns of texts: their distinct words are looked at once, not cell by cell."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas.api.types import union_categoricals

from loaders.read import HALF_WIDTH

Column = pd.Series  # of dtype category; its categories are texts
Flags = NDArray[np.bool_]


def codes(column: Column) -> NDArray[Any]:
    """The number of each cell's word among the categories."""
    return column.cat.codes.to_numpy()


def words(column: Column) -> list[str]:
    """The distinct words, in the order of their numbers; some may stand in no cell."""
    return column.cat.categories.to_numpy(object).tolist()  # pandas lists them one by one


def each_cell(column: Column, of_word: Callable[[str], Any], kind: Any) -> NDArray[Any]:
    """What `of_word` returns for the word of each cell, called once for each distinct word."""
    return each_word(column, of_word, kind)[codes(column)]


def each_word(column: Column, of_word: Callable[[str], Any], kind: Any) -> NDArray[Any]:
    """What `of_word` returns for each distinct word, in the order of their numbers."""
    distinct = words(column)
    return np.fromiter(map(of_word, distinct), kind, len(distinct))


def renamed(column: Column, new: Iterable[str]) -> Column:
    """The same cells with a new word for each distinct one; words that became alike are one."""
    named = pd.Index(list(new) if not isinstance(new, pd.Index) else new, dtype="str")
    if named.equals(column.cat.categories):
        return column
    numbers, distinct = pd.factorize(named)
    cells = pd.Categorical.from_codes(numbers[codes(column)], categories=distinct)
    return pd.Series(cells, column.index)


def joined(parts: Sequence[Column]) -> Column:
    """The cells of several columns below one another."""
    if not parts:
        return constant("", 0)
    return parts[0] if len(parts) == 1 else pd.Series(union_categoricals(list(parts)))


def constant(word: str, length: int) -> Column:
    """A column that says the same in every row."""
    empty = np.zeros(length, np.int8)
    return pd.Series(pd.Categorical.from_codes(empty, pd.Index([word], dtype="str")))


def plain(column: Column) -> Column:
    """Free text without outer blanks and with plain line breaks."""
    trimmed = column.cat.categories.str.strip()
    return renamed(column, trimmed.str.replace("\r\n", "\n", regex=False))


def half_width(column: Column) -> Column:
    """Codes and numbers without outer blanks, in half-width signs."""
    trimmed = column.cat.categories.str.strip()
    if trimmed.str.isascii().all():
        return renamed(column, trimmed)
    return renamed(column, (word.translate(HALF_WIDTH).strip() for word in trimmed))
