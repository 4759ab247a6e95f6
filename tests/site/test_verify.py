"""The passport of a picture over two releases of a small folder."""

import re
from pathlib import Path

import pytest
from dash import Dash
from flask.testing import FlaskClient

from app import create_app
from callbacks.selection.issued import address_of
from callbacks.settings import Settings
from callbacks.site import Site
from figures.frame import passport_of
from loaders.load import load
from store.engine import connect
from tests.support.rendered import Element, page
from tests.support.tiny_folder import TINY, write

ASKED = "chart=trend&indicator=coal.output&region=520000"


@pytest.fixture
def small(tmp_path: Path) -> tuple[Path, Settings]:
    folder = write(tmp_path / "data", TINY)
    settings = Settings(data=folder, cache=tmp_path / "pictures")
    publish(folder, settings)
    return folder, settings


def publish(folder: Path, settings: Settings) -> None:
    engine = connect(settings.database)
    outcome = load(folder, engine)
    engine.dispose()
    assert not outcome.report.errors


def number_of(client: FlaskClient, query: str = "") -> str:
    figure = client.get(f"/chart/trend.json?indicator=coal.output{query}").get_json()
    return passport_of(figure)


def answer(client: FlaskClient, number: str, query: str = ASKED) -> tuple[str, Element]:
    """The shape of the outcome, and the page."""
    shown = page(client, f"/verify?passport={number}&{query}")
    verdict = next(shown.all("section", "verdict"))
    return next(verdict.all("span", "status")).attributes["class"].split("shape-")[1], shown


def client_of(settings: Settings) -> FlaskClient:
    app: Dash = create_app(settings)
    return app.server.test_client()


def test_a_picture_is_current_until_its_data_is_revised(small: tuple[Path, Settings]) -> None:
    folder, settings = small
    client = client_of(settings)
    number = number_of(client)
    assert number.startswith("R1-")
    assert answer(client, number)[0] == "check"
    rows = TINY["observations/coal.csv"].replace("2022,12813", "2022,12999")
    write(folder, {"observations/coal.csv": rows})
    publish(folder, settings)
    shape, shown = answer(client, number)
    assert shape == "diamond"
    for part in ("12813", "12999", "第1版", "第2版"):
        assert part in shown.text
    assert number_of(client) != number
    assert number_of(client, "&asof=1") == number


def test_a_picture_of_other_parameters_is_not_ours(small: tuple[Path, Settings]) -> None:
    client = client_of(small[1])
    number = number_of(client)
    assert answer(client, number, "chart=trend&indicator=coal.share&region=520000")[0] == "cross"
    assert (
        answer(client, number, "chart=progress&indicator=coal.output&region=520000")[0] == "cross"
    )


def test_the_address_of_the_picture_will_do(small: tuple[Path, Settings]) -> None:
    client = client_of(small[1])
    number = number_of(client)
    typed = "http%3A%2F%2Fa.example%2Fchart%2Ftrend.png%3Findicator%3Dcoal.output%26region%3D520000"
    assert answer(client, number.lower(), f"address={typed}%26width%3D800")[0] == "check"


@pytest.mark.parametrize(
    "address",
    [
        "trend.json?indicator=coal.output",
        "trend.json?indicator=coal.output&region=522600",
        "progress.json?indicator=coal.output",
    ],
)
def test_the_number_alone_will_do_even_where_nothing_was_drawn_yet(
    small: tuple[Path, Settings], address: str
) -> None:
    folder, settings = small
    number = passport_of(client_of(settings).get(f"/chart/{address}").get_json())
    assert answer(client_of(settings), number.lower().replace("-", " "), "")[0] == "check"
    rows = TINY["observations/coal.csv"].replace("2022,12813", "2022,12999")
    write(folder, {"observations/coal.csv": rows.replace("2022,1.1", "2022,1.2")})
    publish(folder, settings)
    shape, shown = answer(client_of(settings), number, "")
    assert shape in ("check", "diamond")
    assert "第1版" in shown.text


def test_the_number_of_a_filtered_picture_is_known_once_it_was_drawn(
    small: tuple[Path, Settings],
) -> None:
    client = client_of(small[1])
    number = number_of(client, "&from=2022&source=statistics")
    assert answer(client, number, "")[0] == "check"
    assert answer(client_of(small[1]), number, "")[0] == "dots"


def test_the_number_of_every_chart_that_pages_show_is_found(
    client: FlaskClient, settings: Settings
) -> None:
    pages = ("/", "/base/coal", "/base/baijiu", "/indicator/economy.gdp", "/region/520300")
    numbers = {
        number
        for path in pages
        for number in re.findall(r"R1-[0-9A-Z]{6}", page(client, path).text)
    }
    assert len(numbers) > 15
    unaware = Site(settings)
    assert [number for number in numbers if not address_of(unaware, number, 1)] == []


@pytest.mark.parametrize(
    ("number", "query"),
    [
        ("nonsense", ASKED),
        ("R9-000000", ASKED),
        ("R1-000000", ""),
        ("R1-000000", "address=http://[x"),
    ],
)
def test_what_cannot_be_answered_says_so(
    small: tuple[Path, Settings], number: str, query: str
) -> None:
    assert answer(client_of(small[1]), number, query)[0] == "dots"
