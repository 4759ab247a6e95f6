"""The elements that pages are made of; `layouts.parts.render` writes them as HTML.

Attributes are named as in Python: `className` is `class`, `htmlFor` is `for`; the others are
written in lower case. One that is None is left out.
"""

import json
from collections.abc import Callable
from typing import Any

__all__ = ["Children", "Element", "Verbatim", "json_script"]

Children = Any  # text, an element, or a list of such; None is nothing


class Verbatim(str):
    """Text that is HTML already and is written as it is. Only our own code makes it."""

    __slots__ = ()


class Element:
    """An element with its attributes and what is inside it."""

    __slots__ = ("attributes", "children", "tag")

    def __init__(self, tag: str, children: Children, attributes: dict[str, Any]) -> None:
        self.tag, self.children, self.attributes = tag, children, attributes


Maker = Callable[..., Element]


def _maker(tag: str) -> Maker:
    def make(children: Children = None, **attributes: Any) -> Element:
        return Element(tag, children, attributes)

    return make


def json_script(value: object, **attributes: Any) -> Element:
    """Data for our scripts; no HTML parser takes any of it for the end of the element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return Element("script", Verbatim(text), {"type": "application/json", **attributes})


A, B, Blockquote, Button = map(_maker, ("a", "b", "blockquote", "button"))
Caption, Code, Dd, Details, Dialog = map(_maker, ("caption", "code", "dd", "details", "dialog"))
Div, Dl, Dt, Figcaption, Figure = map(_maker, ("div", "dl", "dt", "figcaption", "figure"))
Footer, Form, H1, H2, H3 = map(_maker, ("footer", "form", "h1", "h2", "h3"))
Header, Img, Input, Kbd, Label, Li = map(_maker, ("header", "img", "input", "kbd", "label", "li"))
Main, Nav, Ol, Option, P, Section = map(_maker, ("main", "nav", "ol", "option", "p", "section"))
Select, Span, Template = map(_maker, ("select", "span", "template"))
Article, Strong, Summary, Table = map(_maker, ("article", "strong", "summary", "table"))
Tbody, Td, Th, Thead, Time, Tr, Ul = map(_maker, ("tbody", "td", "th", "thead", "time", "tr", "ul"))
