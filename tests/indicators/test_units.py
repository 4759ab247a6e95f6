from decimal import Decimal

import pytest

from indicators import units
from indicators.records import Unit

YI_TON = Unit("亿吨", "mass", Decimal(100000000), "100 Mt", "Mt")
WAN_TON = Unit("万吨", "mass", Decimal(10000), "10 kt", "kt")
MEGATON = Unit("Mt", "mass", Decimal(1000000), "Mt", "Mt")
KILOGRAM = Unit("千克", "mass", Decimal("0.001"), "kg", "t")
YUAN = Unit("元", "money", Decimal(1), "CNY", "CNY")


@pytest.mark.parametrize(
    ("value", "unit", "to", "expected"),
    [
        ("4", YI_TON, MEGATON, "400"),
        ("2800", WAN_TON, YI_TON, "0.28"),
        ("1.53", YI_TON, WAN_TON, "15300"),
        ("43.54813", WAN_TON, MEGATON, "0.4354813"),
        ("0.1", KILOGRAM, KILOGRAM, "0.1"),
        ("4.0", YI_TON, YI_TON, "4.0"),  # a printed zero is a statement
    ],
)
def test_conversion_is_exact(value: str, unit: Unit, to: Unit, expected: str) -> None:
    assert f"{units.convert(Decimal(value), unit, to):f}" == expected


def test_another_dimension_is_refused() -> None:
    with pytest.raises(units.DimensionError, match=r"亿吨 \(mass\) → 元 \(money\)"):
        units.convert(Decimal(1), YI_TON, YUAN)


UNITS = {unit.unit: unit for unit in (YI_TON, WAN_TON, MEGATON, KILOGRAM, YUAN)}


@pytest.mark.parametrize(
    ("unit", "printed", "shown"),
    [
        (WAN_TON, [("15300", WAN_TON)], YI_TON),
        (WAN_TON, [("10000", WAN_TON)], YI_TON),
        (WAN_TON, [("9999", WAN_TON)], WAN_TON),
        (WAN_TON, [("-12000", WAN_TON)], YI_TON),
        (WAN_TON, [("8000", WAN_TON), ("15300", WAN_TON)], YI_TON),  # one scale for both
        (WAN_TON, [("0.9", YI_TON)], YI_TON),  # as printed
        (WAN_TON, [("0.9", YI_TON), ("800", WAN_TON)], WAN_TON),
        (WAN_TON, [], WAN_TON),
        (YI_TON, [("4", YI_TON)], YI_TON),
        (YUAN, [("300000000", YUAN)], YUAN),  # no larger unit is known
    ],
)
def test_numbers_that_stand_together_have_one_natural_scale(
    unit: Unit, printed: list[tuple[str, Unit]], shown: Unit
) -> None:
    numbers = [(Decimal(value), own) for value, own in printed]
    assert units.natural(unit, numbers, UNITS) is shown
