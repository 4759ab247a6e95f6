"""Files of the first edition, with one note and one publisher in either language, still load."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine

from loaders.load import check, load
from store.snapshot import Filter, ReleaseData
from tests.support.tiny_folder import TINY, write

TODAY = date(2026, 6, 1)
OBSERVATIONS = """indicator,region,period,value,unit,qualifier,status,source,note
coal.output,520000,2022,12813,万吨,exact,actual,s1,
coal.output,520000,2023-H1,6500.40,万吨,about,actual,s1,上半年
coal.output,522600,2022,1.1,吨,exact,actual,s2,single month
"""
SOURCES = """id,title,publisher,published,url,kind,carrier,note
s1,统计公报,统计局,2024-03-20,,statistics,original,
s2,Report,China Daily,2023-01,https://example.org/,press,original,"as of publication"
"""
FIRST = {"observations/coal.csv": OBSERVATIONS, "sources.csv": SOURCES}


@pytest.fixture
def release(tiny: Path, engine: Engine) -> ReleaseData:
    outcome = load(write(tiny, FIRST), engine, today=TODAY)
    assert (outcome.release, outcome.report.problems) == (1, ())
    return ReleaseData(engine, 1)


def test_a_note_goes_into_the_language_it_is_written_in(release: ReleaseData) -> None:
    rows = release.observations(Filter(["coal.output"]))
    assert [(row.note_zh, row.note_en) for row in rows] == [
        ("", ""), ("上半年", ""), ("", "single month"),
    ]  # fmt: skip
    assert [row.note("en") for row in rows] == ["", "上半年", "single month"]


def test_a_publisher_goes_into_the_language_it_is_written_in(release: ReleaseData) -> None:
    first, second = release.catalogue.sources.values()
    assert (first.publisher_zh, first.publisher_en, first.via) == ("统计局", "", "")
    assert (second.publisher_zh, second.publisher_en) == ("", "China Daily")
    assert (second.publisher("zh"), second.note("zh")) == ("China Daily", "as of publication")


def test_a_publisher_in_neither_language_is_missing(tiny: Path) -> None:
    write(tiny, {"sources.csv": TINY["sources.csv"].replace("统计局,Statistics Bureau", ",")})
    (problem,) = check([tiny], tiny, TODAY).problems
    assert (problem.rule, problem.row, problem.column) == ("empty_cell", 2, "publisher_zh")


def test_a_column_of_the_second_edition_may_be_missing_on_its_own(
    tiny: Path, engine: Engine
) -> None:
    head, *rows = TINY["observations/coal.csv"].splitlines()
    lines = [head.removesuffix(",note_en"), *(row.rpartition(",")[0] for row in rows)]
    write(tiny, {"observations/coal.csv": "\n".join(lines)})
    assert load(tiny, engine, today=TODAY).report.problems == ()
    notes = {row.note_zh for row in ReleaseData(engine, 1).observations()}
    assert notes == {"", "上半年"}
