"""`python app.py export …`: a report as a file, without a server."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tqdm import tqdm

from callbacks.errors import EXPECTED, NotFound, sentence
from callbacks.files import reports
from callbacks.files.report_builders import basket_report
from callbacks.settings import Settings
from callbacks.site import Site
from charts.addresses import State
from exports.documents.report import Report
from layouts.view import View
from wording.words import words


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What to export: `what` ("base", "region", "charts") with its codes, or addresses of charts.

    `kind` is the ending of a file of `reports.WRITERS`; without `out` the file is named by its
    title, in the working folder.
    """

    what: str
    codes: Sequence[str]
    kind: str
    out: Path | None = None
    title: str = ""


def export_command(request: ExportRequest, settings: Settings) -> int:
    """Write the report; return 0, or 1 with a sentence on stderr."""
    say = words(settings.lang)
    site = Site(settings)
    try:
        report, view = _built(site, request)
    except EXPECTED as error:
        code, why = " ".join(request.codes), sentence(error, say)
        print(say("export.failed", code=code, error=why), file=sys.stderr)
        return 1
    finally:
        site.browser.close()
    path = request.out or Path(f"{reports.file_name(report, view)}.{request.kind}")
    path.write_bytes(reports.WRITERS[request.kind](report))
    print(say("export.written", path=path))
    return 0


def _built(site: Site, request: ExportRequest) -> tuple[Report, View]:
    view, release = site.view(State(), "/")
    with tqdm(unit="", leave=False, bar_format="{desc} {n_fmt}") as bar:
        if request.what == "charts":
            step = partial(_step, bar)
            return basket_report(site, view, request.title, request.codes, step), view
        if len(request.codes) > 1:
            raise NotFound(request.what, " ".join(request.codes))
        code, step = request.codes[0], partial(_step, bar)
        return reports.report_of(site, view, release, request.what, code, step), view


def _step(bar: "tqdm[None]", title: str) -> None:
    bar.set_description(title)
    bar.update()
