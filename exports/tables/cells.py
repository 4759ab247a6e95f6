"""What a file's table is made of: columns with a look, cells, and texts that stay texts."""

import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Generic, TypeVar

from wording import formats

Cell = str | Decimal | date | None  # None is missing: an empty cell, never 0
T = TypeVar("T")

# The full-width signs, too: a Chinese spreadsheet takes them for the narrow ones.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?(e[+-]?\d+)?", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Look:
    """How a column looks in a workbook; `number` is a number format of spreadsheets.

    Texts have the format "@": what looks like a formula stays a text even when it is edited.
    """

    width: int
    number: str = "@"
    is_wrapped: bool = False


CODE, NAME = Look(16), Look(24)
TITLE, SENTENCE = Look(40, is_wrapped=True), Look(80, is_wrapped=True)
QUANTITY = Look(14, "#,##0")  # with as many decimals as the value has
SHARE, RATIO, COUNT, DAY = (
    Look(12, "0.00%"),
    Look(12, "0.00"),
    Look(10, "0"),
    Look(12, "yyyy-mm-dd"),
)


@dataclass(frozen=True, slots=True)
class TableColumn(Generic[T]):
    """A column of a table over things of one kind: its key, its look, and what it holds."""

    key: str
    look: Look
    get: Callable[[T], Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """Headings and cells as they go into a file; the first `frozen` columns stay in sight."""

    name: str
    headings: tuple[str, ...]
    looks: tuple[Look, ...]
    rows: tuple[tuple[Cell, ...], ...]
    frozen: int = 0


def table(
    name: str,
    columns: Sequence[TableColumn[T]],
    heading: Callable[[str], str],
    things: Iterable[T],
    frozen: int = 0,
) -> Table:
    """Fill the columns, one row a thing."""
    return Table(
        name,
        tuple(heading(column.key) for column in columns),
        tuple(column.look for column in columns),
        tuple(tuple(_filled(column.get(thing)) for column in columns) for thing in things),
        frozen,
    )


def _filled(cell: Cell) -> Cell:
    return None if cell == "" else cell


def number(value: float | None) -> Decimal | None:
    """A number without binary noise; None for None, infinity and NaN."""
    return None if value is None or not math.isfinite(value) else formats.decimal(value)


def is_formula(text: str) -> bool:
    """Whether a spreadsheet could take the text for a formula; a sign alone and a number are not.

    A negative number stays a number, and a "-" for a missing figure stays as printed.
    """
    starts = text.startswith(FORMULA_STARTS) and not NUMBER.fullmatch(text)
    return starts and bool(text.strip("".join(FORMULA_STARTS)))


def inert(text: str) -> str:
    """The text, behind a quotation mark where a spreadsheet would take it for a formula."""
    return f"'{text}" if is_formula(text) else text
