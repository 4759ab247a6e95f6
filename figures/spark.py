"""A spark line: the shape of a series as a tiny SVG picture, no plotly."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from figures import series
from figures.series import PlottedPoint
from indicators.precedence import Reported
from wording import formats
from wording.context import Context

WIDE, TALL, EDGE = 120, 32, 4  # px
FEWEST, RUN = 4, 3  # points, and points in a row, that show a shape


@dataclass(frozen=True, slots=True)
class Spark:
    """An SVG picture of `WIDE` by `TALL` px as a `data:` address, and its alternative text."""

    uri: str
    alt: str


def spark(reported: Sequence[Reported], context: Context, hue: str) -> Spark | None:
    """Draw the values of the whole years, or else of the kind of period with most values.

    None for fewer than `FEWEST` points or without `RUN` of them in a row.
    The values are of one indicator and region; `hue` is a colour as #RRGGBB.
    The line breaks where a period is missing.
    """
    if not reported:
        return None
    indicator = context.catalogue.indicators[reported[0].shown.indicator]
    kept = series.lead(series.points(indicator, reported, context))
    is_line = len(kept) >= FEWEST and _longest(kept) >= RUN
    return Spark(_uri(kept, hue), _alt(kept, context)) if is_line else None


def _longest(points: Sequence[PlottedPoint]) -> int:
    """The most points in a row that a line joins."""
    longest = length = 1 if points else 0
    for before, after in itertools.pairwise(points):
        length = length + 1 if series.is_joined(before, after) else 1
        longest = max(longest, length)
    return longest


def _uri(points: Sequence[PlottedPoint], hue: str) -> str:
    places = _places(points)
    path = ""
    for index, (x, y) in enumerate(places):
        is_joined = index > 0 and series.is_joined(points[index - 1], points[index])
        path += f"{'L' if is_joined else 'M'}{x} {y}" + ("" if is_joined else "h.01")
    x, y = places[-1]
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {TALL}"'
        f' width="{WIDE}" height="{TALL}">'
        f'<path d="{path}" fill="none" stroke="{hue}" stroke-width="2" stroke-linecap="round"/>'
        f'<circle cx="{x}" cy="{y}" r="3" fill="{hue}"/></svg>'
    )
    return "data:image/svg+xml," + quote(svg, safe=" ='/:.,()")


def _places(points: Sequence[PlottedPoint]) -> list[tuple[float, float]]:
    first, last = points[0].x, points[-1].x
    low, high = min(p.y for p in points), max(p.y for p in points)
    wide, tall = (last - first) or 1, (high - low) or 1
    middle = 0.5 if high == low else 0
    return [
        (
            round(EDGE + (p.x - first) / wide * (WIDE - 2 * EDGE), 1),
            round(TALL - EDGE - ((p.y - low) / tall + middle) * (TALL - 2 * EDGE), 1),
        )
        for p in points
    ]


def _alt(points: Sequence[PlottedPoint], context: Context) -> str:
    words = context.words
    first, last = points[0].row, points[-1].row
    return words(
        "spark.alt",
        count=len(points),
        first=formats.period(first.period, words),
        low=formats.quantity(first, context.catalogue, words),
        last=formats.period(last.period, words),
        high=formats.quantity(last, context.catalogue, words),
    )
