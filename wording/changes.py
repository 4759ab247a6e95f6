"""A computed change in words: how much, since when, and what it was computed from."""

from decimal import ROUND_HALF_UP, Decimal

from indicators.change import Change
from indicators.records import Observation
from wording import formats
from wording.context import Context

SIGNS = {1: "+", 0: "±", -1: formats.MINUS}


def difference(change: Change, context: Context) -> tuple[str, str]:
    """Return the difference and since when: ("+2.3%", "较2022年")."""
    words = context.words
    if change.ratio is not None:
        value, text = _rounded(change.ratio * 100, "%")
    else:
        value, text = _rounded(change.points or 0.0, "")
        text = words("points", points=text)
    sign = SIGNS[(value > 0) - (value < 0)]
    text = words("qualifier.about", quantity=sign + text) if change.is_about else sign + text
    since = words("change.since", period=formats.period(change.before.period, words))
    return text, since


def _rounded(value: float, unit: str) -> tuple[Decimal, str]:
    """One decimal, half up; the sign comes from the rounded number, so that −0.0 is ±0.0."""
    exact = Decimal(f"{value:.12g}").quantize(Decimal("0.1"), ROUND_HALF_UP)
    return exact, f"{abs(exact):f}{unit}"


def inputs(shown: Observation, change: Change, context: Context) -> str:
    """Say the two values with their sources; a computed number names what it rests on.

    `shown` is the observation that `change` was computed for.
    """
    words = context.words
    return words(
        "change.inputs", now=_written(shown, context), before=_written(change.before, context)
    )


def _written(row: Observation, context: Context) -> str:
    words = context.words
    return words(
        "change.input",
        period=formats.period(row.period, words),
        quantity=formats.quantity(row, context.catalogue, words),
        source=formats.source_short(row.source, words),
    )
