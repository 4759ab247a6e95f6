"""The trend: kinds apart, gaps, hollow and dashed, targets, events, words."""

import json
from dataclasses import replace
from typing import Any

import plotly.graph_objects as go
import pytest

from figures.frame import framed
from figures.trend.trend import trend
from indicators.precedence import Reported
from indicators.records import Indicator, Source
from indicators.vocabulary import Carrier, Measure, SourceKind
from tests.support.figures_rows import (
    EVENT,
    HOLDINGS,
    OUTPUT,
    PROVINCE,
    RATE,
    REGIONS,
    context,
    figure,
    target,
    tracked_targets,
)

YEARS = [figure("2019", "100"), figure("2020", "110"), figure("2022", "150")]


GROWING = [*YEARS, figure("2024", "180")]  # the last one after the target was set


def drawn(
    figures: Any, targets: Any = (), events: Any = (), lang: str = "zh", of: Any = OUTPUT
) -> Any:
    held = tracked_targets(targets, figures)
    drawing = trend(of, {PROVINCE: figures}, held, events, context(lang))
    assert drawing is not None
    go.Figure(framed(drawing))
    return drawing


def named(drawing: Any, name: str) -> dict[str, Any]:
    return next(t for t in framed(drawing)["data"] if t.get("name") == name)


def test_a_missing_year_breaks_the_line() -> None:
    trace = named(drawn(YEARS), "年度")
    assert trace["x"] == [2019, 2020, None, 2022]
    assert trace["y"] == [100, 110, None, 150]


@pytest.mark.parametrize(
    ("value", "is_elsewhere", "of", "is_joined"),
    [
        ("300", True, OUTPUT, True),
        ("301", True, OUTPUT, False),
        ("33", True, OUTPUT, False),
        ("301", False, OUTPUT, True),
        ("301", True, RATE, True),
    ],
)
def test_a_leap_between_two_sources_is_another_scope_and_no_line(
    value: str, is_elsewhere: bool, of: Indicator, is_joined: bool
) -> None:
    later = figure("2020", value, of=of.id)
    if is_elsewhere:
        source = replace(later.shown.source, id="elsewhere")
        later = replace(later, shown=replace(later.shown, source=source))
    trace = named(drawn([figure("2019", "100", of=of.id), later], of=of), "年度")
    assert (None not in trace["x"]) == is_joined


def test_kinds_of_period_are_traces_of_their_own_and_years_lead() -> None:
    months = [figure(f"2023-{m:02}/ytd", str(m)) for m in range(2, 12)]
    data = framed(drawn([*YEARS, *months]))["data"]
    assert [t["name"] for t in data[:2]] == ["年度", "年初累计"]
    assert "visible" not in data[0]
    assert data[1]["visible"] == "legendonly"


def test_a_cumulated_series_starts_again_each_january() -> None:
    rows = [figure(p, "5") for p in ("2022-09/ytd", "2022-11/ytd", "2023-02/ytd")]
    assert named(drawn(rows), "年初累计")["y"] == [5, 5, None, 5]


def test_the_first_half_is_a_cumulated_figure() -> None:
    assert named(drawn([figure("2023-03/ytd", "1"), figure("2023-H1", "2")]), "年初累计")["y"] == [
        1,
        2,
    ]


@pytest.mark.parametrize("measure", [Measure.STOCK, Measure.COUNT])
@pytest.mark.parametrize("period", ["2023-06-30", "2023-06", "2023-H1", "2023-Q2"])
def test_figures_of_a_moment_are_one_line_at_their_dates(period: str, measure: Measure) -> None:
    rows = [figure("2022", "1", of=HOLDINGS.id), figure(period, "2", of=HOLDINGS.id)]
    of = replace(HOLDINGS, measure=measure)
    assert named(drawn(rows, of=of), "期末值")["x"] == [2021.999, 2022.496]


