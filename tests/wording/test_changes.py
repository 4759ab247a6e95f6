"""A computed change in words."""

import pytest

from indicators.change import ComputedChange, PublishedGrowth
from tests.support.figures_rows import RATE, context, figure
from wording import changes

BEFORE = figure("2022", "532").shown


@pytest.mark.parametrize(
    ("ratio", "points", "is_about", "lang", "text"),
    [
        (0.306485, None, False, "zh", "+30.6%"),
        (-0.0004, None, False, "zh", "±0.0%"),  # the sign is that of what is printed
        (-0.125, None, False, "zh", "−12.5%"),
        (0.5, None, True, "zh", "约+50.0%"),
        (None, 0.25, False, "zh", "+0.3个百分点"),  # half up
        (None, -1.0, False, "en", "−1.0 percentage points"),
        (0.023, None, False, "en", "+2.3%"),
    ],
)
def test_the_difference_is_said_as_bulletins_do(
    ratio: float | None, points: float | None, is_about: bool, lang: str, text: str
) -> None:
    made = ComputedChange(BEFORE, ratio, points, is_about)
    assert changes.difference(made, context(lang))[0] == text


def test_it_says_since_when_and_from_which_figures() -> None:
    made = ComputedChange(BEFORE, 0.3, None, is_about=False)
    assert changes.difference(made, context())[1] == "较2022年"
    shown = figure("2023", "695.05").shown
    assert changes.inputs(shown, made, context()) == (
        "按公布数计算：2023年695.05亿元（<b>统计局</b>，2024年3月）；"
        "2022年532亿元（<b>统计局</b>，2024年3月）"
    )
    assert changes.origin(made, context()) == "（计算）"


@pytest.mark.parametrize(
    ("rate", "qualifier", "lang", "text"),
    [
        ("5.3", "exact", "zh", "+5.3%"),
        ("-0.50", "exact", "zh", "−0.50%"),  # as printed
        ("0", "exact", "zh", "±0%"),
        ("5", "about", "zh", "约+5%"),
        ("12.1", "exact", "en", "+12.1%"),
    ],
)
def test_published_growth_is_said_as_printed(
    rate: str, qualifier: str, lang: str, text: str
) -> None:
    made = PublishedGrowth(figure("2023", rate, of=RATE.id, qualifier=qualifier).shown)
    against = {"zh": "同比", "en": "year on year"}[lang]
    assert changes.difference(made, context(lang)) == (text, against)


def test_published_growth_names_its_source() -> None:
    made = PublishedGrowth(figure("2023", "5.3", of=RATE.id).shown)
    assert changes.origin(made, context()) == "（公布）"
    assert changes.inputs(figure("2023", "695.05").shown, made, context()) == (
        "公布数：增速2023年5.3%（<b>统计局</b>，2024年3月）"
    )
