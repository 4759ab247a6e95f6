"""Conversion inside a dimension, exact in decimal arithmetic."""

from collections.abc import Mapping
from decimal import Decimal

from indicators.records import Indicator, Unit

# What English pages say instead of a five-digit number: 153 Mt, not 153,000 kt.
LARGER = {"kt": "Mt", "kt/yr": "Mt/yr", "MW": "GW", "GWh": "TWh", "CNY m": "CNY bn"}
LARGE = 10_000


class DimensionError(ValueError):
    """The two units measure different things."""


def convert(value: Decimal, unit: Unit, to: Unit) -> Decimal:
    """Return `value` of `unit` in the unit `to`, exactly; raise `DimensionError` across dimensions.

    One and the same factor keeps the printed zeros, a conversion drops them.
    """
    if unit.dimension != to.dimension:
        raise DimensionError(f"{unit.unit} ({unit.dimension}) → {to.unit} ({to.dimension})")
    if unit.factor == to.factor:
        return value  # with its printed zeros
    return (value * unit.factor / to.factor).normalize()


def english(indicator: Indicator, highest: float, units: Mapping[str, Unit]) -> str:
    """Return the unit word that English pages show an indicator in.

    `highest` is its highest value, in the indicator's unit, `units` are by unit word. It is the
    English unit of the indicator's own, or the next larger one where numbers would be long.
    """
    unit = units[indicator.unit]
    name = unit.english_unit
    larger = LARGER.get(name, "")
    if larger not in units:
        return name
    return larger if convert(Decimal(str(highest)), unit, units[name]) >= LARGE else name
