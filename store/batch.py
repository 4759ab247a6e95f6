"""Rows on their way into the database, by column."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows to be written, by column: the cell that all of them share, or the cells of each.

    A shared cell is handed to the database once for many rows. No row is all shared cells.
    """

    size: int
    shared: dict[str, Any]
    cells: dict[str, list[Any]]

    def rows(self, columns: Sequence[str]) -> Iterator[tuple[Any, ...]]:
        """Return the rows, with their cells in the order of `columns`."""
        alike = {name: repeat(cell, self.size) for name, cell in self.shared.items()}
        whole: Mapping[str, Iterable[Any]] = {**alike, **self.cells}
        return zip(*(whole[name] for name in columns), strict=True)

    def flat(self) -> list[Any]:
        """Return the cells that are not shared, row after row."""
        width = len(self.cells)
        flat: list[Any] = [None] * (self.size * width)
        for at, column in enumerate(self.cells.values()):
            flat[at::width] = column
        return flat
