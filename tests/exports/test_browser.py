"""The queue before the browser: never another's figure, never stuck, never left behind."""

import asyncio
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import kaleido
import psutil
import pytest

from exports.pictures import chromium
from exports.pictures.browser import Browser
from exports.pictures.chromium import ChromiumTab, find
from exports.pictures.errors import BusyError, FailedError, NoBrowserError
from tests.support.warm_browser import PATH, SMALL, browser, colour, coloured, sampled

pytestmark = pytest.mark.browser
THREADS, FIGURES = 8, 12
TIMES = 3  # each thread asks: enough for figures to meet where nothing keeps them apart
ROOT = Path(__file__).resolve().parents[2]
Draw = Callable[[dict[str, Any]], bytes]


def draw(figure: dict[str, Any]) -> bytes:
    return browser().render(figure, **SMALL)


def wrong(draw: Draw, times: int) -> int:
    """How many pictures are not of the figure asked for, eight threads asking at once."""

    def asked(number: int) -> bool:
        try:
            return sampled(draw(coloured(number % FIGURES))) != colour(number % FIGURES)
        except Exception:  # noqa: BLE001 - no picture is a wrong picture
            return True

    with ThreadPoolExecutor(THREADS) as pool:
        return sum(pool.map(asked, range(THREADS * times)))


@pytest.fixture
def own() -> Iterator[Browser]:
    """A browser that a test may break."""
    mine = Browser(PATH, waiting=2, timeout=10)
    yield mine
    mine.close()


@pytest.fixture(scope="module")
def lasting() -> Iterator[Browser]:
    """A browser that every test leaves as it was."""
    mine = Browser(PATH, waiting=2, timeout=10)
    yield mine
    mine.close()


def children() -> list[psutil.Process]:
    return psutil.Process().children(recursive=True)


def programs(before: list[psutil.Process], kind: str = "") -> list[psutil.Process]:
    """The processes of a browser started after `before`; with `kind`, those of this type."""
    return [p for p in children() if p not in before and f"--type={kind}" in command(p)]


def command(process: psutil.Process) -> str:
    """The command line of a process; one that has just ended has none."""
    try:
        return " ".join(process.cmdline())
    except psutil.NoSuchProcess:
        return ""


def test_eight_threads_and_twelve_figures_never_meet() -> None:
    assert wrong(draw, TIMES) == 0


@pytest.mark.filterwarnings("ignore")
def test_threads_without_the_queue_do_meet() -> None:
    """The same measure on the shared browser of the library, which the queue is there for."""
    kaleido.start_sync_server(path=find(PATH), n=1, mathjax=False, timeout=5, silence_warnings=True)
    options = dict(SMALL)

    def unqueued(figure: dict[str, Any]) -> bytes:
        return kaleido.calc_fig_sync(figure, options)

    try:
        assert wrong(unqueued, 1) > 0
    finally:
        kaleido.stop_sync_server(silence_warnings=True)


