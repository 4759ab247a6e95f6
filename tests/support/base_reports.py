"""The reports of all bases from the real figures, and what they hold."""

from callbacks.files.report_builders import base_report
from callbacks.site import Site
from charts.addresses import State
from exports.documents.report import Picture, Report, Table
from exports.documents.report_order import Numbered, chapters

BASES = ("coal", "baijiu", "batteries", "compute", "resources", "backup", "economy")


def report_of(site: Site, base: str) -> Report:
    view, release = site.view(State(), "/")
    assert set(view.catalogue.bases) == set(BASES)
    return base_report(site, view, release, base, lambda _: None)


def blocks(report: Report) -> list[Numbered]:
    return [one for chapter in chapters(report) for one in chapter.blocks]


def charts_of(report: Report) -> list[tuple[str, Picture]]:
    """The charts of a report with their labels."""
    return [(one.label, one.block) for one in blocks(report) if isinstance(one.block, Picture)]


def tables_of(report: Report) -> list[tuple[str, Table]]:
    """The tables of a report with their labels."""
    return [(one.label, one.block) for one in blocks(report) if isinstance(one.block, Table)]
