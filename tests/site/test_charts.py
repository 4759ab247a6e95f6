"""Charts by their addresses: the same as on the pages, as pictures, rows and proofs."""

import csv
import html
import io
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from dash import Dash
from flask.testing import FlaskClient
from PIL import Image

from app import create_app
from callbacks.settings import Settings
from charts.registry import CHARTS
from exports.pictures.metadata import read_png
from figures.frame import passport_of
from tests.support.rendered import charts, page

PAGES = ("/", "/base/compute", "/indicator/baijiu.output_value?region=520300", "/region/522601",
         "/indicator/economy.gdp?from=2015&lang=en",
         "/indicator/backup.avic_heavy_revenue?region=520100")  # fmt: skip
TREND = "/chart/trend.{}?indicator=batteries.battery_output"


@pytest.mark.parametrize("path", PAGES)
def test_the_chart_of_an_address_is_that_of_the_page(client: FlaskClient, path: str) -> None:
    shown = charts(client, path)
    menus = [m.attributes["data-address"] for m in page(client, path).all("div", "menu-box")]
    assert shown
    assert len(menus) == len(shown)
    for plot, address in zip(shown, menus, strict=True):
        name, _, query = address.partition("?")
        figure = client.get(f"{name}.json?{query}").get_json()
        assert figure["data"] == plot["data"]
        assert inside(figure) == inside(plot)
        assert figure["layout"]["title"]["text"]


def inside(figure: dict[str, Any]) -> list[Any]:
    """The size and the axes of a plot, whatever words stand around it."""
    layout, margin = figure["layout"], figure["layout"]["margin"]
    tall = layout["height"] - margin["t"] - margin["b"]
    return [tall, margin["l"], margin["r"], layout["xaxis"], layout["yaxis"]]


def test_a_map_of_areas_is_told_in_rows_and_proved(client: FlaskClient) -> None:
    response = client.get("/chart/areas.csv?base=batteries")
    rows = list(csv.DictReader(io.StringIO(response.data.decode("utf-8-sig"))))
    assert ("重点承载区", "铜仁", "铜仁市", "batteries-s41") in {
        (row["图中类别"], row["名称"], row["地区"], row["来源编号"]) for row in rows
    }
    number = passport_of(client.get("/chart/areas.json?base=batteries").get_json())
    asked = f"/verify?passport={number}&chart=areas&base=batteries"
    assert "没有变化" in page(client, asked).text
    tables = page(client, "/base/batteries").all("div", "chart-table")
    assert any("铜仁" in table.text for table in tables)


def test_the_rows_of_a_chart_say_their_sources(client: FlaskClient) -> None:
    response = client.get(TREND.format("csv"))
    rows = list(csv.DictReader(io.StringIO(response.data.decode("utf-8-sig"))))
    assert {row["图中类别"] for row in rows} == {"数据", "目标"}
    targets = [row for row in rows if row["图中类别"] == "目标"]
    said = [[row[name] for name in ("比较符", "原文数值", "来源编号")] for row in targets]
    assert [">=", "1000", "batteries-s03"] in said


def test_a_picture_has_its_size_and_its_papers(pictures: FlaskClient) -> None:
    response = pictures.get(TREND.format("png") + "&width=800&height=450&qr=1")
    assert response.status_code == 200, response.get_data(as_text=True)
    with Image.open(io.BytesIO(response.data)) as image:
        assert image.size == (800, 450)
    papers = read_png(response.data)
    number = papers["Passport"]
    assert papers["Title"] == "新能源电池及材料产业工业总产值（规模以上）、贵州"
    assert papers["Release"] == "1"
    assert "新华社" in papers["Source"]
    drawn = pictures.get(TREND.format("json")).get_data(as_text=True)
    assert number in drawn


def test_the_same_address_gives_the_same_bytes_and_no_more_than_needed(
    pictures: FlaskClient,
) -> None:
    address = TREND.format("png") + "&size=slide"
    first, second = pictures.get(address), pictures.get(address)
    assert first.data == second.data
    assert first.headers["Cache-Control"] == "no-cache"
    again = pictures.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    frozen = pictures.get(address + "&asof=1")
    assert frozen.headers["Cache-Control"] == "no-cache"  # the release may be withdrawn


def test_a_picture_is_named_after_what_it_shows(client: FlaskClient) -> None:
    header = client.get(TREND.format("csv")).headers["Content-Disposition"]
    name = unquote(header.partition("UTF-8''")[2])
    assert name == "新能源电池及材料产业工业总产值（规模以上）_贵州_2020-2023_R1.csv"


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/chart/pie.png?indicator=economy.gdp", 400, "chart=pie"),
        ("/chart/trend.gif?indicator=economy.gdp", 400, "format=gif"),
        ("/chart/trend.png?indicator=economy.nothing", 400, "indicator=economy.nothing"),
        ("/chart/trend.png", 400, "indicator="),
        ("/chart/trend.png?indicator=economy.gdp&width=9000", 400, "width"),
        ("/chart/trend.png?indicator=economy.gdp&scale=9", 400, "scale"),
        ("/chart/trend.png?indicator=economy.gdp&width=800&width=900", 400, "width=800"),
        ("/chart/trend.csv?indicator=economy.gdp&width=800", 400, "width=800"),
        ("/chart/trend.png?indicator=economy.gdp&indicator=economy.gdp", 400, "indicator"),
        ("/chart/trend.png?indicator=economy.gdp&colour=red", 400, "colour=red"),
        ("/chart/trend.png?indicator=economy.gdp&stage=built", 400, "stage=built"),
        ("/chart/map.json?indicator=economy.gdp&axis=2015,2030", 400, "axis"),
        ("/chart/trend.png?indicator=economy.gdp&asof=9", 404, "asof=9"),
        ("/chart/trend.png?indicator=economy.gdp&region=" + "5" * 10000, 400, "8000"),
        ("/chart/pace.png?indicator=economy.gdp", 404, "没有数据"),
    ],
)
def test_a_wrong_address_names_what_is_wrong(
    client: FlaskClient, path: str, status: int, said: str
) -> None:
    response = client.get(path)
    assert response.status_code == status
    assert said in response.get_data(as_text=True)


