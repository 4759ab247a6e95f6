"""What a stranger added to this copy of the project works; run in the copy, with its own code."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask.testing import FlaskClient
from sqlalchemy import Engine

from app import create_app
from callbacks import filters
from callbacks.settings import from_environment
from figures.frame import passport_of
from indicators.vocabulary import Level
from store import schema
from store.engine import connect
from store.migrations import HEAD, version
from store.snapshot import ReleaseData, releases
from tests.support.looks import looks
from tests.support.pages import PAGES, in_language
from tests.support.rendered import Element
from tests.support.rendered import page as rendered

GDP = "/indicator/economy.gdp"
SAID = {
    "zh": {"columns": "逐期", "places": "地名", "level": "级别", "all": "全部级别",
           "prefecture": "遵义市", "county": "凯里市", "name": "异乡产量", "quantity": "4321",
           "source": "异乡统计局"},
    "en": {"columns": ", period by period", "places": "Places", "level": "Level",
           "all": "All levels", "prefecture": "Zunyi", "county": "Kaili", "name": "Strange output",
           "quantity": "43.21", "source": "Strange Statistics Bureau"},
}  # fmt: skip


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return create_app(from_environment()).server.test_client()


@pytest.fixture
def engine() -> Iterator[Engine]:
    engine = connect(from_environment().database)
    yield engine
    engine.dispose()


@pytest.fixture(params=SAID)
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def shown(client: FlaskClient, path: str, lang: str) -> Element:
    assert client.get(in_language(path, lang)).status_code == 200
    return rendered(client, in_language(path, lang))


def chart_address(client: FlaskClient, lang: str, path: str = GDP) -> str:
    """The address in the menu of the chart on a page."""
    menus = [m.attributes["data-address"] for m in shown(client, path, lang).all("", "menu-box")]
    (address,) = (each for each in menus if each.startswith("/chart/columns?"))
    return address


def test_the_chart_stands_on_its_page(client: FlaskClient, lang: str) -> None:
    headings = [each.text for each in shown(client, GDP, lang).all("h3")]
    assert [text for text in headings if text.endswith(SAID[lang]["columns"])]
    assert "coal.stranger" in chart_address(client, lang, "/indicator/coal.stranger")


def test_the_chart_has_files_and_an_embed(client: FlaskClient, lang: str) -> None:
    path, _, query = chart_address(client, lang).partition("?")
    figure = client.get(f"{path}.json?{query}").get_json()
    title = figure["layout"]["title"]["text"].replace("<br>", " ")
    assert SAID[lang]["columns"] in title
    text = client.get(f"{path}.csv?{query}").get_data(as_text=True)
    assert len(list(csv.reader(io.StringIO(text)))) == len(figure["data"][0]["y"]) + 1
    embed = client.get(f"{path.replace('/chart/', '/embed/')}?{query}")
    assert embed.status_code == 200
    assert SAID[lang]["columns"] in embed.get_data(as_text=True)
    assert client.get(f"{path}.json?{query}&stage=planned").status_code == 400


def test_the_chart_is_proved_by_its_passport(client: FlaskClient, lang: str) -> None:
    path, _, query = chart_address(client, lang).partition("?")
    number = passport_of(client.get(f"{path}.json?{query}").get_json())
    assert number.startswith("R2-")
    verified = client.get(f"/verify?passport={number}&chart=columns&{query}")
    assert 'class="status shape-check"' in verified.get_data(as_text=True)


def test_the_page_stands_in_the_menu_and_is_looked_at(client: FlaskClient, lang: str) -> None:
    page = shown(client, "/places", lang)
    assert [each.text for each in page.all("h1")] == [SAID[lang]["places"]]
    nav = next(each for each in page.all("nav") if each.attributes.get("id") == "navigation")
    entries = {each.text: each.attributes["href"] for each in nav.all("a")}
    assert entries[SAID[lang]["places"]] == in_language("/places", lang)
    assert ("/places", 0) in PAGES
    assert [look for look in looks() if (look.path, look.lang) == ("/places", lang)]


def test_the_filter_is_in_the_form_and_among_the_controls(client: FlaskClient, lang: str) -> None:
    page = shown(client, "/places", lang)
    (select,) = page.all("select")
    assert select.attributes["name"] == "level"
    options = [each.attributes["value"] for each in select.all("option")]
    assert options == ["", *Level]
    assert SAID[lang]["all"] in select.text
    assert SAID[lang]["level"] in [each.text for each in page.all("label")]
    assert '"id":"filter-level"' in client.get("/_dash-layout").get_data(as_text=True)


def test_the_filter_filters(client: FlaskClient, lang: str) -> None:
    (results,) = shown(client, "/places?level=prefecture", lang).all("div", "results")
    names = [each.text for each in results.all("li")]
    assert SAID[lang]["prefecture"] in names
    assert SAID[lang]["county"] not in names
    (every,) = shown(client, "/places", lang).all("div", "results")
    assert SAID[lang]["county"] in [each.text for each in every.all("li")]


def test_the_control_brings_what_the_filter_leaves(client: FlaskClient, lang: str) -> None:
    address = in_language("/places?level=county", lang)
    answer = {"id": filters.ANSWER, "property": "data"}
    change = {"id": filters.ADDRESS, "property": "data", "value": address}
    body = {
        "output": f"{filters.ANSWER}.data", "outputs": answer, "inputs": [change], "state": [],
        "changedPropIds": [f"{filters.ADDRESS}.data"],
    }  # fmt: skip
    response = client.post("/_dash-update-component", json=body)
    parts = response.get_json()["response"][filters.ANSWER]["data"]["parts"]
    assert SAID[lang]["county"] in parts["page-results"]
    assert SAID[lang]["prefecture"] not in parts["page-results"]


@pytest.mark.parametrize(
    "address", ["/places?stage=planned", "/places?level=village", "/?level=county", "/places?x=1"]
)
def test_what_is_no_parameter_is_refused(client: FlaskClient, lang: str, address: str) -> None:
    assert client.get(in_language(address, lang)).status_code == 400


def test_the_indicator_has_a_page_a_file_and_a_tile(client: FlaskClient, lang: str) -> None:
    said = SAID[lang]
    for path in ("/indicator/coal.stranger", "/base/coal"):
        text = shown(client, path, lang).text
        assert said["name"] in text, path
        assert said["quantity"] in text, path
        assert said["source"] in text, path
    file = client.get(in_language("/data/coal.stranger.csv", lang)).get_data(as_text=True)
    assert "4321" in file
    assert "stranger-s1" in file


def test_the_column_is_loaded_and_the_release_of_before_stays(engine: Engine) -> None:
    newest, before = releases(engine)
    owners = {p.owner for p in ReleaseData(engine, newest.number).projects}
    assert owners == {"", "异乡集团"}
    assert {p.owner for p in ReleaseData(engine, before.number).projects} == {""}


def test_the_database_of_before_became_that_of_now(engine: Engine) -> None:
    assert list(Path("store/migrations/versions").glob(f"r{HEAD}_owners_of_projects.py"))
    with engine.connect() as connection:
        assert connection.scalar(version.select()) == HEAD
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, schema.metadata) == []
