"""Still parts of a page as one component each.

Dash lets each component of an answer know of every other one, so that a table of 4,000 takes
a minute to come in. What no callback reads or writes (text, tables, links) is therefore
written as escaped HTML here and handed over whole; `window.sixbases.Markup` shows it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Any

from dash import html as live

from layouts.parts import ids
from layouts.parts.html import Children, Element, Live
from layouts.parts.plot import Plot

LIVE = (ids.NAVIGATION, ids.PAGE, *ids.FILTERED)  # plain elements that callbacks fill
NAMES = {"className": "class", "htmlFor": "for"}
NONE: list[str] = []
ALL = ["tag", "attributes", "html"]
VOID = ("br", "hr", "img", "input")
UNSEEN = ("Location", "Store")  # parts of the wiring


class Markup(Live):
    """An element with its attributes and, as HTML, all that is inside."""

    _namespace = "sixbases"
    _type = "Markup"
    _children_props = NONE
    _base_nodes = NONE
    _prop_names = ALL
    _valid_wildcard_attributes = NONE
    available_properties = ALL
    available_wildcard_properties = NONE

    def __init__(self, tag: str, attributes: dict[str, Any], html: str) -> None:
        # Dash's own would look for a package of our namespace each time.
        self.tag, self.attributes, self.html = tag, attributes, html


@dataclass(frozen=True, slots=True)
class Still:
    """An element that no callback touches, nor any inside it."""

    tag: str
    attributes: dict[str, Any]
    inner: str

    def html(self) -> str:
        """The whole element as HTML."""
        start = f"<{self.tag}{''.join(map(_attribute, self.attributes.items()))}>"
        return start if self.tag in VOID else f"{start}{self.inner}</{self.tag}>"

    def component(self) -> Live:
        """The whole element as one component."""
        return Markup(self.tag, self.attributes, self.inner)


def still(tree: Children) -> Any:
    """Return a page with each part that no callback touches as one component."""
    return _shown(_settle(tree))


def _settle(node: Children) -> Any:
    """Texts stay texts; elements become `Still`, or live when they hold what is alive."""
    if isinstance(node, list | tuple):
        return [part for part in map(_settle, _flat(node)) if part is not None]
    if isinstance(node, Live):
        return node
    if not isinstance(node, Element):
        return None if node is None else str(node)
    inside = _settle(node.children)
    parts = inside if isinstance(inside, list) else [] if inside is None else [inside]
    attributes = _given(node)
    if attributes.get("id") in LIVE or any(isinstance(part, Live) for part in parts):
        return getattr(live, node.tag.capitalize())(_shown(inside), **attributes)
    return Still(node.tag, attributes, "".join(map(_html, parts)))


def _flat(nodes: Iterable[Any]) -> Iterable[Any]:
    for node in nodes:
        if isinstance(node, list | tuple):
            yield from _flat(node)
        else:
            yield node


def _given(node: Element) -> dict[str, Any]:
    """The attributes that are given, in one order: the same page has the same bytes."""
    return {k: v for k, v in sorted(node.attributes.items()) if v is not None}


def _shown(settled: Any) -> Any:
    if isinstance(settled, list):
        return [_shown(part) for part in settled]
    return settled.component() if isinstance(settled, Still) else settled


def static(tree: Any) -> str:
    """The same page as HTML alone, to be read before any script runs.

    `tree` is what `still` returned. What the browser makes itself is a place as large.
    """
    if isinstance(tree, list | tuple):
        return "".join(map(static, tree))
    if not isinstance(tree, Live):
        return "" if tree is None else escape(str(tree))
    if isinstance(tree, Markup):
        return Still(tree.tag, tree.attributes, tree.html).html()
    if isinstance(tree, Plot):
        return f'<div class="plot" style="--tall:{tree.tall}px"></div>'
    if not type(tree).__module__.startswith("dash.html"):
        is_unseen = type(tree).__name__ in UNSEEN
        return "" if is_unseen else '<div class="control-waiting"></div>'
    props: dict[str, Any] = tree.to_plotly_json()["props"]
    attributes = {k: v for k, v in sorted(props.items()) if k != "children" and v is not None}
    return Still(type(tree).__name__.lower(), attributes, static(props.get("children"))).html()


def _html(part: "Still | str") -> str:
    return part.html() if isinstance(part, Still) else escape(part)


def _attribute(pair: tuple[str, Any]) -> str:
    name, value = pair
    name = NAMES.get(name, name.lower())
    if isinstance(value, bool):
        return f" {name}" if value else ""
    text = _style(value) if isinstance(value, dict) else str(value)
    return f' {name}="{escape(text)}"'


def _style(rules: dict[str, Any]) -> str:
    return ";".join(f"{_css(name)}:{value}" for name, value in rules.items())


def _css(name: str) -> str:
    return (
        name
        if name.startswith("--")
        else "".join(f"-{sign.lower()}" if sign.isupper() else sign for sign in name)
    )
