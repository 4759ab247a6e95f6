"""Pages and callbacks without a browser."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from dash import Dash
from flask.testing import FlaskClient

from app import create_app
from callbacks.settings import Settings
from store.engine import connect
from store.snapshot import ReleaseData
from tests.support import rendered


def fire(app: Dash, output: str, values: dict[str, object]) -> Any:
    """Return the callback's response when its first input changes."""
    client = app.server.test_client()
    callbacks = client.get("/_dash-dependencies").get_json()
    callback = next(c for c in callbacks if output in c["output"] and not c["clientside_function"])
    inputs = [
        {**end, "value": values[f"{end['id']}.{end['property']}"]} for end in callback["inputs"]
    ]
    outputs = dict(zip(("id", "property"), callback["output"].rsplit(".", 1), strict=True))
    body = {
        "output": callback["output"], "outputs": outputs, "inputs": inputs, "state": [],
        "changedPropIds": [f"{inputs[0]['id']}.{inputs[0]['property']}"],
    }  # fmt: skip
    response = client.post("/_dash-update-component", json=body)
    assert response.status_code == 200, response.get_data(as_text=True)
    return response.get_json()["response"]


def layout(client: FlaskClient, path: str) -> str:
    return rendered.document(client, path)


def test_a_filter_brings_the_parts_that_it_changes(app: Dash) -> None:
    address = "/indicator/economy.gdp?region=520100"
    answer = fire(app, "live-answer.data", {"live-address.data": address})["live-answer"]["data"]
    assert answer["address"] == address
    assert answer["title"].startswith("地区生产总值")
    parts = answer["parts"]
    assert "贵阳" in parts["page-results"]
    assert "filter-region" not in parts["page-results"]
    assert "region=520100" in parts["page-navigation"]


def test_the_layout_is_one_for_all_pages_and_may_be_kept(client: FlaskClient) -> None:
    answers = [
        client.get("/_dash-layout", headers={"Referer": f"http://localhost{path}"})
        for path in ("/", "/base/coal?lang=en")
    ]
    assert answers[0].data == answers[1].data
    assert len(answers[0].data) < 6_000
    tag = answers[0].headers["ETag"]
    assert client.get("/_dash-layout", headers={"If-None-Match": tag}).status_code == 304


def test_two_applications_in_one_process_both_answer(app: Dash, settings: Settings) -> None:
    other = create_app(settings)
    for each in (app, other):
        answer = fire(each, "live-answer.data", {"live-address.data": "/about"})
        assert answer["live-answer"]["data"]["parts"]["page-results"]


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/nowhere", 404, "没有“/nowhere”这个页面"),
        ("/base/tea", 404, "没有代码为“tea”的基地"),
        ("/indicator/coal.nothing", 404, "coal.raw_coal_output"),  # says what is known
        ("/region/999999", 404, "没有代码为“999999”的地区"),
        ("/sources?id=nobody", 404, "没有编号为“nobody”的来源"),
        ("/?asof=99", 404, "没有第“99”版数据"),
        ("/?from=abc", 400, "参数 from 的值“abc”"),
        ("/?from=2020&to=2010", 400, "参数 from"),
        ("/?region=999999", 400, "参数 region"),
        ("/?region=520100&region=520200", 400, "参数 region"),
        ("/?colour=red", 400, "参数 colour"),
        ("/?lang=fr", 400, "参数 lang"),
        ("/?source=gossip", 400, "statistics"),
        ("/projects?base=tea", 400, "参数 base"),
    ],
)  # fmt: skip
def test_unknown_and_wrong_addresses_say_so(
    client: FlaskClient, path: str, status: int, words: str
) -> None:
    assert client.get(path).status_code == status
    assert words in layout(client, path)


def test_three_different_sentences_for_nothing(client: FlaskClient) -> None:
    assert "本站尚未收录黔东南苗族侗族自治州这一指标的数据" in layout(
        client, "/indicator/baijiu.output_value?region=522600"
    )
    hidden = layout(client, "/indicator/resources.quartz_proven?region=522600&to=1949")
    assert "当前筛选下没有数据" in hidden
    assert "这一指标的数据" not in hidden
    assert "当前筛选下没有数据" in layout(
        client, "/indicator/resources.quartz_proven?region=522600&from=2030"
    )
    assert "没有代码为" in layout(client, "/indicator/baijiu.nothing")


