"""Every chart of the registry keeps the contract of `Drawing`; what it draws is proven."""

import json
from dataclasses import fields, replace
from typing import Any

import plotly.graph_objects as go
import pytest

from charts.addresses import BadParameterError, State
from charts.build import build, selected_rows
from charts.registry import CHARTS, chart_type
from exports.documents.chart_sheet import chart_sheet
from figures.drawing import Drawing
from figures.frame import framed, passport_of
from figures.keys import keys_of
from tests.support.chart_inputs import chart_input

MOST_BYTES = 15_000
WORDS = {"title", "legend", "meta"}  # of a layout; they stand around a plot


@pytest.fixture(params=[(name, lang) for name in CHARTS for lang in ("zh", "en")], ids=str)
def drawing(request: pytest.FixtureRequest) -> Drawing:
    name, lang = request.param
    made = CHARTS[name].draw(chart_input(lang))
    assert made is not None
    return made


def test_plotly_accepts_the_plot_and_it_is_small(drawing: Drawing) -> None:
    go.Figure(drawing.plot)
    text = json.dumps(drawing.plot, ensure_ascii=False, separators=(",", ":"))
    assert len(text.encode()) <= MOST_BYTES


def test_no_word_stands_around_the_plot_in_it(drawing: Drawing) -> None:
    layout = drawing.plot["layout"]
    assert not WORDS & layout.keys()
    assert layout["showlegend"] is False
    written = json.dumps(drawing.plot, ensure_ascii=False)
    lines = (*drawing.heading.subtitle, *drawing.heading.foot)
    assert not [line for line in lines if line and line in written]


def test_no_text_of_the_data_is_markup(drawing: Drawing) -> None:
    written = json.dumps(framed(drawing, "R3-K3F9Q2"), ensure_ascii=False)
    assert "<b>x" not in written
    assert "<b>统计局" not in written
    assert "基地<b>" not in written


def test_keys_and_traces_agree(drawing: Drawing) -> None:
    traces = drawing.plot["data"]
    assert drawing.keys in ((), keys_of(traces))
    for key in drawing.keys:
        assert key.label
        assert key.is_shown == (traces[key.trace].get("visible") != "legendonly")


def test_it_is_told_in_words(drawing: Drawing) -> None:
    assert drawing.heading.title
    assert drawing.alt
    assert any("3" in line for line in drawing.heading.foot)  # the release


def test_framed_it_stands_alone(drawing: Drawing) -> None:
    figure = framed(drawing, "R3-K3F9Q2")
    go.Figure(figure)
    assert passport_of(figure) == "R3-K3F9Q2"
    assert figure["data"] == drawing.plot["data"]
    for side in "lr":
        assert figure["layout"]["margin"][side] == drawing.plot["layout"]["margin"][side]


@pytest.mark.parametrize("name", CHARTS)
def test_what_a_chart_takes_is_a_parameter_of_addresses(name: str) -> None:
    known = {field.name.rstrip("_") for field in fields(State)}
    assert set(CHARTS[name].takes) <= known
    assert CHARTS[name].name == name


@pytest.mark.parametrize("name", CHARTS)
def test_its_rows_are_those_that_the_passport_stands_for(name: str) -> None:
    made = build(CHARTS[name], chart_input(), State())
    assert made.drawing is not None
    assert tuple(made.rows) == made.drawing.rows
    assert passport_of(made.figure()) == made.passport
    assert {source.id for source in made.sources} == {row.source.id for row in made.rows}


@pytest.mark.parametrize("name", CHARTS)
def test_its_native_form_holds_rows_of_the_chart_and_its_sheet_all_of_them(name: str) -> None:
    made = build(CHARTS[name], chart_input(), State())
    assert made.drawing is not None
    form = made.drawing.native()
    held = [mark.row for line in form.lines for mark in line.marks if mark.row]
    assert {id(row) for row in held} <= {id(row) for row in made.rows}
    sheet = chart_sheet(made.rows, form, chart_input().context)
    assert sum(map(bool, sheet.sources)) == len(made.rows)
    assert bool(form.lines) == (name in NATIVE)


NATIVE = {"trend", "ranking"}


def fails(_: Any) -> Any:
    raise ZeroDivisionError


@pytest.mark.parametrize("name", CHARTS)
def test_one_that_cannot_be_drawn_keeps_its_rows(
    name: str, caplog: pytest.LogCaptureFixture
) -> None:
    made = build(replace(CHARTS[name], draw=fails), chart_input(), State())
    assert (made.drawing, made.failed, made.is_empty) == (None, True, False)
    assert made.rows == selected_rows(chart_input())
    assert made.title
    assert "ZeroDivisionError" in caplog.text


def test_the_filters_stand_at_the_foot() -> None:
    state = State(from_=2020, source=("press",))
    made = build(CHARTS["trend"], chart_input(), state)
    assert made.drawing is not None
    assert made.drawing.heading.foot[-1].endswith("筛选：2020—…年、新闻媒体")


def test_an_unknown_name_says_which_are_known() -> None:
    with pytest.raises(BadParameterError) as error:
        chart_type("pie")
    assert error.value.known == ", ".join(CHARTS)
