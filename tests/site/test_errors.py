"""Whatever is wrong, at whatever address: its status and a sentence in the language asked for."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app import create_app, main
from callbacks.routes import PAGES
from callbacks.settings import Settings
from store.engine import DatabaseError
from store.snapshot import ReleaseData
from tests.support import rendered
from tests.support.addresses import (
    ADDRESSES,
    FILES,
    INDICATOR,
    Address,
    each,
    kind,
    refuses,
    said,
)
from wording.words import LANGUAGES, words


@pytest.fixture(scope="module")
def broken(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """A dashboard whose database cannot be read."""
    path = tmp_path_factory.mktemp("broken") / "broken.sqlite3"
    path.write_bytes(b"this is no database at all, but long enough to look like one" * 40)
    chosen = replace(settings, database_url=f"sqlite:///{path}")
    return create_app(chosen).server.test_client()


@pytest.fixture(scope="module")
def empty(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """A dashboard that nothing was loaded into."""
    path = tmp_path_factory.mktemp("empty") / "empty.sqlite3"
    return create_app(replace(settings, database_url=f"sqlite:///{path}")).server.test_client()


@pytest.fixture(params=LANGUAGES)
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@each(*ADDRESSES)
def test_an_unreadable_database_is_a_503(broken: FlaskClient, lang: str, address: Address) -> None:
    sentence = words(lang)("error.unreadable.text")
    answer = refuses(broken, f"{address.path}?{address.query(lang=lang)}", 503, sentence)
    assert int(answer.headers["Retry-After"]) > 0


def test_a_database_that_goes_away_while_a_page_is_built_is_a_503(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    def fail(_: ReleaseData) -> None:
        raise DatabaseError("SELECT", None, OSError("gone"))

    monkeypatch.setattr(ReleaseData, "counts", fail)
    client = create_app(settings).server.test_client()
    answer = refuses(client, f"/about?lang={lang}", 503, words(lang)("error.unreadable.text"))
    assert int(answer.headers["Retry-After"]) > 0


@each(*ADDRESSES)
def test_no_release_yet_is_a_503(empty: FlaskClient, lang: str, address: Address) -> None:
    sentence = words(lang)("error.empty.text")
    refuses(empty, f"{address.path}?{address.query(lang=lang)}", 503, sentence)


@each(*(a for a in FILES if ".json" not in a.path))
def test_a_file_that_the_server_owes_says_why_to_the_operator_too(
    broken: FlaskClient, address: Address
) -> None:
    text = broken.get(f"{address.path}?{address.query()}").get_data(as_text=True)
    assert [words(lang)("error.unreadable.text") for lang in LANGUAGES] == text.splitlines()


@each(*(a for a in ADDRESSES if a.path != "/healthz"))
def test_an_unknown_release_is_a_404(client: FlaskClient, lang: str, address: Address) -> None:
    sentence = words(lang)("error.unknown_release", code="99")
    refuses(client, f"{address.path}?{address.query(lang=lang, asof='99')}", 404, sentence)


@each(*(a for a in ADDRESSES if a.unknown))
def test_an_unknown_code_is_a_404_that_names_it(
    client: FlaskClient, lang: str, address: Address
) -> None:
    code = address.unknown.rpartition("/")[2].rpartition("=")[2]
    code = code.removesuffix(".csv").removesuffix(".docx").removesuffix(".xlsx")
    what = {
        "report": "base",
        "template": "base",
        "figure": "indicator",
        "data": "indicator",
        "sources?id=nobody": "source",
    }
    room = address.unknown.split("/")[-2] or address.unknown[1:]
    key = f"error.unknown_{what.get(room, room)}"
    mark = "&" if "?" in address.unknown else "?"
    path = f"{address.unknown}{mark}lang={lang}"
    refuses(client, path, 404, words(lang)(key, code=code))


@each(*ADDRESSES)
def test_an_unknown_parameter_is_a_400_that_names_it_and_says_which_are_known(
    client: FlaskClient, lang: str, address: Address
) -> None:
    sentence = words(lang)("error.unknown_parameter", name="colour", value="red", known="@")
    path = f"{address.path}?{address.query(lang=lang, colour='red')}"
    answer = refuses(client, path, 400, sentence.partition("@")[0])
    assert "lang" in answer.get_data(as_text=True).partition("colour")[2]


@each(*(a for a in ADDRESSES if a.path != "/healthz"))
@pytest.mark.parametrize(
    ("name", "value", "known"),
    [
        ("from", "abc", "1949 … 2100"),
        ("source", "gossip", "statistics"),
        ("region", "999999", "贵州"),
    ],
)
def test_a_wrong_value_is_a_400_that_names_it(
    client: FlaskClient, address: Address, name: str, value: str, known: str
) -> None:
    sentence = words("zh")("error.parameter", name=name, value=value, known="@").partition("@")[0]
    answer = refuses(client, f"{address.path}?{address.query(**{name: value})}", 400, sentence)
    assert known in said(answer)


@pytest.mark.parametrize(
    ("path", "known"),
    [("/nowhere", "/targets"), ("/base/tea", "/base/coal"), ("/sources?id=nobody", "/sources"),
     ("/indicator/coal.nothing", "/indicator/coal.raw_coal_output")],
)  # fmt: skip
def test_what_is_known_instead_is_linked_by_its_name(
    client: FlaskClient, path: str, known: str
) -> None:
    shown = next(rendered.page(client, path).all("ul", "known"))
    links = {a.attributes["href"]: a.text for a in shown.all("a")}
    assert known in links
    assert all(text and not text.startswith("/") for text in links.values())


def raw(client: FlaskClient, path: str, query: bytes) -> TestResponse:
    """Ask with a query of raw bytes, as a server passes it on."""
    return client.get(path, environ_overrides={"QUERY_STRING": query.decode("latin-1")})


@each(*ADDRESSES)
@pytest.mark.parametrize("query", [b"region=\xd6\xd0", b"\xff", b"region=%D6%D0", b"%FF=1"])
def test_bytes_of_a_query_that_are_no_utf_8_are_a_400(
    client: FlaskClient, lang: str, address: Address, query: bytes
) -> None:
    whole = f"{address.query(lang=lang)}&".encode() + query
    answer = raw(client, address.path, whole)
    assert answer.status_code == 400
    assert words(lang)("error.encoding") in said(answer)
    assert answer.mimetype == kind(address.path)


@pytest.mark.parametrize(
    "path",
    ["/\xff", "/base/\xd6\xd0", "/indicator/\xff", "/region/\xff", "/data/\xff.csv",
     "/chart/\xff.png", "/chart/\xff.json", "/embed/\xff", "/report/\xff.docx"],
)  # fmt: skip
def test_bytes_of_a_path_that_are_no_utf_8_are_a_400(
    client: FlaskClient, lang: str, path: str
) -> None:
    answer = client.get(f"/?lang={lang}", environ_overrides={"PATH_INFO": path})
    assert answer.status_code == 400
    assert words(lang)("error.encoding") in said(answer)
    assert answer.mimetype == kind(path)


def test_two_slashes_name_no_other_site(client: FlaskClient) -> None:
    for path in ("//more", "//[more"):
        answer = client.get("/", environ_overrides={"PATH_INFO": path})
        assert answer.status_code == 404


def test_chinese_in_utf_8_is_no_fault(client: FlaskClient) -> None:
    sentence = words("zh")("error.unknown_page", code="/说明")
    refuses(client, "/%E8%AF%B4%E6%98%8E", 404, sentence)
    answer = raw(client, "/base/coal", "source=传闻".encode())
    assert answer.status_code == 400
    assert "传闻" in answer.get_data(as_text=True)


def test_what_nobody_foresaw_has_a_number_and_no_traceback(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, lang: str
) -> None:
    def fail(*_: Any, **__: Any) -> Any:
        raise ArithmeticError("nobody foresaw this")

    app = create_app(settings)
    monkeypatch.setattr("callbacks.files.downloads.observations_csv", fail)
    monkeypatch.setattr("callbacks.selection.named_chart.chart", fail)
    client = app.server.test_client()
    for path in (f"/data/{INDICATOR}.csv", "/chart/trend.json"):
        answer = client.get(f"{path}?lang={lang}")
        text = said(answer)
        assert answer.status_code == 500
        sentence = words(lang)("error.500.text", number="@").split("@")[0]
        assert sentence in text
        assert text.partition(sentence)[2][:8] in caplog.text
        assert "ArithmeticError" not in text


def test_what_flask_itself_refuses_is_said_alike(client: FlaskClient, lang: str) -> None:
    large = {"charts": "x" * 2**21, "lang": lang}
    for answer, status in (
        (client.post(f"/report.docx?lang={lang}", data=large), 413),
        (client.post(f"/targets.csv?lang={lang}"), 405),
    ):
        assert answer.status_code == status
        assert answer.text == words(lang)("error.refused", status=status)
        assert ("Allow" in answer.headers) == (status == 405)


def test_a_problem_in_json_names_the_parameter(client: FlaskClient) -> None:
    found = client.get(f"/chart/trend.json?indicator={INDICATOR}&from=abc").get_json()
    assert (found["status"], found["parameter"], found["value"]) == (400, "from", "abc")


def test_the_command_line_says_the_same(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:  # fmt: skip
    monkeypatch.setenv("SIXBASES_DATABASE_URL", settings.database_url)
    assert main(["export", "base", "tea", "--out", str(tmp_path / "x.docx")]) == 1
    assert words("zh")("error.unknown_base", code="tea") in capsys.readouterr().err


def test_a_page_is_one_row(client: FlaskClient) -> None:
    """Every row answers, and the pages in the menu are those of the rows."""
    for row in PAGES.values():
        assert row.title
        if row.is_local:
            assert client.get(f"/{row.path}").status_code == 404  # not without the setting
        elif not row.codes:
            assert client.get(f"/{row.path}").status_code == 200
            assert client.get(f"{row.path}/more").status_code == 404
        else:
            assert client.get(f"/{row.path}").status_code == 404