def test_without_a_browser_the_answer_says_what_to_install(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    chosen = Settings(data=settings.data, database_url=settings.database_url, cache=tmp_path)
    client = create_app(chosen).server.test_client()
    response = client.get(TREND.format("png"))
    assert response.status_code == 503
    assert client.get(TREND.format("csv")).status_code == 200
    lines = response.get_data(as_text=True).splitlines()
    assert len(lines) == 2  # in both languages


def test_a_genuine_picture_is_told_from_a_forged_one(client: FlaskClient) -> None:
    drawn = json.dumps(client.get(TREND.format("json")).get_json(), ensure_ascii=False)
    number = drawn[drawn.index("R1-") :][:9]
    asked = "chart=trend&indicator=batteries.battery_output&region=520000&asof=1"
    genuine = next(page(client, f"/verify?passport={number}&{asked}").all("section", "verdict"))
    forged = next(page(client, f"/verify?passport=R1-000000&{asked}").all("section", "verdict"))
    assert next(genuine.all("span", "status")).attributes["class"].endswith("shape-check")
    assert next(forged.all("span", "status")).attributes["class"].endswith("shape-cross")


def test_only_an_embed_may_be_framed(app: Dash, settings: Settings) -> None:
    client = app.server.test_client()
    assert client.get("/").headers["X-Frame-Options"] == "DENY"
    embed = client.get("/embed/trend?indicator=economy.gdp")
    assert embed.status_code == 200
    assert "X-Frame-Options" not in embed.headers
    chosen = Settings(
        data=settings.data, database_url=settings.database_url, embed_origins=("https://a.example",)
    )
    other = create_app(chosen).server.test_client()
    policy = other.get("/embed/trend?indicator=economy.gdp").headers["Content-Security-Policy"]
    assert "frame-ancestors 'self' https://a.example" in policy


def test_a_picture_says_what_was_left_out_and_names_every_source(pictures: FlaskClient) -> None:
    address = "/chart/trend.svg?indicator=compute.base_stations_5g&region=520000"
    whole = pictures.get(address).get_data(as_text=True)
    assert "筛选" not in whole
    rows = pictures.get(address.replace("svg", "csv")).data.decode("utf-8-sig")
    publishers = {row["发布者"] for row in csv.DictReader(io.StringIO(rows))}
    assert len(publishers) > 3
    shown = html.unescape("".join(re.findall(r">([^<]+)<", whole))).replace(" ", "")
    assert {name for name in publishers if name.replace(" ", "") not in shown} == set()
    some = pictures.get(f"{address}&from=2020&source=press").get_data(as_text=True)
    assert "筛选：2020—…年、新闻媒体" in "".join(re.findall(r">([^<]+)<", some))


@pytest.mark.browser
def test_the_host_that_was_asked_is_no_others(settings: Settings, tmp_path: Path) -> None:
    """The first caller's host is in no picture of the second."""
    chosen = Settings(data=settings.data, database_url=settings.database_url, cache=tmp_path)
    client = create_app(chosen).server.test_client()
    address = TREND.format("png") + "&width=400&height=300&qr=1"
    other = client.get(address, headers={"Host": "other.example"})
    own = client.get(address)
    assert read_png(other.data)["Address"].startswith("http://other.example/")
    assert read_png(own.data)["Address"].startswith("http://localhost/")


def fails(_: Any) -> Any:
    raise ZeroDivisionError


def test_a_chart_that_cannot_be_drawn_is_a_sentence_and_its_table(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    for name, kind in CHARTS.items():
        monkeypatch.setitem(CHARTS, name, replace(kind, draw=fails))
    chosen = Settings(data=settings.data, database_url=settings.database_url, cache=tmp_path)
    client = create_app(chosen).server.test_client()
    for path in ("/", "/base/batteries", "/indicator/batteries.battery_output", "/region/522600"):
        assert client.get(path).status_code == 200
        shown = page(client, path)
        assert charts(client, path) == []
        cards = list(shown.all("figure", "chart"))
        assert cards
        assert all("图表未能绘出" in card.text for card in cards)
    trend = next(page(client, "/indicator/batteries.battery_output").all("figure", "chart"))
    assert "1000" in next(trend.all("table")).text
    assert "ZeroDivisionError" in caplog.text
    for kind in ("png", "json"):
        answer = client.get(TREND.format(kind))
        assert answer.status_code == 503
        assert "图表未能绘出" in answer.text
    assert "1000" in client.get(TREND.format("csv")).text
    embed = client.get("/embed/trend?indicator=batteries.battery_output")
    assert (embed.status_code, "图表未能绘出" in embed.text) == (503, True)
    report = client.get("/report/batteries.docx")
    assert report.status_code == 200
