"""Back to an old release, and the withdrawal of a wrong one: nothing is deleted or rewritten."""

from dataclasses import replace

import numpy as np
from sqlalchemy import (
    Connection,
    Engine,
    Select,
    Table,
    func,
    insert,
    literal,
    or_,
    select,
    update,
)

from indicators.release import Release
from store import release_log
from store.columns import ADDED, TableSpec
from store.releases import Entry, Hashes, Writing, digest, now, prepare, writing
from store.schema import SPECS, TABLES, releases
from store.snapshot import valid
from store.standing import current

COPIED = {*ADDED} - {"row_hash"}  # what a copy of a row has of its own


class HistoryError(Exception):
    """What may not be done to a release, and `why`.

    It is "unknown", "current", "withdrawn" already, "shown" (its facts are those of the `current`
    release) or "damaged" (its rows no longer give its digest). `release` is None for an unknown.
    """

    def __init__(self, why: str, number: int, newest: int, release: Release | None) -> None:
        super().__init__(f"release {number} is {why}")
        self.why, self.number, self.newest, self.release = why, number, newest, release


def rollback(engine: Engine, number: int, entry: Entry) -> Release:
    """Make and return a new release whose facts are those of the release `number`.

    The files of the last load are forgotten, so that the next one compares. Raises
    `HistoryError`, and `NoReleaseError` where nothing was loaded yet.
    """
    prepare(engine)
    current(engine)
    with writing(engine) as transaction:
        old = _standing(transaction, number)
        counts = [_restore(transaction, spec, number) for spec in SPECS]
        made = digest({spec.name: transaction.current(spec.name)[1] for spec in SPECS})
        if made != old.digest:
            raise HistoryError("damaged", number, transaction.number - 1, old)
        totals = [sum(each) for each in zip(*counts, strict=True)]
        transaction.release(replace(entry, restores=number), made, totals)
        transaction.remember({})
        written = transaction.written()
    release_log.record("rollback", written)
    return written


def withdraw(engine: Engine, number: int, reason: str, who: str) -> Release:
    """Mark a release as withdrawn for `reason`, and return it; raises what `rollback` raises."""
    prepare(engine)
    current(engine)
    with writing(engine) as transaction:
        _standing(transaction, number)
        row = update(releases).where(releases.c.number == number)
        transaction.connection.execute(row.values(withdrawn=now(), reason=reason))
        written = transaction.written(number)
    release_log.write(
        "withdraw", release=number, time=written.withdrawn, who=who, reason=reason
    )  # fmt: skip
    return written


def _standing(transaction: Writing, number: int) -> Release:
    """An old release that stands, and whose facts are not those of now; else `HistoryError`."""
    newest = transaction.number - 1
    if not 1 <= number <= newest:
        raise HistoryError("unknown", number, newest, None)
    release = transaction.written(number)
    refusals = {
        "current": number == newest,
        "withdrawn": bool(release.withdrawn),
        "shown": transaction.holds(release.digest),
    }
    why = next((why for why, holds in refusals.items() if holds), "")
    if why:
        raise HistoryError(why, number, newest, release)
    return release


def _restore(transaction: Writing, spec: TableSpec, number: int) -> tuple[int, int, int]:
    """Make the rows of a table those of the release `number`; the rows added, changed, removed.

    Rows that came since end, those that ended since are copied; what is alike stays as it is.
    """
    table, connection = TABLES[spec.name], transaction.connection
    ended = connection.execute(
        update(table)
        .where(table.c.valid_to.is_(None), table.c.valid_from > number)
        .where(table.c.row_hash.not_in(_hashes(table, number)))
        .values(valid_to=transaction.number)
    ).rowcount
    copied = [column for column in table.c if column.name not in COPIED]
    gone = (
        select(*copied, literal(transaction.number))
        .where(valid(table, number), table.c.valid_to.is_not(None))
        .where(table.c.row_hash.not_in(_hashes(table, None)))
        .order_by(table.c.row_id)
    )
    names = [*(column.name for column in copied), table.c.valid_from.name]
    connection.execute(insert(table).from_select(names, gone))
    # A driver need not know how many rows a statement of this kind has written.
    of_release = select(func.count()).where(table.c.valid_from == transaction.number)
    written = connection.scalar(of_release) or 0
    changed = _changed(connection, spec, transaction.number) if ended and written else 0
    return written - changed, changed, ended - changed


def _hashes(table: Table, number: int | None) -> Select[tuple[int]]:
    """The hashes of the rows that were valid in a release, None for those that are now."""
    rows = table.alias()
    is_meant = rows.c.valid_to.is_(None) if number is None else valid(rows, number)
    return select(rows.c.row_hash).where(is_meant)


def _changed(connection: Connection, spec: TableSpec, number: int) -> int:
    """How many keys have a row that a release ended, and one that it wrote."""
    table = TABLES[spec.name]
    touched = or_(table.c.valid_to == number, table.c.valid_from == number)
    key = [table.c[name] for name in spec.stored_key]
    both = select(*key).where(touched).group_by(*key).having(func.count() > 1).subquery()
    return int(connection.scalar(select(func.count()).select_from(both)) or 0)


def rebuilt_digest(engine: Engine, number: int) -> str:
    """The digest of the facts of a release, computed again from the rows of that time."""
    with engine.connect() as connection:
        return digest({name: _valid(connection, table, number) for name, table in TABLES.items()})


def _valid(connection: Connection, table: Table, number: int) -> Hashes:
    rows = connection.execute(select(table.c.row_hash).where(valid(table, number)))
    return np.fromiter(rows.scalars(), np.int64)
