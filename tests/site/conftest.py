"""The real figures, loaded once a run; the dashboard as an application, a server, in a browser."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from dash import Dash
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Request, sync_playwright

from app import create_app
from callbacks.settings import Settings
from callbacks.site import Site
from exports.documents.report import Report
from exports.pictures.chromium import find
from loaders.load import load
from store.engine import connect
from store.snapshot import ReleaseData
from tests.support.base_reports import BASES, report_of
from tests.support.once import once
from tests.support.tab import Tab
from tests.support.warm_browser import PATH

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="session")
def settings(run_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A copy of its own of the database that one process of this run has loaded."""
    loaded = once(run_folder / "real.sqlite3", _load)
    own = shutil.copyfile(loaded, tmp_path_factory.mktemp("site") / loaded.name)
    return Settings(data=ROOT / "data", database_url=f"sqlite:///{own}")


def _load(path: Path) -> None:
    engine = connect(f"sqlite:///{path}")
    outcome = load(ROOT / "data", engine)
    engine.dispose()
    assert outcome.release == 1


@pytest.fixture(scope="session")
def release(settings: Settings) -> ReleaseData:
    """The facts of the one release."""
    engine = connect(settings.database)
    found = ReleaseData(engine, 1)
    engine.dispose()
    return found


@pytest.fixture(scope="session")
def app(settings: Settings) -> Dash:
    return create_app(settings)


@pytest.fixture
def client(app: Dash) -> FlaskClient:
    return app.server.test_client()


@pytest.fixture(scope="session")
def pictures(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """An application of its own, with an empty folder for pictures."""
    folder = tmp_path_factory.mktemp("pictures")
    chosen = Settings(data=settings.data, database_url=settings.database_url, cache=folder)
    return create_app(chosen).server.test_client()


@pytest.fixture(scope="session")
def unseen(settings: Settings) -> Iterator[Site]:
    """The dashboard without a browser: what is looked at are rows and words, no pixels."""
    made = Site(replace(settings, browser="none"))
    yield made
    made.browser.close()


@pytest.fixture(scope="session", params=BASES)
def report(request: pytest.FixtureRequest, unseen: Site) -> Report:
    """The report of each base, without pictures."""
    return report_of(unseen, request.param)


@pytest.fixture(scope="session")
def site(settings: Settings) -> Iterator[str]:
    """The address of a running dashboard."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = os.environ | {
        "SIXBASES_DATABASE_URL": settings.database_url,
        "SIXBASES_PORT": str(port),
    }
    process = subprocess.Popen([sys.executable, "app.py", "serve"], cwd=ROOT, env=environment)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(address)
        yield address
    finally:
        process.terminate()
        process.wait(10)


def _wait(address: str) -> None:
    for _ in range(200):
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"{address} does not answer")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find(PATH), args=CHROMIUM)
        yield chromium
        chromium.close()


@pytest.fixture
def tab(browser: Browser, site: str, request: pytest.FixtureRequest) -> Iterator[Tab]:
    found = new_tab(browser, site, getattr(request, "param", 1440))
    yield found
    found.page.context.close()


@pytest.fixture
def pair(browser: Browser, site: str) -> Iterator[list[Tab]]:
    """A desk and a phone, side by side: two windows work at once."""
    found = [new_tab(browser, site, width) for width in (1440, 390)]
    yield found
    for each in found:
        each.page.context.close()


def _leads_on(request: Request) -> bool:
    """Whether a request is for the next page of the window."""
    return request.is_navigation_request() and request.frame.parent_frame is None


def _is_left(request: Request, tab: Tab) -> bool:
    """Whether a request ended because the reader went on to the next page."""
    return tab.is_leaving and request.failure == "net::ERR_ABORTED"


def new_tab(browser: Browser, site: str, width: int) -> Tab:
    """A window of its own that remembers nothing, and writes down what goes wrong in it."""
    context = browser.new_context(viewport={"width": width, "height": 900}, locale="zh-CN")
    page = context.new_page()
    found = Tab(page, site)
    host = urlsplit(site).netloc
    page.on("console", lambda m: found.wrong.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: found.wrong.append(str(error)))
    page.on("request", lambda r: found.leaves(is_leaving=True) if _leads_on(r) else None)
    page.on("load", lambda _: found.leaves(is_leaving=False))
    page.on(
        "requestfailed",
        lambda r: None if _is_left(r, found) else found.wrong.append(f"failed {r.url}"),
    )
    page.on(
        "response",
        lambda r: found.wrong.append(f"{r.status} {r.url}") if r.status >= 400 else None,
    )
    page.on(
        "request",
        lambda r: (
            found.wrong.append(f"foreign {r.url}")
            if r.url.startswith("http") and urlsplit(r.url).netloc != host
            else None
        ),
    )
    return found
