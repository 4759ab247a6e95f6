"""The pace of a year: shares month by month, two clocks, caps, and when there is none."""

import json
from typing import Any

import plotly.graph_objects as go
import pytest

from figures.frame import framed
from figures.pace import pace
from tests.support.figures_rows import (
    INDICATORS,
    PROVINCE,
    RATE,
    context,
    figure,
    target,
    tracked_targets,
)

LAST = [figure("2025-06/ytd", "40"), figure("2025", "100")]
NOW = [figure("2026-Q1", "30"), figure("2026-H1", "55"), figure("2026-09/ytd", "81.12")]
GOAL = target("2026", "120", kind="annual")


def drawing(goal: Any = GOAL, figures: Any = (*LAST, *NOW), lang: str = "zh") -> Any:
    held = tracked_targets([goal], figures)[0]
    return pace(INDICATORS[goal.indicator], PROVINCE, held, figures, context(lang))


def drawn(*args: Any, **more: Any) -> Any:
    found = drawing(*args, **more)
    assert found is not None
    go.Figure(framed(found))
    return found


def named(found: Any, name: str) -> dict[str, Any]:
    return next(t for t in framed(found)["data"] if t.get("name") == name)


def test_the_shares_of_the_year_are_joined_from_its_start() -> None:
    line = named(drawn(), "2026年累计")
    assert line["x"] == [0, 3, 6, 9]
    assert line["y"] == [0, 25, 45.8333, 67.6]
    assert line["marker"]["size"] == [0, 8, 8, 8]


def test_the_straight_clock_leads_to_the_target() -> None:
    found = drawn()
    clock = named(found, "序时进度")
    assert (clock["x"], clock["y"], clock["mode"]) == ([0, 12], [0, 100], "lines")
    goal = named(found, "目标")
    assert (goal["x"], goal["y"], goal["text"]) == ([12], [100], ["≥120<br>2026年目标"])


def test_the_clock_of_last_year_has_its_published_months_only() -> None:
    clock = named(drawn(), "2025年进度")
    assert (clock["x"], clock["y"]) == ([0, 6, 12], [0, 40, 100])
    assert clock["line"]["dash"] == "dot"


@pytest.mark.parametrize("before", [[], LAST[:1], LAST[1:]])
def test_without_a_part_and_the_whole_of_last_year_it_has_no_clock(before: Any) -> None:
    names = [t.get("name") for t in framed(drawn(figures=[*before, *NOW]))["data"]]
    assert names == ["序时进度", "2026年累计", "目标", None]


def test_the_latest_share_is_written_and_the_heading_says_how_far_it_is_from_the_clock() -> None:
    found = drawn()
    assert framed(found)["data"][-1]["text"][0] == "67.6%"
    title = framed(found)["layout"]["title"]["text"].replace("<br>", "")
    assert "：2026年序时进度</b>" in title
    assert "占2026年目标的比重（%）" in title
    assert (
        "2026年1—9月 81.12亿元 · 完成年度目标（120亿元以上）的67.6% · 低于序时进度7.4个百分点"
        in title
    )


def test_months_and_percents_are_written_at_the_axes() -> None:
    layout = framed(drawn(lang="en"))["layout"]
    assert layout["xaxis"]["tickvals"] == list(range(1, 13))
    assert [t for t in layout["xaxis"]["ticktext"] if t] == ["Jan", "Mar", "Jun", "Sep", "Dec"]
    assert layout["yaxis"]["ticktext"] == ["0%", "20%", "40%", "60%", "80%", "100%"]


def test_the_picture_carries_sources_and_release() -> None:
    foot = framed(drawn())["layout"]["annotations"][-1]["text"]
    assert "来源：&lt;b&gt;统计局&lt;/b&gt;，2024年3月" in foot
    assert "第3版（2026年11月20日）" in foot


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("zh", "贵州省产值<b>x</b>，2026年目标≥120亿元。2026年第1季度完成25.0%。"
         "2026年上半年完成45.8%。2026年1—9月完成67.6%。2026年1—9月 81.12亿元 · "
         "完成年度目标（120亿元以上）的67.6% · 低于序时进度7.4个百分点。"
         "2025年上半年完成当年全年的40.0%"),
        ("en", "Guizhou, Output <b>x</b>: target for 2026 ≥CNY 12 bn. Q1 2026: 25.0%. "
         "H1 2026: 45.8%. Jan–Sep 2026: 67.6%. Jan–Sep 2026: CNY 8.11 bn · 67.6% of the annual "
         "target (at least CNY 12 bn) · 7.4 percentage points below the straight-line pace. "
         "H1 2025: 40.0% of that year's total"),
    ],
)  # fmt: skip
def test_the_alt_text_says_all_that_is_drawn(lang: str, said: str) -> None:
    assert drawn(lang=lang).alt == said


def test_for_a_cap_the_clock_is_its_allowance() -> None:
    found = drawn(target("2026", "75", "<="))
    assert named(found, "序时额度")["y"] == [0, 100]
    title = framed(found)["layout"]["title"]["text"].replace("<br>", "")
    assert "占2026年上限的比重（%）" in title
    assert "已占2026年上限（75亿元）的108.2% · 高于序时进度33.2个百分点" in title
    assert "低于虚线为好" in title
    assert framed(found)["layout"]["yaxis"]["range"][1] > 108.2


def test_a_provisional_month_is_hollow_and_the_legend_says_so() -> None:
    found = drawn(figures=[NOW[0], figure("2026-H1", "55", status="provisional")])
    assert named(found, "2026年累计")["marker"]["color"][1:] == [
        named(found, "2026年累计")["line"]["color"], "#FFFFFF",
    ]  # fmt: skip
    assert named(found, "初步数")


def test_a_year_that_is_over_keeps_its_chart_up_to_december() -> None:
    goal = target("2025", "110", kind="annual")
    found = drawn(goal, LAST)
    assert named(found, "2025年累计")["x"] == [0, 6, 12]
    assert "的90.9%" in framed(found)["layout"]["title"]["text"].replace("<br>", "")
    assert "序时进度" not in found.alt


@pytest.mark.parametrize(
    ("goal", "figures"),
    [
        (GOAL, LAST),  # nothing of the due year
        (GOAL, [figure("2026", "90")]),  # the whole year only
        (GOAL, [figure("2026-06", "9")]),  # one month
        (GOAL, [figure("2026-H1", "55", status="estimate")]),
        (GOAL, [figure("2026-H1", "—")]),
        (target("2026", "0"), NOW),
        (target("2026", "-5"), NOW),
        (target("2026-H1", "50"), NOW),  # not a year's target
        (target("2026", "5", of=RATE.id), [figure("2026-H1", "4", of=RATE.id)]),
    ],
)
def test_there_is_no_pace(goal: Any, figures: Any) -> None:
    assert drawing(goal, figures) is None


def test_twelve_months_of_two_years_are_small() -> None:
    months = [figure(f"{year}-{month:02}/ytd", str(month * 9.87)) for year in (2025, 2026)
              for month in range(2, 12)]  # fmt: skip
    found = drawn(figures=[*months, figure("2025", "110")], lang="en")
    written = json.dumps(framed(found), ensure_ascii=False, separators=(",", ":"))
    assert len(written.encode()) < 15_000
