"""What the site offers as files loads again: the same facts, and nothing taken for another."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from sqlalchemy import Engine

from exports.tables.csv_table import observations_csv
from exports.tables.tracker_files import tracker_csv, tracker_xlsx
from loaders.check import check
from loaders.load import load
from loaders.problems import Problem
from store.engine import connect
from store.snapshot import ReleaseData
from targets.assessment import assess
from targets.tracker import tracked
from tests.conftest import TINY, write
from wording.context import Context
from wording.words import LANGUAGES, words

TODAY = date(2026, 6, 1)
COAL, TARGETS = "observations/coal.csv", "targets/coal.csv"
TRICKY = (
    "coal.output,520000,2021,12500,万吨,over,provisional,s1,=1+1,+1 more\n"
    "coal.share,520000,2021-06-30,…,%,exact,revised,s2,“引号”,-\n"
)


@pytest.fixture
def loaded(tiny: Path, sqlite_url: str) -> Engine:
    """A database with the tiny folder, whose figures have notes that look like formulas."""
    units = TINY["units.csv"] + "t,mass,1,t,t\nkt,mass,1000,kt,kt\n"
    write(tiny, {COAL: TINY[COAL] + TRICKY, "units.csv": units})
    engine = connect(sqlite_url)
    assert load(tiny, engine, today=TODAY).release == 1
    return engine


def downloaded(engine: Engine, lang: str) -> str:
    release = ReleaseData(engine, 1)
    return observations_csv(release.observations(), release.catalogue, words(lang))


def told(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    return [(problem.rule, problem.value) for problem in problems]


PASSED = {"zh": "发布者, 发布日期, 网址, 更正", "en": "publisher, published, url, correction"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_downloaded_csv_changes_nothing(tiny: Path, loaded: Engine, lang: str) -> None:
    text = downloaded(loaded, lang)
    (tiny / COAL).write_bytes(text.encode())
    outcome = load(tiny, loaded, today=TODAY)
    assert outcome.unchanged
    assert told(outcome.report.problems) == [("extra_columns", PASSED[lang])]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_download_kept_as_a_workbook_changes_nothing(
    tiny: Path, loaded: Engine, lang: str
) -> None:
    book = Workbook()
    for row in csv.reader(io.StringIO(downloaded(loaded, lang).removeprefix("\ufeff"))):
        book.active.append([_typed(cell) for cell in row])
    (tiny / COAL).unlink()
    book.save(tiny / "observations" / "coal.xlsx")
    assert load(tiny, loaded, today=TODAY).unchanged


def _typed(cell: str) -> str | float:
    """What a spreadsheet makes of a cell; figures as printed that end in 0 stay texts."""
    if cell.replace(".", "", 1).isdecimal() and not cell.endswith("0"):
        return float(cell)
    return cell


@pytest.mark.parametrize("lang", LANGUAGES)
def test_downloaded_targets_are_clean(tiny: Path, loaded: Engine, lang: str) -> None:
    release = ReleaseData(loaded, 1)
    context = Context(release.catalogue, release.info, words(lang))
    known = release.catalogue.indicators
    rows = [assess(t, known[t.indicator], (), TODAY, context.rules) for t in release.targets()]
    (tiny / TARGETS).write_bytes(tracker_csv(tracked(rows, known), context).encode())
    outcome = load(tiny, loaded, today=TODAY)
    assert outcome.unchanged
    assert [problem.rule for problem in outcome.report.problems] == ["extra_columns"]
    (tiny / TARGETS).unlink()
    book = tracker_xlsx(tracked(rows, known), context, "/targets")
    (tiny / "targets" / "coal.xlsx").write_bytes(book)
    outcome = load(tiny, loaded, today=TODAY)
    assert outcome.unchanged
    sheets = [p.value for p in outcome.report.problems if p.rule == "sheet_not_read"]
    assert sorted(sheets) == sorted(words(lang)(f"sheet.{name}") for name in ("method", "sources"))


def edited(engine: Engine, old: str, new: str) -> str:
    text = downloaded(engine, "zh")
    assert text.count(old) == 1, "the case must change one place"
    return text.replace(old, new)


@pytest.mark.parametrize(
    ("old", "new", "rule", "value"),
    [
        ("522600,黔东南州,2022,1.1", "522600,贵州省,2022,1.1", "name_differs", "贵州省"),
        ("占比,520000,贵州省,2022", "原煤产量,520000,贵州省,2022", "name_differs", "原煤产量"),
        ("2022,12813,万吨,12813.0", "2022,12813,万吨,12999", "converted_differs", "12999"),
        ("1.1,吨,0.00011,", "1.1,吨,1.1,", "converted_differs", "1.1"),
        ("2022,—,%,,", "2022,—,%,12,", "converted_differs", "12"),
    ],
)  # fmt: skip
def test_a_change_beside_what_is_taken_is_not_lost(
    tiny: Path, loaded: Engine, old: str, new: str, rule: str, value: str
) -> None:
    """Whoever changes the name and not the code, or the converted value, is told so."""
    (tiny / COAL).write_bytes(edited(loaded, old, new).encode())
    errors = check([tiny], tiny, TODAY).errors
    assert told(errors) == [(rule, value)]


def test_a_name_that_means_nothing_is_no_contradiction(tiny: Path, loaded: Engine) -> None:
    """The indicator has another name since the download."""
    named = TINY["indicators.csv"].replace("占比", "比重")
    (tiny / COAL).write_bytes(downloaded(loaded, "zh").encode())
    write(tiny, {"indicators.csv": named})
    assert check([tiny], tiny, TODAY).errors == ()


def test_an_english_word_of_several_units_is_the_unit_of_the_indicator(tiny: Path) -> None:
    units = TINY["units.csv"] + "桶,mass,160,barrel,t\n罐,mass,160,barrel,t\n"
    indicators = TINY["indicators.csv"].replace("Coal output,万吨", "Coal output,罐")
    lines = TINY[COAL].replace("2022,1.1,吨", "2022,1.1,barrel")
    write(tiny, {"units.csv": units, "indicators.csv": indicators, COAL: lines})
    assert check([tiny], tiny, TODAY).errors == ()
    write(tiny, {"indicators.csv": TINY["indicators.csv"]})
    (problem,) = check([tiny], tiny, TODAY).errors
    assert (problem.rule, problem.details["known"]) == ("ambiguous_name", "桶 罐")
