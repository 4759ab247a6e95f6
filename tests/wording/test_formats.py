"""Numbers as they are written."""

from decimal import Decimal

import pytest

from wording import formats
from wording.words import words


@pytest.mark.parametrize(
    ("ratio", "written"), [(0.69505, "69.5%"), (-0.034, "−3.4%"), (-0.0002, "0.0%"), (0, "0.0%")]
)
def test_a_share_has_one_decimal_and_a_minus_sign(ratio: float, written: str) -> None:
    assert formats.share(ratio, words("zh")) == written


@pytest.mark.parametrize(
    ("lang", "value", "written"),
    [("zh", "-1234.5", "−1234.5"), ("en", "-1234.5", "−1,234.5"), ("zh", "0.00123", "0.0012")],
)
def test_a_number_has_a_minus_sign_and_what_is_small_its_digits(
    lang: str, value: str, written: str
) -> None:
    assert formats.number(Decimal(value), words(lang)) == written
