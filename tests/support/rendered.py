"""A page as its readers get it: the layout with the markup in it, as one tree of elements."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
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


def page(client: FlaskClient, path: str) -> Element:
    """The page of an address."""
    return parse(layout(client, path))


def charts(client: FlaskClient, path: str) -> list[dict[str, Any]]:
    """The figures on the page of an address, in order."""
    return list(_charts(layout(client, path)))


def layout(client: FlaskClient, path: str) -> Any:
    """What Dash is sent for an address."""
    response = client.get("/_dash-layout", headers={"Referer": f"http://localhost{path}"})
    assert response.status_code == 200
    return response.get_json()


def _charts(node: Any) -> Iterator[dict[str, Any]]:
    for child in node if isinstance(node, list) else [node]:
        if isinstance(child, dict):
            if child["type"] == "Plot":
                yield child["props"]["figure"]
            yield from _charts(child["props"].get("children", []))


def parse(layout: Any) -> Element:
    """The tree of a layout's JSON."""
    tree = Tree()
    tree.feed(_html(layout))
    tree.close()
    (document,) = tree.open
    return document


def _html(node: Any) -> str:
    if isinstance(node, list):
        return "".join(map(_html, node))
    if not isinstance(node, dict):
        return "" if node is None else escape(str(node))
    props = node["props"]
    if node["type"] == "Markup":
        return _element(props["tag"], props["attributes"], props["html"])
    return _element(node["type"].lower(), props, _html(props.get("children")))


def _element(tag: str, attributes: dict[str, Any], inner: str) -> str:
    known = attributes | {"class": attributes.get("className", "")}
    written = "".join(f' {name}="{escape(value)}"' for name, value in known.items()
                      if isinstance(value, str) and name != "children")  # fmt: skip
    return f"<{tag}{written}>" + ("" if tag in VOID else f"{inner}</{tag}>")
