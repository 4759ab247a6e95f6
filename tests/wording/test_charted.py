"""The sentences that stand below charts, and those that open a report."""

from dataclasses import replace

import pytest

from indicators.precedence import Reported
from indicators.records import Area, Observation
from indicators.vocabulary import AreaKind
from tests.support import figures_rows as rows
from tests.support.exports_rows import CAP, DIRECT, PLANNED, UNKNOWN, assessed, context
from tests.support.figures_rows import HOLDINGS, OUTPUT, RATE, SOURCE, figure
from wording import charted, summary

OTHER = replace(SOURCE, id="other")


def course(reported: list[Reported], lang: str = "zh") -> str:
    return charted.course([each.shown for each in reported], rows.context(lang))[0]


@pytest.mark.parametrize(
    ("reported", "told"),
    [
        ([figure("2025", "5"), figure("2026-06/ytd", "3", qualifier="over"),
          figure("2025-06/ytd", "2")],
         "2026年上半年，全省产值<b>x</b>超3亿元，2025年上半年为2亿元。"),
        ([figure("2024", "5", of=HOLDINGS.id), figure("2025", "6", of=HOLDINGS.id)],
         "截至2025年末，全省存量6亿元，2024年为5亿元。"),
        ([figure("2025", "5", status="provisional")], "2025年，全省产值<b>x</b>5亿元（初步数）。"),
        ([figure("2023", "5"), figure("2027", "9", status="forecast")],
         "2023年，全省产值<b>x</b>5亿元，数据距今2年11个月。"),
        ([figure("2025", "7", of=RATE.id), figure("2025-06/ytd", "9", of=RATE.id)],
         "2025年，全省增速7%。"),
        ([], ""),
    ],
)  # fmt: skip
def test_the_newest_figure_is_told_beside_that_of_the_same_time_before(
    reported: list[Reported], told: str
) -> None:
    assert course(reported) == told


def test_english_says_it_as_it_says_targets() -> None:
    there = [figure("2024", "5", of=HOLDINGS.id), figure("2025", "6", of=HOLDINGS.id)]
    told = "Holdings, Guizhou: CNY 0.6 bn as of the end of 2025; 2024: CNY 0.5 bn."
    assert course(there, "en") == told
    assert course([figure("2025", "7", of=RATE.id)], "en") == "Rate, Guizhou: 7% in 2025."


def test_a_figure_of_another_scope_is_not_told_as_growth() -> None:
    before, after = figure("2024", "1").shown, figure("2025", "4").shown
    assert "2024" in charted.course([before, after], rows.context())[0]
    elsewhere = replace(after, source=OTHER)
    assert charted.course([before, elsewhere], rows.context())[1] == (elsewhere,)


def test_of_several_regions_each_is_told() -> None:
    there = [figure("2024", "5", "520100"), figure("2025", "6", "520100"),
             figure("2024", "7", "520300")]  # fmt: skip
    assert course(there) == "产值<b>x</b>最新数据：贵阳6亿元（2025年）、遵义7亿元（2024年）。"


PLACES = [figure("2025", value, code).shown for code, value in
          (("520000", "90"), ("520100", "10"), ("520300", "30"), ("520200", "20"),
           ("520400", "5"), ("520500", "—"))]  # fmt: skip


def test_a_ranking_is_told_by_its_first_and_its_last() -> None:
    text, told = charted.places(OUTPUT, PLACES, rows.context())
    assert text == (
        "2025年，有产值<b>x</b>数据的4个市州中，居前的是遵义30亿元、520200 20亿元、贵阳10亿元，"
        "居末的是520400 5亿元。"
    ).replace("520200 ", "520200").replace("520400 ", "520400")
    assert len(told) == 4
    few: list[Observation] = PLACES[:3]
    assert charted.places(OUTPUT, few, rows.context())[0] == (
        "2025年，有产值<b>x</b>数据的市州有2个：遵义30亿元、贵阳10亿元。"
    )


def test_a_map_says_what_its_colours_tell() -> None:
    text, told = charted.spread(OUTPUT, PLACES, rows.context())
    assert text == "图中颜色越深，2025年产值<b>x</b>的数值越大；有数据的市州4个。"
    assert len(told) == 4
    assert charted.spread(OUTPUT, PLACES[-1:], rows.context()) == ("", ())


def test_areas_are_named_by_kind() -> None:
    named = ((AreaKind.ZONE, "北部"), (AreaKind.CORE, "贵阳"), (AreaKind.CORE, "遵义"))
    there = [Area("coal", kind, name, name, "520100", SOURCE) for kind, name in named]
    assert charted.areas(there, rows.context()) == "核心承载区有贵阳、遵义。重点承载区有北部。"


def test_a_summary_counts_what_is_known_and_names_what_is_not() -> None:
    current = assessed([PLANNED, CAP, DIRECT, UNKNOWN], context())
    verdicts = summary.verdicts(current, context())
    assert verdicts.startswith("本站收录2023年及以后到期的现行目标4项：")
    assert "1项" in verdicts
    told = summary.without(current, context())
    assert told.startswith("1项现行目标暂无可比数据：")
    assert summary.without(current[:1], context()) == ""
    assert summary.verdicts([], context()) == "本站尚未收录2023年及以后到期的目标。"
