"""Inputs as offices sent them, each with what comes of it: a file beside this test is one.

They join a folder that holds the published catalogue, and no figure but what a case names.
"""

import csv
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from indicators.precedence import reported
from indicators.vocabulary import MISSING
from loaders.adopting.command import adopt_command
from loaders.adopting.request import Request
from loaders.check import check
from loaders.load import load
from loaders.problems import Problem
from review.assessed import assessments
from store import schema
from store.engine import connect
from store.snapshot import ReleaseData
from targets.rules import TargetStatus, rule_book

HERE = Path(__file__).parent
DATA = HERE.parents[1] / "data"
TODAY = date(2026, 11, 24)
GUIYANG_COAL = ("coal.raw_coal_output", "522300")


@dataclass(frozen=True)
class Loaded:
    """The figures that a file gives, by indicator, region, period; in the indicator's unit."""

    figures: dict[tuple[str, str, str], float]
    named: tuple[str, ...] = ()  # the rules that say what was passed over or looks odd


@dataclass(frozen=True)
class Refused:
    """A file that is not loaded: each problem as its rule, row and what its place names."""

    problems: tuple[tuple[str, int | None, str], ...]


def figure(period: str, value: float) -> dict[tuple[str, str, str], float]:
    return {(*GUIYANG_COAL, period): value}


