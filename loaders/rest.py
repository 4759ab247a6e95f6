"""When the files of a data folder have come to rest: changed, and then untouched for a while."""

import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from threading import Event

from watchfiles import watch

from loaders.read import SUFFIXES

SETTLE = 2.0  # seconds without a change
TICK = 200  # ms between looks; what is typed, copied or synchronised comes in many pieces
OF_DATA = (*SUFFIXES, ".toml")
NOT_OF_DATA = ("~$", ".")  # how the locks and the unfinished files of other programs begin

Seen = Mapping[Path, tuple[int, int]]  # size and time of the last change of each file


class Rest:
    """Yields each time the files are at rest and others than before, first of all at the start.

    Databases, locks and temporary files are not looked at. It ends when `stop` is set.
    """

    def __init__(self, folder: Path, stop: Event, settle: float = SETTLE) -> None:
        self._folder, self._stop, self._settle = folder, stop, settle
        self._handled: Seen | None = None
        self._due: float | None = None  # when they are looked at, on the clock that only goes on

    def again(self, seconds: float) -> None:
        """Yield once more after a while, even where nothing changes."""
        self._handled = None
        self._due = time.monotonic() + seconds

    def __iter__(self) -> Iterator[None]:
        seen = self._look()
        self._due = time.monotonic() + self._settle
        for changes in self._ticks():
            if changes and (now := self._look()) != seen:
                seen, self._due = now, time.monotonic() + self._settle
            if self._due is None or time.monotonic() < self._due:
                continue
            now, self._due = self._look(), None
            if now != seen:  # it has grown without a word
                seen, self._due = now, time.monotonic() + self._settle
            elif seen != self._handled:
                self._handled = seen
                yield

    def _ticks(self) -> Iterator[object]:
        """What was reported since the last tick; mostly nothing."""
        return watch(
            self._folder, step=TICK // 2, debounce=TICK, rust_timeout=TICK, watch_filter=None,
            yield_on_timeout=True, stop_event=self._stop, raise_interrupt=False,
        )  # fmt: skip

    def _look(self) -> Seen:
        found = {}
        for path in self._folder.rglob("*"):
            if path.suffix.lower() in OF_DATA and not path.name.startswith(NOT_OF_DATA):
                try:
                    told = path.stat()
                except OSError:  # it went away meanwhile
                    continue
                found[path] = told.st_size, told.st_mtime_ns
        return found
