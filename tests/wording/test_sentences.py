"""What a target has reached, in the three forms that it is said in."""

from dataclasses import replace

import pytest

from indicators.records import Target
from indicators.vocabulary import Comparator, Measure, Qualifier
from tests.support.exports_rows import CAP, DIRECT, PACED, PLANNED, UNKNOWN, assessed, context
from wording import sentences


def forms(target: Target, lang: str = "zh") -> tuple[str, ...]:
    (tracked,) = assessed([target], context(lang))
    return tuple(sentences.attained(tracked.assessment, context(lang), f) for f in sentences.FORMS)


@pytest.mark.parametrize(
    ("target", "texts"),
    [
        (PLANNED, ("完成2025年目标（130亿元以上）的84.6%", "完成率84.6%", "完成84.6%")),
        (PACED, ("完成年度目标（1000亿元以上）的56.5%", "完成率56.5%", "完成56.5%")),
        (CAP, ("超出2025年上限（1000万吨）约260.5万吨", "超上限约260.5万吨", "为上限的126.1%")),
        (DIRECT, ("低于2024年目标（5%）约8个百分点", "较目标−8个百分点", "")),
    ],
)
def test_each_form_says_it_in_its_own_words(target: Target, texts: tuple[str, ...]) -> None:
    assert forms(target) == texts


def test_where_nothing_compares_label_and_share_are_empty() -> None:
    assert forms(UNKNOWN)[1:] == ("", "")


@pytest.mark.parametrize(
    ("comparator", "qualifier", "zh", "en"),
    [
        (">=", "exact", "130亿元以上", "at least CNY 13 bn"),
        ("<=", "exact", "控制在130亿元以内", "at most CNY 13 bn"),
        ("=", "exact", "130亿元", "CNY 13 bn"),
        ("=", "about", "130亿元左右", "about CNY 13 bn"),
    ],
)
def test_a_goal_in_a_text_is_said_without_signs(
    comparator: str, qualifier: str, zh: str, en: str
) -> None:
    words = {"comparator": Comparator(comparator), "qualifier": Qualifier(qualifier)}
    stated = replace(PLANNED, **words)
    assert (sentences.goal(stated, context("zh")), sentences.goal(stated, context("en"))) == (
        zh,
        en,
    )


@pytest.mark.parametrize(
    ("measure", "zh", "en"),
    [
        (Measure.FLOW, "2022年，全省产量约110亿元，", "about CNY 11 bn in 2022, "),
        (Measure.STOCK, "截至2022年末，全省产量约110亿元，", "bn as of the end of 2022, "),
    ],
)
def test_a_flow_is_of_its_year_and_a_state_of_its_end(measure: Measure, zh: str, en: str) -> None:
    for lang, text in (("zh", zh), ("en", en)):
        told = context(lang)
        indicators = told.catalogue.indicators
        of = replace(indicators[PLANNED.indicator], measure=measure)
        told = replace(told, catalogue=replace(told.catalogue, indicators=indicators | {of.id: of}))
        (tracked,) = assessed([PLANNED], told)
        assert text in sentences.sentence(tracked, told)
