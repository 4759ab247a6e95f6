"""Pages for what is not there or failed: each a sentence of its own, with links on."""

from collections.abc import Sequence
from dataclasses import dataclass

from layouts.parts import html, ids
from layouts.parts.components import link
from layouts.parts.html import Element
from wording.words import TAGS, Words

LINKS = ("targets", "sources", "about")  # besides the overview


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """Heading and sentence of an error; `existing` are addresses and names of what does exist."""

    heading: str
    text: str
    existing: Sequence[tuple[str, str]] = ()


def page(words: Words, error: ErrorPage, lang: str) -> Element:
    """The page of an error, with links to other pages.

    `lang` is the language that their addresses name, empty for that of the site.
    """
    query = f"?lang={lang}" if lang else ""
    links = [_button(words("error.home"), f"/{query}")]
    links += [_button(words(f"nav.{name}"), f"/{name}{query}") for name in LINKS]
    heading = html.Div([html.H1(error.heading), html.P(error.text, className="lead")])
    parts = [
        html.Header(heading, className="page-head"),
        html.Div(links, className="ways"),
        *_existing(words, error),
    ]
    return html.Div(
        html.Div(parts, id=ids.RESULTS, className="results"),
        className="page error",
        lang=TAGS[words.lang],
    )


def _existing(words: Words, error: ErrorPage) -> list[Element]:
    items = [html.Li(link(text, href)) for href, text in error.existing]
    if not items:
        return []
    return [html.P(words("error.known")), html.Ul(items, className="plain known")]


def _button(text: str, href: str) -> Element:
    return link(text, href, className="button")
