"""What a release changed, as a reader sees it: old to new, and in which file."""

import hashlib
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app import create_app
from callbacks.settings import Settings
from loaders.load import load
from review.stops import STOPS
from store import history
from store.engine import connect
from store.release_rows import changes_since
from store.releases import Entry
from tests.support.rendered import page
from tests.support.tiny_folder import TINY, write
from wording.words import LANGUAGES, words

FIGURES, SOURCES = "observations/coal.csv", "sources.csv"
SECOND = {
    FIGURES: TINY[FIGURES]
    .replace("12813,万吨,exact,actual", "12900,万吨,exact,revised")
    .replace("coal.share,520000,2022,67,%,exact,actual,s1,,\n", "")
    + "coal.output,522600,2023,1.2,吨,exact,actual,s2,,\n",
    SOURCES: TINY[SOURCES].replace("统计公报", "年度统计公报"),
}


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """A site whose second release changed, added and removed figures, and renamed a source."""
    folder = tmp_path_factory.mktemp("releases")
    settings = Settings(data=folder, database_url=f"sqlite:///{folder / 'two.sqlite3'}")
    engine = connect(settings.database)
    for files in (TINY, TINY | SECOND):
        load(write(folder, files), engine, accept=["rows-gone"])
    engine.dispose()
    return create_app(settings).server.test_client()


def rows(client: FlaskClient, address: str, place: int) -> list[list[str]]:
    body = list(page(client, address).all("tbody"))[place]
    return [[cell.text for cell in row.all("td")] for row in body.all("tr")]


def test_each_change_is_told_old_to_new_with_its_file_and_source(second: FlaskClient) -> None:
    told = rows(second, "/releases?number=2", 1)
    assert [row[0] for row in told] == [SOURCES, FIGURES, FIGURES, FIGURES]
    renamed, changed, added, removed = told
    assert renamed[1:3] == ["年度统计公报", "标题 统计公报 → 年度统计公报"]
    assert changed[1] == "原煤产量 · 贵州 · 2022年"
    assert changed[2] == "数值 12813 → 12900状态 actual → revised"
    assert changed[3].startswith("统计局")
    assert added[1:3] == ["原煤产量 · 黔东南 · 2023年", "新增 1.2吨"]
    assert removed[1:3] == ["占比 · 贵州 · 2022年", "移除 67%"]


def test_the_list_leads_to_each_release_and_counts_its_rows(second: FlaskClient) -> None:
    (now, first) = rows(second, "/releases", 0)
    assert (now[0], first[0]) == ("第2版", "第1版")
    assert now[4:7] == ["1", "2", "1"]
    files = rows(second, "/releases?number=2", 0)
    assert files == [[SOURCES, "1", "1"], [FIGURES, "2", "2"]]
    only, _ = page(second, "/releases?number=1").all("tbody")  # then the files it was loaded from
    assert FIGURES in only.text


def test_a_file_names_its_columns_in_the_language_of_the_page(second: FlaskClient) -> None:
    assert rows(second, "/releases?number=2&lang=en", 1)[1][2].startswith("value 12813 → 12900")


def test_what_changed_since_is_told_release_by_release(second: FlaskClient) -> None:
    told = rows(second, "/releases?indicator=coal.output", 0)
    assert [row[0] for row in told] == ["第2版", "第2版"]
    assert told[0][2:4] == ["原煤产量 · 贵州 · 2022年", "数值 12813 → 12900状态 actual → revised"]
    assert told[1][3] == "新增 1.2吨"
    shown = page(second, "/releases?indicator=coal.output&since=2")
    assert "自第2版以来，这一指标没有改动" in shown.text
    (field,) = [each for each in shown.all("input") if each.attributes.get("id") == "since"]
    assert (field.attributes["value"], field.attributes["max"]) == ("2", "2")


@pytest.mark.parametrize(
    ("query", "status"), [("indicator=coal.nothing", 404), ("indicator=coal.output&since=9", 400)]
)
def test_what_cannot_be_looked_back_to_says_why(
    second: FlaskClient, query: str, status: int
) -> None:
    assert second.get(f"/releases?{query}").status_code == status


def test_the_page_of_an_indicator_leads_to_its_changes(second: FlaskClient) -> None:
    links = [a.attributes["href"] for a in page(second, "/indicator/coal.output").all("a")]
    assert "/releases?indicator=coal.output" in links
    assert second.get("/releases?indicator=coal.output").status_code == 200


def test_changes_of_a_target_and_of_the_definition_count_too(tmp_path: Path) -> None:
    folder, engine = tmp_path / "data", connect(f"sqlite:///{tmp_path / 'targets.sqlite3'}")
    changed = {
        "targets/coal.csv": TINY["targets/coal.csv"].replace("plan,s2", "annual,s2"),
        "indicators.csv": TINY["indicators.csv"].replace("产量。", "原煤产量。"),
    }
    for files in (TINY, TINY | changed):
        load(write(folder, files), engine, accept=STOPS)
    found = changes_since(engine, "coal.output", 1)
    assert {(number, row.table) for number, row in found} == {(2, "targets"), (2, "indicators")}
    assert changes_since(engine, "coal.share", 1) == []
    engine.dispose()


@pytest.fixture(scope="module")
def third(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """A wrong release that was accepted, the way back, and its withdrawal."""
    folder = tmp_path_factory.mktemp("third")
    settings = Settings(data=folder, database_url=f"sqlite:///{folder / 'three.sqlite3'}")
    engine = connect(settings.database)
    for files, entry in ((TINY, Entry("first", "张三")), (TINY | SECOND, Entry("<b>月报", "李四"))):
        load(write(folder, files), engine, entry=entry, accept=STOPS)
    history.rollback(engine, 1, Entry("退回", "王五"))
    history.withdraw(engine, 2, "错列", "王五")
    engine.dispose()
    return create_app(settings).server.test_client()


@pytest.mark.parametrize(("address", "place"), [("/releases", 0), ("/sources", 1)])
def test_the_list_says_who_why_and_where_each_stands(
    third: FlaskClient, address: str, place: int
) -> None:
    now, wrong, first = rows(third, address, place)
    assert (now[2], now[3], now[7]) == ("王五", "退回", "退回到第1版的内容")
    assert (wrong[2], wrong[3]) == ("李四", "<b>月报")
    assert wrong[7].startswith("已撤回（20")
    assert "）：错列" in wrong[7]
    assert "放行：有行被移除" in wrong[7]
    assert (first[2], first[3], first[7]) == ("张三", "first", "—")


def test_the_old_address_of_releases_leads_to_them(third: FlaskClient) -> None:
    (place,) = [each for each in page(third, "/sources").all("section")
                if each.attributes.get("id") == "releases"]  # fmt: skip
    assert "/releases" in [a.attributes["href"] for a in place.all("a")]


def test_the_page_of_a_release_names_its_files_with_their_digests(third: FlaskClient) -> None:
    digest = hashlib.sha256(TINY[SOURCES].encode()).hexdigest()
    assert [SOURCES, digest] in rows(third, "/releases?number=1", 1)
    wrong = page(third, "/releases?number=2").text
    for said in ("发布人：李四", "<b>月报", "已撤回（", "：错列", "放行：有行被移除"):
        assert said in wrong
    back = page(third, "/releases?number=3").text
    assert "退回到第1版的内容" in back
    assert "载入的文件" not in back


def test_every_stop_has_a_word_in_the_list_of_releases() -> None:
    for lang in LANGUAGES:
        for stop in STOPS:
            assert words(lang)(f"release.stop.{stop}")
