"""The database: SQLite (WAL) by default, PostgreSQL by its address."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
from sqlalchemy.exc import DBAPIError as DatabaseError
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

__all__ = [
    "DatabaseError",
    "Engine",
    "OpenTransaction",
    "Readable",
    "connect",
    "has_file",
    "keep_readers_free",
    "write_once",
]

BUSY_SECONDS = 60  # a second load waits this long for the first
PAGE = 32_768  # bytes; a load writes a tenth faster than in pages of 4 KiB


class OpenTransaction:
    """Reads as an engine does, but within a transaction that is open: what it wrote is seen."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.dialect = connection.dialect

    @contextmanager
    def connect(self) -> Iterator[Connection]:
        """Lend the one connection, which stays open."""
        yield self._connection


Readable = Engine | OpenTransaction  # what facts are read from


def has_file(engine: Engine) -> bool:
    """Whether the file of an SQLite database is there: to look at one must not make it."""
    name = engine.url.database
    is_file = engine.dialect.name == "sqlite" and name and name != ":memory:"
    return not is_file or Path(str(name)).exists()


def connect(url: str) -> Engine:
    """Return an engine for `url`. SQLite runs in WAL mode, so that readers never wait."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "postgresql":
        return create_engine(parsed.set(drivername="postgresql+psycopg"))
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _prepare_sqlite(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA page_size={PAGE}")  # counts for a new database only
    _run_in_wal(cursor)
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.close()


def _run_in_wal(cursor: DBAPICursor) -> None:
    # Of two that make a new database at once SQLite refuses one on the spot, without waiting.
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
        time.sleep(0.01)


def write_once(connection: Connection) -> None:
    """Let the first load write its pages straight into a new database, not to the log first.

    The rollback journal of SQLite is as safe, and there is no release yet that somebody reads.
    Where another process has just opened the same database, it stays as it is.
    """
    with suppress(OperationalError):
        connection.exec_driver_sql("PRAGMA journal_mode=DELETE")


def keep_readers_free(connection: Connection) -> None:
    """Return to the write-ahead log, in which no reader waits for a load."""
    if connection.dialect.name == "sqlite":
        driver = connection.connection.cursor()
        _run_in_wal(driver)
        driver.close()
