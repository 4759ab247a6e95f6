"""Where a region stands, in words."""

from dataclasses import replace

import pytest

from tests.indicators.test_standings import rows, stand
from tests.support.completion_rows import ASSETS, BIJIE, GUIYANG, OUTPUT, PROVINCE, context, figure
from wording import standings as said


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("zh", "2023年，毕节市产值300亿元，在3个市州中居第3位，比2013年下降1位，占全省24.0%。"
               "（据统计局，2025年10月）"),
        ("en", "In 2023, Output of Bijie was CNY 30 bn, place 3 of 3 prefectures; "
               "down by 1 since 2013; 24.0% of the province. (Source: 统计局, Oct 2025)"),
    ],
)  # fmt: skip
def test_a_sentence_says_value_place_change_and_share(lang: str, sentence: str) -> None:
    found = stand(OUTPUT, [*rows(OUTPUT), figure(OUTPUT, PROVINCE, "2023", "1250")])
    row = found.of(BIJIE)
    assert row
    assert said.sentence(found, row, context(lang)) == sentence


def test_a_stock_is_told_at_the_end_of_its_year() -> None:
    found = stand(ASSETS, rows(ASSETS, {"2023": {GUIYANG: "5", BIJIE: "4"}}))
    row = found.of(BIJIE)
    text = "截至2023年末，毕节市资产4亿元，在有数据的2个市州中居第2位。（据统计局，2025年10月）"
    assert row
    assert said.sentence(found, row, context("zh")) == text


def test_who_rose_and_who_fell_is_named() -> None:
    text = "按产值排位，2023年与2013年相比，遵义市位次上升，毕节市位次下降。"
    assert said.moved(stand(OUTPUT, rows(OUTPUT)), context("zh")) == text


def test_a_remark_that_all_carry_names_no_region() -> None:
    known = [
        replace(row, note_zh="新口径。") if row.period == "2020" else row for row in rows(OUTPUT)
    ]
    known[0] = replace(known[0], note_zh="取整")
    assert said.remarks(stand(OUTPUT, known), context("zh")) == [
        "贵阳2013年：取整。", "2020年：新口径。",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["年均名义增长"])
def test_growth_of_money_is_nominal(name: str) -> None:
    assert said.growth_name(OUTPUT, context("zh")) == name
