"""An embedded chart: its document, who may frame it, and how it fits another site's page."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Frame, Page
from werkzeug.serving import make_server

from callbacks import error_answers
from callbacks.errors import NotFound
from callbacks.files import embeds
from callbacks.settings import ROOT, Settings
from charts import addresses
from charts.addresses import State
from charts.chart import Chart
from figures.drawing import Drawing, Heading
from store.snapshot import UnknownReleaseError

EVIL = "</script><script>document.title='x'</script>"
PLOT: dict[str, Any] = {
    "data": [{"type": "bar", "x": ["2024", "2025"], "y": [1.2, 1.5], "hovertext": EVIL}],
    "layout": {
        "height": 350, "margin": {"t": 10, "b": 40, "l": 40, "r": 12},
    },
}  # fmt: skip
INDICATOR = "/embed/trend?indicator=coal.raw_coal_output&region=520000"
ALLOWED = "https://www.example.gov.cn"


def build(_: Any, state: State, name: str) -> Any:
    if name != "trend":
        raise NotFound("chart", name)
    if state.asof:
        raise UnknownReleaseError(state.asof)
    alt = f"原煤产量“{state.region[0]}”"
    drawing = None if state.from_ else Drawing(PLOT, Heading("原煤产量"), (), alt, ())
    return Chart(name, state, "原煤产量<贵州>", drawing)


def server(*origins: str) -> Flask:
    made = Flask("embeds", static_folder=ROOT / "assets", static_url_path="/assets")
    site: Any = SimpleNamespace(settings=Settings(embed_origins=origins))
    embeds.register(made, site, build)
    error_answers.register(made, site.settings)
    return made


@pytest.fixture
def asked() -> FlaskClient:
    return server(ALLOWED).test_client()


def test_the_document_is_whole_and_in_the_language_asked_for(asked: FlaskClient) -> None:
    text = asked.get(INDICATOR).text
    assert '<html lang="zh-CN">' in text
    assert "<title>原煤产量&lt;贵州&gt;</title>" in text
    assert "/assets/plotly-locale-zh-cn.js?v=" in text
    page = "/indicator/coal.raw_coal_output?region=520000"
    link = f'<a href="{page}" target="_blank" rel="noopener">在看板中查看（新窗口）</a>'
    assert link in text
    english = asked.get(f"{INDICATOR}&lang=en").text
    assert '<html lang="en">' in english
    assert "plotly-locale" not in english
    assert "Open in the dashboard (new window)" in english


def test_no_word_of_the_data_ends_the_script(asked: FlaskClient) -> None:
    text = asked.get(INDICATOR).text
    assert EVIL not in text
    assert '"hovertext":"\\u003c/script>\\u003cscript>' in text


def test_an_embed_loads_from_here_alone_and_says_who_may_frame_it(asked: FlaskClient) -> None:
    rules = asked.get(INDICATOR).headers["Content-Security-Policy"].split("; ")
    assert rules[0] == "default-src 'none'"
    assert rules[-1] == "frame-ancestors 'self' https://www.example.gov.cn"


def test_the_same_embed_is_sent_once(asked: FlaskClient) -> None:
    tag = asked.get(INDICATOR).headers["ETag"]
    assert asked.get(INDICATOR, headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize(
    ("address", "status", "text"),
    [
        ("/embed/nothing", 404, "没有名为“nothing”的图表。"),
        ("/embed/nothing?lang=en", 404, "There is no chart “nothing”."),
        (f"{INDICATOR}&asof=9", 404, "没有第“9”版数据。"),
        (f"{INDICATOR}&from=2020", 200, "当前筛选下没有数据。"),
        ("/embed/trend?lang=xx", 400, "lang"),
        ("/embed/trend?lang=zh&lang=en", 400, "lang"),
        ("/embed/trend?id=%3Cb%3E&nothing=%3Cb%3E", 400, "&lt;b&gt;"),
    ],
)
def test_what_cannot_be_drawn_says_why(
    asked: FlaskClient, address: str, status: int, text: str
) -> None:
    answer = asked.get(address)
    assert answer.status_code == status
    assert text in answer.text
    assert "embed-data" not in answer.text
    assert "frame-ancestors" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("state", "page"),
    [
        (State(indicator="coal.x", region=("520100",)), "/indicator/coal.x?region=520100"),
        (State(region=("520100",), lang="en"), "/region/520100?lang=en"),
        (State(), "/"),
    ],
)
def test_the_way_back_is_the_page_of_the_chart(state: State, page: str) -> None:
    assert addresses.page_of(state) == page


@contextmanager
def running(served: Any, port: int) -> Iterator[str]:
    thread = threading.Thread(target=served.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        served.shutdown()
        thread.join()
        served.server_close()


@contextmanager
def dashboard(*origins: str) -> Iterator[str]:
    served = make_server("127.0.0.1", 0, server(*origins), threaded=True)
    with running(served, served.server_port) as address:
        yield address


class Article(BaseHTTPRequestHandler):
    """A page of another site with an iframe in it; its address names what is embedded."""

    def do_GET(self) -> None:
        body = f'<iframe src="{self.path[1:]}" width="700" height="360"></iframe>'.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Tests print nothing."""


@pytest.fixture
def other_site() -> Iterator[str]:
    served = ThreadingHTTPServer(("127.0.0.1", 0), Article)
    with running(served, served.server_port) as address:
        yield address


def framed(page: Page, other_site: str, address: str) -> Frame:
    page.goto(f"{other_site}/{address}")
    return page.frames[1]


def box(frame: Frame, selector: str) -> dict[str, float]:
    return frame.eval_on_selector(selector, "e => e.getBoundingClientRect().toJSON()")


def test_another_site_that_is_allowed_shows_the_chart(browser: Browser, other_site: str) -> None:
    page = browser.new_page()
    hosts = set[str]()
    page.on("request", lambda request: hosts.add("/".join(request.url.split("/")[:3])))
    with dashboard(other_site) as address:
        frame = framed(page, other_site, address + INDICATOR)
        frame.wait_for_selector(".bars .point")
        assert frame.text_content(".gtitle") == "原煤产量"
        drawn = box(frame, ".main-svg")
        assert (drawn["width"], round(drawn["bottom"])) == (700, round(box(frame, "footer")["top"]))
        assert box(frame, "footer")["bottom"] == 360
        page.eval_on_selector("iframe", "e => { e.width = 420; e.height = 600; }")
        larger = "() => document.querySelector('.main-svg').getBoundingClientRect().height > 500"
        frame.wait_for_function(larger)
        assert box(frame, ".main-svg")["width"] == 420
        assert hosts == {other_site, address}
    page.close()


@pytest.mark.parametrize("origins", [(), ("http://127.0.0.1:9",)])
def test_a_site_that_is_not_allowed_shows_nothing(
    browser: Browser, other_site: str, origins: tuple[str, ...]
) -> None:
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    with dashboard(*origins) as address:
        page.goto(f"{other_site}/{address}{INDICATOR}")
        assert page.frames[1].query_selector("#embed-figure") is None
        assert any("frame-ancestors 'self'" in text for text in said)
    page.close()


def test_any_site_is_allowed_by_a_star(browser: Browser, other_site: str) -> None:
    page = browser.new_page()
    with dashboard("*") as address:
        framed(page, other_site, address + INDICATOR).wait_for_selector(".bars .point")
    page.close()
