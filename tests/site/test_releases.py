"""What a release changed, as a reader sees it: old to new, and in which file."""

import pytest
from flask.testing import FlaskClient

from app import create_app
from callbacks.settings import Settings
from loaders.load import load
from store.engine import connect
from tests.support.rendered import page
from tests.support.tiny_folder import TINY, write

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
    assert now[3:6] == ["1", "2", "1"]
    files = rows(second, "/releases?number=2", 0)
    assert files == [[SOURCES, "1", "1"], [FIGURES, "2", "2"]]
    (only,) = page(second, "/releases?number=1").all("tbody")
    assert FIGURES in only.text


def test_a_file_names_its_columns_in_the_language_of_the_page(second: FlaskClient) -> None:
    assert rows(second, "/releases?number=2&lang=en", 1)[1][2].startswith("value 12813 → 12900")
