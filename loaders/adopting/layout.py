"""Where things stand in a foreign table: the lines above, the head, the rows, the lines below."""

from collections.abc import Iterable
from dataclasses import dataclass

from loaders.adopting.phrases import ends_table, is_footnote, plain, with_marks
from loaders.read import Grid

BETWEEN = "|"  # between the rows of a head


class Cells:
    """The cells of a sheet, where each cell of a merged area says what the area says."""

    def __init__(self, grid: Grid) -> None:
        self.name, self.grid = grid.name, grid
        self.rows = [list(row) for row in grid.rows]
        for (row, column), whole in grid.notes.items():
            self.rows[row][column] = with_marks(self.rows[row][column], whole)
        self.merged: set[tuple[int, int]] = set()
        self.covered: set[tuple[int, int]] = set()  # merged, and not the first of their area
        for top, left, low, far in grid.merged:
            bottom, right = min(low, len(self.rows) - 1), min(far, self.width - 1)
            area = {(r, c) for r in range(top, bottom + 1) for c in range(left, right + 1)}
            for row, column in area:
                self.rows[row][column] = self.rows[top][left]
            self.merged |= area
            self.covered |= area - {(top, left)}

    @property
    def width(self) -> int:
        """The number of columns."""
        return max(map(len, self.rows), default=0)

    def texts(self, row: int) -> list[str]:
        """The texts that stand in a row: each once, without the empty ones."""
        cells = enumerate(self.rows[row])
        return [text.strip() for c, text in cells if text.strip() and (row, c) not in self.covered]

    def heads(self, first: int, count: int) -> list[str]:
        """The head of each column: the texts of its rows, between `|`."""
        rows = [self.rows[row] for row in range(first, first + count)]
        upper = [_spread(row, rows[at + 1 :]) for at, row in enumerate(rows[:-1])]
        columns = zip(*upper, rows[-1], strict=True)
        return [BETWEEN.join(_different(column)) for column in columns]


def _spread(row: list[str], below: list[list[str]]) -> list[str]:
    """A row of a head whose words stand over several columns, with its word over each of them."""
    spread: list[str] = []
    for column, text in enumerate(row):
        has_below = any(other[column].strip() for other in below)
        is_under_left = bool(column) and any(other[column - 1].strip() for other in below)
        spread.append(spread[-1] if not text.strip() and has_below and is_under_left else text)
    return spread


def _different(texts: Iterable[str]) -> list[str]:
    found: list[str] = []
    for text in texts:
        if text.strip() and text.strip() not in found[-1:]:
            found.append(text.strip())
    return found


def _ends(texts: list[str], words: Iterable[str]) -> bool:
    """Whether a row stands below the figures."""
    first = plain(texts[0])
    return ends_table(first, words) or (len(texts) == 1 and is_footnote(first))


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of a table; rows count from 0.

    `lines` and `tail` are the texts above the head and below the figures, each with its row;
    `heads` has one text a column, `body` the rows between that are not empty.
    """

    lines: tuple[tuple[int, str], ...]
    first: int
    heads: tuple[str, ...]
    body: tuple[int, ...]
    tail: tuple[tuple[int, str], ...]


def layout(cells: Cells, first: int, count: int, end: Iterable[str]) -> Layout:
    """Return the parts of a table whose head begins at a row and has so many."""
    words = tuple(plain(word) for word in end)
    head = cells.rows[first] if count == 1 else []  # again where a page of paper began
    filled = [row for row in range(first + count, len(cells.rows)) if cells.texts(row)]
    last = next((row for row in filled if _ends(cells.texts(row), words)), None)
    return Layout(
        tuple((row, text) for row in range(first) for text in cells.texts(row)),
        first,
        tuple(cells.heads(first, count)),
        tuple(r for r in filled if (last is None or r < last) and cells.rows[r] != head),
        tuple((r, t) for r in filled if last is not None and r >= last for t in cells.texts(r)),
    )
