"""A withdrawn release says so wherever it is shown, and what was kept before is shown no more."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote

import orjson
import pytest
from docx import Document
from flask.testing import FlaskClient
from openpyxl import load_workbook

from app import create_app
from callbacks.files import pictures
from callbacks.settings import Settings
from figures.frame import passport_of
from loaders.load import load
from review.stops import STOPS
from store import history
from store.engine import connect
from store.releases import Entry
from tests.support.rendered import page
from tests.support.tiny_folder import TINY, write

COAL = "observations/coal.csv"
WRONG = {COAL: TINY[COAL].replace("12813", "12999")}
TREND = "/chart/trend.{}?indicator=coal.output"
REASON = "单位<误>写"
SAID = f"）：{REASON}"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Three releases: a right one, a wrong one, and the right one again."""
    folder = tmp_path / "data"
    settings = Settings(data=folder, cache=tmp_path / "pictures")
    engine = connect(settings.database)
    for files in (TINY, TINY | WRONG):
        load(write(folder, files), engine, today=date(2026, 6, 1), accept=STOPS)
    history.rollback(engine, 1, Entry())
    engine.dispose()
    return settings


@pytest.fixture
def client(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> FlaskClient:
    """A server whose pictures are the figures that would be drawn."""
    monkeypatch.setattr(pictures, "picture", lambda _, figure, *__: orjson.dumps(figure))
    return create_app(settings).server.test_client()


def withdraw(settings: Settings) -> None:
    engine = connect(settings.database)
    history.withdraw(engine, 2, REASON, "")
    engine.dispose()


FROZEN = [
    "/?asof=2",
    "/base/coal?asof=2",
    "/indicator/coal.output?asof=2",
    "/figure/coal.output?asof=2&period=2022",
    "/embed/trend?indicator=coal.output&asof=2",
    *(TREND.format(kind) + "&asof=2" for kind in ("png", "svg", "pdf", "json", "csv")),
    "/data/coal.output.csv?asof=2",
    "/targets.csv?asof=2",
    "/projects.csv?asof=2",
]


@pytest.mark.parametrize("address", FROZEN)
def test_what_was_kept_before_the_withdrawal_is_shown_no_more(
    client: FlaskClient, settings: Settings, address: str
) -> None:
    before = client.get(address)
    assert before.status_code == 200
    assert "已撤回" not in before.get_data(as_text=True)
    assert "X-Release-Withdrawn" not in before.headers
    assert client.get(address).data == before.data
    withdraw(settings)
    asked = {"If-None-Match": before.headers["ETag"]} if "ETag" in before.headers else {}
    after = client.get(address, headers=asked)
    assert after.status_code == 200
    assert "immutable" not in before.headers.get("Cache-Control", "")
    assert after.headers["X-Release-Withdrawn"].startswith("20")
    text = after.get_data(as_text=True)
    assert "已撤回（20" in text
    assert "误" in text


@pytest.mark.parametrize("address", ["/", "/?asof=1", "/?asof=3", TREND.format("csv")])
def test_what_stands_says_nothing_of_it(
    client: FlaskClient, settings: Settings, address: str
) -> None:
    before = client.get(address).data
    withdraw(settings)
    after = client.get(address)
    assert after.data == before
    assert "X-Release-Withdrawn" not in after.headers


def test_the_mark_stands_above_the_title_of_a_picture_and_in_its_foot(
    client: FlaskClient, settings: Settings
) -> None:
    address = TREND.format("json") + "&asof=2"
    before = client.get(address).get_json()
    withdraw(settings)
    after = client.get(address).get_json()
    title = after["layout"]["title"]["text"]
    assert title.startswith("<b>已撤回（20")
    assert "单位&lt;误&gt;写" in title
    foot = after["layout"]["annotations"][-1]["text"]
    assert "第2版（" in foot
    assert "已撤回（20" in foot
    assert passport_of(after) == passport_of(before)


def test_a_page_and_an_embed_say_it_in_words(client: FlaskClient, settings: Settings) -> None:
    withdraw(settings)
    shown = page(client, "/indicator/coal.output?asof=2")
    (banner,) = shown.all("div", "banner-withdrawn")
    assert "第2版数据" in banner.text
    assert SAID in banner.text
    embed = client.get("/embed/trend?indicator=coal.output&asof=2").get_data(as_text=True)
    assert 'aria-label="已撤回（' in embed
    english = page(client, "/releases?asof=2&lang=en")
    assert f"): {REASON}. Do not quote it." in english.text


def test_the_name_and_the_rows_of_a_table_say_it(client: FlaskClient, settings: Settings) -> None:
    withdraw(settings)
    response = client.get("/data/coal.output.csv?asof=2")
    assert unquote(response.headers["Content-Disposition"]).endswith("_R2_已撤回.csv")
    head, *lines = response.get_data(as_text=True).splitlines()
    assert head.endswith(",版本状态")
    assert lines
    assert all(line.endswith(SAID) for line in lines)


@pytest.mark.parametrize("asked", ["&chart=trend&indicator=coal.output&region=520000", ""])
def test_verify_says_it_before_all_else(
    client: FlaskClient, settings: Settings, asked: str
) -> None:
    number = passport_of(client.get(TREND.format("json") + "&asof=2").get_json())
    address = f"/verify?passport={number}{asked}"
    (verdict,) = page(client, address).all("section", "verdict")
    assert [head.text for head in verdict.all("h2")] == ["真实，但数据已有修订"]
    withdraw(settings)
    (verdict,) = page(client, address).all("section", "verdict")
    withdrawn, revised = (head.text for head in verdict.all("h2"))
    assert (withdrawn, revised) == ("已撤回的版本", "真实，但数据已有修订")
    assert SAID in next(verdict.all("p")).text
    assert "第3版" in next(verdict.all("p")).text


def test_a_number_that_is_not_ours_of_a_withdrawn_release_says_both(
    client: FlaskClient, settings: Settings
) -> None:
    withdraw(settings)
    asked = "&chart=trend&indicator=coal.output&region=520000"
    (verdict,) = page(client, f"/verify?passport=R2-000000{asked}").all("section", "verdict")
    assert [head.text for head in verdict.all("h2")] == ["已撤回的版本", "不是本看板的图"]


def test_the_card_of_a_figure_says_which_of_its_values_was_withdrawn(
    client: FlaskClient, settings: Settings
) -> None:
    withdraw(settings)
    text = page(client, "/figure/coal.output?period=2022").text
    assert "12999" in text
    assert text.count(SAID) == 1


def test_a_report_of_a_withdrawn_release_says_it(settings: Settings) -> None:
    withdraw(settings)
    client = create_app(replace(settings, browser="none")).server.test_client()
    response = client.get("/report/coal.docx?asof=2")
    assert unquote(response.headers["Content-Disposition"]).endswith("_R2_已撤回.docx")
    texts = [paragraph.text for paragraph in Document(BytesIO(response.data)).paragraphs]
    assert sum(SAID in text for text in texts) == 2  # below the title, and at the end
    book = load_workbook(BytesIO(client.get("/targets.xlsx?asof=2").data))
    assert SAID in (book.properties.description or "")
