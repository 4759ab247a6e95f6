"""Numbers as people print them and as they are counted: exact, and fast through Arrow."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from indicators.records import Unit
from indicators.units import convert
from indicators.vocabulary import MISSING
from loaders.columns import Column, Flags, codes, renamed, words

Floats = NDArray[np.float64]

PLAIN = r"-?[0-9]+(?:\.[0-9]+)?"
GROUPED = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?", re.ASCII)
DECIMAL = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
ENDLESS = re.compile(r"[+-]?(?:nan|inf|infinity|∞)", re.IGNORECASE)
# As typed: the sign as kept.
SIGNS = {
    "——": "—",
    "–": "—",
    "―": "—",
    "─": "—",
    "……": "…",
    "...": "…",
    "⋯": "…",
    "⋯⋯": "…",
    "X": "x",
}


@dataclass(frozen=True, slots=True)
class Numbers:
    """A column of numbers as they were read; every part has the length of the column.

    `printed` has them half-width, without separators and percent sign; missing ones keep their
    sign. `rules` names the rule that a cell breaks, "" for none.
    """

    printed: Column
    is_number: Flags
    rules: Column
    is_percent: Flags


def read_numbers(column: Column, *, may_miss: bool) -> Numbers:
    """Read a column of numbers; the words that are plain already are not looked at one by one."""
    typed = column.cat.categories
    others = np.flatnonzero(~typed.str.fullmatch(PLAIN))
    printed, rules = pd.Series(typed), np.full(len(typed), "", object)
    is_percent = np.zeros(len(typed), bool)
    if len(others):
        read = [number(word, may_miss=may_miss) for word in typed[others]]
        printed.iloc[others] = [text for text, _ in read]
        rules[others] = [rule for _, rule in read]
        is_percent[others] = typed[others].str.endswith("%")
    is_number = np.asarray(printed.str.fullmatch(PLAIN), bool)
    at = codes(column)
    return Numbers(renamed(column, printed), is_number[at], renamed(column, rules), is_percent[at])


def number(word: str, *, may_miss: bool) -> tuple[str, str]:
    """Return the printed form of a typed number and the rule that it breaks ("" for none)."""
    sign = SIGNS.get(word, word)
    if sign in MISSING or not sign:
        return sign, "" if may_miss else "not_a_number" if sign else ""
    text = word.removesuffix("%").strip()
    if GROUPED.fullmatch(text):
        text = text.replace(",", "")
    if ENDLESS.fullmatch(text):
        return word, "not_finite"
    if not DECIMAL.fullmatch(text):
        return word, "not_a_number"
    if not math.isfinite(float(text)):
        return word, "not_finite"
    return format(Decimal(text), "f"), ""


def converted(numbers: Numbers, unit: Column, to: Column, units: Mapping[str, Unit]) -> Floats:
    """Return the values in the units `to`; NaN where there is no number.

    A factor that is a power of ten, as nearly all are, is written behind the digits, so that
    the nearest floating-point number comes out; any other goes through decimal arithmetic.
    """
    values = np.full(len(unit), np.nan)
    from_words, to_words = words(unit), words(to)
    pair, pairs = pd.factorize(codes(unit).astype(np.int64) * len(to_words) + codes(to))
    for at, number_of_pair in enumerate(pairs.tolist()):
        one = units.get(from_words[number_of_pair // len(to_words)])
        other = units.get(to_words[number_of_pair % len(to_words)])
        if one is None or other is None or one.dimension != other.dimension:
            continue
        chosen = np.flatnonzero((pair == at) & numbers.is_number)
        values[chosen] = _values(numbers.printed.iloc[chosen], one, other)
    return values


def _values(printed: Column, unit: Unit, to: Unit) -> Floats:
    numbers, used = pd.factorize(codes(printed))
    texts = printed.cat.categories[used]
    shift = _shift(unit.factor / to.factor)
    if shift is None:
        exact = [float(convert(Decimal(text), unit, to)) for text in texts]
        return np.array(exact, float)[numbers]
    return floats(texts, shift)[numbers]


def floats(texts: pd.Index, shift: int = 0) -> Floats:
    """Return texts that are plain numbers, times ten to the power of `shift`."""
    scaled = texts + f"e{shift}" if shift else texts
    # Arrow finds the nearest floating-point number, in a fraction of the time float() takes.
    return np.asarray(pc.cast(pa.array(scaled), pa.float64()))


def _shift(ratio: Decimal) -> int | None:
    exponent = ratio.adjusted()
    return exponent if ratio == Decimal(1).scaleb(exponent) else None
