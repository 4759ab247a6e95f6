"""What the marks of a chart mean, as a list beside it; what can be shown and hidden is a button."""

from html import unescape
from typing import Any

from layouts.parts import html
from layouts.parts.components import aria, data
from layouts.parts.html import Component

Trace = dict[str, Any]
SIGNS = {"diamond": "diamond", "triangle-down": "triangle", "square": "square"}
RANK = 1000  # of a trace that names none, as in plotly


def keys(figure: dict[str, Any]) -> Component | None:
    """The entries of a figure's legend in its order; None where it has none."""
    if not figure["layout"].get("showlegend"):
        return None
    found = [
        (index, trace)
        for index, trace in enumerate(figure["data"])
        if trace.get("showlegend", True) and trace.get("name")
    ]
    ordered = sorted(found, key=lambda pair: pair[1].get("legendrank", RANK))
    return html.Ul([html.Li(_key(*pair)) for pair in ordered], className="keys")


def _key(index: int, trace: Trace) -> Component:
    inner: list[Any] = [
        html.Span(className=f"sign sign-{_sign(trace)}", style={"color": _colour(trace)}),
        unescape(trace["name"]),
    ]
    if not any(x is not None for x in trace["x"]) or "fill" in trace:
        return html.Span(inner)
    pressed = aria(pressed="false" if trace.get("visible") == "legendonly" else "true")
    return html.Button(inner, type="button", **pressed, **data(trace=str(index)))


def _sign(trace: Trace) -> str:
    if "fillpattern" in trace:
        return "hatch"
    symbol = trace.get("marker", {}).get("symbol")
    if symbol in SIGNS:
        return SIGNS[symbol]
    if trace.get("line", {}).get("dash"):
        return "dash"
    return "dot" if trace.get("mode") == "markers" else "line"


def _colour(trace: Trace) -> str:
    """The colour of the mark: that of its border where it is hollow."""
    marker = trace.get("marker", {})
    for found in (marker.get("line", {}).get("color"), trace.get("line", {}).get("color"),
                  marker.get("color")):  # fmt: skip
        if isinstance(found, str):
            return found
    return "currentColor"
