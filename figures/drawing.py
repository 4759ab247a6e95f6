"""What every chart returns: a plot as data, and what stands around it."""

from dataclasses import dataclass
from typing import Any

from figures.native import Native, nothing
from indicators.passport import Row


@dataclass(frozen=True, slots=True)
class Heading:
    """What is said around a plot, unescaped and unbroken: a title, lines below it, foot lines.

    `note` is what a map says of its outlines; it stands before the foot lines, and on a page, too.
    `mark` is what is to be known before all else, such as that its release was withdrawn.
    """

    title: str
    subtitle: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()
    note: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Key:
    """What a mark means: `sign` is its shape, `colour` a CSS colour, `trace` its place in the data.

    A click on a key that `is_switch` shows and hides its trace, which `is_shown` at first.
    """

    label: str
    sign: str
    colour: str
    trace: int
    is_switch: bool
    is_shown: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart before it stands on a page or in a picture.

    What a test holds every chart to:

    - `plot` is a plotly figure as a plain dict that `go.Figure` accepts, at most 15 kB of JSON.
      Its height and margins (px) are those of the plot alone, laid out for a chart 340 px wide:
      it has no title, no foot and no legend. Every text in it is escaped.
    - `heading` are the words around it; its last foot line names the release.
    - `keys` say what the marks mean, in their order; empty where they need no words. Each is a
      named trace of the plot, and each such trace has one, or there are none at all.
    - `alt` says in words what is drawn.
    - `rows` are all rows that are drawn: the passport stands for them. One without a value is a
      gap that the chart names or shows.
    - `native` makes the form that slides and workbooks have of it; what only is a picture has none.
    """

    plot: dict[str, Any]
    heading: Heading
    keys: tuple[Key, ...]
    alt: str
    rows: tuple[Row, ...]
    native: Native = nothing
