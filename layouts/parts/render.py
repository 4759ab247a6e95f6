"""Elements as HTML, written once, every text and attribute escaped."""

from collections.abc import Collection, Iterator
from functools import lru_cache
from html import escape
from typing import Any

from layouts.parts.html import Children, Element, Verbatim

RENAMED = {"className": "class", "htmlFor": "for"}
VOID = ("br", "hr", "img", "input", "link", "meta")


def render(tree: Children) -> str:
    """Return the HTML of a tree."""
    pieces: list[str] = []
    _write(tree, pieces, (), {})
    return "".join(pieces)


def render_with_parts(tree: Children, ids: Collection[str]) -> tuple[str, dict[str, str]]:
    """Return the HTML of a tree, and what is inside each element of these ids, by id."""
    pieces: list[str] = []
    parts: dict[str, str] = {}
    _write(tree, pieces, ids, parts)
    return "".join(pieces), parts


def _write(node: Children, pieces: list[str], ids: Collection[str], parts: dict[str, str]) -> None:
    if node is None:
        return
    if isinstance(node, Element):
        _write_element(node, pieces, ids, parts)
    elif isinstance(node, list | tuple):
        for child in node:
            _write(child, pieces, ids, parts)
    else:
        pieces.append(node if isinstance(node, Verbatim) else escape(str(node)))


def _write_element(
    node: Element, pieces: list[str], ids: Collection[str], parts: dict[str, str]
) -> None:
    attributes = node.attributes
    # In one order: the same page has the same bytes.
    written = "".join(_attribute(name, attributes[name]) for name in sorted(attributes))
    pieces.append(f"<{node.tag}{written}>")
    if node.tag in VOID:
        return
    start = len(pieces)
    _write(node.children, pieces, ids, parts)
    if attributes.get("id") in ids:
        parts[attributes["id"]] = "".join(pieces[start:])
    pieces.append(f"</{node.tag}>")


def _attribute(name: str, value: Any) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return f" {_html_name(name)}"
    text = _style(value) if isinstance(value, dict) else str(value)
    return f' {_html_name(name)}="{escape(text)}"'


@lru_cache(maxsize=256)
def _html_name(name: str) -> str:
    return RENAMED.get(name, name.lower())


def _style(rules: dict[str, Any]) -> str:
    return ";".join(f"{_property(name)}:{value}" for name, value in rules.items())


@lru_cache(maxsize=256)
def _property(name: str) -> str:
    """`marginTop` is `margin-top`; a property of our own (`--tall`) keeps its name."""
    if name.startswith("--"):
        return name
    return "".join(f"-{sign.lower()}" if sign.isupper() else sign for sign in name)


def elements(tree: Children) -> Iterator[Element]:
    """Return every element of a tree, in the order of the page."""
    waiting = [tree]  # the next one last
    while waiting:
        node = waiting.pop()
        if isinstance(node, list | tuple):
            waiting.extend(reversed(node))
        elif isinstance(node, Element):
            yield node
            waiting.append(node.children)
