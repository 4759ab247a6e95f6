"""The elements that pages are made of: light, for a page has thousands, and no callback reads one.

`layouts.markup` writes them as HTML; what holds a live component becomes one of Dash's own.
Attributes are named as React has them: `className`, `htmlFor`, `tabIndex`.
"""

from collections.abc import Callable
from typing import Any

from dash.development.base_component import Component as Live

__all__ = ["Children", "Component", "Element", "Live"]

Children = Any  # text, an element, a live component, or a list of such; None is nothing


class Element:
    """An element with its attributes and what is inside it."""

    __slots__ = ("attributes", "children", "tag")

    def __init__(self, tag: str, children: Children, attributes: dict[str, Any]) -> None:
        self.tag, self.children, self.attributes = tag, children, attributes


Component = Element | Live
Maker = Callable[..., Element]


def _maker(tag: str) -> Maker:
    def make(children: Children = None, **attributes: Any) -> Element:
        return Element(tag, children, attributes)

    return make


A, B, Blockquote, Button = map(_maker, ("a", "b", "blockquote", "button"))
Caption, Code, Dd, Details, Dialog = map(_maker, ("caption", "code", "dd", "details", "dialog"))
Div, Dl, Dt, Figcaption, Figure = map(_maker, ("div", "dl", "dt", "figcaption", "figure"))
Footer, Form, H1, H2, H3 = map(_maker, ("footer", "form", "h1", "h2", "h3"))
Header, Img, Input, Kbd, Label, Li = map(_maker, ("header", "img", "input", "kbd", "label", "li"))
Main, Nav, Ol, P, Section, Span = map(_maker, ("main", "nav", "ol", "p", "section", "span"))
Article, Strong, Summary, Table = map(_maker, ("article", "strong", "summary", "table"))
Tbody, Td, Th, Thead, Time, Tr, Ul = map(_maker, ("tbody", "td", "th", "thead", "time", "tr", "ul"))
