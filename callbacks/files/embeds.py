"""`/embed/<chart>`: one chart without the frame, for the pages of others."""

import logging
from collections.abc import Callable
from http import HTTPStatus
from typing import Protocol

from flask import Flask, Response, request

from callbacks.assets import asset
from callbacks.errors import NotFound
from callbacks.site import Site
from charts import addresses
from charts.addresses import BadParameterError, State
from exports.pictures.embed import ASSETS, Frame, embed_page, message_page
from figures.drawing import Drawing
from store.engine import DatabaseError
from store.snapshot import NoReleaseError
from wording.words import LANGUAGES, Words, words

log = logging.getLogger(__name__)

# An embed loads from here alone. Plotly sets styles of elements.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors {ancestors}"
)


class Embedded(Protocol):
    """A chart as far as an embed shows it."""

    @property
    def title(self) -> str: ...

    @property
    def drawing(self) -> Drawing | None: ...


Build = Callable[[Site, State, str], Embedded]


def register(server: Flask, site: Site, build: Build) -> None:
    """Serve the embeds; `build` makes the chart of a name and of the state of an address."""
    policy = POLICY.format(ancestors=" ".join(["'self'", *site.settings.embed_origins]))

    @server.get("/embed/<chart>")
    def embed(chart: str) -> Response:
        language = words(_language(site))
        text, status = _document(site, build, chart, language)
        response = Response(text, status, content_type="text/html; charset=utf-8")
        response.headers["Content-Security-Policy"] = policy
        response.headers["Cache-Control"] = "no-cache"
        response.add_etag()
        response.make_conditional(request)
        return response


def _language(site: Site) -> str:
    """The language of an address, even of one that is otherwise wrong."""
    asked = request.args.get("lang", "")
    return asked if asked in LANGUAGES else site.settings.lang


def _document(site: Site, build: Build, chart: str, language: Words) -> tuple[str, HTTPStatus]:
    """The chart, or the sentence that says why there is none."""
    try:
        state = addresses.read(request.query_string.decode())
        found = build(site, state, chart)
    except (BadParameterError, NotFound, NoReleaseError, DatabaseError) as error:
        text, status = _problem(error, language)
        return message_page(text, _frame("", State(lang=language.lang), language), language), status
    frame = _frame(found.title, state, language)
    if found.drawing is None:
        return message_page(language("chart.empty"), frame, language), HTTPStatus.OK
    return embed_page(found.drawing, frame, language), HTTPStatus.OK


def _problem(error: Exception, say: Words) -> tuple[str, HTTPStatus]:
    if isinstance(error, BadParameterError):
        text = say("error.parameter", name=error.name, value=error.value, known=error.known)
        return text, HTTPStatus.BAD_REQUEST
    if isinstance(error, NotFound):
        return say("embed.unknown", code=error.code), HTTPStatus.NOT_FOUND
    if isinstance(error, NoReleaseError) and error.args:
        return say("error.unknown_release", code=error.args[0]), HTTPStatus.NOT_FOUND
    log.warning("an embed cannot be drawn: %r", error)
    key = "error.empty.text" if isinstance(error, NoReleaseError) else "error.unreadable.text"
    return say(key), HTTPStatus.SERVICE_UNAVAILABLE


def _frame(title: str, state: State, language: Words) -> Frame:
    return Frame(
        title=title or language("product.name"),
        page=addresses.page_of(state),
        assets={name: asset(name) for name in ASSETS},
    )
