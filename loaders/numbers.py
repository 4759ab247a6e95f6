"""Numbers as people print them and as they are counted: exact, and fast through Arrow."""

import math
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from indicators.records import Unit
from indicators.units import convert
from indicators.vocabulary import MISSING
from loaders.sheets import Column

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

PLAIN = r"^-?[0-9]+(?:\.[0-9]+)?$"
GROUPED = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?", re.ASCII)
DECIMAL = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
ENDLESS = re.compile(r"[+-]?(?:nan|inf|infinity|∞)", re.IGNORECASE)
SIGNS = {"——": "—", "--": "--", "……": "…", "...": "…"}  # as typed: sign as kept


@dataclass(frozen=True, slots=True)
class Numbers:
    """A column of numbers in their one printed form; by word: which rule it broke, and its sign."""

    column: Column  # as printed, half-width, without separators and percent sign
    is_number: Flags  # by word of `column`; else a missing sign
    broken: NDArray[np.object_]  # by word of the column that was read: a rule or ""
    is_percent: Flags  # by word of the column that was read


def numbers(column: Column, *, may_miss: bool) -> Numbers:
    """Read a column of numbers; the words that are plain already are not looked at one by one."""
    is_plain = np.asarray(pc.match_substring_regex(column.words, PLAIN), bool)
    broken = np.full(len(is_plain), "", object)
    is_percent = np.zeros(len(is_plain), bool)
    others = np.flatnonzero(~is_plain)
    printed = column.words
    if len(others):
        typed = column.words.take(pa.array(others)).to_pylist()
        read = [number(word, may_miss=may_miss) for word in typed]
        broken[others] = [rule for _, rule in read]
        is_percent[others] = [word.endswith("%") for word in typed]
        texts = pa.array([text for text, _ in read], pa.string())
        printed = pc.replace_with_mask(printed, pa.array(~is_plain), texts)
    kept = column.rewritten(printed)
    return Numbers(
        kept, np.asarray(pc.match_substring_regex(kept.words, PLAIN), bool), broken, is_percent
    )


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


def converted(printed: Numbers, unit: Column, to: Column, units: dict[str, Unit]) -> Floats:
    """Return the values in the units `to`; NaN where there is no number.

    A factor that is a power of ten, as nearly all are, is written behind the digits, so that
    the nearest floating-point number comes out; any other goes through decimal arithmetic.
    """
    values = np.full(len(unit.codes), np.nan)
    pair, pairs = pd.factorize(unit.codes.astype(np.int64) * len(to.words) + to.codes)
    has_number = printed.is_number[printed.column.codes]
    for at, number_of_pair in enumerate(pairs.tolist()):
        one = units.get(unit.words[number_of_pair // len(to.words)].as_py())
        other = units.get(to.words[number_of_pair % len(to.words)].as_py())
        if one is None or other is None or one.dimension != other.dimension:
            continue
        chosen = np.flatnonzero((pair == at) & has_number)
        values[chosen] = _values(printed.column.take(chosen), one, other)
    return values


def _values(column: Column, unit: Unit, to: Unit) -> Floats:
    codes, used = pd.factorize(column.codes)
    words = column.words.take(pa.array(used))
    shift = _shift(unit.factor / to.factor)
    if shift is None:
        exact = [float(convert(Decimal(word), unit, to)) for word in words.to_pylist()]
        return np.array(exact, float)[codes]
    return floats(words, shift)[codes]


def floats(words: Any, shift: int = 0) -> Floats:
    """Return Arrow texts that are plain numbers, times ten to the power of `shift`."""
    scaled = pc.binary_join_element_wise(words, f"e{shift}", "") if shift else words
    return np.asarray(pc.cast(scaled, pa.float64()))


def _shift(ratio: Decimal) -> int | None:
    exponent = ratio.adjusted()
    return exponent if ratio == Decimal(1).scaleb(exponent) else None
