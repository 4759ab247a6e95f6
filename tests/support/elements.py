"""What a part of a page holds, for tests that look inside one."""

from collections.abc import Iterator
from typing import Any

from layouts.parts.html import Element


def walk(node: Any) -> Iterator[Element]:
    """Every element of a tree, in the order of the page."""
    if isinstance(node, list | tuple):
        for part in node:
            yield from walk(part)
    elif isinstance(node, Element):
        yield node
        yield from walk(node.children)


def attribute(tree: Any, name: str) -> list[str]:
    """The values of an attribute wherever it is given, in order."""
    values = [node.attributes.get(name) for node in walk(tree)]
    return [value for value in values if value is not None]


def texts(node: Any) -> Iterator[str]:
    """What is written, in order, without the signs that screen readers pass over."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, list | tuple):
        for part in node:
            yield from texts(part)
    elif isinstance(node, Element) and node.attributes.get("aria-hidden") != "true":
        yield from texts(node.children)
