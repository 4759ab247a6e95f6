"""`python app.py template …`: a workbook for an office to fill in, without a server."""

import sys
from dataclasses import dataclass
from pathlib import Path

from callbacks.errors import EXPECTED, sentence
from callbacks.files.responses import file_name
from callbacks.selection.template import template, wanted
from callbacks.settings import Settings
from callbacks.site import Site
from charts.addresses import PERIODS, BadParameterError, State
from exports.tables.template import template_xlsx
from indicators import periods
from wording.words import words


@dataclass(frozen=True, slots=True)
class TemplateRequest:
    """What to ask for: a base, a month or another period, a region with what lies in it.

    Without month and period it is the last whole year, without region every region; without `out`
    the file is named by these, in the working folder.
    """

    base: str
    month: str = ""
    period: str = ""
    region: str = ""
    out: Path | None = None


def template_command(request: TemplateRequest, settings: Settings) -> int:
    """Write the template; return 0, or 1 with a sentence on stderr."""
    say = words(settings.lang)
    site = Site(settings)
    try:
        made = _made(site, request)
    except EXPECTED as error:
        why = sentence(error, say)
        print(say("export.failed", code=request.base, error=why), file=sys.stderr)
        return 1
    finally:
        site.browser.close()
    path = request.out or Path(f"{_name(request)}.xlsx")
    path.write_bytes(made)
    print(say("export.written", path=path))
    return 0


def _made(site: Site, request: TemplateRequest) -> bytes:
    view, release = site.view(State(), "/")
    period = _period(request)
    regions = (request.region,) if request.region else ()
    asked = wanted(release, request.base, period, regions)
    return template_xlsx(template(site, release, asked, view.lang), view.context)


def _period(request: TemplateRequest) -> str:
    """The period asked for, empty for none; raise `BadParameterError` for what is none."""
    name, known = "month", "2026-10"
    kinds: tuple[str, ...] = ("month",)
    if not request.month:
        name, kinds, known = "period", periods.KINDS, PERIODS
    text = request.month or request.period
    if text and _kind(text) not in kinds:
        raise BadParameterError(name, text, known)
    return text


def _kind(text: str) -> str:
    try:
        return periods.parse(text).kind
    except periods.PeriodError:
        return ""


def _name(request: TemplateRequest) -> str:
    """A name that no other table of the data folder has."""
    return file_name(request.base, request.month or request.period, request.region, "template")
