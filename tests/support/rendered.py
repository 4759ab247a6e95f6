"""A page as its readers get it: the document of an address as one tree of elements."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from flask.testing import FlaskClient

from layouts.parts.render import VOID


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    children: list["Element | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What is read: neither data for scripts nor what a template holds."""
        if self.tag in ("script", "template"):
            return ""
        return "".join(c if isinstance(c, str) else c.text for c in self.children)

    def all(self, tag: str = "", class_name: str = "") -> Iterator["Element"]:
        """Every element below this one, in order, of a tag and with a class."""
        for child in self.children:
            if isinstance(child, Element):
                classes = child.attributes.get("class", "").split()
                if tag in ("", child.tag) and (not class_name or class_name in classes):
                    yield child
                yield from child.all(tag, class_name)


class Tree(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("document", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def document(client: FlaskClient, path: str) -> str:
    """What is sent for an address."""
    return client.get(path).get_data(as_text=True)


def page(client: FlaskClient, path: str) -> Element:
    """The page of an address."""
    return parse(document(client, path))


def charts(client: FlaskClient, path: str) -> list[dict[str, Any]]:
    """The figures on the page of an address, in order."""
    return [
        json.loads("".join(map(str, script.children)))
        for plot in page(client, path).all("div", "plot")
        for script in plot.all("script")
    ]


def parse(text: str) -> Element:
    """The tree of a document."""
    tree = Tree()
    tree.feed(text)
    tree.close()
    (whole,) = tree.open
    return whole
