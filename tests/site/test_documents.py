"""The document of an address: read before any script runs, known elsewhere, whatever fails."""

import re
from collections import Counter
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from flask.testing import FlaskClient

from app import create_app
from callbacks import routes
from callbacks.settings import Settings
from tests.support.rendered import page


def set_about(monkeypatch: pytest.MonkeyPatch, build: Any) -> None:
    """Let `build` make the page `/about`."""
    monkeypatch.setitem(routes.PAGES, "about", replace(routes.PAGES["about"], build=build))


def metas(client: FlaskClient, path: str) -> dict[str, str]:
    text = client.get(path).get_data(as_text=True)
    return {
        name: unescape(value)
        for value, name in re.findall(r'<meta content="([^"]*)" property="([^"]+)">', text)
    }


def test_the_first_document_holds_the_page(client: FlaskClient) -> None:
    text = client.get("/base/coal").get_data(as_text=True)
    body = text.split("<body")[1].split("<template")[0]
    assert "<h1>新型综合能源基地</h1>" in body
    assert "1.65亿吨" in body
    assert 'style="--tall:' in body
    assert "javascript" not in text.split("<body")[0].replace("text/javascript", "")


def test_scripts_wait_for_the_page(client: FlaskClient) -> None:
    text, dash = client.get("/").get_data(as_text=True).split("<template")
    # a module waits as a deferred script does
    assert re.findall(r"<script [^>]*src=[^>]*(?<!type=\"module\")>", text) == []
    assert "_dash-" in dash
    assert text.count("plotly-basic") == 2  # where it is, and that it will be needed
    assert client.get("/about").get_data(as_text=True).count("plotly-basic") == 1


@pytest.mark.parametrize(
    ("path", "title", "chart"),
    [
        ("/base/coal", "新型综合能源基地", "/chart/trend.png?indicator=coal."),
        ("/indicator/economy.gdp", "地区生产总值", "/chart/trend.png?indicator=economy.gdp"),
        (
            "/region/522600?lang=en",
            "Qiandongnan",
            "/chart/trend.png?indicator=economy.gdp&region=522600&",
        ),
        ("/region/522601?lang=en", "Kaili", "/chart/locator.png?region=522601&lang=en"),
        ("/about", "说明", "/chart/map.png?indicator=economy.gdp"),
        ("/about?lang=en", "About", "/chart/map.png?indicator=economy.gdp&lang=en"),
    ],
)
def test_a_link_elsewhere_shows_title_and_leading_chart(
    client: FlaskClient, path: str, title: str, chart: str
) -> None:
    found = metas(client, path)
    assert title in found["og:title"]
    assert found["og:image"].startswith("http://localhost" + chart)
    address = found["og:image"].removeprefix("http://localhost").replace(".png?", ".json?")
    assert client.get(address).status_code == 200


def test_a_page_has_an_icon(client: FlaskClient) -> None:
    found = re.search(r'<link href="([^"]+)" rel="icon"', client.get("/about").text)
    assert found
    with client.get(unescape(found[1])) as icon:
        assert (icon.status_code, icon.mimetype) == (200, "image/svg+xml")
        assert icon.data.startswith(b"<svg")


def test_every_page_has_a_title_of_its_own(client: FlaskClient) -> None:
    paths = ("/", "/base/coal", "/indicator/economy.gdp", "/region/522600", "/targets", "/about",
             "/sources", "/sources?id=cppcc-2023", "/nowhere", "/?from=abc")  # fmt: skip
    titles = [metas(client, path)["og:title"] for path in paths]
    assert len(set(titles)) == len(paths)


@pytest.mark.parametrize(("lang", "heading"), [("zh", "出错了"), ("en", "Something went wrong")])
def test_what_nobody_foresaw_is_a_page_with_a_number_for_the_log(
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    lang: str,
    heading: str,
) -> None:
    def broken(*_: Any) -> Any:
        raise ArithmeticError("nobody foresaw this")

    set_about(monkeypatch, broken)
    client = create_app(settings).server.test_client()
    path = f"/about?lang={lang}"
    answer = client.get(path)
    assert answer.status_code == 500
    text = answer.get_data(as_text=True)
    number = re.search(r"(?:错误编号|error number )([0-9a-f]{8})", text)
    assert number
    assert f"(error {number[1]})" in caplog.text
    assert "nobody foresaw this" in caplog.text
    assert "ArithmeticError" not in text
    shown = page(client, path)
    assert heading in shown.text
    assert next(shown.all("a", "button")).attributes["href"].startswith("/")
    assert client.get("/").status_code == 200


def test_a_failure_is_not_kept(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = routes.PAGES["about"].build
    client = create_app(settings).server.test_client()

    def broken(*_: Any) -> Any:
        raise ArithmeticError

    set_about(monkeypatch, broken)
    assert client.get("/about").status_code == 500
    set_about(monkeypatch, plain)
    assert client.get("/about").status_code == 200


@pytest.mark.parametrize(
    ("site", "lang", "said"),
    [("zh", "zh", ""), ("zh", "en", "lang=en"), ("en", "zh", "lang=zh"), ("en", "en", "")],
)
def test_the_ways_out_of_a_wrong_address_keep_its_language(
    settings: Settings, site: str, lang: str, said: str
) -> None:
    client = create_app(replace(settings, lang=site)).server.test_client()
    ways = next(page(client, f"/nowhere?lang={lang}").all("div", "ways"))
    assert {a.attributes["href"].partition("?")[2] for a in ways.all("a")} == {said}


def test_a_page_is_built_once_for_a_release(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = []
    plain = routes.PAGES["about"].build

    def counted(*parts: Any) -> Any:
        built.append(parts)
        return plain(*parts)

    set_about(monkeypatch, counted)
    client = create_app(settings).server.test_client()
    assert client.get("/about").data
    assert page(client, "/about").text
    assert len(built) == 1


def test_the_overview_speaks_of_current_targets_only(client: FlaskClient) -> None:
    """None of them lags, and the sentence says how little that means."""
    lead = next(page(client, "/").all("div", "lead")).text
    bases = "coal,baijiu,batteries,compute,resources,backup"
    rows = next(page(client, f"/targets?base={bases}").all("tbody")).all("tr")
    found = Counter(next(row.all("a", "status")).text for row in rows)
    judged = found["已达标"] + found["进度正常"] + found["超额完成"]
    said = [int(n) for n in re.findall(r"(\d+)个", lead)]
    assert said == [found.total(), judged, found["待公布"]]
