"""Files: the figures of an indicator and the targets of the tracker, as Excel and WPS read them."""

from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import quote

from flask import Flask, Response, request

from callbacks.errors import NotFound, known_codes
from callbacks.selection.targets import selected
from callbacks.site import Site
from charts import addresses
from charts.addresses import BadParameterError
from exports.tables.csv_table import observations_csv
from exports.tables.tracker_files import tracker_csv, tracker_xlsx
from layouts.view import View
from store.snapshot import Filter, NoReleaseError, ReleaseData

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

Build = Callable[[View, ReleaseData], Response]


def register(server: Flask, site: Site) -> None:
    """Serve the downloads."""

    @server.get("/data/<indicator>.csv")
    def indicator_csv(indicator: str) -> Response:
        return _answer(site, lambda view, release: _figures(view, release, indicator))

    @server.get("/targets.csv")
    def targets_csv() -> Response:
        return _answer(site, lambda view, release: _targets(site, view, release, "csv"))

    @server.get("/targets.xlsx")
    def targets_xlsx() -> Response:
        return _answer(site, lambda view, release: _targets(site, view, release, "xlsx"))


def _answer(site: Site, build: Build) -> Response:
    """Build the file that the address asks for, or say what is wrong with the address."""
    try:
        state = addresses.read(request.query_string.decode())
        view, release = site.view(state, request.path)
        known_codes(view)
        return build(view, release)
    except BadParameterError as error:
        return Response(str(error), HTTPStatus.BAD_REQUEST, mimetype="text/plain")
    except NoReleaseError as error:
        return Response(f"asof={error}", HTTPStatus.NOT_FOUND, mimetype="text/plain")
    except NotFound as error:
        return Response(error.code, HTTPStatus.NOT_FOUND, mimetype="text/plain")


def _figures(view: View, release: ReleaseData, indicator: str) -> Response:
    if indicator not in release.catalogue.indicators:
        raise NotFound("indicator", indicator)
    state = view.state
    where = Filter([indicator], state.region, state.from_, state.to, state.source)
    text = observations_csv(release.observations(where), release.catalogue, view.words)
    return _file(text, CSV, f"{indicator}_R{release.info.number}.csv")


def _targets(site: Site, view: View, release: ReleaseData, kind: str) -> Response:
    rows = selected(site, view, release)
    name = f"{view.words('targets.caption')}_R{release.info.number}.{kind}"
    if kind == "csv":
        return _file(tracker_csv(rows, view.context), CSV, name)
    page = "/targets" + addresses.query(view.state)
    return _file(tracker_xlsx(rows, view.context, page), XLSX, name)


def _file(content: str | bytes, mimetype: str, name: str) -> Response:
    response = Response(content, content_type=mimetype)
    # A Chinese name goes out percent-encoded (RFC 5987).
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return response
