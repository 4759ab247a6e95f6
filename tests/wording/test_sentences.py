"""What a target has reached, in the three forms that it is said in."""

import pytest

from indicators.records import Target
from tests.support.exports_rows import CAP, DIRECT, PACED, PLANNED, UNKNOWN, assessed, context
from wording import sentences


def forms(target: Target, lang: str = "zh") -> tuple[str, ...]:
    (tracked,) = assessed([target], context(lang))
    return tuple(sentences.attained(tracked.assessment, context(lang), f) for f in sentences.FORMS)


@pytest.mark.parametrize(
    ("target", "texts"),
    [
        (PLANNED, ("完成2025年目标（≥130亿元）的84.6%", "完成率84.6%", "完成84.6%")),
        (PACED, ("完成年度目标（≥1000亿元）的56.5%", "完成率56.5%", "完成56.5%")),
        (CAP, ("超出2025年上限（≤1000万吨）约260.5万吨", "超上限约260.5万吨", "为上限的126.1%")),
        (DIRECT, ("低于2024年目标（5%）约8个百分点", "较目标−8个百分点", "")),
    ],
)
def test_each_form_says_it_in_its_own_words(target: Target, texts: tuple[str, ...]) -> None:
    assert forms(target) == texts


def test_where_nothing_compares_label_and_share_are_empty() -> None:
    assert forms(UNKNOWN)[1:] == ("", "")
