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
class Wanted:
    """What to export: a base, a region or some charts, in which format, and where to."""

    what: str
    codes: Sequence[str]
    kind: str
    out: Path | None = None
    title: str = ""


def export_command(wanted: Wanted, settings: Settings) -> int:
    """Write the report; return 0, or 1 with a sentence on stderr."""
    say = words(settings.lang)
    site = Site(settings)
    try:
        report, view = _built(site, wanted)
    except EXPECTED as error:
        code, why = " ".join(wanted.codes), sentence(error, say)
        print(say("export.failed", code=code, error=why), file=sys.stderr)
        return 1
    finally:
        site.browser.close()
    path = wanted.out or Path(f"{reports.file_name(report, view)}.{wanted.kind}")
    path.write_bytes(reports.WRITERS[wanted.kind](report))
    print(say("export.written", path=path))
    return 0


def _built(site: Site, wanted: Wanted) -> tuple[Report, View]:
    view, release = site.view(State(), "/")
    with tqdm(unit="", leave=False, bar_format="{desc} {n_fmt}") as bar:
        if wanted.what == "charts":
            step = partial(_step, bar)
            return basket_report(site, view, wanted.title, wanted.codes, step), view
        if len(wanted.codes) > 1:
            raise NotFound(wanted.what, " ".join(wanted.codes))
        code, step = wanted.codes[0], partial(_step, bar)
        return reports.report_of(site, view, release, wanted.what, code, step), view


def _step(bar: "tqdm[None]", title: str) -> None:
    bar.set_description(title)
    bar.update()
