"""What the marks of a plot mean, read off the names of its traces."""

from collections.abc import Sequence
from html import unescape
from typing import Any

from figures.drawing import Key

Trace = dict[str, Any]
SIGNS = {"diamond": "diamond", "triangle-down": "triangle", "square": "square"}
RANGE = "range"  # what a trace of upright marks says of itself
RANK = 1000  # of a trace that names none, as in plotly


def keys_of(traces: Sequence[Trace], fewest: int = 1) -> tuple[Key, ...]:
    """A key for each named trace, in the order of a legend; none for fewer than `fewest`.

    A trace is left out of the keys by `showlegend: False`.
    """
    named = [
        (index, trace)
        for index, trace in enumerate(traces)
        if trace.get("showlegend", True) and trace.get("name")
    ]
    ordered = sorted(named, key=lambda pair: pair[1].get("legendrank", RANK))
    return tuple(_key(*pair) for pair in ordered) if len(named) >= fewest else ()


def _key(index: int, trace: Trace) -> Key:
    return Key(
        label=unescape(trace["name"]),
        sign=_sign(trace),
        colour=_colour(trace),
        trace=index,
        is_switch=any(x is not None for x in trace["x"]) and "fill" not in trace,
        is_shown=trace.get("visible") != "legendonly",
    )


def _sign(trace: Trace) -> str:
    if "fillpattern" in trace:
        return "hatch"
    if trace.get("meta") == RANGE:
        return RANGE
    symbol = trace.get("marker", {}).get("symbol")
    if symbol in SIGNS:
        return SIGNS[symbol]
    if trace.get("line", {}).get("dash"):
        return "dash"
    return "dot" if trace.get("mode") == "markers" else "line"


def _colour(trace: Trace) -> str:
    """The colour of the mark: that of its border where it is hollow."""
    marker = trace.get("marker", {})
    for colour in (marker.get("line", {}).get("color"), trace.get("line", {}).get("color"),
                   marker.get("color")):  # fmt: skip
        if isinstance(colour, str):
            return colour
    return "currentColor"
