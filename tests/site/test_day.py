"""Days and hours are those of the place where the dashboard is read: its setting, else Beijing."""

import io
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from flask.testing import FlaskClient

from app import create_app
from callbacks.settings import Settings
from tests.support.rendered import page

Clients = Callable[..., FlaskClient]


@pytest.fixture
def new_year(settings: Settings, tmp_path: Path) -> Clients:
    """Makes clients of a dashboard whose one load ended at 17:30 UTC on the last of 2026."""
    path = tmp_path / "facts.sqlite3"
    shutil.copyfile(settings.database_url.removeprefix("sqlite:///"), path)
    with sqlite3.connect(path) as database:
        database.execute("UPDATE releases SET time = '2026-12-31T17:30:00+00:00'")
    database.close()

    def client(**more: str) -> FlaskClient:
        chosen = Settings(data=settings.data, database_url=f"sqlite:///{path}", **more)
        return create_app(chosen).server.test_client()

    return client


def test_a_load_at_half_past_one_on_new_years_day_is_of_that_day(new_year: Clients) -> None:
    client = new_year()
    releases = page(client, "/releases").text
    assert "2027-01-01 01:30" in releases
    assert "UTC" not in releases
    for path in ("/", "/targets?region=520000", "/base/coal?asof=1", "/verify"):
        text = page(client, path).text
        assert "2027年1月1日" in text
        assert "2026年12月31日" not in text
    assert client.get("/targets.csv").text.count(",2027-01-01,") > 30


def test_another_place_reads_another_hour(new_year: Clients) -> None:
    text = page(new_year(timezone="Europe/London"), "/releases").text
    assert "2026-12-31 17:30" in text
    assert "2026年12月31日" in text


def test_a_workbook_says_the_local_day_and_keeps_its_property_in_utc(new_year: Clients) -> None:
    data = new_year().get("/targets.xlsx?base=coal").data
    said = openpyxl.load_workbook(io.BytesIO(data)).properties
    assert "2027-01-01" in str(said.description)
    assert said.created.isoformat() == "2026-12-31T17:30:00"
