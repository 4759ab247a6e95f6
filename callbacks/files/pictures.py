"""`/chart/<chart>.<format>`: a chart as a picture, as plotly's JSON, or as the rows it shows."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode, urlsplit

import orjson
from flask import Flask, Response, has_request_context, request

from callbacks import request_parts
from callbacks.errors import EmptyChart
from callbacks.files import responses
from callbacks.selection import named_chart
from callbacks.selection.named_chart import TAKES, Query, split
from callbacks.site import PictureAddress, Site
from charts import addresses
from charts.addresses import LASTING_NAMES, BadParameterError, State
from charts.chart import Chart
from exports.pictures.browser import Format
from exports.pictures.errors import UndrawnError
from exports.pictures.picture_cache import key
from exports.pictures.pictures import Options, options, picture
from exports.pictures.qr import with_qr
from exports.tables.csv_table import chart_csv
from indicators.records import Observation
from layouts.view import View
from store.standing import standing
from wording import formats, releases

PICTURES: tuple[Format, ...] = ("png", "svg", "pdf")
TABLES = ("json", "csv")
LOOPBACK = ("127.", "::1", "0.0.0.0")  # how hosts begin that no other machine reaches


def register(server: Flask, site: Site) -> None:
    """Serve the charts as files."""

    @server.get("/chart/<name>.<kind>")
    def chart_file(name: str, kind: str) -> Response:
        return _answer(site, name, kind)


def _answer(site: Site, name: str, kind: str) -> Response:
    if kind not in (*PICTURES, *TABLES):
        raise BadParameterError("format", kind, ", ".join([*PICTURES, *TABLES]))
    state, shape = _requested(kind)
    now, asked = standing(site.engine), f"{origin(site)} {request_parts.search()}"
    address = (name, kind, asked, state.asof or now.newest, now.withdrawals)
    kept = site.picture_names.get(address)
    data = site.pictures.get(kept[0]) if kept else None
    if kept and data is not None:
        return responses.shown(data, kind, kept[1])
    return _fresh(site, address, state, shape)


def _requested(kind: str) -> tuple[State, Query]:
    """The state of the chart, and what shapes its picture."""
    search = request_parts.search()
    if len(search) > addresses.MAX_QUERY:
        raise BadParameterError("?", search[:40] + "…", f"≤ {addresses.MAX_QUERY}")
    addresses.decoded(request_parts.path())
    of_chart, shape = split(search)
    if kind in TABLES and shape:
        raise BadParameterError(*shape[0], ", ".join(PICTURES))
    takes = (*LASTING_NAMES, *TAKES)
    return addresses.read(urlencode(of_chart), takes), shape


def _fresh(site: Site, address: PictureAddress, state: State, chosen: Query) -> Response:
    """Build what was not asked for before; remember where the picture lies."""
    name, kind, *_ = address
    drawn = next((picture for picture in PICTURES if picture == kind), None)
    shape = options(_single(chosen), drawn) if drawn else None
    chart = named_chart.chart(site, state, name, names_all=shape is not None)
    if chart.is_empty:
        raise EmptyChart(name)
    if chart.failed and kind != "csv":
        raise UndrawnError
    view, _ = site.view(state, request.path)
    title = file_name(view, chart)
    if shape is None:
        return responses.shown(_table(view, chart, kind), kind, title)
    code = proof(site, view, chart) if ("qr", "1") in chosen else ""
    data = made(site, view, chart, shape, code)
    site.picture_names.put(address, (picture_key(site, view, chart, shape, code), title))
    return responses.shown(data, kind, title)


def _single(chosen: Query) -> Mapping[str, str]:
    names = [name for name, _ in chosen]
    for name, value in chosen:
        if names.count(name) > 1:
            raise BadParameterError(name, value[:40], "1")
        if name == "qr" and value not in ("0", "1"):
            raise BadParameterError(name, value[:40], "0, 1")
    return {name: value for name, value in chosen if name != "qr"}


def _table(view: View, chart: Chart, kind: str) -> bytes:
    if kind == "csv":
        mark = releases.withdrawn(view.context.release, view.words)
        return chart_csv(chart.rows, view.catalogue, view.words, mark).encode()
    return orjson.dumps(chart.figure())


def made(site: Site, view: View, chart: Chart, shape: Options, code: str = "") -> bytes:
    """The picture from the cache, else made and kept; raise a `RefusalError` where there is none.

    `code` is the address of a QR code, empty for none.
    """
    name = picture_key(site, view, chart, shape, code)
    kept = site.pictures.get(name)
    if kept is not None:
        return kept
    figure = _printed(chart.figure(shape.laid_out))
    figure = with_qr(figure, code) if code else figure
    data = picture(site.browser, figure, shape, _fields(site, view, chart))
    site.pictures.put(name, data)
    return data


def _printed(figure: dict[str, Any]) -> dict[str, Any]:
    """The figure without what appears only on a click: nobody clicks on paper."""
    shown = [trace for trace in figure["data"] if trace.get("visible") != "legendonly"]
    return figure | {"data": shown}


def picture_key(site: Site, view: View, chart: Chart, shape: Options, code: str) -> str:
    """The name of a picture in the cache.

    The drawing itself is part of it, for another version of the program draws another one, and
    so is the address of the dashboard, which stands in the picture's papers.
    """
    drawn = hashlib.blake2b(orjson.dumps(chart.figure()), digest_size=16).hexdigest()
    parts = {"?": chart.parameters, "drawn": drawn, "lang": view.lang, "qr": code,
            "at": origin(site)}  # fmt: skip
    return key(chart.name, parts, view.context.release.number, shape)


def _fields(site: Site, view: View, chart: Chart) -> dict[str, str]:
    sources = (formats.source_short(source, view.words) for source in chart.sources)
    return {
        "Title": chart.title,
        "Source": view.words("foot.join").join(sources),
        "Address": origin(site) + chart.address,
        "Release": str(view.context.release.number),
        "Passport": chart.passport,
    }


def proof(site: Site, view: View, chart: Chart) -> str:
    """The address that tells whether a picture is genuine, with what it was made from."""
    state = addresses.query(_frozen(chart.state, view.context.release.number))
    query = f"passport={chart.passport}&chart={chart.name}"
    return f"{origin(site)}/verify?{query}&{state.removeprefix('?')}"


def _frozen(state: State, release: int) -> State:
    return replace(state, asof=release, lang="")


def origin(site: Site) -> str:
    """The public address of the dashboard: the setting, else the address that was asked."""
    host = request.host_url if has_request_context() else ""
    return (site.settings.public_url or host).rstrip("/")


def public(site: Site) -> str:
    """The public address by the setting; empty without one, and for one of this machine only."""
    address = site.settings.public_url.rstrip("/")
    host = (urlsplit(address).hostname or "").lower()
    return "" if host == "localhost" or host.startswith(LOOPBACK) else address


def file_name(view: View, chart: Chart) -> str:
    """Title, years and release, such as 原煤产量_贵州_2015-2025_R7: a name without an ending."""
    years = sorted({row.period[:4] for row in chart.rows if isinstance(row, Observation)})
    span = "-".join(dict.fromkeys((years[0], years[-1]))) if years else ""
    parts = chart.title.split(view.words("list.join"))
    return responses.file_name(*parts, span, releases.file_mark(view.context.release, view.words))
