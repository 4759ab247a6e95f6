"""Pages for what is not there: each a sentence of its own, with a way on."""

from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from layouts.addresses import BadParameterError
from translations import Words


def not_found(words: Words, what: str, code: str, known: Sequence[tuple[str, str]]) -> Component:
    """404: `what` is "page", "base", "indicator", "region", "source" or "release"."""
    ways = [html.Li(dcc.Link(text, href=href)) for text, href in known]
    return _page(words, words("error.404"), words(f"error.unknown_{what}", code=code), [
        html.P(words("error.known")), html.Ul(ways, className="plain known"),
    ])  # fmt: skip


def bad_parameter(words: Words, error: BadParameterError) -> Component:
    """400: names the parameter and says what is allowed."""
    text = words("error.parameter", name=error.name, value=error.value, known=error.known)
    return _page(words, words("error.400"), text, [])


def no_release(words: Words) -> Component:
    """Nothing was loaded yet."""
    return _page(words, words("error.empty"), words("error.empty.text"), [])


def unreadable(words: Words) -> Component:
    """The database cannot be read."""
    return _page(words, words("error.unreadable"), words("error.unreadable.text"), [])


def _page(words: Words, heading: str, text: str, more: list[Component]) -> Component:
    home = dcc.Link(words("error.home"), href="/" if words.lang == "zh" else "/?lang=en")
    return html.Div(
        [html.H1(heading), html.P(text, className="lead"), *more, html.P(home),
         html.Div(id="page-results")],
        className="page error",
    )  # fmt: skip
