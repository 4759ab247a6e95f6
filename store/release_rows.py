"""What a release changed: the rows that it wrote and those that it ended, old beside new."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Table,
    and_,
    func,
    literal,
    select,
    true,
)

from indicators.records import Indicator
from store import schema
from store.columns import ADDED, DERIVED, TableSpec
from store.engine import Readable

Row = Mapping[str, Any]
CONVERTED = "value"  # the number in the indicator's unit, of which `printed` is the original


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

    def cells(self, lang: str) -> list[tuple[str, str, str]]:
        """The columns that changed as a file names them in `lang`, with their cells old and new.

        The converted number is told where nothing else of the row changed: its unit did.
        """
        names = [name for name in self.columns if name != CONVERTED] or self.columns
        before, after = self.before or {}, self.after or {}
        return [
            (_heading(self.table, name, lang), _text(before[name]), _text(after[name]))
            for name in names
        ]

    def name(self, lang: str) -> str:
        """What a row that is no figure and no target is called; empty where it has no name."""
        own = [f"{head}_{lang}" for head in ("name", "title")]
        names = [self.row[name] for name in (*own, "title", "id", "code", "unit")
                 if self.row.get(name)]  # fmt: skip
        return names[0] if names else ""


def _heading(table: str, name: str, lang: str) -> str:
    wanted = CONVERTED if name == "printed" else name
    spec = next(c for c in schema.BY_NAME[table].columns if c.name == wanted)
    return spec.headers[0] if lang == "zh" and spec.headers else spec.name


def _text(cell: object) -> str:
    return "" if cell is None else str(cell)


def whole(row: Row | None) -> str | None:
    """A row in short: its number as printed; empty for one without, None for no row.

    That of a correction is what its source states and what stands instead.
    """
    if row is None:
        return None
    if "corrected" in row:
        return f"{row['stated']} → {row['corrected']}"
    return f"{row['printed']}{row['unit']}" if "printed" in row else ""


def file_of(table: str, indicator: str, known: Mapping[str, Indicator]) -> str:
    """The file of the data folder that rows of a table stand in: those of a base in its own."""
    if not schema.BY_NAME[table].folder:
        return f"{table}.csv"
    base = known[indicator].base if indicator in known else indicator.partition(".")[0]
    return f"{table}/{base}.csv"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows of a table a release wrote and ended; of a folder's, those of `indicator`."""

    table: str
    indicator: str
    written: int
    ended: int


def by_file(tallies: Iterable[Tally], known: Mapping[str, Indicator]) -> dict[str, tuple[int, int]]:
    """How many rows of each data file were written and ended."""
    files: dict[str, tuple[int, int]] = {}
    for row in tallies:
        name = file_of(row.table, row.indicator, known)
        written, ended = files.get(name, (0, 0))
        files[name] = written + row.written, ended + row.ended
    return files


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


def changes_since(engine: Readable, indicator: str, since: int) -> list[tuple[int, RowChange]]:
    """Return what was changed of an indicator after the release `since`, with the release of each.

    Its figures, targets and corrections, and its row in the catalogue; the newest release first.
    """
    found: list[tuple[int, RowChange]] = []
    with engine.connect() as connection:
        for spec in schema.SPECS:
            table = schema.TABLES[spec.name]
            column = table.c.get("indicator") if spec.name != "indicators" else table.c.id
            if column is None:
                continue
            for number in _turns(connection, table, column == indicator, since):
                rows = _changes(connection, spec, number, column == indicator)
                found += [(number, row) for row in rows]
    return sorted(found, key=lambda pair: -pair[0])


def _turns(
    connection: Connection, table: Table, where: ColumnElement[bool], since: int
) -> list[int]:
    """The releases after `since` that wrote or ended a row."""
    columns = table.c.valid_from, table.c.valid_to
    queries = [select(column).where(where, column > since).distinct() for column in columns]
    return sorted({number for query in queries for number in connection.scalars(query)})


def _changes(
    connection: Connection,
    spec: TableSpec,
    number: int,
    where: ColumnElement[bool] | None = None,
) -> Iterator[RowChange]:
    table = schema.TABLES[spec.name]
    some = true() if where is None else where
    before, after = (
        _rows(connection, table, and_(column == number, some), spec.stored_key)
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
