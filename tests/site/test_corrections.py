"""A known error of a source: corrected at the load, marked wherever the figure is shown."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from flask.testing import FlaskClient
from openpyxl import load_workbook

from app import create_app
from callbacks.settings import Settings
from exports.tables.csv_table import observations_csv
from figures.frame import passport_of
from loaders.load import Outcome, check, load
from store.engine import connect
from store.snapshot import ReleaseData
from tests.support.rendered import page
from tests.support.tiny_folder import TINY, write
from wording.words import words

DAY = date(2024, 6, 1)
HEAD = "indicator,region,period,source,field,stated,corrected,reason_zh,reason_en,date\n"
FIGURES = "observations/coal.csv"
VALUE = "coal.output,520000,2022,s1,value,12813,12831,数字颠倒,Digits swapped,2024-05-01\n"
UNIT = "原煤产量,贵州,2022年,统计公报,单位,万吨,吨,单位错误,Wrong unit,2024-05-02\n"
STATUS = (
    "coal.output,520000,2022-12/ytd,s1,status,actual,初步数,应为快报,A first figure,2024-05-03\n"
)


def loaded(tiny: Path, url: str, *lines: str, accept: tuple[str, ...] = ()) -> Outcome:
    write(tiny, {"corrections.csv": HEAD + "".join(lines)})
    engine = connect(url)
    outcome = load(tiny, engine, today=DAY, accept=accept)
    engine.dispose()
    return outcome


def figure(url: str, number: int) -> tuple[str, float | None, str, str]:
    """The province's output of 2022, as a release has it."""
    engine = connect(url)
    rows = ReleaseData(engine, number).observations()
    engine.dispose()
    (row,) = [r for r in rows if (r.indicator, r.region) == ("coal.output", "520000")
              and r.period == "2022"]  # fmt: skip
    return row.printed, row.value, row.unit, row.status.value


def test_what_is_stated_is_replaced_by_what_is_right(tiny: Path, sqlite_url: str) -> None:
    outcome = loaded(tiny, sqlite_url, VALUE, UNIT, STATUS)
    assert {problem.rule for problem in outcome.report.problems} == {"unit_slip"}  # by the unit
    assert outcome.changes["corrections"].added == 3
    assert figure(sqlite_url, 1) == ("12831", 1.2831, "吨", "provisional")


def test_a_number_is_the_same_however_it_is_written(tiny: Path, sqlite_url: str) -> None:
    line = VALUE.replace("12813,12831", '"１2,813.0","12,831"')
    assert loaded(tiny, sqlite_url, line).report.problems == ()
    assert figure(sqlite_url, 1)[0] == "12831"


def test_a_missing_figure_can_be_one(tiny: Path, sqlite_url: str) -> None:
    assert loaded(tiny, sqlite_url, VALUE.replace("12831", "…")).report.problems == ()
    assert figure(sqlite_url, 1)[:2] == ("…", None)


def test_without_the_correction_the_printed_figure_is_back(tiny: Path, sqlite_url: str) -> None:
    loaded(tiny, sqlite_url, VALUE)
    outcome = loaded(tiny, sqlite_url, accept=("rows-gone",))
    assert outcome.changes["observations"].changed == 1
    assert outcome.changes["corrections"].removed == 1
    assert figure(sqlite_url, 2)[0] == "12813"
    assert figure(sqlite_url, 1)[0] == "12831"


def test_a_source_that_says_otherwise_by_now_is_not_corrected(tiny: Path, sqlite_url: str) -> None:
    loaded(tiny, sqlite_url, VALUE)
    write(tiny, {FIGURES: TINY[FIGURES].replace("12813", "12820")})
    outcome = loaded(tiny, sqlite_url, VALUE, accept=("rows-gone",))
    (problem,) = outcome.report.problems
    assert (problem.rule, problem.file, problem.row) == ("stale_correction", "corrections.csv", 2)
    assert (problem.value, problem.details["printed"]) == ("12813", "12820")
    assert figure(sqlite_url, 2)[0] == "12820"
    engine = connect(sqlite_url)
    assert not any(row.corrections for row in ReleaseData(engine, 2).observations())
    engine.dispose()


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("12831", "z", "not_a_number"),
        ("value,12813,12831", "unit,万吨,万顿", "unknown_unit"),
        ("value,12813,12831", "status,actual,sure", "unknown_word"),
        ("value,", "colour,", "unknown_word"),
        ("520000", "999999", "unknown_region"),
        ("12831", "", "empty_cell"),
        ("value,12813,12831", "unit,万吨,%", "unit_dimension"),
    ],
)
def test_a_correction_that_cannot_be_is_an_error(tiny: Path, old: str, new: str, rule: str) -> None:
    write(tiny, {"corrections.csv": HEAD + VALUE.replace(old, new)})
    assert [p.rule for p in check([tiny], tiny, DAY).problems] == [rule]


