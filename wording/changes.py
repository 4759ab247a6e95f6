"""A computed change in words: how much, since when, and what it was computed from."""

from decimal import ROUND_HALF_UP, Decimal

from indicators.change import Change
from indicators.records import Observation
from wording import formats
from wording.context import Context

SIGNS = {1: "+", 0: "±", -1: formats.MINUS}


def said(found: Change, context: Context) -> tuple[str, str]:
    """Return the difference and since when: ("+2.3%", "较2022年")."""
    words = context.words
    if found.ratio is not None:
        value, text = _rounded(found.ratio * 100, "%")
    else:
        value, text = _rounded(found.points or 0.0, "")
        text = words("points", points=text)
    sign = SIGNS[(value > 0) - (value < 0)]
    difference = words("qualifier.about", quantity=sign + text) if found.is_about else sign + text
    since = words("change.since", period=formats.period(found.before.period, words))
    return difference, since


def _rounded(value: float, unit: str) -> tuple[Decimal, str]:
    """One decimal, half up; the sign comes from the rounded number, so that −0.0 is ±0.0."""
    exact = Decimal(f"{value:.12g}").quantize(Decimal("0.1"), ROUND_HALF_UP)
    return exact, f"{abs(exact):f}{unit}"


def inputs(shown: Observation, found: Change, context: Context) -> str:
    """Say the two figures with their sources; a computed number names what it rests on."""
    words = context.words
    return words("change.inputs", now=_told(shown, context), before=_told(found.before, context))


def _told(row: Observation, context: Context) -> str:
    words = context.words
    return words(
        "change.input",
        period=formats.period(row.period, words),
        quantity=formats.quantity(row, context.catalogue, words),
        source=formats.source_short(row.source, words),
    )
