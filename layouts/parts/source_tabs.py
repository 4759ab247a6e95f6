"""The way between the pages on where the data come from: plain links under their heading."""

from layouts.parts import html
from layouts.parts.components import aria, link
from layouts.parts.html import Element
from layouts.view import View

PAGES = ("sources", "conflicts", "gaps", "releases")


def tabs(view: View) -> Element:
    """Links to the four pages; that of the page itself is marked."""
    return html.Nav(
        html.Ul([html.Li(_tab(view, f"/{page}", page)) for page in PAGES], className="contents"),
        className="tabs",
        **aria(label=view.words("sources.tabs")),
    )


def _tab(view: View, path: str, page: str) -> Element:
    here = aria(current="page") if view.path == path else {}
    return link(view.words(f"tab.{page}"), view.href(path), **here)
