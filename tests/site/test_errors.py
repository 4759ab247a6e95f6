"""Whatever is wrong, at whatever address: its status and a sentence in the language asked for."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app import create_app, main
from callbacks.pages import routes
from callbacks.pages.routes import PAGES
from callbacks.selection import named_chart
from callbacks.selection import targets as selected_targets
from callbacks.settings import Settings
from callbacks.site import Site
from charts import addresses
from charts.addresses import LASTING_NAMES
from tests.support import rendered
from wording.words import LANGUAGES, words

INDICATOR = "economy.gdp"
CHART = {"indicator": INDICATOR}


@dataclass(frozen=True)
class Address:
    """A path, the parameters that it needs, and the like with an unknown code."""

    path: str
    needs: dict[str, str] | None = None
    unknown: str = ""

    def query(self, **more: str) -> str:
        return "&".join(
            f"{name}={value}" for name, value in ({**(self.needs or {}), **more}).items()
        )


ADDRESSES = (
    Address("/"),
    Address("/base/coal", unknown="/base/tea"),
    Address(f"/indicator/{INDICATOR}", unknown="/indicator/coal.nothing"),
    Address("/region/520300", unknown="/region/999999"),
    Address("/targets"),
    Address("/sources", unknown="/sources?id=nobody"),
    Address("/verify"),
    Address(f"/data/{INDICATOR}.csv", unknown="/data/coal.nothing.csv"),
    Address("/targets.csv"),
    Address("/targets.xlsx"),
    *(Address(f"/chart/trend.{kind}", CHART) for kind in ("png", "json", "csv")),
    Address("/embed/trend", CHART),
    Address("/report/coal.docx", unknown="/report/tea.docx"),
    Address("/report/region/520300.xlsx", unknown="/report/region/999999.xlsx"),
    Address("/healthz"),
)
FILES = tuple(
    a for a in ADDRESSES if a.path.startswith(("/data", "/targets.", "/chart", "/report"))
)


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


def said(answer: TestResponse) -> str:
    """What a reader is told; of JSON the sentence."""
    if answer.mimetype == "application/json":
        return str(answer.get_json()["detail"])
    return unescape(answer.get_data(as_text=True))


def refuses(client: FlaskClient, address: str, status: int, sentence: str) -> TestResponse:
    """The answer to an address, which must be that status with that sentence."""
    answer = client.get(address)
    assert answer.status_code == status, answer.get_data(as_text=True)[:300]
    text = said(answer)
    assert sentence in text
    assert "Traceback" not in text
    assert "Internal Server Error" not in text
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.mimetype == kind(address)
    return answer


def kind(address: str) -> str:
    path = address.partition("?")[0]
    if path.endswith(".json") or path == "/healthz":
        return "application/json"
    return "text/plain" if "." in path.rpartition("/")[2] and not is_page(path) else "text/html"


def is_page(path: str) -> bool:
    return path.startswith(("/indicator/", "/base/", "/region/", "/embed/"))


@pytest.fixture(params=LANGUAGES)
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def each(*addresses: Address) -> Any:
    return pytest.mark.parametrize("address", addresses, ids=[a.path for a in addresses])


@each(*ADDRESSES)
def test_an_unreadable_database_is_a_503(broken: FlaskClient, lang: str, address: Address) -> None:
    sentence = words(lang)("error.unreadable.text")
    answer = refuses(broken, f"{address.path}?{address.query(lang=lang)}", 503, sentence)
    if address in FILES:
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
    what = {"report": "base", "data": "indicator", "sources?id=nobody": "source"}
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
    assert all(text and "/" not in text for text in links.values())


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


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/projects?chart=trend&passport=R1-000000", "chart"),
        ("/?base=coal", "base"),
        ("/base/coal?sort=due", "sort"),
        ("/about?id=cppcc-2023", "id"),
        ("/sources?stage=planned", "stage"),
        ("/targets?stage=planned", "stage"),
        ("/proposals?status=missed", "status"),
        ("/report?passport=R1-000000", "passport"),
        ("/targets.csv?stage=planned", "stage"),
        ("/targets.xlsx?id=x", "id"),
        (f"/data/{INDICATOR}.csv?sort=due", "sort"),
        (f"/chart/trend.csv?indicator={INDICATOR}&passport=R1-000000", "passport"),
        (f"/embed/trend?indicator={INDICATOR}&sort=due", "sort"),
        ("/report/coal.docx?base=coal", "base"),
        ("/healthz?asof=1", "asof"),
    ],
)
def test_what_another_address_takes_is_a_400_here(
    client: FlaskClient, address: str, name: str
) -> None:
    value = address.partition(f"{name}=")[2].partition("&")[0]
    sentence = words("zh")("error.unknown_parameter", name=name, value=value, known="@")
    refuses(client, address, 400, sentence.partition("@")[0])


ADDED = (
    "utm_source=wechat&utm_medium=x&from=timeline&isappinstalled=0&scene=1&spm=a.b&share_token=z"
)


@each(*(a for a in ADDRESSES if a.path not in ("/chart/trend.png", "/report/coal.docx")))
def test_what_other_software_adds_to_links_is_dropped(
    client: FlaskClient, address: Address
) -> None:
    assert client.get(f"{address.path}?{address.query()}&{ADDED}").status_code == 200


@pytest.mark.parametrize("word", ["timeline", "singlemessage", "groupmessage"])
def test_a_year_beside_what_was_added_is_read(client: FlaskClient, word: str) -> None:
    path = f"/chart/trend.json?indicator={INDICATOR}"
    plain = client.get(f"{path}&from=2020").data
    assert client.get(f"{path}&from=2020&from={word}").data == plain
    assert client.get(path).data != plain


LINKS = (
    *("/", "/base/coal", f"/indicator/{INDICATOR}", "/region/520300", "/targets", "/projects"),
    *("/proposals", "/sources", "/sources?id=cppcc-2023", "/about", "/report", "/verify"),
)


def addresses_on(client: FlaskClient, path: str) -> Iterator[str]:
    for element in rendered.page(client, path).all():
        for name in ("href", "action"):
            address = element.attributes.get(name, "")
            if address.startswith("/"):
                yield address.partition("#")[0]


# The parameters of files, beside those of every address.
TAKES = {
    "data": (),
    "targets": selected_targets.TAKES,
    "chart": (*named_chart.TAKES, *named_chart.SHAPE),
    "report": (),
}


def test_every_link_that_a_page_carries_is_taken(client: FlaskClient, settings: Settings) -> None:
    """Whatever state a reader comes with, no link leads to a parameter that is not taken."""
    state = "region=520300&from=2015&to=2030&source=statistics&lang=en&asof=1"
    site = Site(settings)
    checked = 0
    for path in LINKS:
        mark = "&" if "?" in path else "?"
        for address in {*addresses_on(client, f"{path}{mark}{state}")}:
            place, _, query = address.partition("?")
            room = place.split("/")[1].partition(".")[0]
            if "." in place and room in TAKES:
                addresses.read(query, (*LASTING_NAMES, *TAKES[room]))
            elif room != "assets":
                assert routes.answer(site, address).status == 200, address
            checked += 1
    assert checked > 200


def test_what_nobody_foresaw_has_a_number_and_no_traceback(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, lang: str
) -> None:
    def fail(*_: Any, **__: Any) -> Any:
        raise ArithmeticError("nobody foresaw this")

    app = create_app(settings)
    monkeypatch.setattr("callbacks.files.downloads.observations_csv", fail)
    monkeypatch.setattr("callbacks.files.pictures.chart", fail)
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
        if not row.codes:
            assert client.get(f"/{row.path}").status_code == 200
            assert client.get(f"{row.path}/more").status_code == 404
        else:
            assert client.get(f"/{row.path}").status_code == 404