@pytest.fixture(scope="module")
def corrected(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """A dashboard whose first release has an error that its second corrects."""
    place = tmp_path_factory.mktemp("corrected")
    tiny, url = write(place / "data", TINY), f"sqlite:///{place / 'facts.sqlite3'}"
    write(tiny, {"units.csv": TINY["units.csv"] + "kt,mass,1000,kt,kt\n"})
    engine = connect(url)
    load(tiny, engine, today=DAY)
    engine.dispose()
    assert loaded(tiny, url, VALUE).release == 2
    return create_app(Settings(data=tiny, database_url=url)).server.test_client()


def test_the_card_has_both_figures_with_reason_and_date(corrected: FlaskClient) -> None:
    text = page(corrected, "/figure/coal.output?period=2022").text
    assert "原煤产量12831万吨（来源原文有误，已更正）（据统计局" in text
    assert "更正后12831万吨" in "".join(text.split())
    assert "原文12813万吨" in "".join(text.split())
    for said in ("已更正", "数字颠倒", "2024年5月1日"):
        assert said in text
    english = page(corrected, "/figure/coal.output?period=2022&lang=en").text
    for said in ("corrected", "Digits swapped", "1 May 2024"):
        assert said in english
    before = page(corrected, "/figure/coal.output?period=2022&asof=1").text
    assert "已更正" not in before
    assert "12831" not in before


@pytest.mark.parametrize(
    "path",
    ["/indicator/coal.output", "/base/coal", "/region/520000", "/releases?number=2"],
)
def test_pages_answer_and_mark_it(corrected: FlaskClient, path: str) -> None:
    answer = corrected.get(path)
    assert answer.status_code == 200
    if path.startswith("/releases"):
        assert "12813 → 12831" in page(corrected, path).text
    if path.startswith("/indicator"):
        text = page(corrected, path).text
        assert "12813万吨" in text  # as printed
        assert "实际数，已更正" in text
        assert "数值原文为“12813”，更正为“12831”：数字颠倒（2024年5月1日）" in text


def test_a_picture_from_before_is_told_what_was_corrected(corrected: FlaskClient) -> None:
    figure = corrected.get("/chart/trend.json?indicator=coal.output&asof=1").get_json()
    asked = f"/verify?passport={passport_of(figure)}&chart=trend&indicator=coal.output"
    text = page(corrected, asked).text
    assert "12813万吨" in text
    assert "12831万吨 · 已更正" in text


def test_a_download_says_it_in_a_column(corrected: FlaskClient) -> None:
    for path in ("/data/coal.output.csv", "/chart/trend.csv?indicator=coal.output"):
        text = corrected.get(path).get_data(as_text=True).removeprefix("\ufeff")
        rows = {r["时期"]: r for r in csv.DictReader(io.StringIO(text)) if r["地区"] == "贵州省"}
        assert (rows["2022"]["原文数值"], rows["2022"]["换算值"]) == ("12813", "12831.0")
        assert rows["2022"]["更正"].startswith("数值原文为“12813”，更正为“12831”")
        assert rows["2023-H1"]["更正"] == ""


def test_a_download_loads_as_what_it_shows(tiny: Path, sqlite_url: str) -> None:
    loaded(tiny, sqlite_url, VALUE)
    engine = connect(sqlite_url)
    release = ReleaseData(engine, 1)
    text = observations_csv(release.observations(), release.catalogue, words("zh"))
    write(tiny, {FIGURES: text})
    outcome = load(tiny, engine, today=DAY)
    engine.dispose()
    assert outcome.report.errors == ()
    assert outcome.unchanged


def test_reports_note_it(corrected: FlaskClient) -> None:
    assert "已更正：贵州2022年原煤产量" in _text(corrected.get("/report/coal.docx").data)
    book = load_workbook(io.BytesIO(corrected.get("/report/coal.xlsx").data))
    cells = [str(c) for sheet in book for row in sheet.iter_rows(values_only=True) for c in row]
    assert any(cell.startswith("数值原文为“12813”") for cell in cells)


def _text(data: bytes) -> str:
    """All words of a Word document."""
    document = Document(io.BytesIO(data))
    cells = [c.text for table in document.tables for row in table.rows for c in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])
