"""The database: SQLite (WAL) by default, PostgreSQL by its address."""

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
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
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.close()
