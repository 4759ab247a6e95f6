"""What a load would publish: told before it, the same as it then does, and nothing written."""

import hashlib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from sqlalchemy import Engine

from app import main
from loaders.check import judge
from loaders.check_console import Comparison
from loaders.console import check_command
from loaders.load import load
from loaders.preview import preview
from store.engine import connect
from tests.support.tiny_folder import TINY, write

TODAY = date(2026, 6, 1)
COAL, TARGETS = "observations/coal.csv", "targets/coal.csv"
HEAD, *ROWS = TINY[COAL].splitlines(keepends=True)
MET = "coal.output,520000,2022,12000,万吨,>=,annual,s2,,\n"
FIRST = TINY | {TARGETS: TINY[TARGETS] + MET}
OTHER = "coal.output,520000,2022,12000,万吨,exact,actual,s2,,\n"


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def published(tiny: Path, tmp_path: Path) -> Path:
    """The database of the tiny folder, closed."""
    path = tmp_path / "facts.sqlite3"
    engine = connect(f"sqlite:///{path}")
    assert load(write(tiny, FIRST), engine, today=TODAY).release == 1
    engine.dispose()
    return path


def compared(paths: list[Path], tiny: Path, database: Path, **more: object) -> int:
    comparison = Comparison(f"sqlite:///{database}", is_told=True, **more)  # type: ignore[arg-type]
    return check_command(paths, tiny, "en", TODAY, comparison)


