"""Axes: round ticks, and their words in Chinese and English."""

import math
from collections.abc import Sequence
from typing import Any

from figures.text import escape, width
from indicators.periods import Period
from wording import formats
from wording.words import Words

STEPS = (1, 2, 2.5, 5, 10)
TICK = 11  # font size, px
YEAR_STEPS = (1, 2, 5, 10, 20)
MONTHS = 1.9  # years
MOST_MONTHS = 4
LABEL_SHARE = 0.2  # of the narrowest axis that the label of a date takes
MOST_YEARS = 7  # labels that fit beside each other on the narrowest chart


def ticks(low: float, high: float, count: int = 5) -> list[float]:
    """Return about `count` round numbers from at most `low` to at least `high`."""
    if high <= low:  # one value: it stands in the middle, but for zero
        low, high = low - abs(low) / 10, low + (abs(low) / 10 or 1.0)
    span = high - low
    magnitude = 10 ** math.floor(math.log10(span / count))
    step = next(s * magnitude for s in STEPS if s * magnitude * count >= span * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(i * step, 12) for i in range(first, last + 1)]


def tick_texts(marks: Sequence[float], unit: str, words: Words) -> list[str]:
    """Write the ticks of an axis; those of a unit in 万 that reach 亿 say their unit.

    15000 of 万吨 is 1.5亿吨: neither 15000 nor 1.5万 would be read at once.
    """
    is_large = unit.startswith("万") and max(map(abs, marks), default=0) >= 1e4
    if words.lang == "zh" and is_large:
        return [tick_text(mark * 1e4, "", words) + unit[1:] if mark else "0" for mark in marks]
    return [tick_text(mark, unit, words) for mark in marks]


def tick_text(value: float, unit: str, words: Words) -> str:
    """Write a tick: 1.5万 in Chinese (not before a unit that says 万 itself), 15,000 in English."""
    size = abs(value)
    if words.lang == "zh" and not unit.startswith("万"):
        for power, key in ((1e8, "tick.yi"), (1e4, "tick.wan")):
            if size >= power:
                return words(key, number=_plain(value / power, words))
    if words.lang == "en" and size >= 1e6:
        return words("tick.million", number=_plain(value / 1e6, words))
    return _plain(value, words)


def _plain(value: float, words: Words) -> str:
    return formats.number(formats.decimal(value).normalize(), words)


def value_axis(
    values: Sequence[float],
    unit: str,
    words: Words,
    *,
    from_zero: bool,
    room: float = 0.08,
    count: int = 5,
) -> dict[str, Any]:
    """Return a plotly axis over `values`, which are in the unit shown: ticks, texts and range.

    `from_zero` makes it hold zero, as negative values do anyway. `room` is the share of the axis
    that is left for labels above the highest value; `count` is about how many ticks there are.
    """
    low, high = min(values), max(values)
    if from_zero or low < 0:
        low, high = min(low, 0.0), max(high, 0.0)
    marks = ticks(low, high, count)
    space = (marks[-1] - marks[0]) * room
    return {
        "tickvals": marks,
        "ticktext": tick_texts(marks, unit, words),
        "tickfont": {"size": TICK},
        "range": [
            marks[0] - (space if low < 0 or not from_zero else 0),
            max(marks[-1], high + space),
        ],
    }


def tick_room(axis: dict[str, Any]) -> int:
    """The px that the tick texts of a vertical axis take left of the plot."""
    return math.ceil(max(width(text) for text in axis["ticktext"]) * TICK) + 12


def year_axis(low: float, high: float, title: str) -> dict[str, Any]:
    """Return a plotly axis of whole years that holds the places `low` to `high`, at least four."""
    room = max(0.55, (4 - (high - low)) / 2, (high - low) * 0.05)
    span = high - low + 2 * room
    step = next((s for s in YEAR_STEPS if span / s <= MOST_YEARS), 50)
    return {
        "range": [round(low - room, 2), round(high + room, 2)],
        "tick0": 2000,
        "dtick": step,
        "tickformat": "d",
        "tickfont": {"size": TICK},
        "title": {"text": title, "font": {"size": TICK}, "standoff": 4},
        "showgrid": False,
        "ticks": "outside",
        "ticklen": 4,
    }


def spanned_axis(first: int, last: int) -> dict[str, Any]:
    """Return an axis of whole years that begins and ends with those two."""
    room = max(0.6, (last - first) * 0.03)
    return year_axis(first, last, "") | {"range": [round(first - room, 2), round(last + room, 2)]}


def dated_axis(spans: Sequence[Period], xs: Sequence[float], words: Words) -> dict[str, Any] | None:
    """Return an axis labelled with the periods `spans`, which stand at the places `xs` (years).

    None without a period, and where one is a whole year.

    It suits a few dates of several years, and many months within two.
    """
    is_long = max(xs, default=0) - min(xs, default=0) > MONTHS
    is_many = len(set(xs)) > MOST_MONTHS
    if not spans or any(span.kind == "year" for span in spans) or (is_long and is_many):
        return None
    room = max(0.15, (max(xs) - min(xs)) * 0.1)
    distinct = sorted(dict(zip(xs, spans, strict=True)).items(), key=lambda pair: pair[0])
    step = math.ceil(len(distinct) / MOST_MONTHS)
    chosen = _apart(distinct[::-step], (max(xs) - min(xs) + 2 * room) * LABEL_SHARE)
    lines = (_month_lines(span, words) for _, span in chosen)
    return {
        "range": [round(min(xs) - room, 3), round(max(xs) + room, 3)],
        "tickvals": [x for x, _ in chosen],
        "ticktext": ["<br>".join(map(escape, each)) for each in lines],
        "tickfont": {"size": TICK},
        "tickangle": 0,
        "showgrid": False,
        "ticks": "outside",
        "ticklen": 4,
    }


def _apart(
    latest_first: Sequence[tuple[float, Period]], least: float
) -> list[tuple[float, Period]]:
    """The dates whose labels do not touch that of a later one, in order."""
    kept: list[tuple[float, Period]] = []
    for x, span in latest_first:
        if not kept or kept[-1][0] - x >= least:
            kept.append((x, span))
    return kept[::-1]


def _month_lines(span: Period, words: Words) -> list[str]:
    """The period with its year on a line of its own."""
    year = words("period.year", year=span.year)
    return [
        part.strip() for part in formats.period(span.text, words).partition(year) if part.strip()
    ]
