"""What the marks of a chart mean, as a list beside it; what can be shown and hidden is a button."""

from collections.abc import Sequence
from typing import Any

from figures.drawing import Key
from layouts.parts import html
from layouts.parts.components import aria, data
from layouts.parts.html import Element


def keys(entries: Sequence[Key]) -> Element | None:
    """The keys of a drawing in their order; None where it has none."""
    if not entries:
        return None
    return html.Ul([html.Li(_key(entry)) for entry in entries], className="keys")


def _key(key: Key) -> Element:
    inner: list[Any] = [
        html.Span(className=f"sign sign-{key.sign}", style={"color": key.colour}),
        key.label,
    ]
    if not key.is_switch:
        return html.Span(inner)
    pressed = aria(pressed="true" if key.is_shown else "false")
    return html.Button(inner, type="button", **pressed, **data(trace=str(key.trace)))
