"""Conversion inside a dimension, exact in decimal arithmetic."""

from decimal import Decimal

from indicators.vocabulary import Unit


class DimensionError(ValueError):
    """The two units measure different things."""


def convert(value: Decimal, unit: Unit, to: Unit) -> Decimal:
    """Return `value` of `unit` in the unit `to`; raise `DimensionError` across dimensions."""
    if unit.dimension != to.dimension:
        raise DimensionError(f"{unit.unit} ({unit.dimension}) → {to.unit} ({to.dimension})")
    if unit.factor == to.factor:
        return value  # with its printed zeros
    return (value * unit.factor / to.factor).normalize()