def test_proposals_carry_their_answers(client: FlaskClient) -> None:
    text = layout(client, "/proposals?base=resources")
    order = [text.index(word) for word in ("徐勇", "李炳军", "将硅精深加工列入")]
    assert order == sorted(order)


def test_headline_tiles_follow_their_ranks(client: FlaskClient) -> None:
    text = layout(client, "/base/resources")
    ranked = (
        "石英砂（岩）探明储量",
        "磷矿资源储量",
        "十种有色金属产量",
        "平板玻璃产量",
        "锰矿保有资源储量",
    )
    places = [text.index(name) for name in ranked]
    assert places == sorted(places)


def test_the_reference_case_leads_and_its_source_is_one_click_away(client: FlaskClient) -> None:
    """Qiandongnan's proven quartz of 2023: 400 million tonnes, 67 % of the province."""
    first = next(rendered.page(client, "/base/resources").all("article", "tile"))
    assert "石英砂（岩）探明储量4亿吨黔东南 · 2023年" in first.text
    links = {a.text: a.attributes["href"] for a in first.all("a")}
    assert "/sources?id=cppcc-2023" in links.values()
    assert links["4亿吨"] == "/figure/resources.quartz_proven?region=522600&period=2023"
    card = rendered.page(client, links["4亿吨"])
    assert "/sources?region=522600&id=cppcc-2023" in {a.attributes["href"] for a in card.all("a")}
    beside = rendered.page(client, "/indicator/resources.quartz_proven?region=522600").text
    assert "石英砂储量占全省比重67%黔东南" in beside
    assert "石英砂（岩）远景资源量约10亿吨黔东南" in beside


def test_data_is_untrusted(client: FlaskClient) -> None:
    response = client.get("/?id=<script>alert(1)</script>")
    assert b"<script>alert" not in response.data


def test_a_csv_opens_right_in_excel(client: FlaskClient) -> None:
    response = client.get("/data/resources.quartz_proven.csv?region=522600")
    lines = response.data.decode("utf-8").splitlines()
    assert lines[0].startswith("\ufeff指标,名称,地区代码")
    assert lines[2].split(",")[2:9] == [
        "522600", "黔东南苗族侗族自治州", "2023", "4", "亿吨", "4.0", "亿吨",
    ]  # fmt: skip


def test_healthz_counts_the_rows(client: FlaskClient, settings: Settings) -> None:
    answer = client.get("/healthz").get_json()
    assert answer["status"] == "ok"
    assert answer["release"] == 1
    engine = connect(settings.database)
    assert answer["rows"] == ReleaseData(engine, 1).counts()
    engine.dispose()


def test_healthz_is_503_when_the_database_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "broken.sqlite3"
    path.write_bytes(b"this is no database at all, but long enough to look like one" * 40)
    app = create_app(Settings(data=tmp_path, database_url=f"sqlite:///{path}"))
    response = app.server.test_client().get("/healthz")
    assert response.status_code == 503
    assert response.get_json()["database"] == "unreadable"


def test_without_a_release_the_page_says_what_to_run(tmp_path: Path) -> None:
    app = create_app(Settings(data=tmp_path))
    client = app.server.test_client()
    assert client.get("/").status_code == 503
    assert client.get("/healthz").status_code == 503
    assert "python app.py load" in layout(client, "/")
    sqlite3.connect(tmp_path / "sixbases.sqlite3").close()


def test_a_card_does_not_say_of_what_a_filter_hides_that_the_site_holds_none(
    client: FlaskClient,
) -> None:
    assert "当前筛选下没有可与核心指标对照的目标" in layout(client, "/?region=522600")
    assert "未收录可与核心指标对照的目标" not in layout(client, "/?region=522600")


def test_the_regions_of_a_filter_are_a_tree_with_its_prefectures_in_one_choice(
    client: FlaskClient,
) -> None:
    nine = "520100,520200,520300,520400,520500,520600,522300,522600,522700"
    tree = rendered.page(client, f"/base/coal?region={nine}")
    (field,) = (each for each in tree.all("select") if each.attributes["name"] == "region")
    options = {option.attributes["value"]: option for option in field.all("option")}
    assert list(options)[:4] == ["", "520000", nine, "520100"]
    assert [code for code, option in options.items() if "selected" in option.attributes] == [nine]
    assert options[nine].text == "九市州"
    assert (options["520100"].text, options["520102"].text) == ("贵阳", "\u2003南明")
    (chosen,) = tree.all("div", "chosen")
    assert "九市州" in chosen.text
