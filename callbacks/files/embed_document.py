"""The document of an embed as it is sent: its frame, and who may frame it."""

from http import HTTPStatus

from flask import Response

from callbacks.assets import asset
from callbacks.files import responses
from callbacks.settings import Settings
from charts import addresses
from charts.addresses import State
from exports.pictures.embed import ASSETS, Frame, message_page
from wording.words import Words

# An embed loads from here alone. Plotly sets styles of elements.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors {ancestors}"
)


def respond(settings: Settings, text: str, status: HTTPStatus = HTTPStatus.OK) -> Response:
    """Send a document with the rules of embeds; what went wrong is not kept."""
    kept = responses.ASK_AGAIN if status == HTTPStatus.OK else responses.NOT_KEPT
    response = responses.body(text, "html", status, kept)
    ancestors = " ".join(["'self'", *settings.embed_origins])
    response.headers["Content-Security-Policy"] = POLICY.format(ancestors=ancestors)
    return response


def refuse(settings: Settings, text: str, status: HTTPStatus, words: Words) -> Response:
    """Send the document that says why there is no chart."""
    document = message_page(text, frame("", State(lang=words.lang), words), words)
    return respond(settings, document, status)


def frame(title: str, state: State, words: Words) -> Frame:
    """The frame of a chart of that title (empty: the product's name) and state."""
    return Frame(
        title=title or words("product.name"),
        page=addresses.page_of(state),
        assets={name: asset(name) for name in ASSETS},
    )
