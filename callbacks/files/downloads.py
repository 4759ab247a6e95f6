"""Files: the figures of an indicator, targets, projects and gaps, as Excel and WPS read them."""

from flask import Flask, Response

from callbacks import request_parts
from callbacks.errors import NotFound
from callbacks.files import responses
from callbacks.selection import gaps as selected_gaps
from callbacks.selection import projects as selected_projects
from callbacks.selection import template as selected_template
from callbacks.selection.targets import TAKES, selected
from callbacks.site import Site
from charts import addresses
from exports.tables.csv_table import observations_csv
from exports.tables.gap_table import gaps_xlsx
from exports.tables.project_table import projects_csv, projects_xlsx
from exports.tables.template import template_xlsx
from exports.tables.tracker_files import tracker_csv, tracker_xlsx
from store.snapshot import Filter
from wording import releases


def register(server: Flask, site: Site) -> None:
    """Serve the downloads."""

    @server.get("/data/<indicator>.csv")
    def indicator_csv(indicator: str) -> Response:
        return _observations(site, indicator)

    @server.get("/targets.csv")
    def targets_csv() -> Response:
        return _targets(site, "csv")

    @server.get("/targets.xlsx")
    def targets_xlsx() -> Response:
        return _targets(site, "xlsx")

    @server.get("/projects.csv")
    def csv_of_projects() -> Response:
        return _projects(site, "csv")

    @server.get("/projects.xlsx")
    def xlsx_of_projects() -> Response:
        return _projects(site, "xlsx")

    @server.get("/gaps.xlsx")
    def xlsx_of_gaps() -> Response:
        return _gaps(site)

    @server.get("/template/<base>.xlsx")
    def xlsx_to_fill_in(base: str) -> Response:
        return _template(site, base)


def _observations(site: Site, indicator: str) -> Response:
    view, release = request_parts.view(site, request_parts.state())
    if indicator not in release.catalogue.indicators:
        raise NotFound("indicator", indicator)
    state = view.state
    where = Filter([indicator], state.region, state.from_, state.to, state.source)
    mark = releases.withdrawn(release.info, view.words)
    text = observations_csv(release.observations(where), release.catalogue, view.words, mark)
    return responses.download(
        text, "csv", f"{indicator}_{releases.file_mark(release.info, view.words)}"
    )


def _targets(site: Site, kind: str) -> Response:
    view, release = request_parts.view(site, request_parts.state(TAKES))
    rows = selected(site, view, release)
    name = responses.file_name(
        view.words("targets.caption"), releases.file_mark(release.info, view.words)
    )
    if kind == "csv":
        return responses.download(tracker_csv(rows, view.context), kind, name)
    page = "/targets" + addresses.query(view.state)
    return responses.download(tracker_xlsx(rows, view.context, page), kind, name)


def _projects(site: Site, kind: str) -> Response:
    view, release = request_parts.view(site, request_parts.state(selected_projects.TAKES))
    rows = selected_projects.selected(view, release)
    name = responses.file_name(
        view.words("nav.projects"), releases.file_mark(release.info, view.words)
    )
    if kind == "csv":
        return responses.download(projects_csv(rows, view.context), kind, name)
    page = "/projects" + addresses.query(view.state)
    return responses.download(projects_xlsx(rows, view.context, page), kind, name)


def _gaps(site: Site) -> Response:
    view, release = request_parts.view(site, request_parts.state(selected_gaps.TAKES))
    rows = selected_gaps.selected(site, view, release)
    name = responses.file_name(view.words("nav.gaps"), releases.file_mark(release.info, view.words))
    page = "/gaps" + addresses.query(view.state)
    return responses.download(gaps_xlsx(rows, view.context, page), "xlsx", name)


def _template(site: Site, base: str) -> Response:
    view, release = request_parts.view(site, request_parts.state(selected_template.TAKES))
    state = view.state
    wanted = selected_template.wanted(release, base, state.period, state.region)
    template = selected_template.template(site, release, wanted, view.lang)
    named = view.words("template.file", base=release.catalogue.bases[base].short(view.lang))
    name = responses.file_name(named, wanted.periods[-1], *state.region)
    return responses.download(template_xlsx(template, view.context), "xlsx", name)