CASES: dict[str, Loaded | Refused] = {
    "01-percent-cell/percent.xlsx": Loaded(
        {
            ("coal.basic_energy_va_growth", "520000", "2024"): 15.3,
            ("coal.auxiliary_automation", "520000", "2024"): 15.3,
            ("coal.auxiliary_automation", "520300", "2024"): 100.0,
        },
        ("early_actual",),
    ),
    "02-month-as-date/months.xlsx": Loaded(figure("2022-06", 82.0) | figure("2022-07", 83.0)),
    "03-error-cells/errors.xlsx": Refused(
        tuple(("error_value", row, "value") for row in (2, 3, 4))
    ),
    "08-files-passed-over/zz.txt": Refused((("not_read", None, ""),)),
    "08-files-passed-over/zz.xlsm": Loaded(figure("2021", 1.0)),
    "09-sheets-and-columns/hidden-first.xlsx": Loaded(figure("2022", 2.0), ("hidden_sheet",)),
    "09-sheets-and-columns/two-sheets.xlsx": Loaded(figure("2021", 1.0) | figure("2022", 2.0)),
    "09-sheets-and-columns/beyond-header.xlsx": Refused((("beyond_header", 2, "J"),)),
    "10-wrong-hint/chinese-words.csv": Refused(
        (
            ("unknown_indicator", 2, "indicator"),  # 规上工业原煤产量, or that of the offices?
            ("empty_cell", 4, "qualifier"),
            ("empty_cell", 4, "status"),
            ("unknown_source", 6, "source"),
        )
    ),
    "14-blank-first-line/blank-first.csv": Loaded(figure("2021", 1.0)),
    "17-message-of-the-cause/semicolon.csv": Loaded(figure("2021", 1.0)),
    "17-message-of-the-cause/sep-line.csv": Loaded(figure("2021", 1.0)),
    "17-message-of-the-cause/title-row.csv": Loaded(figure("2021", 1.0), ("title_rows",)),
    "17-message-of-the-cause/unicode-text.csv": Loaded(figure("2021", 1.0)),
    "17-message-of-the-cause/zero-width.csv": Loaded(figure("2021", 1.0)),
}


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published catalogue with no figures: tables that name nothing have their heads alone."""
    folder = tmp_path_factory.mktemp("catalogue")
    for spec in schema.SPECS:
        if spec.name in schema.CATALOGUE:
            shutil.copy(DATA / f"{spec.name}.csv", folder)
        elif not spec.folder:
            (folder / f"{spec.name}.csv").write_text(",".join(spec.names) + "\n", "utf-8")
    for name in ("observations", "targets"):
        (folder / name).mkdir()
        head = ",".join(schema.BY_NAME[name].names) + "\n"
        (folder / name / "none.csv").write_text(head, "utf-8")
    return folder


@pytest.fixture
def folder(catalogue: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(catalogue, tmp_path / "data"))


@pytest.mark.parametrize("case", CASES)
def test_each_input_gives_what_it_shows_or_says_why_not(case: str, folder: Path, tmp_path: Path):
    shutil.copy(HERE / case, folder / "observations")
    engine = connect(f"sqlite:///{tmp_path / 'facts.sqlite3'}")
    outcome = load(folder, engine, today=TODAY)
    expected = CASES[case]
    if isinstance(expected, Refused):
        assert outcome.release is None
        assert [place(problem) for problem in outcome.report.errors] == [*expected.problems]
    else:
        assert outcome.report.errors == ()
        assert {problem.rule for problem in outcome.report.warnings} == {*expected.named}
        shown = ReleaseData(engine, 1).observations()
        assert {(o.indicator, o.region, o.period): o.value for o in shown} == expected.figures
    engine.dispose()


def test_a_hint_is_near_or_there_is_none(folder: Path, tmp_path: Path) -> None:
    shutil.copy(HERE / "10-wrong-hint/chinese-words.csv", folder / "observations")
    outcome = load(folder, connect(f"sqlite:///{tmp_path / 'facts.sqlite3'}"), today=TODAY)
    hints = {problem.rule: problem.details.get("nearest", "") for problem in outcome.report.errors}
    assert hints["unknown_indicator"] == "coal.raw_coal_output"
    assert hints["unknown_source"] == ""


def test_all_spellings_of_a_moment_are_one(folder: Path, tmp_path: Path) -> None:
    for name in ("observations", "targets"):
        shutil.copy(HERE / f"05-stock-one-moment/{name}.csv", folder / name / "zz.csv")
    engine = connect(f"sqlite:///{tmp_path / 'facts.sqlite3'}")
    assert load(folder, engine, today=TODAY).release == 1
    release = ReleaseData(engine, 1)
    targets = assessments(release, None, TODAY, rule_book()).values()
    assert {one.status for one in targets} == {TargetStatus.MISSED}
    assert [one.latest and one.latest.value for one in targets] == [100.0, 100.0]
    of_2023 = [one for one in reported(release.observations(), release.catalogue) if one.conflicts]
    assert [(one.shown.value, one.conflicts[0].value) for one in of_2023] == [(100.0, 150.0)] * 2
    engine.dispose()


# What a file gives with the figures of the published folder: the rules, by row.
JOINING = {
    "13-check-of-one-file/slip.csv": {("unit_slip", 2)},
    "13-check-of-one-file/duplicate.csv": {("unit_slip", 2)},
}


@pytest.mark.parametrize("case", JOINING)
def test_a_file_is_judged_within_the_data_it_joins(case: str) -> None:
    found = {(problem.rule, problem.row) for problem in check([HERE / case], DATA, TODAY).problems}
    assert found - {("early_actual", 2)} == JOINING[case]


def test_a_row_that_the_data_hold_already_is_named_with_its_file(
    folder: Path, tmp_path: Path
) -> None:
    there = folder / "observations" / "coal.csv"
    text = (HERE / "13-check-of-one-file/duplicate.csv").read_text("utf-8-sig")
    there.write_text(text.replace("15300000", "15300"), "utf-8")
    given = shutil.copy(HERE / "13-check-of-one-file/duplicate.csv", tmp_path)
    problems = check([Path(given)], folder, TODAY).errors
    assert [(p.rule, p.row, p.details["file"]) for p in problems] == [
        ("duplicate_key", 2, "observations/coal.csv")
    ]


# What a table as offices keep it gives beside the rows in its `.expected.csv`.
WIDE = {
    "years-across.xlsx": set[str](),
    "bulletin.xlsx": {
        "coal.power_generation",
        "coal.power_generation_growth",
        "coal.hydro_generation_growth",
    },
    "indicators-across.csv": set[str](),
    "portal-rows.csv": set[str](),
}


@pytest.mark.parametrize("name", WIDE)
def test_a_wide_table_gives_its_rows(name: str, folder: Path) -> None:
    file = HERE / "wide" / name
    asked = {"region": "520000"} if name == "bulletin.xlsx" else {}
    proposed = Request(file, folder, source="cppcc-2023", save="form", **asked)
    assert adopt_command(proposed, "zh", TODAY) == 0
    assert adopt_command(Request(file, folder), "zh", TODAY) == 0
    given = rows(folder / "observations" / f"{file.stem}.csv")
    expected = rows(file.with_name(f"{file.stem}.expected.csv"))
    assert expected.items() <= given.items()
    assert {indicator for indicator, *_ in given.keys() - expected.keys()} == WIDE[name]


def rows(path: Path) -> dict[tuple[str, str, str], tuple[float | None, str, str]]:
    """Value, unit and status by indicator, region and period; None for a value not published."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {
            (row["indicator"], row["region"], row["period"]): (
                float(row["value"]) if row["value"] not in ("", *MISSING) else None,
                row["unit"],
                row["status"],
            )
            for row in csv.DictReader(file)
        }


def place(problem: Problem) -> tuple[str, int | None, str]:
    return problem.rule, problem.row, problem.column
