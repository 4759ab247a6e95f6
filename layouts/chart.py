"""A chart on a page, with its alternative text, its sources and its menu."""

from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from layouts.components import aria, empty, link, source_line
from layouts.menu import menu
from layouts.panel import Panel
from layouts.view import View

GRAPH_CONFIG: Any = {
    "displayModeBar": False,
    "displaylogo": False,
    "showSendToCloud": False,
    "responsive": True,
    "scrollZoom": False,
    "doubleClick": False,
}


def chart(view: View, name: str, panel: Panel | None, more: str = "") -> Component:
    """A chart with its alternative text and its sources; a sentence when there is none."""
    if panel is None or panel.drawing is None:
        return empty(view.words("chart.empty"))
    drawing = panel.drawing
    graph = dcc.Graph(
        id=name,
        figure=drawing.figure,
        config=GRAPH_CONFIG | {"locale": "zh-CN" if view.lang == "zh" else "en"},
        responsive=True,
        style={"height": drawing.figure["layout"].get("height", 420)},
    )
    foot = [
        source_line(view, panel.sources),
        menu(view, panel.address, panel.title, panel.sentence),
        link(view.words("chart.more"), more) if more else None,
    ]
    return html.Figure(
        [
            html.Div(graph, role="img", **aria(label=drawing.alt)),
            html.Figcaption([part for part in foot if part]),
        ],
        className="chart",
    )
