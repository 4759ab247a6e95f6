"""`/data/<indicator>.csv`: the figures of an indicator with their sources, as Excel reads them."""

from http import HTTPStatus

from flask import Flask, Response, request

from callbacks.site import Site
from exports.csv_table import observations_csv
from layouts import addresses
from layouts.addresses import BadParameterError
from store.snapshot import Filter, NoReleaseError


def register(server: Flask, site: Site) -> None:
    """Serve the downloads."""

    @server.get("/data/<indicator>.csv")
    def indicator_csv(indicator: str) -> Response:
        try:
            state = addresses.read(request.query_string.decode())
            view, facts = site.view(state, request.path)
        except (BadParameterError, NoReleaseError) as error:
            return Response(str(error), HTTPStatus.BAD_REQUEST, mimetype="text/plain")
        if indicator not in facts.catalogue.indicators:
            return Response(indicator, HTTPStatus.NOT_FOUND, mimetype="text/plain")
        where = Filter([indicator], state.region, state.from_, state.to, state.source)
        text = observations_csv(facts.observations(where), facts.catalogue, view.words)
        name = f"{indicator}_R{facts.release.number}.csv"
        return Response(
            text, mimetype="text/csv; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )  # fmt: skip
