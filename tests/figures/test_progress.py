"""The bullet, the spark line, and the pieces every figure shares."""

from urllib.parse import unquote

import plotly.graph_objects as go
import pytest

from figures import axes, labels, text, theme
from figures.frame import framed
from figures.progress import progress
from figures.spark import spark
from indicators.precedence import Reported
from indicators.records import Source, Target
from indicators.vocabulary import Carrier, SourceKind
from tests.support.figures_rows import (
    HOLDINGS,
    INDICATORS,
    OUTPUT,
    PROVINCE,
    RATE,
    SOURCE,
    context,
    figure,
    target,
    tracked_targets,
)
from wording.words import words

NOW = figure("2023", "69.5")


def rows_of(goals: list[Target], figures: list[Reported], lang: str = "zh") -> list[str]:
    """The texts of the bullet's rows as its alternative text has them, the value first."""
    held, of = tracked_targets(goals, figures), goals[0].indicator
    lead = figures[-1] if figures else None
    drawing = progress(INDICATORS[of], PROVINCE, lead, held, None, context(lang))
    assert drawing is not None
    go.Figure(framed(drawing))
    said = drawing.alt.split("：" if lang == "zh" else ": ", maxsplit=1)[1]
    return said.split(words(lang)("sentence.join"))


@pytest.mark.parametrize(
    ("goal", "said"),
    [
        (target("2025", "100"),
         "规划目标（2025年） ≥100亿元 · 完成率69.5%（2023年） · 待公布"),
        (target("2023", "100"), "规划目标（2023年） ≥100亿元 · 完成率69.5%（2023年） · 未达标"),
        (target("2027", "100", "<="), "≤100亿元 · 距上限30.5亿元（2023年） · 已达标"),
        (target("2023", "60", "<="), "超上限9.5亿元（2023年） · 未达标"),
        (target("2027", "69.5", "<="), "与上限持平（2023年） · 已达标"),
        # the figure is later
        (target("2022", "100"), "规划目标（2022年） ≥100亿元 · 期后仍未达到"),
        (target("2027", "100", source=SOURCE),
         "完成率69.5%（2023年） · 未到期 · 目标提出后尚无新数据"),
    ],
)  # fmt: skip
def test_a_target_is_read_by_its_comparator_and_says_its_status(goal: Target, said: str) -> None:
    assert said in rows_of([goal], [NOW])[1]


def test_a_figure_under_the_cap_is_not_level_with_it() -> None:
    under = figure("2023", "60", qualifier="under")
    assert (
        "≤60亿元 · 不足60亿元（2023年） · 已达标"
        in rows_of([target("2027", "60", "<=")], [under])[1]
    )


def test_a_rate_is_told_in_points_of_its_unit() -> None:
    goal, rate = target("2023", "5", of=RATE.id, kind="annual"), figure("2023", "4.5", of=RATE.id)
    assert "较目标−0.5个百分点（2023年） · 未达标" in rows_of([goal], [rate])[1]
    english = rows_of([goal], [rate], "en")[1]
    assert "−0.5 percentage points against the target (2023) · Missed" in english


def test_the_rows_are_written_in_the_picture() -> None:
    drawing = progress(OUTPUT, PROVINCE, NOW, tracked_targets([target("2023", "100")], [NOW]), None,
                       context())  # fmt: skip
    assert drawing is not None
    texts = [a["text"].replace("<br>", "") for a in framed(drawing)["layout"]["annotations"]]
    assert texts[0] == "2023年 69.5亿元"
    assert texts[1].startswith("规划目标（2023年） ≥100亿元 · 完成率69.5%（2023年）")
    assert texts[1].endswith("未达标")


def test_a_target_due_earlier_is_held_against_the_figure_of_then() -> None:
    said = rows_of([target("2020", "50")], [figure("2020", "40"), NOW])[1]
    assert "完成率80.0%（2020年）" in said


def test_the_bar_of_a_row_is_the_figure_of_its_assessment() -> None:
    held = tracked_targets([target("2020", "50")], [figure("2020", "40"), NOW])
    drawing = progress(OUTPUT, PROVINCE, NOW, held, None, context())
    assert drawing is not None
    assert [t["x"] for t in framed(drawing)["data"]] == [[69.5], [50], [40], [50, 50]]


def test_the_next_due_stands_first_and_a_replaced_target_is_left_out() -> None:
    later = Source("s2", "规划", "省政府", "2024-09", "", SourceKind.PLAN, Carrier.ORIGINAL)
    goals = [target("2020", "50"), target("2030", "200"), target("2027", "100"),
             target("2030", "300", source=later), target("2027", "100")]  # fmt: skip
    said = rows_of(goals, [NOW])[1:]
    assert [row.split(" · ")[0] for row in said] == [
        "规划目标（2027年） ≥100亿元", "规划目标（2030年） ≥300亿元", "规划目标（2020年） ≥50亿元",
    ]  # fmt: skip


