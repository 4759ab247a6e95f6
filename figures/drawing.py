"""What every chart returns, and what every chart is told besides its rows."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from indicators.rules import RuleBook, rule_book
from indicators.vocabulary import Catalogue, Release
from translations import Words


@dataclass(frozen=True, slots=True)
class Context:
    """What a chart stands in: catalogue, release, language, and the rules of this office."""

    catalogue: Catalogue
    release: Release
    words: Words
    rules: RuleBook = field(default_factory=rule_book)
    names_all: bool = False  # a picture that leaves the dashboard names every source

    @property
    def today(self) -> date:
        """The day that targets are assessed for: that of the release, so that a page stays true."""
        return self.release.day


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
