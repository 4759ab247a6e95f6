"""Releases: what is current, what a load adds and closes, all in one transaction under one lock."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Engine, Table, func, insert, inspect, select, update

from indicators.release import Release
from store.batch import Batch
from store.engine import (
    BUSY_SECONDS,
    DatabaseError,
    OpenTransaction,
    has_file,
    keep_readers_free,
    write_once,
)
from store.migrations import MigrationError, is_current, migrate
from store.schema import TABLES, loaded_files, releases

__all__ = [
    "Engine",
    "Entry",
    "Writing",
    "digest",
    "prepare",
    "remembered",
    "trying",
    "writing",
]

Hashes = NDArray[np.int64]
NOTHING: Hashes = np.empty(0, np.int64)
LOCK = 0x51C5BA5E  # the advisory lock of PostgreSQL is a number; this one is ours
CACHE_KIB = 65_536  # of pages, while a load writes; the 2 MB by default spill at once
TOGETHER = 100  # rows per statement: a third less time than one by one, and no less with more
BATCH = 10_000  # ids per statement; SQLite takes 32,766 parameters at most


@dataclass(frozen=True, slots=True)
class Entry:
    """What the row of a release says beside its facts.

    `who` is the account that made it (empty: not known), `files` the SHA-256 of each file by its
    name, `restores` the release that is brought back.
    """

    note: str = ""
    who: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    restores: int | None = None


def remembered(engine: Engine) -> dict[str, str]:
    """Return the digest of each file as it was last loaded; nothing before the first load."""
    with engine.connect() as connection:
        if not inspect(connection).has_table(loaded_files.name):
            return {}
        return {row.name: row.digest for row in connection.execute(select(loaded_files))}


@contextmanager
def writing(engine: Engine) -> Iterator["Writing"]:
    """Open the one transaction of a load; whatever ends it early leaves nothing behind."""
    with engine.connect() as connection:
        _lock(connection)
        migrate(connection)
        transaction = Writing(connection)
        yield transaction
        if transaction.is_abandoned:
            connection.rollback()
        else:
            connection.commit()
        keep_readers_free(connection)


@contextmanager
def trying(engine: Engine) -> Iterator["Writing | None"]:
    """Open a transaction like that of a load, of which nothing stays; None without a release.

    The database must have the tables of this version: to look at it changes none.
    """
    if not _has_release(engine):
        yield None
        return
    with engine.connect() as connection:
        _lock(connection)
        try:
            yield Writing(connection)
        finally:
            connection.rollback()


def _has_release(engine: Engine) -> bool:
    if not has_file(engine):
        return False
    with engine.connect() as connection:
        if not is_current(connection) or not inspect(connection).has_table(releases.name):
            return False
        return connection.scalar(select(func.max(releases.c.number))) is not None


def prepare(engine: Engine) -> None:
    """Bring an installed database to this version before it is served.

    Raises `NewerDatabaseError`, `MigrationError` where it may not be changed, and `DatabaseError`
    where it cannot be read.
    """
    with engine.connect() as connection:
        if is_current(connection):
            return
    try:
        with engine.connect() as connection:
            _lock(connection)
            migrate(connection)
            connection.commit()
            keep_readers_free(connection)
    except DatabaseError as error:
        raise MigrationError(str(error.orig)) from error


def _lock(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        # Said in so many words: pysqlite begins none of its own before CREATE TABLE.
        connection.exec_driver_sql(f"PRAGMA cache_size = -{CACHE_KIB}")
        if not inspect(connection).get_table_names():
            write_once(connection)
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        return
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{BUSY_SECONDS}s'")
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK})")


class Writing:
    """The open transaction of a load. `number` is that of the release it makes."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.reading = OpenTransaction(connection)
        self.is_abandoned = False
        last = connection.execute(select(func.max(releases.c.number))).scalar()
        self.number = (last or 0) + 1

    def abandon(self) -> None:
        """Let nothing of it stay when it ends."""
        self.is_abandoned = True

    def accept(self, stops: Iterable[str]) -> None:
        """Write the names of the stops that were accepted into the row of this release."""
        row = update(releases).where(releases.c.number == self.number)
        self.connection.execute(row.values(accepted=" ".join(stops)))

    def holds(self, digest: str) -> bool:
        """Whether the facts of this digest are what is current."""
        last = select(releases.c.digest).where(releases.c.number == self.number - 1)
        return self.connection.execute(last).scalar() == digest

    def current(self, table: str) -> tuple[Hashes, Hashes]:
        """Return the row ids and the hashes of the rows that are valid now."""
        facts = TABLES[table]
        cursor: Any = self.connection.connection.cursor()
        cursor.execute(f"SELECT row_id, row_hash FROM {facts.name} WHERE valid_to IS NULL")
        pairs = np.fromiter(chain.from_iterable(cursor), np.int64).reshape(-1, 2)
        cursor.close()
        return pairs[:, 0], pairs[:, 1]

    def keys(self, table: str, columns: Sequence[str], ids: Hashes) -> Iterator[tuple[str, ...]]:
        """Yield the cells of `columns` in the rows `ids`."""
        facts = TABLES[table]
        chosen = select(*(facts.c[name] for name in columns))
        for batch in _batches(ids):
            for row in self.connection.execute(chosen.where(facts.c.row_id.in_(batch))):
                yield tuple(row)

    def close(self, table: str, ids: Hashes) -> None:
        """End the rows `ids` with this release."""
        facts = TABLES[table]
        ended = update(facts).values(valid_to=self.number)
        for batch in _batches(ids):
            self.connection.execute(ended.where(facts.c.row_id.in_(batch)))

    def insert(self, table: str, columns: Sequence[str], batches: Iterable[Batch]) -> None:
        """Insert rows that fill `columns`, valid from this release on."""
        facts = TABLES[table]
        is_empty = self.connection.execute(select(facts.c.row_id).limit(1)).first() is None
        if is_empty:  # an index is built at the end in a fraction of the time it grows in
            for index in facts.indexes:
                index.drop(self.connection)
        if self.connection.dialect.name == "sqlite":
            self._insert_many(facts, batches)
        else:
            self._copy(facts, columns, batches)
        if is_empty:
            for index in facts.indexes:
                index.create(self.connection)

    def _insert_many(self, facts: Table, batches: Iterable[Batch]) -> None:
        # Straight to the driver: SQLAlchemy's own work per row would double the time.
        cursor: Any = self.connection.connection.cursor()
        for batch in batches:
            head, one = self._statement(facts, batch)
            shared, cells, width = [*batch.shared.values()], batch.flat(), len(batch.cells)
            rest = len(cells) - len(cells) % (width * TOGETHER)
            many = head + ", ".join([one] * TOGETHER)
            cursor.executemany(many, _parameters(shared, cells[:rest], width * TOGETHER))
            cursor.executemany(head + one, _parameters(shared, cells[rest:], width))
        cursor.close()

    def _statement(self, facts: Table, batch: Batch) -> tuple[str, str]:
        """The statement up to its rows, and a row; all rows name a shared cell by its number."""
        names = _quoted(*batch.shared, *batch.cells, "valid_from")
        numbered = [f"?{number}" for number, _ in enumerate(batch.shared, start=1)]
        row = ", ".join([*numbered, *("?" * len(batch.cells)), str(self.number)])
        return f"INSERT INTO {facts.name} ({names}) VALUES ", f"({row})"

    def _copy(self, facts: Table, columns: Sequence[str], batches: Iterable[Batch]) -> None:
        names = _quoted(*columns, "valid_from")
        driver: Any = self.connection.connection.cursor()
        with driver.copy(f"COPY {facts.name} ({names}) FROM STDIN") as copy:
            for batch in batches:
                for row in batch.rows(columns):
                    copy.write_row((*row, self.number))
        driver.close()

    def release(self, entry: Entry, digest: str, counts: Sequence[int]) -> None:
        """Write the row of this release; `counts` are the rows added, changed and removed."""
        added, changed, removed = counts
        row = {
            "number": self.number,
            "time": now(),
            "note": entry.note,
            "added": added,
            "changed": changed,
            "removed": removed,
            "digest": digest,
            "who": entry.who,
            "files": json.dumps(dict(entry.files), ensure_ascii=False) if entry.files else "",
            "accepted": "",
            "restores": entry.restores,
            "withdrawn": "",
            "reason": "",
        }
        self.connection.execute(insert(releases), row)

    def written(self, number: int | None = None) -> Release:
        """Return a release as its row is now, without a number the one that is being made."""
        row = select(releases).where(releases.c.number == (number or self.number))
        return Release(**self.connection.execute(row).mappings().one())

    def remember(self, digests: dict[str, str]) -> None:
        """Keep what the files were, in place of what they had been; none, and a load compares."""
        self.connection.execute(loaded_files.delete())
        rows = [{"name": name, "digest": digest} for name, digest in digests.items()]
        if rows:
            self.connection.execute(insert(loaded_files), rows)


def now() -> str:
    """This moment as it is stored."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def digest(hashes: Mapping[str, Hashes]) -> str:
    """Return the one digest of all tables' row hashes, in whatever order the rows stand."""
    whole = hashlib.sha256()
    for table in TABLES:
        rows = hashes.get(table, NOTHING)
        if len(rows):  # so that a table which a later version knows changes nothing by itself
            whole.update(table.encode())
            whole.update(np.sort(rows).astype("<i8").tobytes())
    return whole.hexdigest()


def _quoted(*names: str) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _parameters(shared: list[Any], cells: list[Any], length: int) -> Iterator[list[Any]]:
    return (shared + cells[at : at + length] for at in range(0, len(cells), length))


def _batches(ids: Hashes) -> Iterator[list[int]]:
    for start in range(0, len(ids), BATCH):
        yield ids[start : start + BATCH].tolist()
