"""Headings of a table that sort it: plain links, which need no script."""

from collections.abc import Collection, Sequence

from layouts.parts import html
from layouts.parts.components import aria, link
from layouts.parts.html import Element
from layouts.view import View

SIGNS = {"ascending": "▲", "descending": "▼"}


def sort_heads(
    view: View, names: Sequence[str], sorts: Collection[str], looks: Sequence[str]
) -> list[Element]:
    """The heads of the columns `names`: those in `sorts` sort, the others say their heading.

    `looks` are the classes of the columns, empty for one of no look.
    """
    headings = [view.words(f"column.{name}") for name in names]
    return [
        sort_head(view, name, heading, look)
        if name in sorts
        else html.Th(heading, scope="col", className=look or None)
        for name, heading, look in zip(names, headings, looks, strict=True)
    ]


def sort_head(view: View, name: str, heading: str, look: str = "") -> Element:
    """The head of the column `name` as an address calls it; `look` is its class.

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
    return html.Th(link([heading, sign], href), scope="col", className=look or None, **kind)
