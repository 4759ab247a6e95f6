"""Files: the figures of an indicator and the targets of the tracker, as Excel and WPS read them."""

from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import quote

from flask import Flask, Response, request

from callbacks.known import UnknownError, known_codes
from callbacks.pages.targets import selected
from callbacks.site import Site
from exports.csv_table import observations_csv
from exports.tracker_files import tracker_csv, tracker_xlsx
from layouts import addresses
from layouts.addresses import BadParameterError
from layouts.view import View
from store.snapshot import Filter, NoReleaseError, Snapshot

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

Build = Callable[[View, Snapshot], Response]


def register(server: Flask, site: Site) -> None:
    """Serve the downloads."""

    @server.get("/data/<indicator>.csv")
    def indicator_csv(indicator: str) -> Response:
        return _answer(site, lambda view, facts: _figures(view, facts, indicator))

    @server.get("/targets.csv")
    def targets_csv() -> Response:
        return _answer(site, lambda view, facts: _targets(site, view, facts, "csv"))

    @server.get("/targets.xlsx")
    def targets_xlsx() -> Response:
        return _answer(site, lambda view, facts: _targets(site, view, facts, "xlsx"))


def _answer(site: Site, build: Build) -> Response:
    """Build the file that the address asks for, or say what is wrong with the address."""
    try:
        state = addresses.read(request.query_string.decode())
        view, facts = site.view(state, request.path)
        known_codes(view)
        return build(view, facts)
    except BadParameterError as error:
        return Response(str(error), HTTPStatus.BAD_REQUEST, mimetype="text/plain")
    except NoReleaseError as error:
        return Response(f"asof={error}", HTTPStatus.NOT_FOUND, mimetype="text/plain")
    except UnknownError as error:
        return Response(error.code, HTTPStatus.NOT_FOUND, mimetype="text/plain")


def _figures(view: View, facts: Snapshot, indicator: str) -> Response:
    if indicator not in facts.catalogue.indicators:
        raise UnknownError("indicator", indicator)
    state = view.state
    where = Filter([indicator], state.region, state.from_, state.to, state.source)
    text = observations_csv(facts.observations(where), facts.catalogue, view.words)
    return _file(text, CSV, f"{indicator}_R{facts.release.number}.csv")


def _targets(site: Site, view: View, facts: Snapshot, kind: str) -> Response:
    rows = selected(site, view, facts)
    name = f"{view.words('targets.caption')}_R{facts.release.number}.{kind}"
    if kind == "csv":
        return _file(tracker_csv(rows, view.context), CSV, name)
    page = "/targets" + addresses.query(view.state)
    return _file(tracker_xlsx(rows, view.context, page), XLSX, name)


def _file(content: str | bytes, mimetype: str, name: str) -> Response:
    response = Response(content, content_type=mimetype)
    # A Chinese name goes out percent-encoded (RFC 5987).
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return response