def test_all_that_a_load_would_change_is_told_and_nothing_written(
    tiny: Path, published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = digest(published)
    write(tiny, {COAL: HEAD + "".join(ROWS[:4]).replace("12813,", "11000,") + OTHER})
    assert compared([tiny], tiny, published) == 1
    told = capsys.readouterr()
    early, *lines = told.out.splitlines()
    assert early.endswith("[early_target]")
    assert lines == [
        "Listed: errors 0, warnings 1",
        "No errors",
        "A load would add 1, change 1, remove 1 rows",
        "Rows added: 1",
        "  Coal output · Guizhou · 2022 · s2: 12000万吨",
        "Rows changed: 1",
        "  Coal output · Guizhou · 2022 · s1: 12813万吨 → 11000万吨 (−14.1%)",
        "Rows removed: 1",
        "  Share · Qiandongnan · 2022 · s1: —",
        "Sources that come to disagree: 1",
        "  Coal output · Guizhou · 2022: s1 11000万吨, s2 12000万吨",
        "Targets whose verdict changes: 1",
        "  Coal output · Guizhou · 2022 · s2: ≥12000 × 10 kt: Achieved → Missed "
        "(2022 12813万吨 → 2022 11000万吨)",
        "Stop: rows removed: 1, from observations/coal.csv (1). [rows-gone]",
        "  Share · Qiandongnan · 2022 · s1: —",
        "Stop: targets that were met and would be met no more: 1. [verdict-flips]",
        "  Coal output · Guizhou · 2022 · s2: ≥12000 × 10 kt: Achieved → Missed "
        "(2022 12813万吨 → 2022 11000万吨)",
    ]
    assert told.err.endswith("load with --accept rows-gone,verdict-flips\n")
    assert digest(published) == before


def test_a_check_of_a_file_says_in_a_line_what_a_load_would_change(
    tiny: Path, published: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIXBASES_DATABASE_URL", f"sqlite:///{published}")
    monkeypatch.setenv("SIXBASES_DATA", str(tiny))
    monkeypatch.setenv("SIXBASES_LANG", "en")
    before = digest(published)
    desk = write(tiny.parent / "desk", {"new.csv": HEAD + OTHER.replace("2022", "2021")})
    assert main(["check", str(desk / "new.csv")]) == 0
    assert capsys.readouterr().out == "No errors\nA load would add 1, change 0, remove 0 rows\n"
    assert main(["check"]) == 0
    assert capsys.readouterr().out.endswith("No errors\nA load would change nothing\n")
    write(tiny, {"events.csv": "strange\n1\n"})
    assert main(["check", str(desk / "new.csv")]) == 0
    assert "Other files of the data folder have errors" in capsys.readouterr().out
    assert digest(published) == before


def test_a_file_given_for_another_removes_what_it_lacks(
    tiny: Path, published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = write(tiny.parent / "desk", {"coal.csv": HEAD + "".join(ROWS[1:])})
    assert compared([desk / "coal.csv"], tiny, published) == 1
    told = capsys.readouterr().out
    assert "remove 1 rows" in told
    assert "[rows-gone]" in told
    assert "[file-gone]" not in told


def test_a_check_makes_no_database(tiny: Path, tmp_path: Path) -> None:
    assert compared([tiny], tiny, tmp_path / "none.sqlite3") == 0
    assert not (tmp_path / "none.sqlite3").exists()


def test_a_database_that_is_none_is_said(
    tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "broken.sqlite3").write_text("no database at all" * 100)
    assert compared([tiny], tiny, tmp_path / "broken.sqlite3") == 1
    assert "The database could not be read" in capsys.readouterr().err


def test_errors_are_told_and_nothing_is_compared(
    tiny: Path, published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tiny, {COAL: TINY[COAL].replace("12813", "many")})
    assert compared([tiny], tiny, published) == 1
    assert "A load would" not in capsys.readouterr().out


PERIODS = [f"{year}" for year in range(2000, 2024)]
FIGURES = st.dictionaries(
    st.tuples(st.sampled_from(PERIODS), st.sampled_from(["520000", "522600"])),
    st.integers(1, 20_000),
    min_size=1,
    max_size=12,
)


def text(figures: dict[tuple[str, str], int]) -> str:
    return HEAD + "".join(
        f"coal.output,{region},{period},{value},万吨,exact,actual,s1,,\n"
        for (period, region), value in figures.items()
    )


@given(first=FIGURES, second=FIGURES)
@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_preview_is_what_the_load_then_does(
    tmp_path_factory: pytest.TempPathFactory,
    first: dict[tuple[str, str], int],
    second: dict[tuple[str, str], int],
) -> None:
    place = tmp_path_factory.mktemp("preview")
    engine = connect(f"sqlite:///{place / 'facts.sqlite3'}")
    folder = write(place / "data", FIRST | {COAL: text(first)})
    assert load(folder, engine, today=TODAY).release == 1
    write(folder, {COAL: text(second)})
    (judged,) = judge([folder], folder, TODAY)
    before = preview(judged.checked, engine, TODAY)
    assert before is not None
    names = [stop.name for stop in before.review.stops] if before.review else []
    if names:
        stopped = load(folder, engine, today=TODAY)
        assert [stop.name for stop in stopped.stops] == names
        assert stopped.changes == before.changes
    outcome = load(folder, engine, today=TODAY, accept=names)
    assert outcome.changes == before.changes
    assert outcome.unchanged == (before.review is None)
    engine.dispose()


def marked(paths: list[Path], tiny: Path, published: Path) -> Workbook:
    out = tiny.parent / "marked.xlsx"
    compared(paths, tiny, published, marked=out)
    return load_workbook(out)


def test_a_csv_becomes_a_workbook_with_its_problems_at_their_cells(
    tiny: Path, published: Path
) -> None:
    rows = OTHER.replace("2022", "2021").replace("12000", "=1+1") + OTHER.replace("s2", "s9")
    desk = write(tiny.parent / "desk", {"new.csv": HEAD + rows})
    before = digest(published)
    book = marked([desk / "new.csv"], tiny, published)
    sheet = book["new.csv"]
    comments = {c.coordinate: c.comment.text for row in sheet for c in row if c.comment}
    assert sorted(comments) == ["D2", "H3"]
    assert "“=1+1” is not a number. Write digits only" in comments["D2"]
    assert (sheet["D2"].value, sheet["D2"].data_type) == ("=1+1", "s")
    assert (sheet["B2"].value, sheet["B2"].data_type) == ("520000", "s")
    assert sheet["D2"].fill.fgColor.rgb.endswith("F8CBAD")
    rules = [row[-1] for row in book["Problems"].iter_rows(min_row=2, values_only=True)]
    assert rules == ["not_a_number", "unknown_source"]
    assert digest(published) == before


def test_a_workbook_is_marked_in_a_copy_of_itself(tiny: Path, published: Path) -> None:
    book = Workbook()
    book.active.title = "煤炭"
    book.active.append(
        ["指标", "地区", "时期", "数值", "单位", "口径", "状态", "来源", "备注", "英文备注"]
    )
    row = ["coal.output", "520000", "2021", 12000.5, "万吨", "exact", "actual", "s2", "", ""]
    book.active.append(row)
    book.active["K1"] = None
    book.active["D2"].number_format = "0.00"
    book.active.append([*row[:2], "2020", 1, "顿", *row[5:]])
    book.active.append([*row[:2], "2019", 1, "顿", *row[5:]])
    desk = tiny.parent / "desk"
    desk.mkdir()
    book.save(desk / "new.xlsx")
    before = digest(desk / "new.xlsx")
    copy = marked([desk / "new.xlsx"], tiny, published)
    sheet = copy["煤炭"]
    assert (sheet["D2"].value, sheet["D2"].number_format) == (12000.5, "0.00")
    assert [c.coordinate for r in sheet for c in r if c.comment] == ["E3", "E4"]
    assert copy.sheetnames == ["煤炭", "Problems", "Differences"]
    assert digest(desk / "new.xlsx") == before


def test_each_sheet_of_a_workbook_is_marked_below_its_own_header(
    tiny: Path, published: Path
) -> None:
    book = Workbook()
    first, second = book.active, book.create_sheet("下半年")
    first.title = "上半年"
    for sheet, year in ((first, "2019"), (second, "2018")):
        sheet.append(["各市州产量"])
        sheet.append(HEAD.strip().split(","))
        sheet.append(["coal.output", "520000", year, 12000, "顿", "exact", "actual", "s2", "", ""])
    second.append(["=1+1", "520000", "2017", "=2+2", "万吨", "exact", "actual", "s2", "", ""])
    second.merge_cells("I4:J4")
    desk = tiny.parent / "desk"
    desk.mkdir()
    book.save(desk / "new.xlsx")
    copy = marked([desk / "new.xlsx"], tiny, published)
    for title in ("上半年", "下半年"):
        assert "“顿”" in copy[title]["E3"].comment.text
    assert (copy["下半年"]["D4"].value, copy["下半年"]["D4"].data_type) == ("=2+2", "s")
    assert "“=2+2”" in copy["下半年"]["D4"].comment.text


def test_several_files_are_sheets_of_one_workbook(tiny: Path, published: Path) -> None:
    bad = HEAD + OTHER.replace("2022", "2021").replace("万吨", "顿")
    desk = write(tiny.parent / "desk", {"a.csv": bad, "b.csv": bad.replace("2021", "2020")})
    book = marked([desk / "a.csv", desk / "b.csv"], tiny, published)
    assert book.sheetnames == ["a.csv", "b.csv", "Problems", "Differences"]
    assert all(book[name]["E2"].comment for name in ("a.csv", "b.csv"))


def test_a_marked_workbook_lists_all_differences(tiny: Path, published: Path) -> None:
    write(tiny, {COAL: HEAD + "".join(ROWS[:4]).replace("12813,", "11000,") + OTHER})
    book = marked([tiny], tiny, published)
    rows = list(book["Differences"].iter_rows(min_row=2, values_only=True))
    assert [row[0] for row in rows] == [
        "Stop", "Stop", "Verdict", "Disagreement", "Removed", "Changed", "Added",
    ]  # fmt: skip
    assert rows[5][1:] == (
        COAL, "Coal output · Guizhou · 2022 · s1", "12813万吨", "11000万吨", "−14.1%",
    )  # fmt: skip


@pytest.mark.parametrize("name", ["new.csv", "marked.xls"])
def test_a_marked_copy_is_written_over_nothing(
    tiny: Path, published: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = write(tiny.parent / "desk", {"new.csv": HEAD})
    assert compared([desk / "new.csv"], tiny, published, marked=desk / name) == 2
    assert name in capsys.readouterr().err
    assert (desk / "new.csv").read_text("utf-8") == HEAD


def test_postgresql_keeps_nothing_of_a_preview(tiny: Path, engine: Engine) -> None:
    assert load(write(tiny, FIRST), engine, today=TODAY).release == 1
    write(tiny, {COAL: HEAD + "".join(ROWS[1:])})
    (judged,) = judge([tiny], tiny, TODAY)
    for _ in range(2):
        found = preview(judged.checked, engine, TODAY, with_conflicts=True)
        assert found is not None
        assert found.totals.removed == 1
    write(tiny, FIRST)
    assert load(tiny, engine, today=TODAY).unchanged