def test_provisional_is_hollow_and_a_forecast_dashed_and_the_legend_says_so() -> None:
    rows = [figure("2021", "1"), figure("2022", "2", status="provisional"),
            figure("2023", "3", status="forecast")]  # fmt: skip
    drawing = drawn(rows)
    assert named(drawing, "年度")["y"] == [1, 2, None, 3]
    assert named(drawing, "年度")["marker"]["color"][1] == "#FFFFFF"
    dashed = [t for t in framed(drawing)["data"] if t.get("line", {}).get("dash") == "dot"]
    assert dashed[0]["y"] == [2, 3, None]
    assert named(drawing, "初步数")
    assert named(drawing, "预测数")


def test_a_target_is_a_diamond_with_comparator_and_year() -> None:
    trace = named(drawn(YEARS, [target("2025", "200"), target("2025", "200")]), "目标")
    assert trace["marker"]["symbol"] == "diamond"
    assert trace["marker"]["color"] == "rgba(255,255,255,0)"
    assert (trace["x"], trace["y"]) == ([2025], [200])
    assert trace["text"] == ["≥200<br>2025年目标"]


def test_a_target_that_a_later_one_has_replaced_is_not_drawn() -> None:
    later = Source("s2", "规划", "省政府", "2024-09", "", SourceKind.PLAN, Carrier.ORIGINAL)
    goals = [target("2025", "200"), target("2025", "300", source=later)]
    drawing = drawn(YEARS, goals)
    assert named(drawing, "目标")["y"] == [300]
    assert "200" not in drawing.alt


def test_the_paths_to_the_target_stand_below_the_figures_and_last_in_the_legend() -> None:
    data = framed(drawn(GROWING, [target("2030", "300")]))["data"]
    names = [t["name"] for t in data if t.get("name")]
    assert names == ["所需路径", "按目前增速", "年度", "目标"]
    assert [t.get("legendrank") for t in data[:3]] == [1001, 1001, None]


def test_several_regions_have_no_paths() -> None:
    figures = {REGIONS[c]: [figure("2020", "1", c), figure("2022", "2", c)]
               for c in ("520100", "520300")}  # fmt: skip
    held = tracked_targets([target("2030", "9", region="520300")], figures[REGIONS["520300"]])
    drawing = trend(OUTPUT, figures, held, [], context())
    assert drawing is not None
    assert "所需路径" not in [t.get("name") for t in framed(drawing)["data"]]


def test_the_alt_text_says_where_the_paths_lead() -> None:
    assert drawn(GROWING, [target("2030", "300")]).alt.endswith(
        "2030年目标≥300亿元。所需路径：由2022年150亿元到2030年目标≥300亿元，年均+9.1%。"
        "按目前增速，2030年为约311亿元，年均+9.5%"
    )


def test_the_projected_value_is_written_where_it_fits() -> None:
    data = framed(drawn(GROWING, [target("2030", "900")]))["data"]
    assert "约311" in data[-1]["text"]


def test_the_axis_reaches_as_high_as_the_projection() -> None:
    high = framed(drawn(GROWING, [target("2030", "200")]))["layout"]["yaxis"]["range"][1]
    assert high > 311  # 180 in 2024, a fifth more every second year


def test_a_trend_of_a_lifetime_with_paths_is_small() -> None:
    years = [figure(str(year), str(1000 + year / 7)) for year in range(1990, 2025)]
    figure_of = framed(drawn(years, [target("2030", "3000")], [EVENT] * 12))
    assert len(json.dumps(figure_of, ensure_ascii=False, separators=(",", ":"))) < 15_000


def test_several_regions_have_a_colour_each_and_targets_their_names() -> None:
    regions = {
        REGIONS[c]: [figure("2020", "1", c), figure("2021", "2", c)] for c in ("520100", "520300")
    }
    goal = target("2025", "9", region="520300")
    drawing = trend(
        OUTPUT, regions, tracked_targets([goal], regions[REGIONS["520300"]]), [], context()
    )
    assert drawing is not None
    data = framed(drawing)["data"]
    assert [t["name"] for t in data[:2]] == ["贵阳", "遵义"]
    assert data[0]["line"]["color"] != data[1]["line"]["color"]
    assert named(drawing, "目标")["text"] == ["遵义≥9<br>2025年目标"]


