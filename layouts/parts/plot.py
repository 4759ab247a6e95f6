"""Where a chart is drawn: `assets/plots.js` draws the figure beside its place in its turn."""

from typing import Any

from layouts.parts import html
from layouts.parts.html import Children, Element
from layouts.parts.render import elements

CHART = "data-chart"  # the attribute that holds the chart's address, without a format


def plot(name: str, figure: dict[str, Any], address: str = "") -> Element:
    """The place where a plotly figure is drawn, as tall as the figure, which lies in it as JSON.

    Without an address it is no chart that stands elsewhere, too.
    """
    tall = figure["layout"]["height"]
    return html.Div(
        [html.Div(id=name), html.json_script(figure)],
        className="plot",
        style={"--tall": f"{tall}px"},
        **({CHART: address} if address else {}),
    )


def chart_addresses(tree: Children) -> list[str]:
    """The addresses of the charts of a page, in its order."""
    return [each.attributes[CHART] for each in elements(tree) if CHART in each.attributes]
