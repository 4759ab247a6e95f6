"""What every chart returns."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Heading:
    """What a figure says around its plot: a bold title, lines below it, lines at the foot."""

    title: str
    subtitle: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart: a plotly figure as a plain dict, its alternative text, and what stands around it.

    The figure holds the heading, so that a picture stands alone; a page writes it as text beside
    the plot. How many px of the figure it takes, `layout.meta` tells as `above` and `below`.
    """

    figure: dict[str, Any]
    alt: str
    heading: Heading = Heading("")
