"""What every chart returns, and what every chart is told besides its rows."""

from dataclasses import dataclass
from typing import Any

from indicators.vocabulary import Catalogue, Release
from translations import Words


@dataclass(frozen=True, slots=True)
class Context:
    """What a chart stands in: the catalogue, the release it is drawn from, and the language."""

    catalogue: Catalogue
    release: Release
    words: Words


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart: a plotly figure as a plain dict, and its alternative text."""

    figure: dict[str, Any]
    alt: str
