"""Several lines have their names at their ends, and no name lies on another."""

import itertools
from typing import Any

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.frame import framed
from figures.trend.ends import LINE, spread
from figures.trend.trend import trend
from tests.support.figures_rows import OUTPUT, REGIONS, context, figure

CODES = [code for code in REGIONS if code != "520000"]


def drawn(values: dict[str, tuple[str, str]], lang: str = "zh") -> Any:
    regions = {
        REGIONS[code]: [figure("2022", first, code), figure("2023", last, code)]
        for code, (first, last) in values.items()
    }
    drawing = trend(OUTPUT, regions, [], [], context(lang))
    assert drawing is not None
    go.Figure(framed(drawing))
    return drawing


def names(drawing: Any) -> dict[str, Any]:
    (trace,) = [t for t in drawing.plot["data"] if t.get("mode") == "text"]
    return dict(trace)


def test_each_line_ends_in_its_name_and_value_and_there_is_no_legend() -> None:
    one, other = CODES[:2]
    drawing = drawn({one: ("1", "2"), other: ("3", "5")})
    words = [REGIONS[code].short("zh") for code in (one, other)]
    assert names(drawing)["text"] == [f"{words[0]} 2", f"{words[1]} 5"]
    assert drawing.keys == ()


def test_a_name_has_the_colour_of_its_line() -> None:
    drawing = drawn({CODES[0]: ("1", "2"), CODES[1]: ("3", "5")})
    lines = [t["line"]["color"] for t in drawing.plot["data"] if t.get("name")]
    assert names(drawing)["textfont"]["color"] == lines


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_names_of_equal_values_stand_below_one_another_beside_the_plot(lang: str) -> None:
    drawing = drawn(dict.fromkeys(CODES[:3], ("1", "2")), lang)
    layout, trace = drawing.plot["layout"], names(drawing)
    low, high = layout["yaxis"]["range"]
    tall = layout["height"] - layout["margin"]["t"] - layout["margin"]["b"]
    places = sorted((y - low) / (high - low) * tall for y in trace["y"])
    assert all(b - a >= LINE - 0.01 for a, b in itertools.pairwise(places))
    assert set(trace["x"]) == {layout["xaxis"]["range"][1]}
    assert layout["margin"]["r"] > 28


def test_what_is_foreseen_is_not_the_value_at_the_end() -> None:
    rows = [figure("2023", "5", CODES[0]), figure("2025", "9", CODES[0], status="forecast")]
    regions = {REGIONS[CODES[0]]: rows, REGIONS[CODES[1]]: [figure("2023", "2", CODES[1])]}
    drawing = trend(OUTPUT, regions, [], [], context())
    assert [text.split()[-1] for text in names(drawing)["text"]] == ["5", "2"]


def test_a_single_line_has_no_name() -> None:
    drawing = drawn({CODES[0]: ("1", "2")})
    assert [t for t in drawing.plot["data"] if t.get("mode") == "text"] == []


@given(st.lists(st.floats(0, 250), min_size=1, max_size=12))
def test_places_move_apart_keep_their_order_and_stay_inside(places: list[float]) -> None:
    moved = spread(places, 250)
    pairs = sorted(zip(places, moved, strict=True))
    ordered = sorted(moved)
    assert all(b - a >= LINE - 1e-6 for a, b in itertools.pairwise(ordered))
    assert ordered[0] >= -1e-6
    assert ordered[-1] <= 250 + 1e-6
    distinct = [(a, b) for a, b in itertools.pairwise(pairs) if a[0] < b[0]]
    assert all(a[1] < b[1] for a, b in distinct)


def test_what_is_apart_already_stays() -> None:
    assert spread([10, 200, 100], 250) == pytest.approx([10, 200, 100])
