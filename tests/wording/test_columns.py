"""Numbers of a column: one number of decimals, and no more digits than a source tells."""

import pytest

from tests.support.completion_rows import BIJIE, GUIYANG, OUTPUT, ZUNYI, context, figure
from wording.columns import numbers, smallest

SPACES = "\u2008\u2007\u2007"  # a point and two digits wide


def test_all_have_the_decimals_of_the_most_exact_two_at_most() -> None:
    rows = [figure(OUTPUT, GUIYANG, "2023", text) for text in ("5154.75", "2302", "75.7841")]
    assert numbers(rows, context("zh")) == ["5154.75", "2302.00", "75.78"]


def test_whole_numbers_stay_whole() -> None:
    rows = [figure(OUTPUT, GUIYANG, "2023", text) for text in ("5154", "2302")]
    assert numbers(rows, context("zh")) == ["5154", "2302"]


def test_what_is_about_keeps_its_digits_and_is_filled_up() -> None:
    rows = [
        figure(OUTPUT, GUIYANG, "2022", "4921", "about"),
        figure(OUTPUT, ZUNYI, "2022", "4401.26"),
        None,
    ]
    assert numbers(rows, context("zh")) == [f"约4921{SPACES}", "4401.26", ""]


@pytest.mark.parametrize(("lang", "texts"), [("zh", ["12000.5"]), ("en", ["1,200.05"])])
def test_each_language_has_its_unit_and_separators(lang: str, texts: list[str]) -> None:
    assert numbers([figure(OUTPUT, BIJIE, "2023", "12000.5")], context(lang)) == texts


def test_the_smallest_decides_the_scale_of_a_column() -> None:
    rows = [figure(OUTPUT, GUIYANG, "2023", text) for text in ("5154", "0", "-12")]
    assert smallest(rows) == [rows[2]]
    assert smallest(rows[1:2]) == []
