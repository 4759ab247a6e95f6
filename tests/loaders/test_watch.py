"""The watch: loads what came to rest, says what it refuses, goes on, and ends when told."""

import json
import logging
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from threading import Event, Thread

import pytest

from loaders.load import load
from loaders.watch_command import watch_command
from store import history
from store.engine import connect
from store.releases import Engine, Entry
from store.snapshot import NoReleaseError
from store.standing import current
from tests.conftest import TINY, write

COAL = "observations/coal.csv"
TODAY = date(2026, 6, 1)
ROOT = Path(__file__).resolve().parents[2]


def figure(value: str) -> dict[str, str]:
    return {COAL: TINY[COAL].replace("12813", value)}


def newest(engine: Engine) -> int:
    try:
        return current(engine)
    except NoReleaseError:
        return 0


def until(holds: Callable[[], bool], seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.05)


@pytest.fixture
def database(tiny: Path) -> Iterator[Engine]:
    """A database that lies in the data folder, as it does where nothing else is set."""
    engine = connect(f"sqlite:///{tiny / 'sixbases.sqlite3'}")
    yield engine
    engine.dispose()


@pytest.fixture
def watching(
    tiny: Path, database: Engine, caplog: pytest.LogCaptureFixture
) -> Iterator[Callable[[], list[dict[str, object]]]]:
    """Starts a watch of the folder; what it returns are the lines of its log so far."""
    caplog.set_level(logging.INFO, "sixbases.releases")
    stop, codes = Event(), []
    url = database.url.render_as_string(hide_password=False)

    def watch() -> None:
        codes.append(
            watch_command(tiny, url, "en", lambda: TODAY, entry=Entry("", "w"), settle=0.4,
                          stop=stop)
        )  # fmt: skip

    thread = Thread(target=watch)

    def log() -> list[dict[str, object]]:
        if not thread.is_alive():
            thread.start()
        return [json.loads(record.message) for record in caplog.records]

    yield log
    stop.set()
    if thread.ident:
        thread.join(10)
        assert codes == [0]


def events(log: list[dict[str, object]]) -> list[object]:
    return [line["event"] for line in log]


def test_what_comes_to_rest_is_loaded_and_what_is_refused_is_told(
    tiny: Path,
    database: Engine,
    watching: Callable[[], list[dict[str, object]]],
    capsys: pytest.CaptureFixture[str],
) -> None:
    watching()
    until(lambda: newest(database) == 1)
    write(tiny, figure("12900"))
    until(lambda: newest(database) == 2)
    write(tiny, {COAL: TINY[COAL].replace("万吨", "顿")})
    until(lambda: "refused" in events(watching()))
    write(tiny, figure("129000000"))
    until(lambda: events(watching()).count("refused") == 2)
    write(tiny, figure("12950"))
    until(lambda: newest(database) == 3)
    lines = watching()
    assert events(lines) == ["watch", "load", "load", "refused", "refused", "load"]
    assert (lines[3]["errors"], lines[3]["stops"]) == (1, [])
    assert (lines[4]["errors"], lines[4]["stops"]) == (0, ["off-series"])
    assert lines[5]["who"] == "w"
    out, err = capsys.readouterr()
    assert "There is no unit “顿”" in out
    assert "[off-series]" in out
    assert "--accept off-series" in err


def test_a_file_that_still_grows_and_what_is_no_data_are_left_alone(
    tiny: Path, database: Engine, watching: Callable[[], list[dict[str, object]]]
) -> None:
    load(tiny, database, today=TODAY)
    watching()
    whole = figure("12900")[COAL].encode()
    until(lambda: "watch" in events(watching()))
    with (tiny / COAL).open("wb") as file:
        for part in (whole[:150], whole[150:300], whole[300:]):
            file.write(part)
            file.flush()
            time.sleep(0.25)
            assert newest(database) == 1
    until(lambda: newest(database) == 2)
    seen = len(watching())
    for name in ("~$coal.xlsx", ".coal.csv.swp", "coal.tmp", "sixbases.sqlite3-journal"):
        (tiny / name).write_text("x", encoding="utf-8")
    time.sleep(1)
    assert len(watching()) == seen


def test_the_files_of_a_release_that_was_rolled_back_are_not_loaded_again(
    tiny: Path, database: Engine, watching: Callable[[], list[dict[str, object]]]
) -> None:
    for value in ("12813", "12900"):
        load(write(tiny, figure(value)), database, today=TODAY)
    history.rollback(database, 1, Entry())
    watching()
    until(lambda: "refused" in events(watching()))
    assert watching()[-1]["release"] == 2
    assert newest(database) == 3
    write(tiny, figure("12950"))
    until(lambda: newest(database) == 4)


def test_a_database_that_cannot_be_used_is_tried_again(
    tiny: Path,
    database: Engine,
    watching: Callable[[], list[dict[str, object]]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("loaders.watch_command.RETRY", 0.2)
    (tiny / "sixbases.sqlite3").mkdir()
    watching()
    until(lambda: "failed" in events(watching()))
    (tiny / "sixbases.sqlite3").rmdir()
    until(lambda: newest(database) == 1)


def test_no_folder_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert watch_command(tmp_path / "none", "sqlite://", "en", lambda: TODAY) == 2
    assert "There is no folder" in capsys.readouterr().err


@pytest.fixture
def environment(tiny: Path) -> dict[str, str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    return os.environ | {
        "SIXBASES_DATA": str(tiny),
        "SIXBASES_DATABASE_URL": f"sqlite:///{tiny / 'facts.sqlite3'}",
        "SIXBASES_PORT": str(port),
        "SIXBASES_WORKERS": "2",
        "SIXBASES_LANG": "en",
    }


def started(environment: dict[str, str], command: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "app.py", command],
        cwd=ROOT, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def shown(environment: dict[str, str]) -> int:
    """The release that whichever worker answers shows on a page; 0 while none does."""
    address = f"http://127.0.0.1:{environment['SIXBASES_PORT']}/releases?lang=zh"
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            text = answer.read().decode()
    except OSError:
        return 0
    return max(number for number in range(9) if f"第{number}版（" in text or not number)


@pytest.mark.parametrize("kind", [signal.SIGTERM, signal.SIGINT])
def test_a_watch_ends_cleanly_on_a_signal(
    environment: dict[str, str], kind: signal.Signals
) -> None:
    process = started(environment, "watch")
    assert process.stdout is not None
    assert process.stdout.readline().startswith("watching ")
    process.send_signal(kind)
    _, errors = process.communicate(timeout=20)
    assert process.returncode == 0
    assert events([json.loads(line) for line in errors.splitlines()]) == ["watch", "end"]


def test_every_worker_shows_a_release_from_the_first_request_on(
    tiny: Path, environment: dict[str, str]
) -> None:
    engine = connect(environment["SIXBASES_DATABASE_URL"])
    load(tiny, engine, today=TODAY)
    process = started(environment, "serve")
    try:
        until(lambda: shown(environment) == 1, 60)
        for _ in range(12):  # so that both have kept the page
            assert shown(environment) == 1
        load(write(tiny, figure("12900")), engine, today=TODAY)
        assert {shown(environment) for _ in range(12)} == {2}  # from the first request on
    finally:
        process.terminate()
        process.communicate(timeout=20)
        engine.dispose()
