"""`/report/<base>.docx`, `/report/region/<code>.docx`, and the documents of a basket."""

import json
from collections.abc import Callable
from dataclasses import replace

from flask import Flask, Response, request

from callbacks import request_parts
from callbacks.errors import NotFound
from callbacks.files import responses
from callbacks.files.report_builders import Progress, base_report, basket_report, region_report
from callbacks.site import Site
from charts.addresses import BadParameterError, State
from exports.documents.report import Report
from exports.documents.report_docx import report_docx
from exports.documents.report_pptx import report_pptx
from exports.documents.report_xlsx import report_xlsx
from layouts.view import View
from store.snapshot import ReleaseData
from wording import releases
from wording.words import LANGUAGES

WRITERS: dict[str, Callable[[Report], bytes]] = {
    "docx": report_docx,
    "pptx": report_pptx,
    "xlsx": report_xlsx,
}
# What has a report: where its codes are known, and what builds it.
THINGS = {"base": ("bases", base_report), "region": ("regions", region_report)}
MAX_TITLE = 120
MAX_CHARTS = 2**16  # characters of the form's list
ReportBuilder = Callable[[View, ReleaseData], Report]


def register(server: Flask, site: Site) -> None:
    """Serve the reports of bases, of regions, and of the charts that a reader put by."""

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


def _answer(site: Site, kind: str, build: ReportBuilder) -> Response:
    if kind not in WRITERS:
        raise BadParameterError("format", kind, ", ".join(WRITERS))
    state = request_parts.state()
    view, release = request_parts.view(site, replace(state, lang=_language(state)))
    report = build(view, release)
    return responses.download(WRITERS[kind](report), kind, file_name(report, view))


def _language(state: State) -> str:
    typed = request.form.get("lang", "")
    return typed if typed in LANGUAGES else state.lang


def _basket(site: Site, view: View) -> Report:
    """The charts that the form sent, in its order."""
    text = request.form.get("charts", "")
    try:
        chart_addresses = json.loads(text[:MAX_CHARTS])
        "".join(chart_addresses).encode()  # strings, and such as can be said in an answer
    except (ValueError, TypeError, RecursionError):
        chart_addresses = None
    if not isinstance(chart_addresses, list):
        raise BadParameterError("charts", text[:80], '["/chart/…", …]')
    title = request.form.get("title", "")[:MAX_TITLE]
    return basket_report(site, view, title, chart_addresses, lambda _: None)


def file_name(report: Report, view: View) -> str:
    """The name of a file without its ending: the title and the release."""
    return responses.file_name(report.title, releases.file_mark(view.context.release, view.words))
