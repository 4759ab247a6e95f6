"""`/chart/<chart>.<format>`: a chart as a picture, as plotly's JSON, or as the rows it shows."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from http import HTTPStatus
from typing import Any
from urllib.parse import quote, urlencode

import orjson
from flask import Flask, Response, has_request_context, request

from callbacks.errors import NotFound
from callbacks.selection.named_chart import Query, chart, split
from callbacks.site import PictureAddress, Site
from charts import addresses
from charts.addresses import BadParameterError, State
from charts.chart import Chart
from exports.pictures.browser import Format
from exports.pictures.errors import OptionError, RefusalError, message
from exports.pictures.picture_cache import key
from exports.pictures.pictures import Options, options, picture
from exports.pictures.qr import with_qr
from exports.tables.csv_table import chart_csv
from indicators.records import Observation
from layouts.view import View
from store.snapshot import NoReleaseError, current
from wording import formats
from wording.words import LANGUAGES, words

PICTURES: dict[Format, str] = {
    "png": "image/png",
    "svg": "image/svg+xml",
    "pdf": "application/pdf",
}
TABLES = {"json": "application/json", "csv": "text/csv; charset=utf-8"}
TYPES: dict[str, str] = {**dict(PICTURES.items()), **TABLES}
FOR_EVER = "public, max-age=31536000, immutable"


def register(server: Flask, site: Site) -> None:
    """Serve the charts as files."""

    @server.get("/chart/<name>.<kind>")
    def chart_file(name: str, kind: str) -> Response:
        try:
            return _answer(site, name, kind)
        except BadParameterError as error:
            text = f"{error.name}={error.value} ({error.known})"
            return _said(HTTPStatus.BAD_REQUEST, text)
        except OptionError as error:
            return _said(HTTPStatus.BAD_REQUEST, _both(error))
        except NotFound as error:
            return _said(HTTPStatus.NOT_FOUND, error.code)
        except NoReleaseError as error:
            return _said(HTTPStatus.NOT_FOUND, f"asof={error}")
        except RefusalError as error:
            return _unavailable(error)


def _answer(site: Site, name: str, kind: str) -> Response:
    if kind not in (*PICTURES, *TABLES):
        raise BadParameterError("format", kind, ", ".join([*PICTURES, *TABLES]))
    search = request.query_string.decode("utf-8", "replace")
    if len(search) > addresses.MAX_QUERY:
        raise BadParameterError("?", search[:40] + "…", f"≤ {addresses.MAX_QUERY}")
    asked, chosen = split(search)
    if kind in TABLES and chosen:
        raise BadParameterError(chosen[0][0], chosen[0][1], ", ".join(PICTURES))
    state = addresses.read(urlencode(asked))
    known = (name, kind, f"{origin(site)} {search}", state.asof or current(site.engine))
    kept = site.picture_names.get(known)
    data = site.pictures.get(kept[0]) if kept else None
    if kept and data is not None:
        return _file(data, kind, kept[1], is_fixed=bool(state.asof))
    return _fresh(site, name, kind, state, chosen, known)


def _fresh(
    site: Site, name: str, kind: str, state: State, chosen: Query, known: PictureAddress
) -> Response:
    """Build what was not asked for before; remember where the picture lies."""
    drawn = next((picture for picture in PICTURES if picture == kind), None)
    shape = options(_single(chosen), drawn) if drawn else None
    found = chart(site, state, name, names_all=shape is not None)
    if found.drawing is None:
        raise NotFound("chart", "\n".join(words(lang)("chart.empty") for lang in LANGUAGES))
    view, _ = site.view(state, request.path)
    title = f"{file_name(view, found)}.{kind}"
    if shape is None:
        return _file(_table(view, found, kind), kind, title, is_fixed=bool(state.asof))
    code = proof(site, view, found) if ("qr", "1") in chosen else ""
    data = made(site, view, found, shape, code)
    site.picture_names.put(known, (picture_key(site, view, found, shape, code), title))
    return _file(data, kind, title, is_fixed=bool(state.asof))


def _single(chosen: Query) -> Mapping[str, str]:
    names = [name for name, _ in chosen]
    for name, value in chosen:
        if names.count(name) > 1:
            raise BadParameterError(name, value[:40], "1")
        if name == "qr" and value not in ("0", "1"):
            raise BadParameterError(name, value[:40], "0, 1")
    return {name: value for name, value in chosen if name != "qr"}


def _table(view: View, found: Chart, kind: str) -> bytes:
    if kind == "csv":
        return chart_csv(found.proven, view.catalogue, view.words).encode()
    assert found.drawing is not None
    return orjson.dumps(found.drawing.figure)


def made(site: Site, view: View, found: Chart, shape: Options, code: str = "") -> bytes:
    """The picture from the cache, else made and kept; raise a `RefusalError` where there is none.

    `code` is the address of a QR code, empty for none.
    """
    assert found.drawing is not None
    name = picture_key(site, view, found, shape, code)
    kept = site.pictures.get(name)
    if kept is not None:
        return kept
    figure = _printed(found.drawing.figure)
    figure = with_qr(figure, code) if code else figure
    data = picture(site.browser, figure, shape, _fields(site, view, found))
    site.pictures.put(name, data)
    return data


def _printed(figure: dict[str, Any]) -> dict[str, Any]:
    """The figure without what appears only on a click: nobody clicks on paper."""
    shown = [trace for trace in figure["data"] if trace.get("visible") != "legendonly"]
    return figure | {"data": shown}


def picture_key(site: Site, view: View, found: Chart, shape: Options, code: str) -> str:
    """The name of a picture in the cache.

    The drawing itself is part of it, for another version of the program draws another one, and
    so is the address of the dashboard, which stands in the picture's papers.
    """
    assert found.drawing is not None
    drawn = hashlib.blake2b(orjson.dumps(found.drawing.figure), digest_size=16).hexdigest()
    said = {"?": found.parameters, "drawn": drawn, "lang": view.lang, "qr": code,
            "at": origin(site)}  # fmt: skip
    return key(found.chart, said, view.context.release.number, shape)


def _fields(site: Site, view: View, found: Chart) -> dict[str, str]:
    sources = (formats.source_short(source, view.words) for source in found.sources)
    return {
        "Title": found.title,
        "Source": view.words("foot.join").join(sources),
        "Address": origin(site) + found.address,
        "Release": str(view.context.release.number),
        "Passport": found.passport,
    }


def proof(site: Site, view: View, found: Chart) -> str:
    """The address that tells whether a picture is genuine, with what it was made from."""
    state = addresses.query(_frozen(found.state, view.context.release.number))
    asked = f"passport={found.passport}&chart={found.chart}"
    return f"{origin(site)}/verify?{asked}&{state.removeprefix('?')}"


def _frozen(state: State, release: int) -> State:
    return replace(state, asof=release, lang="")


def origin(site: Site) -> str:
    """The public address of the dashboard: the setting, else the address that was asked."""
    asked = request.host_url if has_request_context() else ""
    return (site.settings.public_url or asked).rstrip("/")


def _file(content: bytes, kind: str, title: str, *, is_fixed: bool) -> Response:
    response = Response(content, content_type=TYPES[kind])
    response.set_etag(hashlib.blake2b(content, digest_size=12).hexdigest())
    response.headers["Cache-Control"] = FOR_EVER if is_fixed else "no-cache"
    response.headers["Content-Disposition"] = f"inline; filename*=UTF-8''{quote(title)}"
    response.make_conditional(request)
    return response


def file_name(view: View, found: Chart) -> str:
    """原煤产量_贵州_2015-2025_R7: title, years and release, without what file systems refuse."""
    years = sorted({row.period[:4] for row in found.rows if isinstance(row, Observation)})
    span = "-".join(dict.fromkeys((years[0], years[-1]))) if years else ""
    parts = (*found.title.split(view.words("list.join")), span,
             f"R{view.context.release.number}")  # fmt: skip
    plain = "_".join(part for part in parts if part)
    return "".join(sign if sign.isalnum() or sign in "_-()（）" else "_" for sign in plain)


def _unavailable(error: RefusalError) -> Response:
    """503 with what to install or when to come back."""
    response = _said(HTTPStatus.SERVICE_UNAVAILABLE, _both(error))
    if error.retry_after:
        response.headers["Retry-After"] = str(error.retry_after)
    return response


def _both(error: RefusalError) -> str:
    """In both languages: who reads it may be the operator."""
    return "\n".join(message(error, words(lang)) for lang in LANGUAGES)


def _said(status: HTTPStatus, text: str) -> Response:
    return Response(text, status, mimetype="text/plain")
