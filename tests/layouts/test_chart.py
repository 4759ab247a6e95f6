"""A chart on a page: heading, keys, the place of the drawing, the table, where it is from."""

from dataclasses import replace
from typing import Any

import pytest

from charts.addresses import State
from charts.chart import Chart
from figures.keys import keys_of
from figures.trend.traces import asked
from figures.trend.trend import trend
from layouts.parts.chart import chart_card
from layouts.parts.figure_link import figure_path
from layouts.parts.html import Element
from layouts.parts.keys import keys
from layouts.parts.plot import CHART
from layouts.parts.render import elements, render
from layouts.view import View
from tests.support.figures_rows import OUTPUT, PROVINCE, context, figure, target, tracked_targets

ROWS = [figure("2022", "532"), figure("2023", "695.05", status="provisional")]
GOAL = target("2025", "900")


def made(**more: Any) -> Chart:
    drawing = trend(OUTPUT, {PROVINCE: ROWS}, tracked_targets([GOAL], ROWS), [], context())
    plain = Chart("trend", State(indicator=OUTPUT.id), "产值、贵州", drawing,
                  [*(f.shown for f in ROWS), GOAL], "R3-ABC123")  # fmt: skip
    return replace(plain, **more)


def shown(of: Chart) -> str:
    view = View(context(), State(), "/indicator/baijiu.output")
    return render(chart_card(view, "at", of, "/indicator/x"))


def test_the_words_of_the_figure_stand_beside_the_plot() -> None:
    text = shown(made())
    assert '<h3><a href="/indicator/x">产值&lt;b&gt;x&lt;/b&gt;</a></h3>' in text
    assert "贵州省 · 2022—2023年 · 单位：亿元" in text
    assert "第3版 · R3-ABC123" in text


def test_the_place_is_as_tall_as_the_plot_alone() -> None:
    of = made()
    view = View(context(), State(), "/")
    (place,) = (e for e in elements(chart_card(view, "at", of)) if CHART in e.attributes)
    assert of.drawing is not None
    whole, plot = of.figure()["layout"], of.drawing.plot["layout"]
    beside = sum(whole["margin"][side] - plot["margin"][side] for side in "tb")
    tall = whole["height"] - beside
    assert tall > 100
    assert place.attributes["style"] == {"--tall": f"{tall}px"}
    assert place.attributes[CHART] == "/chart/trend?indicator=baijiu.output"


def test_the_same_figures_are_a_table_one_key_away() -> None:
    text = shown(made())
    assert 'aria-controls="at-table" aria-expanded="false"' in text
    cells = text.split("<tbody>")[1].split("</tbody>")[0]
    for said in ("2022年", "532亿元", "695.05亿元", "初步数", "≥900亿元", "规划目标"):
        assert said in cells
    assert "贵州" not in cells  # one region for all rows stands in the heading


def test_the_table_says_of_which_year_a_single_target_is() -> None:
    assert "2025年" in shown(made(rows=[GOAL])).partition("<table")[2]


def test_a_missing_figure_is_no_row() -> None:
    missing = figure("2024", "—").shown
    assert shown(made(rows=[missing])).count("<table") == 0


def test_nothing_to_draw_is_a_sentence() -> None:
    assert "当前筛选下没有数据" in shown(made(drawing=None))


def test_what_cannot_be_drawn_says_so_and_shows_its_rows() -> None:
    text = shown(made(drawing=None, failed=True))
    assert "图表未能绘出" in text
    assert "695.05亿元" in text.split("<tbody>")[1]
    assert 'class="chart-table"' not in text  # which is shown by a button
    assert "产值、贵州" in text


TRACE = {"type": "scatter", "x": [1], "y": [2], "name": "年度", "line": {"color": "#111111"},
         "mode": "lines+markers", "marker": {"color": "#111111"}}  # fmt: skip


def listed(*traces: dict[str, Any]) -> Element | None:
    return keys(keys_of(traces))


@pytest.mark.parametrize(
    ("more", "sign"),
    [
        ({}, "line"),
        ({"line": {"color": "#111111", "dash": "dot"}}, "dash"),
        ({"mode": "markers"}, "dot"),
        ({"marker": {"symbol": "diamond", "line": {"color": "#222222"}}}, "diamond"),
        ({"marker": {"symbol": "triangle-down", "color": "#333333"}}, "triangle"),
        ({"marker": {"symbol": "square", "color": "#444444"}, "x": [None]}, "square"),
        ({"fillpattern": {"shape": "/"}, "fill": "toself"}, "hatch"),
    ],
)
def test_each_mark_has_its_sign(more: dict[str, Any], sign: str) -> None:
    assert f'class="sign sign-{sign}"' in render(listed(TRACE | more))


def test_what_can_be_hidden_is_a_button_and_says_whether_it_is_shown() -> None:
    hidden = TRACE | {"name": "年初累计", "visible": "legendonly"}
    only_a_key = TRACE | {"name": "初步数", "x": [None]}
    text = render(listed(TRACE, hidden, only_a_key))
    assert 'aria-pressed="true" data-trace="0"' in text
    assert 'aria-pressed="false" data-trace="1"' in text
    assert text.count("<button") == 2


def test_keys_stand_in_the_order_of_the_legend_and_are_no_markup() -> None:
    last = TRACE | {"name": "&lt;i&gt;路径", "legendrank": 1001}
    text = render(listed(last, TRACE))
    assert text.index("年度") < text.index("&lt;i&gt;路径")


def test_marks_that_need_no_words_have_no_keys() -> None:
    assert keys(keys_of([TRACE | {"showlegend": False}])) is None
    assert keys(keys_of([TRACE], fewest=2)) is None


def test_a_number_leads_to_its_card_by_what_stands_on_its_point() -> None:
    of = made()
    assert of.drawing is not None
    (named,) = [t["customdata"] for t in of.drawing.plot["data"] if "customdata" in t]
    assert named == ["period=2022", "period=2023"]
    text = shown(of)
    for each in named:
        assert f'href="/figure/baijiu.output?{each}"' in text


def test_a_number_of_a_part_names_its_region_first() -> None:
    state = State(from_=2015, lang="en")
    row = replace(figure("2023-06/ytd", "300").shown, region="520300")
    href = figure_path(View(context(), state, "/"), row)
    assert href == "/figure/baijiu.output?region=520300&period=2023-06/ytd&from=2015&lang=en"
    assert f"?{asked(row)}&" in href


def test_the_table_marks_what_conflicts_with_the_figure_shown() -> None:
    other = figure("2022", "580").shown
    text = shown(made(rows=[ROWS[0].shown, other, ROWS[1].shown, GOAL]))
    cells = text.split("<tbody>")[1].split("</tbody>")[0]
    assert cells.count("数据不一致") == 1
    assert cells.index("532亿元") < cells.index("580亿元") < cells.index("数据不一致")
