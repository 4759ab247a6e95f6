"""Headings of a table that sort it: plain links, which need no script."""

from layouts.parts import html
from layouts.parts.components import aria, link
from layouts.parts.html import Element
from layouts.view import View

SIGNS = {"ascending": "▲", "descending": "▼"}


def sort_head(view: View, name: str, heading: str) -> Element:
    """The head of the column `name` as an address calls it.

    The first click sorts upward, the second downward, the third lets it be.
    """
    following = {name: f"-{name}", f"-{name}": ""}
    order = {name: "ascending", f"-{name}": "descending"}
    now = view.state.sort
    href = view.here(sort=following.get(now, name))
    sign = html.Span(
        SIGNS.get(order.get(now, ""), ""), className="sort-sign", **aria(hidden="true")
    )
    kind = aria(sort=order[now]) if now in order else {}
    return html.Th(link([heading, sign], href), scope="col", **kind)
