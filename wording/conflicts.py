"""Two values of one indicator, region and period: how far they are apart, and why one is shown."""

from decimal import ROUND_HALF_UP, Decimal

from indicators import precedence
from indicators.change import PERCENT
from indicators.records import Observation
from wording import formats
from wording.context import Context


def apart(shown: Observation, other: Observation, context: Context) -> str:
    """How far `other` lies from `shown`: "+8.4%", of a percentage "+2.1个百分点".

    Both have a value. Empty in proportion to nothing.
    """
    assert shown.value is not None  # nothing conflicts with what is missing
    assert other.value is not None
    of, to = formats.decimal(shown.value), formats.decimal(other.value)
    if context.catalogue.indicators[shown.indicator].unit == PERCENT:
        return context.words("points", points=_signed(to - of))
    return f"{_signed((to - of) / abs(of) * 100)}%" if of else ""


def _signed(exact: Decimal) -> str:
    """One decimal, half up, with its sign; more decimals where it would be 0.0."""
    for decimals in range(1, 5):
        text = f"{abs(exact).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP):f}"
        if Decimal(text):
            break
    return (formats.MINUS if exact < 0 else "+") + text


def reason(shown: Observation, other: Observation, context: Context) -> str:
    """Why `shown` is shown and not `other`: the criterion that decided, with what each is by it."""
    name = precedence.decided_by(shown, other)
    said = [_said(name, row, context) for row in (shown, other)]
    return context.words(f"decided.{name}", shown=said[0], other=said[1])


def _said(name: str, row: Observation, context: Context) -> str:
    """What an observation is by a criterion of precedence, in words."""
    words, source = context.words, row.source
    said = {
        "kind": words(f"kind.{source.kind}"),
        "carrier": words(f"carrier.{source.carrier}"),
        "published": formats.published(source, words),
        "status": words(f"status.{row.status}"),
    }
    return said.get(name, source.id)
