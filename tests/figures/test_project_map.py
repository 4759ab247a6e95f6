"""The map of projects: how many lie where, also without outlines."""

import plotly.graph_objects as go

from figures.maps.project_map import project_map
from tests.support.figures_rows import context


def test_without_outlines_tiles_are_drawn() -> None:
    figure = project_map({"520300": 2, "520199": 1}, context(), outlines={})
    go.Figure(figure)
    texts = figure["data"][-1]["text"]
    assert "遵义<br>2" in texts
    assert "贵安<br>1" in texts
