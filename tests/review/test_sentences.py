"""How far a value moved is told so that one can read it: per cent, points, or a multiple."""

import pytest

from review.sentences import apart
from store.release_rows import RowChange
from wording.words import words

# unit, value before and after: Chinese, English
MOVES = [
    (("万吨", 100.0, 112.5), "+12.5%", "+12.5%"),
    (("万吨", 100.0, 87.5), "−12.5%", "−12.5%"),
    (("%", 5.0, 7.5), "+2.5个百分点", "+2.5 points"),
    (("亿千瓦时", 1633.6, 16_336_000.0), "10000倍", "×10,000"),
    (("亿千瓦时", 16_336_000.0, 1633.6), "0.0001倍", "×0.0001"),
    (("万吨", 0.0, 5.0), "", ""),
]


@pytest.mark.parametrize(("move", "chinese", "english"), MOVES)
def test_a_move_is_told_by_its_size(
    move: tuple[str, float, float], chinese: str, english: str
) -> None:
    unit, before, after = move
    change = RowChange(
        "observations", {"unit": unit, "value": before}, {"unit": unit, "value": after}
    )
    assert apart(change, words("zh")) == chinese
    assert apart(change, words("en")) == english
