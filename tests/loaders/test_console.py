"""The command line of the loaders: its sentences and its exit codes."""

from pathlib import Path

import pytest

from app import main
from loaders.console import check_command, load_command
from loaders.rules import RULES
from review.stops import STOPS
from store.engine import connect
from store.standing import current
from tests.conftest import TINY, write
from wording.words import words

COAL = "observations/coal.csv"


def test_a_load_says_what_changed_and_then_that_nothing_did(
    tiny: Path, sqlite_url: str, capsys: pytest.CaptureFixture[str]
):
    assert load_command(tiny, sqlite_url, "zh") == 0
    out = capsys.readouterr().out
    assert "已载入，版次 1" in out
    assert "观测值：新增 5，更改 0，移除 0" in out
    assert load_command(tiny, sqlite_url, "zh") == 0
    assert capsys.readouterr().out == "没有变化\n"
    assert load_command(tiny, sqlite_url, "en") == 0
    assert capsys.readouterr().out == "unchanged\n"


def test_a_check_names_place_sentence_and_remedy(tiny: Path, capsys: pytest.CaptureFixture[str]):
    write(tiny, {COAL: TINY[COAL].replace("522600,2022,1.1,吨", "522600,2022,1.1,顿")})
    assert check_command([tiny], tiny, "en") == 1
    assert capsys.readouterr().out.splitlines() == [
        "Error: observations/coal.csv, row 4, column unit: There is no unit “顿”. "
        "Enter it in units.csv first, or use a name or code that is there. [unknown_unit]",
        "Listed: errors 1, warnings 0",
    ]


def test_a_clean_check_says_so(tiny: Path, capsys: pytest.CaptureFixture[str]):
    assert check_command([tiny / COAL], tiny, "zh") == 0
    assert capsys.readouterr().out == "没有错误\n"


def test_a_path_that_is_not_there_is_wrong_usage(tiny: Path, capsys: pytest.CaptureFixture[str]):
    assert check_command([tiny / "nothing"], tiny, "en") == 2
    assert load_command(tiny / "nothing", "sqlite://", "en") == 2
    assert capsys.readouterr().err.count("There is no") == 2


def test_a_database_that_cannot_be_opened_is_a_sentence(
    tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert load_command(tiny, f"sqlite:///{tmp_path}/none/facts.sqlite3", "en") == 1
    assert capsys.readouterr().err.startswith("The database could not be written (unable to open")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_rule_has_a_sentence_and_a_remedy(lang: str):
    say = words(lang)
    holes = (
        "value",
        "nearest",
        "known",
        "expected",
        "file",
        "row",
        "columns",
        "year",
        "missing",
        "code",
        "address",
        "stored",
        "rows",
        "header",
        "printed",
    )
    values = dict.fromkeys(holes, "x")
    for rule in RULES:
        assert say(f"rule.{rule}", **values)
        assert say(f"rule.{rule}.remedy", **values)


def test_a_stop_is_told_with_the_command_that_accepts_it(
    tiny: Path, sqlite_url: str, capsys: pytest.CaptureFixture[str]
):
    assert load_command(tiny, sqlite_url, "en") == 0
    write(tiny, {COAL: TINY[COAL].replace("coal.share,522600,2022,—,%,exact,actual,s1,,\n", "")})
    capsys.readouterr()
    assert load_command(tiny, sqlite_url, "en") == 1
    told = capsys.readouterr()
    assert told.out.splitlines() == [
        "Stop: rows removed: 1, from observations/coal.csv (1). [rows-gone]",
        "  Share · Qiandongnan · 2022 · s1: —",
    ]
    assert told.err.splitlines()[-1].endswith("load again with --accept rows-gone")
    assert load_command(tiny, sqlite_url, "en", accept=["rows-gone"]) == 0
    assert "Loaded as release 2" in capsys.readouterr().out


def test_a_file_moved_away_leaves_the_release_that_is_served(
    tiny: Path, sqlite_url: str, capsys: pytest.CaptureFixture[str]
):
    write(tiny, {"observations/more.csv": TINY[COAL].replace(",2022,", ",2021,")})
    write(tiny, {COAL: TINY[COAL]})
    moved = (tiny / "observations/more.csv").read_text("utf-8").replace("2023-H1", "2021-H1")
    write(tiny, {"observations/more.csv": moved})
    assert load_command(tiny, sqlite_url, "zh") == 0
    (tiny / "observations/more.csv").rename(tiny.parent / "more.csv")
    assert load_command(tiny, sqlite_url, "zh") == 1
    assert "[file-gone]" in capsys.readouterr().out
    assert current(connect(sqlite_url)) == 1


def test_an_unknown_stop_is_wrong_usage(tiny: Path, capsys: pytest.CaptureFixture[str]):
    assert load_command(tiny, "sqlite://", "zh", accept=["rows-gone", "everything"]) == 2
    told = capsys.readouterr().err
    assert all(name in told for name in STOPS)


def test_stops_are_accepted_several_by_comma_and_again(
    tiny: Path, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("SIXBASES_DATABASE_URL", sqlite_url)
    monkeypatch.setenv("SIXBASES_DATA", str(tiny))
    write(
        tiny,
        {"areas.csv": "base,kind,name_zh,name_en,region,source\ncoal,core,核,Core,522600,s1\n"},
    )
    assert main(["load"]) == 0
    (tiny / "areas.csv").unlink()
    write(tiny, {COAL: TINY[COAL].replace("12813", "1281300")})
    assert main(["load", "--accept", "rows-gone"]) == 1
    assert main(["load", "--accept", "rows-gone,file-gone", "--accept", "off-series"]) == 0