def test_a_reference_is_named_as_no_target_and_hatched() -> None:
    level = figure("2023", "100", of=HOLDINGS.id, qualifier="about")
    drawing = progress(OUTPUT, PROVINCE, NOW, [], level, context())
    assert drawing is not None
    said = framed(drawing)["layout"]["annotations"][1]["text"].replace("<br>", "")
    assert said == "参照水平（非目标）：存量 约100亿元（2023年） · 相当于其69.5%"
    assert any("pattern" in t.get("marker", {}) for t in framed(drawing)["data"])
    assert "本站尚未收录目标" in framed(drawing)["layout"]["title"]["text"]


def test_a_target_without_a_figure_says_so() -> None:
    assert rows_of([target("2027", "100")], []) == [
        "本站尚未收录数据",
        "规划目标（2027年） ≥100亿元 · 无数据 · 本站尚未收录该指标自基期以来的实际数",
    ]  # fmt: skip


def test_nothing_at_all_is_no_drawing() -> None:
    assert progress(OUTPUT, PROVINCE, None, [], None, context()) is None


def test_a_spark_needs_four_points_of_one_kind() -> None:
    assert (
        spark(
            [
                figure("2019", "1"),
                figure("2020", "1"),
                figure("2021", "2"),
                figure("2021-H1", "1"),
            ],
            context(),
            "#000",
        )
        is None
    )
    years = [figure("2019", "1"), figure("2020", "1"), figure("2021", "2"), figure("2023", "4")]
    found = spark(years, context(), "#112233")
    assert found is not None
    assert found.alt == "2019年1亿元，2023年4亿元，共4个数据"
    svg = unquote(found.uri.removeprefix("data:image/svg+xml,"))
    assert 'd="M4.0 28.0h.01L32.0 28.0L60.0 20.0M116.0 4.0h.01"' in svg  # 2022 is missing
    assert 'stroke="#112233"' in svg


def luminance(hue: str) -> float:
    parts = [int(hue[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("base", theme.BASE_HUES)
def test_a_hue_has_a_contrast_of_three_to_one(base: str) -> None:
    assert 1.05 / (luminance(theme.BASE_HUES[base]) + 0.05) >= 3


@pytest.mark.parametrize(
    ("value", "unit", "lang", "said"),
    [
        (15000, "亿元", "zh", "1.5万"),
        (15000, "万吨", "zh", "15000"),  # 1.5万万吨 is no word
        (200000000, "人", "zh", "2亿"),
        (15000, "kt", "en", "15,000"),
        (2500000, "kt", "en", "2.5M"),
        (0.25, "Mt", "en", "0.25"),
    ],
)
def test_ticks_speak_the_language(value: float, unit: str, lang: str, said: str) -> None:
    assert axes.tick_text(value, unit, words(lang)) == said


@pytest.mark.parametrize(
    ("low", "high", "marks"),
    [(0, 22667, [0, 5000, 10000, 15000, 20000, 25000]), (-3, 8, [-5, -2.5, 0, 2.5, 5, 7.5, 10]),
     (0, 0, [0, 0.2, 0.4, 0.6, 0.8, 1])],
)  # fmt: skip
def test_ticks_are_round(low: float, high: float, marks: list[float]) -> None:
    assert axes.ticks(low, high) == marks


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("新能源动力电池，材料", ["新能源动", "力电池，", "材料"]),  # no line starts with a comma
        ("power battery", ["power", "battery"]),
        ("a&b<c>", ["a&b<c>"]),
    ],
)
def test_lines_break_where_the_language_does(said: str, lines: list[str]) -> None:
    assert text.wrap(said, 4.5) == lines


def test_markup_is_escaped_after_breaking() -> None:
    assert text.wrapped("<b>&", 9) == "&lt;b&gt;&amp;"


def test_labels_keep_off_marks_and_each_other() -> None:
    box = (0.0, 0.0, 200.0, 200.0)
    two = [labels.Label(100, 100, ("100",)), labels.Label(100, 104, ("104",))]
    assert labels.place(two, [], box) == ["top center", "bottom center"]
    crowd = [(x, y) for x in range(0, 200, 6) for y in range(0, 200, 6)]
    assert labels.place(two[:1], crowd, box) == [""]
    assert labels.place([labels.Label(100, 100, ("100",), must=True)], crowd, box) != [""]