def test_the_garbage_of_past_pictures_is_collected(
    own: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Chromium alone lets it grow to hundreds of MB."""
    collected: list[str] = []
    real = ChromiumTab._tab

    def counted(warm: ChromiumTab) -> Any:
        collected.append("tab")
        return real(warm)

    monkeypatch.setattr(chromium, "COLLECTED", 3 * chromium.LEAST)
    own.render(coloured(1), **SMALL)
    monkeypatch.setattr(ChromiumTab, "_tab", counted)
    pictures = [own.render(coloured(n), **SMALL) for n in range(2, 8)]
    assert [sampled(picture) for picture in pictures] == [colour(n) for n in range(2, 8)]
    assert len(collected) == 2
    own.render(coloured(1), **SMALL | {"width": 1000, "height": 750, "scale": 2.5})
    assert len(collected) == 3  # a large picture alone


def most_at_once(lasting: Browser, monkeypatch: pytest.MonkeyPatch) -> int:
    """The most figures that were ever in the browser together, three threads asking."""
    inside: list[int] = []
    seen: list[int] = []
    real = ChromiumTab.draw

    async def counted(warm: ChromiumTab, *arguments: Any) -> bytes:
        inside.append(1)
        seen.append(len(inside))
        try:
            return await real(warm, *arguments)
        finally:
            inside.pop()

    monkeypatch.setattr(ChromiumTab, "draw", counted)
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(lambda n: lasting.render(coloured(n), **SMALL), range(9)))
    return max(seen)


def test_one_figure_at_a_time_is_in_the_browser(
    lasting: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    lasting.render(coloured(1), **SMALL)
    assert most_at_once(lasting, monkeypatch) == 1


def test_without_the_lock_several_would_be(
    lasting: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    lasting.render(coloured(1), **SMALL)
    monkeypatch.setattr(lasting, "_alone", nullcontext())
    assert most_at_once(lasting, monkeypatch) > 1


def test_nothing_runs_before_the_first_picture_and_nothing_after_close() -> None:
    before, threads = children(), threading.active_count()
    mine = Browser(PATH)
    assert threading.active_count() == threads
    mine.render(coloured(1), **SMALL)
    groups = {os.getpgid(p.pid) for p in before}  # of a warm browser, which may start programs, too
    started = [p for p in programs(before) if os.getpgid(p.pid) not in groups]
    assert started
    mine.close()
    assert not [p for p in started if p.is_running() and p.status() != psutil.STATUS_ZOMBIE]
    assert sampled(mine.render(coloured(2), **SMALL)) == colour(2)
    mine.close()


def test_the_end_of_the_process_ends_the_browser() -> None:
    code = (
        "from tests.support.warm_browser import *; import psutil;"
        "browser().render(coloured(1), **SMALL);"
        "print(*(p.pid for p in psutil.Process().children(recursive=True)))"
    )
    command = [sys.executable, "-X", "dev", "-c", code]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    numbers = [int(number) for number in done.stdout.split()]
    assert len(numbers) > 3
    assert not [n for n in numbers if psutil.pid_exists(n) and _alive(n)]
    assert "Traceback" not in done.stderr


def _alive(number: int) -> bool:
    try:
        return psutil.Process(number).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


@pytest.mark.parametrize("kind", ["renderer", "zygote"])
def test_a_killed_browser_is_replaced_and_the_picture_made(own: Browser, kind: str) -> None:
    """Without its renderer the tab is dead; without its zygotes the whole browser is."""
    before = children()
    own.render(coloured(1), **SMALL)
    big = SMALL | {"scale": 60}  # long enough to be killed in its midst
    with ThreadPoolExecutor(1) as pool:
        picture = pool.submit(own.render, coloured(2), **big)
        time.sleep(0.15)
        for process in programs(before, kind):
            process.kill()
        assert sampled(picture.result(60)) == colour(2)
    assert sampled(own.render(coloured(3), **SMALL)) == colour(3)


def test_a_browser_that_always_dies_is_given_up_after_two_attempts(
    own: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    attempts: list[int] = []
    real = ChromiumTab.draw

    async def dying(warm: ChromiumTab, *arguments: Any) -> bytes:
        attempts.append(warm._kaleido.subprocess.pid)
        os.killpg(attempts[-1], signal.SIGKILL)
        return await real(warm, *arguments)

    with monkeypatch.context() as patch:
        patch.setattr(ChromiumTab, "draw", dying)
        with pytest.raises(FailedError):
            own.render(coloured(1), **SMALL)
    assert len(set(attempts)) == 2
    assert sampled(own.render(coloured(2), **SMALL)) == colour(2)


def test_a_hung_browser_is_given_up_in_time_and_the_next_picture_made() -> None:
    before = children()
    mine = Browser(PATH, timeout=1.5)
    mine.render(coloured(1), **SMALL)
    for process in programs(before, "renderer"):
        process.suspend()
    start = time.monotonic()
    assert sampled(mine.render(coloured(2), **SMALL)) == colour(2)
    assert 1.5 <= time.monotonic() - start < 30
    mine.close()


def test_what_plotly_cannot_draw_fails_at_once_and_keeps_the_browser(lasting: Browser) -> None:
    lasting.render(coloured(1), **SMALL)
    started = {p.pid for p in programs([], "zygote")}
    assert started
    with pytest.raises(FailedError):
        lasting.render({"data": "nonsense", "layout": {}}, **SMALL)
    assert sampled(lasting.render(coloured(2), **SMALL)) == colour(2)
    assert {p.pid for p in programs([], "zygote")} == started


def test_more_than_may_wait_are_told_to_come_back(
    lasting: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    lasting.render(coloured(1), **SMALL)
    go, real = threading.Event(), ChromiumTab.draw

    async def slow(warm: ChromiumTab, *arguments: Any) -> bytes:
        while not go.is_set():
            await asyncio.sleep(0.01)
        return await real(warm, *arguments)

    monkeypatch.setattr(ChromiumTab, "draw", slow)
    with ThreadPoolExecutor(3) as pool:
        asked = [pool.submit(lasting.render, coloured(n), **SMALL) for n in range(3)]
        while lasting._room._value:
            time.sleep(0.01)
        with pytest.raises(BusyError) as refusal:
            lasting.render(coloured(9), **SMALL)
        go.set()
        assert [sampled(a.result()) for a in asked] == [colour(n) for n in range(3)]
    assert refusal.value.retry_after == 5
    assert sampled(lasting.render(coloured(9), **SMALL)) == colour(9)


def test_no_browser_is_said_and_found_once_it_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(NoBrowserError):
        Browser(str(tmp_path / "chromium")).render(coloured(1), **SMALL)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoBrowserError):
        find(None)
    program = tmp_path / "google-chrome"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    assert find(None) == str(program)
    assert find("") == str(program)
