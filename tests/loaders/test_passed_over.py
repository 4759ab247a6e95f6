"""Files that a load does not read: each is named, or known to be none of the data."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine

from loaders.check import check
from loaders.console import check_command
from loaders.load import load
from tests.conftest import TINY
from tests.support.workbooks import xls

TODAY = date(2026, 6, 1)
NOT_READ = [
    "observations/coal.et",
    "observations/more.tsv",
    "observations/more.txt",
    "observations/coal.csv.bak",
    "observations/2024/coal.csv",
    "observations/a/b/coal.xlsx",
    "observations/more",
    "targets/coal.docx",
    "targets/old/coal.csv",
]
UNKNOWN = ["coal.csv", "new.txt", "inbox/coal.csv", "inbox/2024/06/coal.et", "sources.csv.bak"]
NO_DATA = [
    ".hidden/coal.csv",
    "observations/.coal.csv.swp",
    "observations/~$coal.xlsx",
    "six-bases.sqlite3",
    "six-bases.sqlite3-wal",
    "geo/guizhou.json",
    "recipes/monthly.toml",
    "observations/README.md",
    "observations/Thumbs.db",
]


def told(tiny: Path, name: str) -> list[tuple[str, str, bool]]:
    (tiny / name).parent.mkdir(parents=True, exist_ok=True)
    (tiny / name).write_text("x", encoding="utf-8")
    return [(p.rule, p.file, p.is_error) for p in check([tiny], tiny, TODAY).problems]


@pytest.mark.parametrize("name", NOT_READ)
def test_a_file_among_the_figures_that_is_not_read_is_an_error(tiny: Path, name: str):
    assert told(tiny, name) == [("not_read", name, True)]


@pytest.mark.parametrize("name", UNKNOWN)
def test_any_other_file_is_named(tiny: Path, name: str):
    assert told(tiny, name) == [("unknown_file", name, False)]


@pytest.mark.parametrize("name", NO_DATA)
def test_what_nobody_means_as_data_is_left_alone(tiny: Path, name: str):
    assert told(tiny, name) == []


def test_a_file_saved_under_another_ending_changes_nothing(tiny: Path, engine: Engine):
    load(tiny, engine, today=TODAY)
    coal = tiny / "observations/coal.csv"
    coal.rename(tiny / "observations/coal.et")
    outcome = load(tiny, engine, today=TODAY)
    assert [p.rule for p in outcome.report.errors] == ["missing_file", "not_read"]
    assert outcome.release is None


def test_two_forms_of_one_file_are_two_files(tiny: Path):
    rows = [line.split(",") for line in TINY["observations/coal.csv"].splitlines()]
    (tiny / "observations/coal.xls").write_bytes(xls(rows))
    (problem,) = check([tiny], tiny, TODAY).problems
    assert (problem.rule, problem.file) == ("two_files", "observations/coal.xls")


def test_a_single_file_of_another_kind_is_not_clean(tiny: Path, capsys: pytest.CaptureFixture[str]):
    path = tiny / "june.txt"
    path.write_text(TINY["observations/coal.csv"], encoding="utf-8")
    assert check_command([path], tiny, "zh", TODAY) == 1
    assert "另存为 .xlsx 或 CSV" in capsys.readouterr().out


def test_a_folder_that_is_no_data_folder_is_its_files(
    tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert check_command([tiny / "observations"], tiny, "en", TODAY) == 0
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "june.csv").write_text(TINY["observations/coal.csv"].replace("12813", "many"), "utf-8")
    (inbox / "june.tsv").write_text("x", encoding="utf-8")
    assert check_command([inbox], tiny, "en", TODAY) == 1
    told = capsys.readouterr().out
    assert "june.csv, row 2" in told
    assert "june.tsv: A file of this kind" in told
    assert "no such file" not in told
