"""Two values that do not agree, in words."""

from dataclasses import replace

import pytest

from indicators.vocabulary import SourceKind
from tests.support.figures_rows import context, figure
from wording import conflicts


@pytest.mark.parametrize(
    ("shown", "other", "lang", "text"),
    [
        ("100", "108.44", "zh", "+8.4%"),
        ("42.801", "42.79", "zh", "−0.03%"),  # what differs is never 0.0
        ("-4", "-5", "zh", "−25.0%"),  # in proportion to the size
        ("0", "3", "zh", ""),
    ],
)
def test_the_difference_is_that_of_the_other_value(
    shown: str, other: str, lang: str, text: str
) -> None:
    rows = [figure("2022", printed).shown for printed in (shown, other)]
    assert conflicts.apart(rows[0], rows[1], context(lang)) == text


def test_percentages_differ_by_points() -> None:
    rows = [figure("2022", printed).shown for printed in ("45.9", "60")]
    said = context()
    of = {rows[0].indicator: replace(said.catalogue.indicators[rows[0].indicator], unit="%")}
    there = replace(said, catalogue=replace(said.catalogue, indicators=of))
    assert conflicts.apart(rows[0], rows[1], there) == "+14.1个百分点"


def test_the_reason_names_what_each_is() -> None:
    shown = figure("2022", "1").shown
    press = replace(shown.source, kind=SourceKind.PRESS, id="paper")
    late = replace(shown.source, published="2023-05", id="early")
    assert conflicts.reason(shown, replace(shown, source=press), context()) == (
        "来源类型：统计部门优先于新闻媒体"
    )
    assert conflicts.reason(shown, replace(shown, source=late), context()) == (
        "发布较晚：2024年3月，另一来源2023年5月"
    )
