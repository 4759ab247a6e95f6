"""Projects on their page and in their files: each once, what is old said, sorted, added up."""

import csv
import io
import zipfile

import pytest
from flask.testing import FlaskClient

from tests.support import rendered


def table(client: FlaskClient, address: str) -> list[dict[str, str]]:
    text = client.get(address).get_data(as_text=True).removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(text)))


def test_a_project_stands_once_with_its_history(client: FlaskClient) -> None:
    rows = [r for r in table(client, "/projects.csv") if "七星" in r["项目"]]
    assert [r["历次报道"] for r in rows] == ["在建 2018 → 投产 2024"]
    names = [r["项目"] for r in table(client, "/projects.csv")]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("构皮滩水电站", "报道时在建（2005年）"),
        ("沙沱水电站", "报道时规划（2006年）"),
        ("兴义电厂一期", "报道时在建（2009年）"),
    ],
)
def test_what_is_old_says_when_it_was_so(client: FlaskClient, name: str, said: str) -> None:
    (row,) = [r for r in table(client, "/projects.csv?base=coal") if r["项目"] == name]
    assert row["阶段"] == said
    for path in ("/projects?base=coal", "/base/coal"):
        assert said in rendered.document(client, path)


def test_the_file_holds_what_the_page_shows_in_its_order(client: FlaskClient) -> None:
    query = "?base=compute&stage=operating&sort=-year"
    rows = table(client, f"/projects.csv{query}")
    assert {r["基地"] for r in rows} == {"算力"}
    years = [r["年份"] for r in rows]
    assert years == sorted(years, reverse=True)
    page = rendered.document(client, f"/projects{query}")
    places = [page.index(r["项目"]) for r in rows]
    assert places == sorted(places)
    assert f"/projects.xlsx{query}" in page.replace("&amp;", "&")


def test_the_workbook_has_every_report(client: FlaskClient) -> None:
    answer = client.get("/projects.xlsx")
    with zipfile.ZipFile(io.BytesIO(answer.data)) as book:
        names = book.read("xl/workbook.xml").decode()
    assert '"项目"' in names
    assert '"报道"' in names


def test_sums_are_apart_by_stage_and_in_one_unit(client: FlaskClient) -> None:
    page = rendered.document(client, "/projects?base=coal")
    assert "合计" in page
    assert "早期报道的，现状尚未收录" in page


@pytest.mark.parametrize("address", ["/projects?sort=gap", "/targets?sort=investment"])
def test_an_order_of_another_page_is_refused(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 400
    assert "sort" in answer.get_data(as_text=True)


def test_the_map_names_how_many_lie_in_each_prefecture(client: FlaskClient) -> None:
    page = rendered.document(client, "/projects?base=coal")
    assert "projects-map" in page
    assert "六盘水<br>" in page.replace("\\u003c", "<").replace("\\u003e", ">")
    assert "示意图" in page
