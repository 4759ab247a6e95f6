"""Pages for what is not there or failed: each a sentence of its own, with ways on.

`lang` is what the addresses of the ways must say, empty where the site speaks it anyway.
"""

from collections.abc import Sequence

from layouts import html, ids
from layouts.addresses import BadParameterError
from layouts.components import link
from layouts.html import Component
from translations import Words

WAYS = ("targets", "sources", "about")  # besides the overview


def not_found(
    words: Words, lang: str, what: str, code: str, known: Sequence[tuple[str, str]]
) -> Component:
    """404: `what` is "page", "base", "indicator", "region", "source" or "release"."""
    ways = [html.Li(link(text, href)) for text, href in known]
    more = [html.P(words("error.known")), html.Ul(ways, className="plain known")] if ways else []
    return _page(words, lang, words("error.404"), words(f"error.unknown_{what}", code=code), more)


def bad_parameter(words: Words, lang: str, error: BadParameterError) -> Component:
    """400: names the parameter and says what is allowed."""
    text = words("error.parameter", name=error.name, value=error.value, known=error.known)
    return _page(words, lang, words("error.400"), text, [])


def no_release(words: Words, lang: str) -> Component:
    """Nothing was loaded yet."""
    return _page(words, lang, words("error.empty"), words("error.empty.text"), [])


def unreadable(words: Words, lang: str) -> Component:
    """The database cannot be read."""
    return _page(words, lang, words("error.unreadable"), words("error.unreadable.text"), [])


def failed(words: Words, lang: str, number: str) -> Component:
    """500: something nobody foresaw; `number` finds it in the log of the server."""
    return _page(words, lang, words("error.500"), words("error.500.text", number=number), [])


def _page(words: Words, lang: str, heading: str, text: str, more: Sequence[Component]) -> Component:
    query = f"?lang={lang}" if lang else ""
    ways = [_way(words("error.home"), f"/{query}")]
    ways += [_way(words(f"nav.{name}"), f"/{name}{query}") for name in WAYS]
    head = html.Header(html.Div([html.H1(heading), html.P(text, className="lead")]),
                       className="page-head")  # fmt: skip
    return html.Div(
        html.Div(
            [head, html.Div(ways, className="ways"), *more], id=ids.RESULTS, className="results"
        ),
        className="page error",
        lang="zh-CN" if words.lang == "zh" else "en",
    )


def _way(text: str, href: str) -> Component:
    return link(text, href, className="button")
