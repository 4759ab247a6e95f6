"""`python app.py export …`: a report as a file, without a server."""

import sys
from pathlib import Path

from tqdm import tqdm

from callbacks import reports
from callbacks.known import UnknownError
from callbacks.settings import Settings
from callbacks.site import Site
from layouts.addresses import State
from store.engine import DatabaseError
from store.snapshot import NoReleaseError
from translations import words


def export_command(what: str, code: str, kind: str, out: Path | None, settings: Settings) -> int:
    """Write the report of a base or a region; return 0, or 1 with a sentence on stderr."""
    say = words(settings.lang)
    site = Site(settings)
    try:
        view, facts = site.view(State(), f"/{what}/{code}")
        build = reports.base if what == "base" else reports.region
        with tqdm(unit="", leave=False, bar_format="{desc} {n_fmt}") as bar:
            report = build(site, view, facts, code, lambda title: _step(bar, title))
    except (UnknownError, NoReleaseError, DatabaseError) as error:
        print(say("export.failed", code=code, error=type(error).__name__), file=sys.stderr)
        return 1
    finally:
        site.browser.close()
    path = out or Path(f"{reports.file_name(report, view)}.{kind}")
    path.write_bytes(reports.WRITERS[kind][0](report))
    print(say("export.written", path=path))
    return 0


def _step(bar: "tqdm[None]", title: str) -> None:
    bar.set_description(title)
    bar.update()
