"""Categorical columns of texts: their distinct words are looked at once, not cell by cell."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas.api.types import union_categoricals

from loaders import signs

Column = pd.Series  # of dtype category; its categories are texts
Flags = NDArray[np.bool_]

INERT = r"^'([=+\-@\t\r\n＝＋－＠])"  # as the tables of `exports` write what looks like a formula


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
    named = pd.Index(new if isinstance(new, pd.Index | pd.Series) else list(new), dtype="str")
    if named.equals(column.cat.categories):
        return column
    numbers, distinct = pd.factorize(named)
    cells = pd.Categorical.from_codes(numbers[codes(column)], categories=distinct)
    return pd.Series(cells, column.index)


def joined(parts: Sequence[Column]) -> Column:
    """The cells of several columns below one another; those without cells have no kind of words."""
    parts = [part for part in parts if len(part)]
    if not parts:
        return constant("", 0)
    return parts[0] if len(parts) == 1 else pd.Series(union_categoricals(list(parts)))


def constant(word: str, length: int) -> Column:
    """A column that says the same in every row."""
    empty = np.zeros(length, np.int8)
    return pd.Series(pd.Categorical.from_codes(empty, pd.Index([word], dtype="str")))


def plain(column: Column) -> Column:
    """Free text without outer blanks and unseen signs, with plain line breaks.

    The mark that keeps a spreadsheet from taking a text for a formula is none of the text's.
    """
    trimmed = _seen(column.cat.categories.str.strip(), signs.visible)
    lines = trimmed.str.replace("\r\n", "\n", regex=False)
    return renamed(column, lines.str.replace(INERT, r"\1", regex=True))


def half_width(column: Column) -> Column:
    """Codes and numbers without outer blanks, in half-width signs."""
    return renamed(column, _seen(column.cat.categories.str.strip(), signs.half_width))


def _seen(words: pd.Index, of_word: Callable[[str], str]) -> pd.Index:
    """The words, those with signs beyond ASCII as `of_word` returns them."""
    others = np.flatnonzero(~words.str.isascii())
    if not len(others):
        return words
    rewritten = words.to_numpy(object)
    rewritten[others] = [of_word(word).strip() for word in rewritten[others]]
    return pd.Index(rewritten, dtype="str")
