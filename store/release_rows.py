"""What a release changed: the rows that it wrote and those that it ended, old beside new."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Table, func, literal, select

from store import schema
from store.columns import ADDED, DERIVED, TableSpec
from store.engine import Readable

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row of `table` that a release added (`before` is None), changed, or ended (no `after`).

    Rows are as stored: by column, a number as `printed` and converted as `value`.
    """

    table: str
    before: Row | None
    after: Row | None

    @property
    def row(self) -> Row:
        """The row as it is after the release, of one that ended as it was."""
        row = self.after or self.before
        assert row is not None  # a change is of something
        return row

    @property
    def columns(self) -> list[str]:
        """The columns whose cells differ; empty for a row that was added or ended."""
        if self.before is None or self.after is None:
            return []
        return [name for name, cell in self.after.items() if cell != self.before[name]]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows of a table a release wrote and ended; of a folder's, those of `indicator`."""

    table: str
    indicator: str
    written: int
    ended: int


def tallies(engine: Readable, number: int) -> list[Tally]:
    """Return the tallies of a release, in the order of the tables; none for those untouched."""
    with engine.connect() as connection:
        return [one for spec in schema.SPECS for one in _tallies(connection, spec, number)]


def _tallies(connection: Connection, spec: TableSpec, number: int) -> Iterator[Tally]:
    table = schema.TABLES[spec.name]
    written, ended = (
        _counts(connection, spec, table, column == number)
        for column in (table.c.valid_from, table.c.valid_to)
    )
    for indicator in sorted({*written, *ended}):
        yield Tally(spec.name, indicator, written.get(indicator, 0), ended.get(indicator, 0))


def _counts(
    connection: Connection, spec: TableSpec, table: Table, where: ColumnElement[bool]
) -> dict[str, int]:
    part: Column[Any] | ColumnElement[str] = table.c.indicator if spec.folder else literal("")
    query = select(part, func.count()).where(where).group_by(part)
    return {name: int(count) for name, count in connection.execute(query)}


def changes(engine: Readable, number: int) -> list[RowChange]:
    """Return what a release changed, in the order of the tables and of their keys.

    All of it is read: it is for a release whose `tallies` are small.
    """
    with engine.connect() as connection:
        return [one for spec in schema.SPECS for one in _changes(connection, spec, number)]


def _changes(connection: Connection, spec: TableSpec, number: int) -> Iterator[RowChange]:
    table = schema.TABLES[spec.name]
    key = tuple("printed" if name == "value" else name for name in spec.key)
    before, after = (
        _rows(connection, table, column == number, key)
        for column in (table.c.valid_to, table.c.valid_from)
    )
    for name in sorted({*before, *after}):
        yield RowChange(spec.name, before.get(name), after.get(name))


def _rows(
    connection: Connection, table: Table, where: ColumnElement[bool], key: Sequence[str]
) -> dict[tuple[Any, ...], Row]:
    columns = [c for c in table.c if c.name not in ADDED and DERIVED not in c.info]
    rows = connection.execute(select(*columns).where(where)).mappings()
    return {tuple(row[name] for name in key): dict(row) for row in rows}
