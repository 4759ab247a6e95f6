"""Numbers of a column: one unit in the head and one number of decimals, so that they compare."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from indicators.records import Observation
from indicators.vocabulary import Qualifier
from wording import formats
from wording.context import Context

MOST_DECIMALS = 2
POINT, DIGIT = "\u2008", "\u2007"  # spaces as wide as a point and as a digit


def numbers(rows: Sequence[Observation | None], context: Context) -> list[str]:
    """The values without their unit, "" for none: all exact ones with as many decimals.

    These are as printed, two at most. What is "about" keeps its own digits and is filled up with
    spaces, so that the points stand below one another.
    """
    words = context.words
    values = [
        formats.shown_value(row, context.catalogue, words)
        if row and row.value is not None
        else None
        for row in rows
    ]
    decimals = max((_decimals(value) for value in values if value is not None), default=0)
    return [
        _written(value, row.qualifier, decimals, context) if row and value is not None else ""
        for row, value in zip(rows, values, strict=True)
    ]


def smallest(rows: Sequence[Observation]) -> list[Observation]:
    """The row by which the scale of a column is chosen, so that two decimals say something of all.

    Empty where none has a value but zero.
    """
    valued = [row for row in rows if row.value]
    return [min(valued, key=lambda row: abs(row.value or 0))] if valued else []


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return min(MOST_DECIMALS, max(0, -exponent)) if isinstance(exponent, int) else 0


def _written(value: Decimal, qualifier: Qualifier, decimals: int, context: Context) -> str:
    own = decimals if qualifier.is_exact else _decimals(value)
    exact = value.quantize(Decimal(1).scaleb(-own), ROUND_HALF_UP)
    text = formats.number(exact, context.words, own)
    missing = decimals - own
    fill = (POINT if missing and not own else "") + DIGIT * missing
    return context.words(f"qualifier.{qualifier}", quantity=text) + fill
