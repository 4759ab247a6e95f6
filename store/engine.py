"""The database: SQLite (WAL) by default, PostgreSQL by its address."""

import sqlite3
import time

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
from sqlalchemy.exc import DBAPIError as DatabaseError
from sqlalchemy.pool import ConnectionPoolEntry

__all__ = ["DatabaseError", "connect"]

BUSY_SECONDS = 60  # a second load waits this long for the first
PAGE = 32_768  # bytes; a load writes a tenth faster than in pages of 4 KiB


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
