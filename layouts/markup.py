"""Still parts of a page as one component each.

Dash lets each component of an answer know of every other one, so that a table of 4,000 takes
a minute to come in. What no callback reads or writes (text, tables, links) is therefore
written as escaped HTML here and handed over whole; `window.sixbases.Markup` shows it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Any

from dash.development.base_component import Component

from layouts import ids
from layouts.components import Children
from layouts.plot import Plot

LIVE = (ids.NAVIGATION, ids.PAGE, ids.RESULTS)  # plain elements that callbacks fill
NAMES = {"className": "class", "htmlFor": "for"}
NONE: list[str] = []
ALL = ["tag", "attributes", "html"]
VOID = ("br", "hr", "img", "input")
UNSEEN = ("Location", "Store")  # parts of the wiring


class Markup(Component):
    """An element with its attributes and, as HTML, all that is inside."""

    _namespace = "sixbases"
    _type = "Markup"
    _children_props = NONE
    _base_nodes = NONE
    _prop_names = ALL
    _valid_wildcard_attributes = NONE
    available_properties = ALL
    available_wildcard_properties = NONE
    tag: str
    attributes: dict[str, Any]
    html: str

    def __init__(self, tag: str, attributes: dict[str, Any], html: str) -> None:
        super().__init__(tag=tag, attributes=attributes, html=html)


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

    def component(self) -> Component:
        """The whole element as one component."""
        return Markup(self.tag, self.attributes, self.inner)


def still(tree: Children) -> Children:
    """Return a page with each part that no callback touches as one component."""
    return _shown(_settle(tree))


def _settle(node: Children) -> Children:
    """Texts stay texts; components become `Still`, or stay when they are alive."""
    if isinstance(node, list | tuple):
        return [part for part in map(_settle, _flat(node)) if part is not None]
    if not isinstance(node, Component):
        return None if node is None else str(node)
    children = getattr(node, "children", None)
    inside = _settle(children)
    parts = inside if isinstance(inside, list) else [] if inside is None else [inside]
    if _is_alive(node) or any(isinstance(part, Component) for part in parts):
        if children is not None:
            node.children = _shown(inside)
        return node
    return Still(_tag(node), _attributes(node), "".join(map(_html, parts)))


def _flat(nodes: Iterable[Any]) -> Iterable[Any]:
    for node in nodes:
        if isinstance(node, list | tuple):
            yield from _flat(node)
        else:
            yield node


def _is_alive(node: Component) -> bool:
    """Whether a callback or the browser needs the component itself."""
    return not _is_element(node) or getattr(node, "id", None) in LIVE


def _is_element(node: Component) -> bool:
    return type(node).__module__.startswith("dash.html")


def _shown(settled: Children) -> Children:
    if isinstance(settled, list):
        return [_shown(part) for part in settled]
    return settled.component() if isinstance(settled, Still) else settled


def static(tree: Children) -> str:
    """The same page as HTML alone, to be read before any script runs.

    `tree` is what `still` returned. What the browser makes itself is a place as large.
    """
    if isinstance(tree, list | tuple):
        return "".join(map(static, tree))
    if not isinstance(tree, Component):
        return "" if tree is None else escape(str(tree))
    if isinstance(tree, Markup):
        return Still(tree.tag, tree.attributes, tree.html).html()
    if isinstance(tree, Plot):
        return f'<div class="plot" style="--tall:{tree.tall}px"></div>'
    if not _is_element(tree):
        is_unseen = type(tree).__name__ in UNSEEN
        return "" if is_unseen else '<div class="control-waiting"></div>'
    return Still(_tag(tree), _attributes(tree), static(getattr(tree, "children", None))).html()


def _html(part: "Still | str") -> str:
    return part.html() if isinstance(part, Still) else escape(part)


def _tag(node: Component) -> str:
    return type(node).__name__.lower()


def _attributes(node: Component) -> dict[str, Any]:
    props: dict[str, Any] = node.to_plotly_json()["props"]
    found = {k: v for k, v in props.items() if k != "children" and v is not None}
    return dict(sorted(found.items()))  # Dash gives them in no order: the same page, other bytes


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
