"""`/report/<base>.docx`, `/report/region/<code>.docx`, and the documents of a basket."""

import json
from collections.abc import Callable
from dataclasses import replace
from http import HTTPStatus
from urllib.parse import quote

from flask import Flask, Response, request

from callbacks.errors import NotFound, known_codes
from callbacks.files.report_builders import Progress, base_report, basket_report, region_report
from callbacks.site import Site
from charts import addresses
from charts.addresses import BadParameterError, State
from exports.documents.report import Report
from exports.documents.report_docx import report_docx
from exports.documents.report_pptx import report_pptx
from exports.documents.report_xlsx import report_xlsx
from layouts.view import View
from store.snapshot import NoReleaseError, ReleaseData
from wording.words import LANGUAGES

OFFICE = "application/vnd.openxmlformats-officedocument."
WRITERS: dict[str, tuple[Callable[[Report], bytes], str]] = {
    "docx": (report_docx, f"{OFFICE}wordprocessingml.document"),
    "pptx": (report_pptx, f"{OFFICE}presentationml.presentation"),
    "xlsx": (report_xlsx, f"{OFFICE}spreadsheetml.sheet"),
}
# What has a report: where its codes are known, and what builds it.
THINGS = {"base": ("bases", base_report), "region": ("regions", region_report)}
MAX_TITLE = 120
MAX_CHARTS = 2**16  # characters of the form's list
Build = Callable[[View, ReleaseData], Report]


def register(server: Flask, site: Site) -> None:
    """Serve the reports."""

    @server.get("/report/<code>.<kind>")
    def of_base(code: str, kind: str) -> Response:
        return _answer(
            site, kind, lambda view, release: report_of(site, view, release, "base", code)
        )

    @server.get("/report/region/<code>.<kind>")
    def of_region(code: str, kind: str) -> Response:
        return _answer(
            site, kind, lambda view, release: report_of(site, view, release, "region", code)
        )

    @server.post("/report.<kind>")
    def of_basket(kind: str) -> Response:
        return _answer(site, kind, lambda view, _: _basket(site, view))


def report_of(
    site: Site,
    view: View,
    release: ReleaseData,
    what: str,
    code: str,
    step: Progress = lambda _: None,
) -> Report:
    """The report of a base or a region; raise `NotFound` for one that does not exist."""
    table, build = THINGS[what]
    if code not in getattr(view.catalogue, table):
        raise NotFound(what, code)
    return build(site, view, release, code, step)


def _answer(site: Site, kind: str, build: Build) -> Response:
    try:
        if kind not in WRITERS:
            raise BadParameterError("format", kind, ", ".join(WRITERS))
        state = addresses.read(request.query_string.decode("utf-8", "replace"))
        view, release = site.view(replace(state, lang=_language(state)), request.path)
        known_codes(view)
        report = build(view, release)
    except BadParameterError as error:
        text = f"{error.name}={error.value} ({error.known})"
        return Response(text, HTTPStatus.BAD_REQUEST, mimetype="text/plain")
    except NotFound as error:
        return Response(error.code, HTTPStatus.NOT_FOUND, mimetype="text/plain")
    except NoReleaseError as error:
        return Response(f"asof={error}", HTTPStatus.NOT_FOUND, mimetype="text/plain")
    return _file(report, kind, view)


def _language(state: State) -> str:
    typed = request.form.get("lang", "")
    return typed if typed in LANGUAGES else state.lang


def _basket(site: Site, view: View) -> Report:
    """The charts that the form sent, in its order."""
    text = request.form.get("charts", "")
    try:
        wanted = json.loads(text[:MAX_CHARTS])
        "".join(wanted).encode()  # strings, and such as can be said in an answer
    except (ValueError, TypeError, RecursionError):
        wanted = None
    if not isinstance(wanted, list):
        raise BadParameterError("charts", text[:80], '["/chart/…", …]')
    title = request.form.get("title", "")[:MAX_TITLE]
    return basket_report(site, view, title, wanted, lambda _: None)


def _file(report: Report, kind: str, view: View) -> Response:
    write, mimetype = WRITERS[kind]
    response = Response(write(report), content_type=mimetype)
    name = quote(f"{file_name(report, view)}.{kind}")
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
    return response


def file_name(report: Report, view: View) -> str:
    """The title and the release, without what file systems refuse."""
    text = f"{report.title}_R{view.context.release.number}"
    return "".join(sign if sign.isalnum() or sign in "_-()（）" else "_" for sign in text)
