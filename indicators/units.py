"""Conversion inside a dimension, exact in decimal arithmetic."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import takewhile

from indicators.records import Indicator, Unit

# What English pages say instead of a five-digit number: 153 Mt, not 153,000 kt.
LARGER = {"kt": "Mt", "kt/yr": "Mt/yr", "MW": "GW", "GWh": "TWh", "CNY m": "CNY bn"}
LARGE = 10_000


HUNDRED_MILLION = Decimal(100_000_000)


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


def natural(unit: Unit, printed: Iterable[tuple[Decimal, Unit]], units: Mapping[str, Unit]) -> Unit:
    """Return the unit that Chinese pages show numbers in that are kept in `unit`.

    `printed` are the numbers that stand together, each with its printed unit, `units` are by unit
    word. It is 亿 of the dimension's base unit from 亿 on, or where all are printed in it.
    """
    larger = _hundred_millions(unit, units)
    if larger is None:
        return unit
    rows = list(printed)
    amounts = (abs(value) * own.factor for value, own in rows)
    is_long = max(amounts, default=Decimal(0)) >= HUNDRED_MILLION
    is_printed = bool(rows) and all(own.factor == HUNDRED_MILLION for _, own in rows)
    return larger if is_long or is_printed else unit


def _hundred_millions(unit: Unit, units: Mapping[str, Unit]) -> Unit | None:
    """The unit of 亿 base units of the same dimension; None where there is none that is larger.

    Of several, as 亿千瓦时 and 亿度 are, it is the one that ends as the unit does.
    """
    if unit.factor >= HUNDRED_MILLION:
        return None
    found = [u for u in units.values()
             if u.dimension == unit.dimension and u.factor == HUNDRED_MILLION]  # fmt: skip
    return max(found, key=lambda larger: _common_end(unit.unit, larger.unit), default=None)


def _common_end(one: str, other: str) -> int:
    """How many signs at their ends two words have in common."""
    pairs = zip(reversed(one), reversed(other), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


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
