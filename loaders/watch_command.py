"""`watch`: loads the data folder whenever its files have come to rest."""

import json
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Event, current_thread, main_thread

from loaders.console import tell
from loaders.contents import digest
from loaders.folder import files
from loaders.load import load
from loaders.printing import CLEAN, USAGE, complain, printed
from loaders.problems import Problems
from loaders.rest import SETTLE, Rest
from loaders.trouble import TROUBLES, trouble
from store import release_log
from store.engine import connect
from store.releases import Engine, Entry
from store.snapshot import NoReleaseError, releases
from store.standing import current
from targets.rules import RuleBook
from wording.words import Words, words

RETRY = 30.0  # seconds until a database that could not be used is tried again


@dataclass(frozen=True, slots=True)
class Watched:
    """What is loaded into which database; `today` is asked at each load."""

    folder: Path
    engine: Engine
    entry: Entry
    rules: RuleBook | None
    today: Callable[[], date]


def watch_command(
    folder: Path,
    database_url: str,
    lang: str,
    today: Callable[[], date],
    rules: RuleBook | None = None,
    entry: Entry | None = None,
    settle: float = SETTLE,
    stop: Event | None = None,
) -> int:
    """Watch a folder until `stop` is set, or a signal to end comes."""
    say, stop = words(lang), stop or Event()
    if not folder.is_dir():
        return complain(say("loaders.no_folder", path=folder), USAGE)
    watched = Watched(folder, connect(database_url), entry or Entry(), rules, today)
    with _ended_by_signals(stop):
        release_log.write("watch", folder=str(folder))
        printed([say("watch.begins", folder=folder)])
        sys.stdout.flush()
        rest = Rest(folder, stop, settle)
        for _ in rest:
            if not _loaded(watched, say):
                rest.again(RETRY)
            sys.stdout.flush()
        release_log.write("end", folder=str(folder))
    watched.engine.dispose()
    return CLEAN


@contextmanager
def _ended_by_signals(stop: Event) -> Iterator[None]:
    """A load that has begun is finished first: only the main thread hears of signals."""
    if current_thread() is not main_thread():
        yield
        return
    kinds = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(kind, lambda *_: stop.set()) for kind in kinds]
    try:
        yield
    finally:
        for kind, handler in zip(kinds, before, strict=True):
            signal.signal(kind, handler)


def _loaded(watched: Watched, say: Words) -> bool:
    """Load what is there and say what came of it; False where it is to be tried again."""
    try:
        if taken := _taken_back(watched):
            printed([say("watch.taken_back", number=taken)])
            release_log.write("refused", reason="taken back", release=taken)
            return True
        outcome = load(
            watched.folder, watched.engine, entry=watched.entry, today=watched.today(),
            rules=watched.rules,
        )  # fmt: skip
    except TROUBLES as error:
        complain(trouble(error, say), CLEAN)
        release_log.write("failed", reason=trouble(error, say))
        return False
    if tell(outcome, say) != CLEAN:
        stops = [stop.name for stop in outcome.stops]
        release_log.write("refused", errors=len(outcome.report.errors), stops=stops)
    return True


def _taken_back(watched: Watched) -> int | None:
    """The release that these very files made, where it was rolled back; else None.

    Nobody wants it back because a service was started again.
    """
    try:
        current(watched.engine)
    except NoReleaseError:
        return None
    newest, *earlier = releases(watched.engine)
    last = next((each for each in earlier if each.files), None)
    if newest.restores is None or last is None:
        return None
    found = [file for each in files(watched.folder, Problems()).values() for file in each]
    here = {file.name: digest(file.path) for file in found}
    return last.number if here == json.loads(last.files) else None
