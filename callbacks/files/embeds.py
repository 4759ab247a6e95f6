"""`/embed/<chart>`: one chart without the frame, for the pages of others."""

from collections.abc import Callable

from flask import Flask, Response

from callbacks import request_parts
from callbacks.files.embed_document import frame, respond
from callbacks.selection.named_chart import TAKES
from callbacks.site import Site
from charts.addresses import State
from charts.chart import Chart
from exports.pictures.embed import embed_page, message_page
from exports.pictures.errors import UndrawnError

ChartBuilder = Callable[[Site, State, str], Chart]


def register(server: Flask, site: Site, build: ChartBuilder) -> None:
    """Serve the embeds; `build` makes the chart of a name and of the state of an address."""

    @server.get("/embed/<name>")
    def embed(name: str) -> Response:
        state, words = request_parts.state(TAKES), request_parts.language(site.settings)
        chart = build(site, state, name)
        around = frame(chart.title, state, words)
        if chart.failed:
            raise UndrawnError
        if chart.is_empty:
            document = message_page(words("chart.empty"), around, words)
        else:
            document = embed_page(chart.figure(), chart.sentence, around, words)
        return respond(site.settings, document)
