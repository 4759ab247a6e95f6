"""One queue before one warm browser: a picture is drawn alone, or it would be another's figure."""

import asyncio
import atexit
import threading
from collections.abc import Coroutine
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any, Literal

from exports.pictures.chromium import CLOSING, OPENING, BrokenError, ChromiumTab, find
from exports.pictures.errors import BusyError, FailedError

Format = Literal["png", "svg", "pdf"]
ATTEMPTS = 2


@dataclass(frozen=True, slots=True)
class _Job:
    program: str
    figure: dict[str, Any]
    options: dict[str, Any]


class Browser:
    """Draws figures, one after another, for any number of threads.

    Nothing runs before the first picture; then one browser stays until `close` or the end of the
    process. At most `waiting` pictures wait, none longer than `timeout` seconds; none takes longer.
    """

    def __init__(self, path: str | None, *, waiting: int = 16, timeout: float = 20) -> None:
        self._path, self._timeout = path, timeout
        self._room = threading.BoundedSemaphore(waiting + 1)  # those that wait, and the one drawn
        self._changing = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._alone: AbstractAsyncContextManager[None] = asyncio.Lock()
        self._tab: ChromiumTab | None = None

    def render(
        self, figure: dict[str, Any], *, format: Format, width: float, height: float, scale: float
    ) -> bytes:
        """Return the picture of `figure`, `width` by `height` px, times `scale`.

        Raises `NoBrowserError`, `BusyError` or `FailedError`.
        """
        options = {"format": format, "width": width, "height": height, "scale": scale}
        job = _Job(find(self._path), figure, options)
        if not self._room.acquire(blocking=False):
            raise BusyError
        try:
            return self._answer(self._turn(job), self._timeout + ATTEMPTS * self._longest())
        finally:
            self._room.release()

    def close(self) -> None:
        """End the browser and its processes; a later picture would start it again."""
        with self._changing:
            loop, thread = self._loop, self._thread
            if loop is None or thread is None:
                return
            ending = asyncio.run_coroutine_threadsafe(self._end(), loop)
            ending.add_done_callback(lambda _: loop.call_soon_threadsafe(loop.stop))
            thread.join(self._longest())
            self._loop = self._thread = None
            atexit.unregister(self.close)

    def _longest(self) -> float:
        return OPENING + self._timeout + 2 * CLOSING

    def _answer(self, work: Coroutine[Any, Any, bytes], seconds: float) -> bytes:
        future = asyncio.run_coroutine_threadsafe(work, self._running())
        try:
            return future.result(seconds)
        except TimeoutError as error:  # the loop ended under this request
            raise FailedError from error

    def _running(self) -> asyncio.AbstractEventLoop:
        with self._changing:
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                self._alone = asyncio.Lock()
                self._thread = threading.Thread(target=_run, args=[self._loop], daemon=True)
                self._thread.start()
            return self._loop

    async def _turn(self, job: _Job) -> bytes:
        """Wait for the turn of `job`, then draw it; a broken browser is replaced once."""
        now = asyncio.get_running_loop().time
        begin = now()
        async with self._alone:
            if now() - begin > self._timeout:
                raise BusyError
            for _ in range(ATTEMPTS):
                try:
                    return await self._draw(job)
                except BrokenError:
                    await self._discard()
            raise FailedError

    async def _draw(self, job: _Job) -> bytes:
        if self._tab is None:
            self._tab = ChromiumTab(job.program)
            await self._tab.open()
            # Registered last, it runs first: before the folders of the browser are swept away.
            atexit.unregister(self.close)
            atexit.register(self.close)
        return await self._tab.draw(job.figure, job.options, self._timeout)

    async def _discard(self) -> None:
        broken, self._tab = self._tab, None
        if broken is not None:
            await broken.destroy()

    async def _end(self) -> None:
        async with self._alone:
            tab, self._tab = self._tab, None
            if tab is not None:
                await tab.close()
        mine = asyncio.current_task()
        left = [task for task in asyncio.all_tasks() if task is not mine]
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)


def _run(loop: asyncio.AbstractEventLoop) -> None:
    loop.run_forever()
    loop.close()
