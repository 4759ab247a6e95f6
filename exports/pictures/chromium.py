"""The browser that draws pictures: found, started with our plotly.js, asked, and ended for sure."""

import asyncio
import os
import shutil
import signal
from collections.abc import Awaitable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

import psutil
from choreographer.browsers.chromium import Chromium
from kaleido import Kaleido, PageGenerator
from kaleido.errors import KaleidoError

from exports.pictures.errors import FailedError, NoBrowserError

NAMES = ("chromium", "chromium-browser", "google-chrome")
PLOTLY = Path(__file__).resolve().parents[2] / "assets" / "plotly-basic.min.js"
# A picture needs no other host, so none is reachable.
ARGUMENTS = ("--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND")
# The page is loaded anew for each picture, so plotly's identifiers are the same each time.
FIXED_LOTS = "<script>{let n=1;Math.random=()=>(n=n*16807%2147483647)/2147483647}</script>"
OPENING, CLOSING, PAUSE = 30.0, 5.0, 0.05  # seconds that starting and ending may take
# The page of each picture stays in memory until its garbage is collected, which Chromium puts
# off until there are hundreds of MB. We ask for it each time that so many px were drawn; a small
# picture counts as this many, for it loads plotly, too.
COLLECTED, LEAST = 30e6, 1.5e6
T = TypeVar("T")


class BrokenError(Exception):
    """The browser crashed, hung or answered nonsense: it is of no more use."""


def find(path: str | None) -> str:
    """Return the program at `path`, else the first one known; `NoBrowserError` if there is none."""
    for name in (path,) if path else NAMES:
        if program := shutil.which(name):
            return program
    raise NoBrowserError


class _Page(PageGenerator):  # type: ignore[misc]
    header = PageGenerator.header + FIXED_LOTS


class _Quiet(Chromium):
    def get_cli(self) -> list[str]:
        return [*super().get_cli(), *ARGUMENTS]


class ChromiumTab:
    """A running browser with one tab. To be used by one task at a time."""

    def __init__(self, program: str) -> None:
        page = _Page(plotly=(PLOTLY.as_uri(), "utf-8"), mathjax=False)
        self._kaleido = Kaleido(
            path=program, n=1, timeout=None, page_generator=page, browser_cls=_Quiet
        )
        self._crashed: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._uncollected = 0.0  # px drawn

    async def open(self) -> None:
        """Start it, and be told if its tab dies: it would never answer."""
        await self._within(self._kaleido.open(), OPENING)
        tab = self._tab()
        self._crashed = tab.subscribe_once("Inspector.targetCrashed")
        await self._within(tab.send_command("Inspector.enable"), OPENING)

    async def draw(self, figure: dict[str, Any], options: dict[str, Any], seconds: float) -> bytes:
        """Return the picture; `FailedError` if plotly cannot draw it, else `BrokenError`."""
        try:
            data = await self._within(self._kaleido.calc_fig(figure, options), seconds)
        except KaleidoError as error:
            raise FailedError from error
        await self._collect(options["width"] * options["height"] * options["scale"] ** 2)
        return data

    async def _collect(self, drawn: float) -> None:
        """Have the garbage of past pictures collected when there is much of it."""
        self._uncollected += max(drawn, LEAST)
        if self._uncollected >= COLLECTED:
            self._uncollected = 0.0
            work = self._tab().send_command("HeapProfiler.collectGarbage")
            await self._within(work, CLOSING)

    def _tab(self) -> Any:
        tab = next(iter(self._kaleido.tabs.values()), None)
        if tab is None:
            raise BrokenError
        return tab

    async def close(self) -> None:
        """End it politely, then by force: no process stays."""
        await self._ending()
        await self._kill()

    async def destroy(self) -> None:
        """End it by force."""
        await self._kill()
        await self._ending()

    async def _ending(self) -> None:
        with suppress(BrokenError):
            await self._within(self._kaleido.close(), CLOSING)

    async def _kill(self) -> None:
        """Kill until nobody is left to write into the folder that is removed next."""
        process = getattr(self._kaleido, "subprocess", None)
        if process is None:
            return
        for _ in range(int(CLOSING / PAUSE)):
            with suppress(ProcessLookupError):  # the group is named by the number of its leader
                os.killpg(process.pid, signal.SIGKILL)
            if not _works(process.pid):
                return
            await asyncio.sleep(PAUSE)

    async def _within(self, work: Awaitable[T], seconds: float) -> T:
        """Await `work`, which never hears of a cancelling that it might swallow."""
        task = asyncio.ensure_future(work)
        task.add_done_callback(_heard)
        await asyncio.wait(
            {task, self._crashed}, timeout=seconds, return_when=asyncio.FIRST_COMPLETED
        )
        if not task.done() or task.cancelled():
            raise BrokenError
        error = task.exception()
        if error is None or isinstance(error, KaleidoError):
            return task.result()
        raise BrokenError from error


def _works(group: int) -> bool:
    """Whether a process of the group still runs; the number of an ended one may stay a while."""
    for process in psutil.process_iter():
        with suppress(psutil.NoSuchProcess, ProcessLookupError):
            if os.getpgid(process.pid) == group and process.status() != psutil.STATUS_ZOMBIE:
                return True
    return False


def _heard(task: asyncio.Future[Any]) -> None:
    """Take note of how abandoned work ended; else asyncio would complain in the log."""
    if not task.cancelled():
        task.exception()
