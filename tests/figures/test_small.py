"""Sparse series, and trends side by side as small charts."""

from typing import Any

import plotly.graph_objects as go
import pytest

from figures import axes
from figures.frame import framed
from figures.trend.trend import trend
from indicators.records import Target
from tests.support.figures_rows import (
    EVENT,
    HOLDINGS,
    OUTPUT,
    PROVINCE,
    RATE,
    context,
    figure,
    target,
    tracked_targets,
)
from wording.words import words


def drawn(
    figures: Any, goals: list[Target] | None = None, of: Any = OUTPUT, **more: Any
) -> dict[str, Any]:
    held = tracked_targets(goals or [], figures)
    drawing = trend(of, {PROVINCE: figures}, held, more.pop("events", ()), context(), **more)
    assert drawing is not None
    go.Figure(framed(drawing))
    return framed(drawing)


def texts(figure_of: dict[str, Any]) -> list[str]:
    return [t for t in figure_of["data"][-1]["text"] if t]


def test_two_figures_are_a_slope_with_both_values_and_no_axis_to_read() -> None:
    slope = drawn([figure("2022", "532"), figure("2023", "695.05")])
    assert slope["layout"]["yaxis"]["visible"] is False
    assert slope["layout"]["xaxis"]["showline"] is True
    assert sorted(texts(slope)) == ["532", "695.05"]


def test_what_a_click_would_show_has_an_axis_to_be_read_by() -> None:
    months = [figure(f"2023-{m:02}/ytd", str(m)) for m in range(2, 12)]
    shown = drawn([figure("2022", "532"), figure("2023", "695.05"), *months])
    assert "visible" not in shown["layout"]["yaxis"]


def test_targets_that_a_small_chart_does_not_name_have_an_axis() -> None:
    rows = [figure("2022", "532"), figure("2023", "695.05")]
    one, two = target("2025", "900"), target("2030", "1500")
    assert drawn(rows, [one], years=(2020, 2030))["layout"]["yaxis"]["visible"] is False
    assert "visible" not in drawn(rows, [one, two], years=(2020, 2030))["layout"]["yaxis"]


def test_four_figures_have_an_axis() -> None:
    rows = [figure(str(year), str(year - 2000)) for year in range(2020, 2024)]
    assert "visible" not in drawn(rows)["layout"]["yaxis"]


def test_a_long_line_is_labelled_at_its_ends_and_its_marks_are_small() -> None:
    rows = [figure(str(year), str(year)) for year in range(1995, 2025)]
    long = drawn(rows)
    assert sorted(texts(long)) == ["1995", "2024"]
    assert long["data"][0]["marker"]["size"] == 4


def test_two_reports_of_one_state_are_labelled_once() -> None:
    rows = [figure("2023", "35", of=HOLDINGS.id), figure("2024-04-20", "37", of=HOLDINGS.id),
            figure("2024-04", "37", of=HOLDINGS.id)]  # fmt: skip
    assert sorted(texts(drawn(rows, of=HOLDINGS))) == ["35", "37"]


def test_a_few_dates_are_written_at_the_axis_where_they_fit() -> None:
    rows = [figure("2023-03-31", "35", of=HOLDINGS.id), figure("2024-09-30", "37", of=HOLDINGS.id)]
    axis = drawn(rows, of=HOLDINGS)["layout"]["xaxis"]
    assert axis["ticktext"] == ["2023年<br>3月31日", "2024年<br>9月30日"]
    near = [figure("2024-04-20", "37", of=HOLDINGS.id), figure("2024-04-30", "38", of=HOLDINGS.id)]
    assert drawn(near, of=HOLDINGS)["layout"]["xaxis"]["ticktext"] == ["2024年<br>4月30日"]


def test_a_small_chart_spans_the_years_given() -> None:
    one = drawn([figure("2022", "1"), figure("2023", "2")], years=(1997, 2030))
    other = drawn([figure(str(y), str(y)) for y in range(2000, 2020)], years=(1997, 2030))
    for each in (one, other):
        assert each["layout"]["xaxis"]["range"] == [1996.01, 2030.99]
        assert each["layout"]["xaxis"]["dtick"] == 10
        assert each["layout"]["xaxis"]["tickformat"] == "d"
    plain = drawn([figure(str(y), str(y)) for y in range(2000, 2020)])
    assert other["layout"]["height"] < plain["layout"]["height"]


def test_a_small_chart_leaves_out_events_and_what_a_click_would_show() -> None:
    months = [figure(f"2021-{m:02}/ytd", str(m)) for m in range(2, 12)]
    rows = [figure(str(y), str(y)) for y in range(2018, 2023)]
    names = [
        t.get("name") for t in drawn([*rows, *months], years=(2010, 2030), events=[EVENT])["data"]
    ]
    assert "年度" in names
    assert "年初累计" not in names
    assert "大事" not in names


def test_the_newest_figure_is_on_a_small_chart_also_when_it_is_of_a_part_of_a_year() -> None:
    months = [figure(f"2023-{m:02}/ytd", str(m)) for m in range(2, 12)]
    rows = [figure(str(y), str(y)) for y in range(2018, 2023)]
    cumulated = next(
        t for t in drawn([*rows, *months], years=(2018, 2023))["data"] if t["name"] == "年初累计"
    )
    assert cumulated["y"] == [11]
    assert cumulated.get("visible") != "legendonly"


def test_of_several_targets_a_small_chart_writes_the_next_one() -> None:
    rows = [figure(str(y), str(y - 2000)) for y in range(2015, 2025)]
    small = drawn(rows, [target("2020", "40"), target("2030", "60")], years=(2010, 2030))
    goals = next(t for t in small["data"] if t.get("name") == "目标")
    assert [text for text in goals["text"] if text] == ["≥60<br>2030年目标"]
    assert all(goals["textposition"])


def test_the_name_of_a_target_at_the_edge_stands_above_the_path_that_leads_there() -> None:
    rows = [figure("2019", "113.1"), figure("2022", "120.44")]
    small = drawn(rows, [target("2025", "300")], years=(2010, 2025))
    assert [t["name"] for t in small["data"] if t.get("line", {}).get("dash")] == ["所需路径"]
    goals = next(t for t in small["data"] if t.get("name") == "目标")
    assert goals["textposition"][0].startswith("top")


@pytest.mark.parametrize(
    ("marks", "unit", "lang", "said"),
    [
        ([0, 5000, 10000, 15000], "万吨", "zh", ["0", "5000万吨", "1亿吨", "1.5亿吨"]),
        ([0, 500, 1000], "万吨", "zh", ["0", "500", "1000"]),
        ([0, 10000, 20000], "亿元", "zh", ["0", "1万", "2万"]),
        ([0, 50000], "kt", "en", ["0", "50,000"]),
    ],
)
def test_ticks_are_written_in_wan_and_yi(
    marks: list[float], unit: str, lang: str, said: list[str]
) -> None:
    assert axes.tick_texts(marks, unit, words(lang)) == said


def test_a_rate_of_three_years_starts_where_it_is() -> None:
    rows = [figure("2021", "8", of=RATE.id), figure("2022", "9", of=RATE.id)]
    assert drawn(rows, of=RATE)["layout"]["yaxis"]["range"][0] > 0
