"""A load that is killed, finds no room or meets another leaves the release before it."""

import os
import random
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, select, text

from loaders.load import load
from review.stops import STOPS
from store import history, schema
from store.history import rebuilt_digest
from store.releases import Entry
from store.snapshot import releases as all_releases
from tests.conftest import TINY, write

TODAY = date(2026, 6, 1)
ROOT = Path(__file__).resolve().parents[2]
COAL = "observations/coal.csv"
HEADER = TINY[COAL].split("\n")[0]
COUNTIES = range(522601, 522629)  # the first is in the tiny folder
LOAD = """
import sys
from datetime import date
from pathlib import Path
from loaders.load import load
from review.stops import STOPS
from store.engine import connect
print("ready", flush=True)
print(load(Path(sys.argv[1]), connect(sys.argv[2]), today=date(2026, 6, 1), accept=STOPS).release)
"""
FULL = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
"""


def loading(folder: Path, url: str, before: str = "") -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", before + LOAD, str(folder), url],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )


def make_large(folder: Path) -> None:
    rows = [
        f"coal.output,{county},{year}-{month:02},{year + at},万吨,exact,actual,s1,,"
        for year in range(1950, 2026)
        for month in range(1, 13)
        for at, county in enumerate(COUNTIES)
    ]
    counties = "".join(f"{code},县,县,County,county,522600\n" for code in COUNTIES[1:])
    write(
        folder,
        {
            "observations/coal.csv": "\n".join([HEADER, *rows]),
            "regions.csv": TINY["regions.csv"] + counties,
        },
    )


def facts(url: str) -> list[tuple[object, ...]]:
    """Releases and the observations that are current, read afresh."""
    engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.connect() as connection:
        if url.startswith("sqlite"):
            assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
        releases = connection.execute(text("SELECT number, digest FROM releases")).all()
        current = text("SELECT printed FROM observations WHERE valid_to IS NULL ORDER BY row_id")
        found = [tuple(row) for row in (*releases, *connection.execute(current))]
    engine.dispose()
    return found


# Of the twenty moments of chance ten fall into loads, six into ways back, four into withdrawals.
@pytest.mark.parametrize("part", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_a_kill_at_any_point_leaves_the_release_before(
    tiny: Path, engine: Engine, database_url: str, part: float
):
    load(tiny, engine, today=TODAY)
    before = facts(database_url)
    make_large(tiny)
    process = loading(tiny, database_url)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    # A whole load takes some 0.4 s here; wherever the kill falls, what is read must be whole.
    time.sleep(0.4 * (part + random.Random(part).uniform(-0.05, 0.05)))
    process.kill()
    out, _ = process.communicate()
    if process.returncode == -signal.SIGKILL and not out:
        after = facts(database_url)
        assert after == before or len(after) == 2 + 25_536
    assert load(tiny, engine, today=TODAY, accept=STOPS).release in (2, None)
    assert len(facts(database_url)) == 2 + 25_536


# A way back takes some milliseconds: it is killed at a statement, before or after it was run.
ACT = """
import os, signal, sys
from sqlalchemy import event
from store import history
from store.engine import connect
from store.releases import Entry
engine, last = connect(sys.argv[1]), int(sys.argv[2])
seen = 0
def count(*_):
    global seen
    seen += 1
    if seen == last:
        os.kill(os.getpid(), signal.SIGKILL)
acts = {
    "rollback": lambda: history.rollback(engine, 1, Entry()),
    "withdraw": lambda: history.withdraw(engine, 2, "wrong", ""),
}
engine.connect().close()  # what a connection asks first is no part of it
event.listen(engine, sys.argv[4], count)
acts[sys.argv[3]]()
"""
WHEN = ("before_cursor_execute", "after_cursor_execute", "commit")
MOMENTS = [
    *(("rollback", WHEN[n % 2], random.Random(n).randint(1, 45)) for n in range(2)),
    ("rollback", "commit", 1),
    ("withdraw", "after_cursor_execute", random.Random(7).randint(2, 8)),
    ("withdraw", "commit", 1),
]


def acting(url: str, act: str, when: str, last: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", ACT, url, str(last), act, when],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )


@pytest.mark.parametrize(("act", "when", "last"), MOMENTS)
def test_a_kill_of_a_way_back_or_a_withdrawal_leaves_all_as_it_was(
    tiny: Path, engine: Engine, database_url: str, act: str, when: str, last: int
):
    for output in ("12813", "128130", "12900"):
        write(tiny, {COAL: TINY[COAL].replace("12813", output)})
        load(tiny, engine, today=TODAY, accept=STOPS)
    before = everything(engine)
    killed = acting(database_url, act, when, last)
    assert killed.returncode == -signal.SIGKILL, killed
    assert everything(engine) == before
    if act == "rollback":
        assert history.rollback(engine, 1, Entry()).number == 4
    else:
        assert history.withdraw(engine, 2, "wrong", "").reason == "wrong"
    assert everything(engine) != before
    for release in all_releases(engine):
        assert rebuilt_digest(engine, release.number) == release.digest


def everything(engine: Engine) -> list[list[tuple[object, ...]]]:
    """All rows of all tables, those of releases first."""
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
    tables = [schema.releases, schema.loaded_files, *schema.TABLES.values()]
    with engine.connect() as connection:
        return [
            sorted(tuple(row) for row in connection.execute(select(table)))  # type: ignore[type-var]
            for table in tables
        ]


def test_a_kill_after_the_rows_are_written_leaves_nothing(
    tiny: Path, engine: Engine, database_url: str
):
    load(tiny, engine, today=TODAY)
    before = facts(database_url)
    make_large(tiny)
    die = (
        "import os, signal\nimport store.releases as releases\n"
        "releases.Writing.remember = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    process = loading(tiny, database_url, die)
    process.communicate()
    assert process.returncode == -signal.SIGKILL
    assert facts(database_url) == before


def test_a_full_disk_leaves_the_release_before(tiny: Path, sqlite_url: str):
    process = loading(tiny, sqlite_url)
    process.communicate()
    before = facts(sqlite_url)
    make_large(tiny)
    process = loading(tiny, sqlite_url, FULL)
    _, errors = process.communicate()
    assert process.returncode == 1
    assert "disk" in errors
    assert facts(sqlite_url) == before


def test_of_two_loads_at_once_one_waits_and_finds_nothing_to_do(
    tiny: Path, engine: Engine, database_url: str
):
    load(tiny, engine, today=TODAY)
    make_large(tiny)
    processes = [loading(tiny, database_url) for _ in range(2)]
    printed = sorted(process.communicate()[0].split()[-1] for process in processes)
    assert printed == ["2", "None"]
    assert len(facts(database_url)) == 2 + 25_536


def test_two_first_loads_at_once_make_one_release(tiny: Path, database_url: str):
    processes = [loading(tiny, database_url) for _ in range(2)]
    printed = sorted(process.communicate()[0].split()[-1] for process in processes)
    assert printed == ["1", "None"]
