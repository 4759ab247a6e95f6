"""What a table of the data is: its columns, what a cell may hold, and how it is stored."""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import BigInteger, Column, Float, Index, Integer, MetaData, Table, Text

# What a load adds to the columns of a file: the surrogate key, 64 bits of the row's content, and
# the releases from which and until which the row is valid (NULL: still).
ADDED = ("row_id", "row_hash", "valid_from", "valid_to")
DERIVED = "derived"  # marks a column that a load computes from another of its row


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """A column of a data file.

    `kind` says how a cell is read: text, code (half-width, without outer blanks), number,
    positive (a number above 0), integer, figure (a number in the unit of its row), period or date.
    """

    name: str
    kind: str = "text"
    required: bool = True  # an empty cell is a problem
    refers: str = ""  # the table of which a cell names a row, by the first column of its key
    words: tuple[str, ...] = ()  # the only words that a cell may hold; empty: any
    headers: tuple[str, ...] = ()  # what a clerk may write above it in Chinese
    former: tuple[str, ...] = ()  # headers of the one column that held either language before
    later: bool = False  # files of the first edition lack it; empty, it is no part of the row hash

    @property
    def english(self) -> str:
        """The name of the column that says the same in English; for `*_zh` only."""
        return self.name.removesuffix("_zh") + "_en"


@dataclass(frozen=True, slots=True)
class TableSpec:
    """A table: one file, or a folder of files. `key` tells its rows apart."""

    name: str
    columns: tuple[ColumnSpec, ...]
    key: tuple[str, ...]
    index: tuple[str, ...]  # the columns by which it is searched
    folder: bool = False
    optional: bool = False  # a data folder may do without it
    names: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", tuple(column.name for column in self.columns))

    @property
    def stored_key(self) -> tuple[str, ...]:
        """The key as it is stored: a figure counts as it is printed."""
        return tuple("printed" if name == "value" else name for name in self.key)


def sql_table(spec: TableSpec, metadata: MetaData) -> Table:
    """Return the table in which rows of `spec` are kept, each valid for a range of releases."""
    return Table(
        spec.name,
        metadata,
        Column("row_id", Integer, primary_key=True),
        *(stored for column in spec.columns for stored in _stored(column)),
        Column("row_hash", BigInteger, nullable=False),
        Column("valid_from", Integer, nullable=False),
        Column("valid_to", Integer),
        Index(f"ix_{spec.name}", *spec.index),
    )


def _stored(column: ColumnSpec) -> tuple[Column[Any], ...]:
    if column.kind == "figure":  # as printed, and in the indicator's unit: NULL when missing
        value: Column[Any] = Column(column.name, Float, nullable=not column.required)
        return _text("printed"), value
    if column.kind == "period":  # the year by which readers filter
        return _text(column.name), Column("year", Integer, nullable=False, info={DERIVED: True})
    if column.kind == "integer":
        return (Column(column.name, Integer, nullable=not column.required),)
    return (_text(column.name),)


def _text(name: str) -> Column[Any]:
    return Column(name, Text, nullable=False)
