"""Releases on the command line: who and why, the way back, and a line of the log for each."""

import hashlib
import json
from pathlib import Path

import pytest

from app import main
from loaders.account import account
from store.engine import connect
from store.release_log import FIELDS
from store.snapshot import releases
from tests.conftest import TINY, write
from tests.support.readme import rows

COAL = "observations/coal.csv"
WRONG = {COAL: TINY[COAL].replace("12813", "128130")}


@pytest.fixture
def folder(tiny: Path, sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder that the commands of `app.py` load into a database of its own."""
    for name, value in {
        "DATA": str(tiny),
        "DATABASE_URL": sqlite_url,
        "LANG": "en",
        "WHO": "office",
        "TIMEZONE": "Asia/Tokyo",
    }.items():
        monkeypatch.setenv(f"SIXBASES_{name}", value)
    return tiny


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, list[str]]:
    """The exit code, what was printed, and the lines of standard error."""
    code = main([*arguments])
    out, err = capsys.readouterr()
    return code, out, err.splitlines()


@pytest.fixture
def two(folder: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A right release and a wrong one."""
    run(capsys, "load", "--note", "first")
    write(folder, WRONG)
    run(capsys, "load", "--note", "二月", "--who", "张三", "--accept", "verdict-flips,off-series")
    return folder


def test_a_load_says_by_whom_for_what_and_of_which_files(
    folder: Path, sqlite_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, (line,) = run(capsys, "load", "--note", "=月报 <b>")
    told = json.loads(line)
    assert code == 0
    digests = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in TINY}
    assert told["event"] == "load"
    assert (told["release"], told["who"], told["note"]) == (1, "office", "=月报 <b>")
    assert (told["added"], told["changed"], told["removed"]) == (22, 0, 0)
    assert told["files"] == digests
    assert told.keys() == {"event", *FIELDS}
    (stored,) = releases(connect(sqlite_url))
    assert json.loads(stored.files) == digests
    assert (stored.note, stored.who, stored.time) == ("=月报 <b>", "office", told["time"])
    assert run(capsys, "load") == (0, "unchanged\n", [])


@pytest.mark.parametrize(
    ("environment", "who"),
    [
        ({"SUDO_USER": "li", "LOGNAME": "root"}, "li"),
        ({"SUDO_USER": "", "LOGNAME": "wang"}, "wang"),
    ],
)
def test_the_account_is_that_behind_sudo(environment: dict[str, str], who: str) -> None:
    assert account(environment) == who


def test_an_account_without_a_name_is_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("os.getuid", lambda: 4_000_000)
    assert account({}) == ""


def test_the_way_back_then_the_withdrawal(two: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, (said,) = run(capsys, "withdraw", "2", "--reason", "a digit too many")
    assert code == 1
    assert "First go back to a right one: python app.py rollback" in said
    code, out, (line,) = run(capsys, "rollback", "1", "--note", "back")
    assert code == 0
    assert "release 3 has the facts of release 1 (0 added, 1 changed, 0 removed)" in out
    told = json.loads(line)
    assert (told["event"], told["release"], told["restores"]) == ("rollback", 3, 1)
    assert (told["note"], told["who"], told["files"]) == ("back", "office", {})
    code, out, (line,) = run(capsys, "withdraw", "2", "--reason", "a digit too many")
    assert code == 0
    assert "release 2 is withdrawn: a digit too many" in out
    told = json.loads(line)
    assert told.keys() == {"event", "release", "time", "who", "reason"}
    assert (told["release"], told["reason"]) == (2, "a digit too many")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("rollback", "9"), 1, "There is no release 9; the newest is 2"),
        (("rollback", "2"), 1, "Release 2 is the current one"),
        (("withdraw", "0", "--reason", "x"), 1, "There is no release 0"),
        (("withdraw", "1", "--reason", " "), 2, "Say why"),
        (("releases", "7"), 1, "There is no release 7"),
    ],
)
def test_what_is_refused_says_why(
    two: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    code: int,
    said: str,
) -> None:
    refused = run(capsys, *arguments)
    assert (refused[0], refused[1], len(refused[2])) == (code, "", 1)
    assert refused[2][0].startswith(said)


def test_withdrawn_once_is_enough(two: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "rollback", "1")
    run(capsys, "withdraw", "2", "--reason", "wrong")
    for arguments in (("withdraw", "2", "--reason", "again"), ("rollback", "2")):
        code, _, (said,) = run(capsys, *arguments)
        assert code == 1
        assert said.startswith("Release 2 stays as it is: withdrawn (")
        assert said.endswith(": wrong")


def test_without_a_release_each_command_says_so(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for arguments in (("rollback", "1"), ("withdraw", "1", "--reason", "x"), ("releases",)):
        code, _, (said,) = run(capsys, *arguments)
        assert code == 1
        assert said.startswith("Nothing has been loaded yet")


def test_the_list_tells_each_release(two: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "rollback", "1", "--note", "back")
    run(capsys, "withdraw", "2", "--reason", "wrong")
    now, wrong, first = run(capsys, "releases")[1].splitlines()
    assert now.startswith("Release 3 · current · ")
    assert now.endswith(" · office · 0 added, 1 changed, 0 removed · back · back to release 1")
    assert " · 张三 · 0 added, 1 changed, 0 removed · 二月 · withdrawn (" in wrong
    assert wrong.endswith(": wrong")
    assert first.endswith(" · office · 22 added, 0 changed, 0 removed · first")


def test_hours_are_those_of_the_setting(
    two: Path, sqlite_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    from zoneinfo import ZoneInfo

    newest = releases(connect(sqlite_url), ZoneInfo("Asia/Tokyo"))[0]
    assert f"{newest.moment:%Y-%m-%d %H:%M}" in run(capsys, "releases")[1].splitlines()[0]


def test_a_release_tells_its_rows_old_to_new(two: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = run(capsys, "releases", "2")[1].splitlines()
    assert lines[1:] == [
        "observations/coal.csv: 1 written, 1 ended",
        "Coal output · Guizhou · 2022 · s1: 12813万吨 → 128130万吨 (×10)",
    ]
    assert "not listed one by one" in run(capsys, "releases", "1")[1].splitlines()[-1]


def test_the_fields_of_the_log_are_documented() -> None:
    documented = {name.strip("` ") for row in rows("Publishing") for name in row.split(",")}
    assert documented == {"event", *FIELDS, "reason"}
