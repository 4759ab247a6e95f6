"""The page that shows what a load would publish: to whom, what it says; it writes nothing."""

import hashlib
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app import create_app
from callbacks.settings import SettingError, Settings, from_environment
from loaders.load import load
from store.engine import connect
from tests.support.rendered import page
from tests.support.tiny_folder import TINY, write

FIGURES = "observations/coal.csv"


@pytest.fixture
def settings(tiny: Path) -> Settings:
    settings = Settings(data=tiny, publish=True)
    engine = connect(settings.database)
    assert load(tiny, engine).release == 1
    engine.dispose()
    return settings


@pytest.fixture
def local(settings: Settings) -> FlaskClient:
    return create_app(settings).server.test_client()


def test_it_is_served_to_nobody_without_the_setting(settings: Settings) -> None:
    closed = Settings(data=settings.data)
    client = create_app(closed).server.test_client()
    assert client.get("/publish").status_code == 404
    for path in ("/about", "/nowhere"):
        assert "/publish" not in client.get(path).get_data(as_text=True)


OUTSIDE = {
    "an address elsewhere": {"environ_overrides": {"REMOTE_ADDR": "192.0.2.7"}},
    "a name elsewhere": {"headers": {"Host": "bases.example.gov.cn"}},
    "a name that begins alike": {"headers": {"Host": "localhost.example"}},
    "a proxy": {"headers": {"X-Forwarded-For": "127.0.0.1"}},
    "a proxy by its standard": {"headers": {"Forwarded": "for=127.0.0.1"}},
    "a proxy that hides": {"headers": {"Via": "1.1 proxy"}},
}
INSIDE = {
    "its name": {"headers": {"Host": "localhost:8050"}},
    "its address": {"headers": {"Host": "127.0.0.1:8050"}},
    "its new address": {
        "headers": {"Host": "[::1]:8050"}, "environ_overrides": {"REMOTE_ADDR": "::1"},
    },
}  # fmt: skip


@pytest.mark.parametrize("request_of", OUTSIDE.values(), ids=OUTSIDE.keys())
def test_who_comes_from_elsewhere_finds_no_page(
    local: FlaskClient, request_of: dict[str, dict[str, str]]
) -> None:
    assert local.get("/publish").status_code == 200  # and is not kept for others
    assert local.get("/publish", **request_of).status_code == 404  # type: ignore[arg-type]


@pytest.mark.parametrize("request_of", INSIDE.values(), ids=INSIDE.keys())
def test_the_machine_itself_is_answered(
    local: FlaskClient, request_of: dict[str, dict[str, str]]
) -> None:
    assert local.get("/publish", **request_of).status_code == 200  # type: ignore[arg-type]


def test_nobody_keeps_it_and_the_menu_leads_to_it(local: FlaskClient) -> None:
    answer = local.get("/publish")
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert 'href="/publish"' in local.get("/about").get_data(as_text=True)


def test_it_is_looked_at_anew_each_time_and_nothing_is_written(
    local: FlaskClient, tiny: Path, settings: Settings
) -> None:
    database = Path(settings.database.removeprefix("sqlite:///"))
    before = hashlib.sha256(database.read_bytes()).hexdigest()
    assert "没有变化" in page(local, "/publish").text
    write(tiny, {FIGURES: TINY[FIGURES].replace("12813,", "12900,")})
    ready = page(local, "/publish").text
    assert "可以发布" in ready
    assert 'python app.py load --note "…"' in ready
    assert "12813万吨" in ready
    assert "+0.7%" in ready
    write(tiny, {FIGURES: TINY[FIGURES].replace("12813,", "1281300,")})
    stopped = page(local, "/publish?lang=en").text
    assert "It would stop" in stopped
    assert "--accept off-series" in stopped
    write(tiny, {FIGURES: TINY[FIGURES].replace("12813,", "many,")})
    refused = page(local, "/publish").text
    assert "有错误，不会载入" in refused
    assert "第 2 行" in refused
    assert "python app.py load" not in refused
    assert hashlib.sha256(database.read_bytes()).hexdigest() == before


def test_all_that_a_load_would_change_is_told(local: FlaskClient, tiny: Path) -> None:
    met = "coal.output,520000,2022,12000,万吨,>=,annual,s2,,\n"
    write(tiny, {"targets/coal.csv": TINY["targets/coal.csv"] + met})
    engine = connect(Settings(data=tiny).database)
    assert load(tiny, engine).release == 2
    engine.dispose()
    other = "coal.output,520000,2022,12000,万吨,exact,actual,s2,,\n"
    gone = TINY[FIGURES].replace("coal.share,522600,2022,—,%,exact,actual,s1,,\n", "")
    write(tiny, {FIGURES: gone.replace("12813,", "11000,") + other})
    told = page(local, "/publish").text
    for text in (
        "rows-gone", "verdict-flips", "--accept rows-gone,verdict-flips",
        "已达标", "未达标", "2022年 12813万吨 → 2022年 11000万吨",
        "s1 11000万吨、s2 12000万吨", "内容已更改",
    ):  # fmt: skip
        assert text in told


def test_a_setting_that_is_neither_stops_the_start() -> None:
    assert from_environment({"SIXBASES_PUBLISH": "1"}).publish
    assert not from_environment({"SIXBASES_PUBLISH": "0"}).publish
    with pytest.raises(SettingError, match="SIXBASES_PUBLISH"):
        from_environment({"SIXBASES_PUBLISH": "yes"})
