"""Where a chart is drawn: `assets/plots.js` draws the figure beside its place in its turn."""

from typing import Any

from layouts.parts import html
from layouts.parts.html import Children, Element
from layouts.parts.render import elements

CHART = "data-chart"  # the attribute that holds the chart's address, without a format


def plot(name: str, figure: dict[str, Any], address: str) -> Element:
    """The place of a plotly figure, as tall as it is, with the figure as JSON inside."""
    figure = _bare(figure)
    tall = figure["layout"]["height"]
    return html.Div(
        [html.Div(id=name), html.json_script(figure)],
        className="plot",
        style={"--tall": f"{tall}px"},
        **{CHART: address},
    )


def chart_addresses(tree: Children) -> list[str]:
    """The addresses of the charts of a page, in its order."""
    return [each.attributes[CHART] for each in elements(tree) if CHART in each.attributes]


def _bare(figure: dict[str, Any]) -> dict[str, Any]:
    """The figure without the words that the page writes itself."""
    layout = {name: value for name, value in figure["layout"].items() if name != "title"}
    above, below = layout["meta"]["above"], layout["meta"]["below"]
    margin = layout["margin"]
    layout["margin"] = margin | {"t": margin["t"] - above, "b": margin["b"] - below}
    layout["height"] -= above + below
    layout["annotations"] = [a for a in layout["annotations"] if a.get("name") != "foot"]
    layout["showlegend"] = False
    return {"data": figure["data"], "layout": layout}
