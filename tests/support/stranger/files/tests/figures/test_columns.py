"""The columns: one for each value."""

from dataclasses import replace

from figures.columns import columns
from tests.support.chart_inputs import chart_input


def test_each_value_is_a_column() -> None:
    drawing = columns(chart_input())
    assert drawing is not None
    assert len(drawing.plot["data"][0]["y"]) == len(drawing.rows) > 1


def test_without_a_value_there_is_nothing_to_draw() -> None:
    assert columns(replace(chart_input(), series={})) is None
    assert columns(replace(chart_input(), regions=())) is None