def test_nothing_to_draw_is_no_drawing() -> None:
    assert trend(OUTPUT, {PROVINCE: [figure("2020", "—")]}, [], [], context()) is None
    assert trend(OUTPUT, {}, [], [], context()) is None


def test_targets_alone_say_that_nothing_is_published() -> None:
    drawing = drawn([], [target("2025", "200")])
    assert "本站尚未收录数据" in framed(drawing)["layout"]["title"]["text"]
    assert drawing.alt == "贵州省产值<b>x</b>：无数据。2025年目标≥200亿元"


def test_text_from_the_data_stays_text() -> None:
    drawing = drawn(YEARS, [], [EVENT])
    layout = framed(drawing)["layout"]
    assert layout["title"]["text"].startswith("<b>产值&lt;b&gt;x&lt;/b&gt;</b>")
    assert "&lt;b&gt;统计局&lt;/b&gt;" in layout["annotations"][-1]["text"]
    assert named(drawing, "大事")["hovertext"][0] == "2022年6月<br>&lt;i&gt;大会&lt;/i&gt;"


@pytest.mark.parametrize(
    ("lang", "texts"),
    [("zh", ["单位：亿元", "第3版（2026年11月20日）"]),
     ("en", ["Unit: CNY bn", "Release 3 (20 Nov 2026)"])],
)  # fmt: skip
def test_the_picture_says_unit_and_release_itself(lang: str, texts: list[str]) -> None:
    layout = framed(drawn(YEARS, lang=lang))["layout"]
    assert texts[0] in layout["title"]["text"]
    assert texts[1] in layout["annotations"][-1]["text"]


def test_english_shows_the_english_unit() -> None:
    assert named(drawn(YEARS, lang="en"), "Annual")["y"] == [10, 11, None, 15]


def test_years_are_whole_and_the_axis_starts_at_zero() -> None:
    layout = framed(drawn(YEARS))["layout"]
    assert layout["xaxis"]["dtick"] == 1
    assert layout["xaxis"]["tickformat"] == "d"
    assert layout["yaxis"]["tickvals"][0] == 0
    assert layout["yaxis"]["range"][0] == 0


def test_months_without_a_year_are_labelled_as_months() -> None:
    rows = [figure("2023-05", "1"), figure("2023-06", "2")]
    assert framed(drawn(rows))["layout"]["xaxis"]["ticktext"] == ["2023年<br>5月", "2023年<br>6月"]


def conflicting(period: str, value: str, *others: str) -> Reported:
    rows = tuple(figure(period, other).shown for other in others)
    return Reported(figure(period, value).shown, rows, rows)


def test_a_thin_mark_spans_what_publications_say() -> None:
    rows = [conflicting("2022", "110", "90", "150"), figure("2023", "115")]
    drawing = drawn(rows)
    mark = named(drawing, "各来源的差距")
    assert mark["mode"] == "lines"
    assert [key.sign for key in drawing.keys] == ["line", "range"]
    assert {y for y in mark["y"] if y is not None} == {90, 150}
    left, right = mark["x"][0], mark["x"][1]
    assert left < 2022 < right
    assert mark["x"][3:5] == [2022, 2022]
    assert mark["hovertext"][0].startswith("另有来源：90亿元<br>&lt;b&gt;统计局")
    assert [row.printed for row in drawing.rows] == ["110", "115", "90", "150"]
    bottom, top = drawing.plot["layout"]["yaxis"]["range"]
    assert bottom <= 90
    assert top > 150


def test_where_all_agree_there_is_no_range() -> None:
    assert "各来源的差距" not in [t.get("name") for t in drawn(YEARS).plot["data"]]
