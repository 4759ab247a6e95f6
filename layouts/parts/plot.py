"""Where a chart is drawn: `assets/plots.js` draws the figure when its turn comes."""

from collections.abc import Iterator
from typing import Any

from layouts.parts.html import Live

NONE: list[str] = []
ALL = ["id", "figure", "tall", "address"]


class Plot(Live):
    """The place of a figure, as tall as the plot without the words that the page writes itself.

    `address` is the chart's, without a format.
    """

    _namespace = "sixbases"
    _type = "Plot"
    _children_props = NONE
    _base_nodes = NONE
    _prop_names = ALL
    _valid_wildcard_attributes = NONE
    available_properties = ALL
    available_wildcard_properties = NONE

    def __init__(self, *, id: str, figure: dict[str, Any], tall: int, address: str) -> None:
        # Dash's own would look for a package of our namespace each time.
        self.id, self.figure, self.tall, self.address = id, figure, tall, address


def plot(name: str, figure: dict[str, Any], address: str) -> Plot:
    """The place of `figure`; the page writes its heading and its foot."""
    layout = figure["layout"]
    tall = layout["height"] - layout["meta"]["above"] - layout["meta"]["below"]
    return Plot(id=name, figure=figure, tall=tall, address=address)


def plots(tree: Any) -> Iterator[Plot]:
    """The places of charts in a page that `still` returned, in order."""
    if isinstance(tree, Plot):
        yield tree
    elif isinstance(tree, list | tuple):
        for part in tree:
            yield from plots(part)
    elif isinstance(tree, Live):
        yield from plots(getattr(tree, "children", None))
