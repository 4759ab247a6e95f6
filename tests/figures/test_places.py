"""The ranking and the map."""

import itertools
import json
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import pytest

from figures.frame import framed
from figures.maps import outlines
from figures.maps.choropleth import bounds, choropleth
from figures.ranking import ranking
from tests.support.figures_rows import OUTPUT, context, figure, indicator

ROWS = [figure("2023", "30", "520300"), figure("2023", "50", "520100"),
        figure("2023", "—", "522700"), figure("2023", "900", "520000")]  # fmt: skip
SQUARE = [[106, 26], [107, 26], [107, 27], [106, 27], [106, 26]]
BESIDE = [[107, 26], [108, 26], [108, 27], [107, 27], [107, 26]]
GEOJSON = {
    "features": [
        {"id": code, "geometry": {"type": "Polygon", "coordinates": [ring]}}
        for code, ring in (("520100", SQUARE), ("520300", BESIDE))
    ]
}
SHAPES = outlines.outlines(GEOJSON)


def mapped(rows: Any, **more: Any) -> dict[str, Any]:
    drawing = choropleth(OUTPUT, rows, context(), outlines=SHAPES, period="2023", **more)
    assert drawing is not None
    go.Figure(framed(drawing))
    return framed(drawing)


def test_bars_stand_best_first_without_the_province() -> None:
    drawing = ranking(OUTPUT, ROWS, context(), period="2023")
    assert drawing is not None
    go.Figure(framed(drawing))
    bars = framed(drawing)["data"][0]
    assert (bars["y"], bars["x"]) == (["贵阳", "遵义"], [50, 30])
    assert bars["customdata"] == ["520100", "520300"]
    assert "无数据：522700" in framed(drawing)["layout"]["title"]["text"]
    assert drawing.alt == "产值<b>x</b>，2023年：贵阳市：50亿元、遵义市：30亿元"


def test_less_is_best_where_the_direction_is_down() -> None:
    drawing = ranking(indicator(direction="down"), ROWS, context(), period="2023")
    assert drawing is not None
    assert framed(drawing)["data"][0]["y"] == ["遵义", "贵阳"]


def test_selected_bars_stand_out_and_negative_ones_have_room() -> None:
    rows = [figure("2023", "-5", "520100"), figure("2023", "10", "520300")]
    drawing = ranking(OUTPUT, rows, context(), period="2023", selected=["520100"])
    assert drawing is not None
    assert framed(drawing)["data"][0]["marker"]["opacity"] == [0.5, 1]
    low, high = framed(drawing)["layout"]["xaxis"]["range"]
    assert low < -5
    assert high > 10


def test_no_value_is_no_drawing() -> None:
    rows = [figure("2023", "—", "520100")]
    assert ranking(OUTPUT, rows, context(), period="2023") is None
    assert choropleth(OUTPUT, rows, context(), outlines=SHAPES, period="2023") is None


def test_outlines_are_whole_numbers_with_shortened_longitude() -> None:
    assert SHAPES["520100"].rings == (((0, 0), (500, 0), (500, 558), (0, 558), (0, 0)),)


def test_a_border_is_simplified_alike_on_both_sides() -> None:
    bend = [107.0004, 26.5]
    left = [*SQUARE[:2], bend, *SQUARE[2:]]
    right = [*BESIDE[:3], [107, 27], bend, [107, 26]]
    features = [
        {"id": code, "geometry": {"type": "Polygon", "coordinates": [ring]}}
        for code, ring in (("a", left), ("b", right))
    ]
    found = outlines.outlines({"features": features})
    assert (500, 279) not in {*found["a"].rings[0], *found["b"].rings[0]}


def test_every_hit_carries_the_code_and_lies_in_its_region() -> None:
    hits = [t for t in mapped(ROWS)["data"] if "customdata" in t]
    assert [set(t["customdata"]) for t in hits] == [{"520100"}, {"520300"}]
    assert all(x < 500 for x in hits[0]["x"])


def test_a_region_without_outline_turns_the_map_into_tiles() -> None:
    figure_ = mapped([*ROWS, figure("2023", "7", "520199")])
    assert len([t for t in figure_["data"] if "customdata" in t]) == 10
    assert "方格示意" in figure_["layout"]["annotations"][-1]["text"]
    assert any(t.get("name") == "无数据" and "fillpattern" in t for t in figure_["data"])


def test_a_map_says_it_is_a_sketch_and_its_review_number() -> None:
    foot = mapped(ROWS, approval="黔S(2025)1号")["layout"]["annotations"][-1]["text"]
    assert "示意图，不作为划界依据" in foot
    assert "审图号：黔S(2025)1号" in foot


def test_a_selected_region_is_outlined_and_drawn_last() -> None:
    fills = [t for t in mapped(ROWS, selected=["520100"])["data"] if t.get("fill") == "toself"]
    assert [t["line"]["width"] for t in fills] == [1, 2.5]


@pytest.mark.parametrize(
    ("values", "limits"),
    [
        ([], []),
        ([5], []),
        ([5, 5], []),
        ([1, 2, 3, 4, 5, 6, 7, 8], [3, 5, 7]),
        ([1514.1, 1552.24, 2378.45, 5777.41], [1550, 2000, 5000]),
        ([0.28, 4], [4]),
        ([-30, -2, 3, 40], [-20, 0, 40]),
        ([15.301, 15.304], [15.304]),
        ([1100, 1329, 1514, 1552, 1557, 1800, 2302, 4601, 5154], [1500, 1800, 4000]),
    ],
)
def test_classes_hold_about_as_many_each_between_round_bounds(
    values: list[float], limits: list[float]
) -> None:
    assert bounds(values) == limits


def test_a_value_on_a_bound_belongs_to_the_class_above() -> None:
    rows = [figure("2023", "1", "520100"), figure("2023", "2", "520300")]
    traces = mapped(rows)["data"]
    keys = {t["name"]: t["marker"]["color"] for t in traces if t.get("x") == [None]}
    assert list(keys) == ["2及以上", "低于2"]
    fills = [t["fillcolor"] for t in traces if t.get("fill") == "toself" and "customdata" not in t]
    assert fills == [keys["低于2"], keys["2及以上"]]


def real_outlines() -> dict[str, outlines.Outline]:
    with Path("data/geo/guizhou-prefectures.geojson").open(encoding="utf-8") as file:
        return outlines.outlines(json.load(file))


def test_no_name_on_the_real_map_stands_on_another() -> None:
    labels = [shape.label for shape in real_outlines().values()]
    pairs = itertools.combinations(labels, 2)
    assert not [pair for pair in pairs if abs(pair[0][0] - pair[1][0]) < 215
                and abs(pair[0][1] - pair[1][1]) < 100]  # fmt: skip


def test_the_real_outlines_keep_a_map_small() -> None:
    shapes = real_outlines()
    rows = [figure("2023", str(1234.56 + i), code) for i, code in enumerate(shapes)]
    drawing = choropleth(OUTPUT, rows, context(), outlines=shapes, period="2023")
    assert drawing is not None
    assert len(shapes) == 9
    written = json.dumps(framed(drawing), ensure_ascii=False, separators=(",", ":"))
    assert len(written.encode()) < 15_000
