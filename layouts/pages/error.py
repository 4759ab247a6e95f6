"""Pages for what is not there or failed: each a sentence of its own, with ways on."""

from collections.abc import Sequence
from dataclasses import dataclass

from charts.addresses import BadParameterError
from layouts.parts import html, ids
from layouts.parts.components import link
from layouts.parts.html import Component
from wording.words import Words

WAYS = ("targets", "sources", "about")  # besides the overview


@dataclass(frozen=True, slots=True)
class Wrong:
    """What a page says that has nothing else to show; `more` leads on to what is known."""

    heading: str
    text: str
    more: Sequence[Component] = ()


def not_found(words: Words, what: str, code: str, known: Sequence[tuple[str, str]]) -> Wrong:
    """404: `what` is "page", "base", "indicator", "region", "source" or "release"."""
    ways = [html.Li(link(text, href)) for text, href in known]
    more = [html.P(words("error.known")), html.Ul(ways, className="plain known")] if ways else []
    return Wrong(words("error.404"), words(f"error.unknown_{what}", code=code), more)


def bad_parameter(words: Words, error: BadParameterError) -> Wrong:
    """400: names the parameter and says what is allowed."""
    text = words("error.parameter", name=error.name, value=error.value, known=error.known)
    return Wrong(words("error.400"), text)


def no_release(words: Words) -> Wrong:
    """Nothing was loaded yet."""
    return Wrong(words("error.empty"), words("error.empty.text"))


def unreadable(words: Words) -> Wrong:
    """The database cannot be read."""
    return Wrong(words("error.unreadable"), words("error.unreadable.text"))


def failed(words: Words, number: str) -> Wrong:
    """500: something nobody foresaw; `number` finds it in the log of the server."""
    return Wrong(words("error.500"), words("error.500.text", number=number))


def page(words: Words, wrong: Wrong, lang: str) -> Component:
    """The page that says so, with ways on.

    `lang` is what their addresses must say, empty where the site speaks it anyway.
    """
    query = f"?lang={lang}" if lang else ""
    ways = [_way(words("error.home"), f"/{query}")]
    ways += [_way(words(f"nav.{name}"), f"/{name}{query}") for name in WAYS]
    said = html.Div([html.H1(wrong.heading), html.P(wrong.text, className="lead")])
    parts = [
        html.Header(said, className="page-head"),
        html.Div(ways, className="ways"),
        *wrong.more,
    ]
    return html.Div(
        html.Div(parts, id=ids.RESULTS, className="results"),
        className="page error",
        lang="zh-CN" if words.lang == "zh" else "en",
    )


def _way(text: str, href: str) -> Component:
    return link(text, href, className="button")
