"""A table of texts as a sheet shows them, and what is to be said of it besides."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from loaders.contents import ContentsError
from loaders.problems import Problem

MOST_CELLS = 20_000_000  # of the rectangle around all that is written in a sheet
RAISED_UNITS = {"2": "²", "3": "³"}
Range = tuple[int, int, int, int]  # first row, first column, last row, last column, from 0


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that the texts do not show: a rule, and the cell, counted from 0.

    `row` and `column` are -1 where it is of the sheet as a whole.
    """

    rule: str
    row: int
    column: int
    value: str = ""
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet of a workbook, or the one table of a CSV file by the name of the file.

    `rows` are all rows of it, each of one length: texts as the cells show them, without raised
    signs, "" for an empty cell. `merged` ranges count from 0. `notes` holds the texts with raised
    signs in them, by row and column.
    """

    name: str
    rows: list[list[str]]
    merged: list[Range] = field(default_factory=list)
    is_visible: bool = True
    findings: list[Finding] = field(default_factory=list)
    notes: Mapping[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    is_table: bool = True  # a sheet of cells, not a chart


@dataclass(slots=True, kw_only=True)
class Gathered:
    """What is gathered of a sheet while its rows go by; rows and columns count from 0."""

    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    notes: dict[tuple[int, int], str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    merged: list[Range] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


def rectangle(cells: Mapping[tuple[int, int], str], file: str) -> list[list[str]]:
    """The texts as rows of one length, up to the last cell that holds one.

    Raises `ContentsError` where a cell stands so far out that the rows would fill the memory.
    """
    filled = [at for at, text in cells.items() if text]
    height = 1 + max((row for row, _ in filled), default=-1)
    width = 1 + max((column for _, column in filled), default=-1)
    if height * width > max(MOST_CELLS, 100 * len(filled)):
        row, column = max(filled, key=lambda at: (at[0] + 1) * (at[1] + 1))
        stray = Problem(file, row + 1, "", "stray_cell", address(row, column))
        raise ContentsError(stray)
    rows = [[""] * width for _ in range(height)]
    for row, column in filled:
        rows[row][column] = cells[row, column]
    return rows


def letters(column: int) -> str:
    """The name of a column, counted from 0: A, B … Z, AA."""
    name, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def address(row: int, column: int) -> str:
    """The name of a cell, counted from 0: B3 for (2, 1)."""
    return f"{letters(column)}{row + 1}"


def lifted(before: str, raised: str) -> str:
    """What raised signs add to the text before them: the power of a metre, else nothing."""
    return RAISED_UNITS.get(raised.strip(), "") if before.endswith("m") else ""
