"""The projects that a page shows as files: CSV, and a workbook with every report behind them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from exports.tables.cells import (
    CODE,
    COUNT,
    NAME,
    QUANTITY,
    TITLE,
    Cell,
    Table,
    TableColumn,
    table,
)
from exports.tables.csv_table import csv_text, release_mark
from exports.tables.sheets import Properties, made_from, workbook
from indicators.projects import ProjectHistory
from indicators.records import Project
from wording import formats, projects
from wording.context import Context
from wording.releases import withdrawn


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """A project, or one `report` of it, in the language of a file."""

    project: ProjectHistory
    report: Project
    context: Context

    @property
    def sized(self) -> Project | None:
        """The report that its capacity is of."""
        return self.project.sized

    @property
    def funded(self) -> Project | None:
        """The report that its investment is of."""
        return self.project.funded


def project_table(rows: Iterable[ProjectHistory], context: Context) -> Table:
    """Return one row a project."""
    things = [ProjectRow(row, row.newest, context) for row in rows]
    return _table("projects", PROJECTS, things, context)


def report_table(rows: Iterable[ProjectHistory], context: Context) -> Table:
    """Return one row a report, the first one of each project first."""
    things = [ProjectRow(row, each, context) for row in rows for each in reversed(row.reports)]
    return _table("reports", REPORTS, things, context)


def projects_csv(rows: Iterable[ProjectHistory], context: Context) -> str:
    """Return the projects as CSV."""
    filled = project_table(rows, context)
    mark = release_mark(withdrawn(context.release, context.words), context.words)
    return csv_text(filled.headings, filled.rows, mark)


def projects_xlsx(rows: Sequence[ProjectHistory], context: Context, address: str) -> bytes:
    """Return the projects as a workbook; the same ones of a release give the same bytes."""
    words, release = context.words, context.release
    said = made_from(release, address, words)
    created = release.utc
    tables = (project_table(rows, context), report_table(rows, context))
    return workbook(tables, Properties(words("nav.projects"), said, created))


def _table(
    name: str,
    columns: Sequence[TableColumn[ProjectRow]],
    things: Iterable[ProjectRow],
    context: Context,
) -> Table:
    words = context.words
    return table(
        words(f"project_sheet.{name}"), columns, lambda key: words(f"project_column.{key}"),
        things, frozen=2,
    )  # fmt: skip


def _number(text: str) -> Cell:
    return Decimal(text) if text else None


def _region(row: ProjectRow) -> str:
    return row.context.catalogue.regions[row.report.region].name(row.context.words.lang)


def _base(row: ProjectRow) -> str:
    return row.context.catalogue.bases[row.report.base].short(row.context.words.lang)


def _publisher(row: ProjectRow) -> str:
    source = row.report.source
    return formats.publisher(source, row.context.words) if source else ""


WHERE: tuple[TableColumn[ProjectRow], ...] = (
    TableColumn("id", CODE, lambda r: r.report.id),
    TableColumn("name", TITLE, lambda r: r.report.name(r.context.words.lang)),
    TableColumn("base", NAME, _base),
    TableColumn("region", NAME, _region),
)
WHENCE: tuple[TableColumn[ProjectRow], ...] = (
    TableColumn("title", TITLE, lambda r: r.report.source.title if r.report.source else ""),
    TableColumn("publisher", NAME, _publisher),
    TableColumn("url", TITLE, lambda r: r.report.source.link if r.report.source else ""),
    TableColumn("note", TITLE, lambda r: r.report.note(r.context.words.lang)),
)
PROJECTS: tuple[TableColumn[ProjectRow], ...] = (
    *WHERE,
    TableColumn("stage", NAME, lambda r: projects.stage(r.project, r.context)),
    TableColumn("year", CODE, lambda r: r.report.year),
    TableColumn("capacity", QUANTITY, lambda r: _number(r.sized.capacity) if r.sized else None),
    TableColumn("unit", CODE, lambda r: r.sized.unit if r.sized else ""),
    TableColumn("capacity_year", CODE, lambda r: r.sized.year if r.sized else ""),
    TableColumn(
        "investment", QUANTITY, lambda r: _number(r.funded.investment) if r.funded else None
    ),
    TableColumn("investment_year", CODE, lambda r: r.funded.year if r.funded else ""),
    TableColumn("reports", COUNT, lambda r: Decimal(len(r.project.reports))),
    TableColumn("history", TITLE, lambda r: projects.history(r.project, r.context.words)),
    *WHENCE,
)
REPORTS: tuple[TableColumn[ProjectRow], ...] = (
    *WHERE,
    TableColumn("stage", NAME, lambda r: r.context.words(f"stage.{r.report.stage}")),
    TableColumn("year", CODE, lambda r: r.report.year),
    TableColumn("capacity", QUANTITY, lambda r: _number(r.report.capacity)),
    TableColumn("unit", CODE, lambda r: r.report.unit),
    TableColumn("investment", QUANTITY, lambda r: _number(r.report.investment)),
    *WHENCE,
)
