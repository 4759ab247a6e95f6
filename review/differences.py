"""What the facts of one release differ in from those before it: row by row, old beside new."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from indicators.catalogue import Catalogue
from review.assessed import SeriesKey
from store import release_rows
from store.engine import Readable
from store.release_rows import RowChange
from store.snapshot import ReleaseData

SERIES = ("observations", "targets")  # the tables whose rows are of an indicator and a region
JUDGES = ("indicators", "units", "sources")  # a changed row of these may touch any verdict


@dataclass(frozen=True)
class Differences:
    """The rows in which two releases differ, in the order of tables and keys, and both releases."""

    rows: tuple[RowChange, ...]
    before: ReleaseData
    after: ReleaseData

    @cached_property
    def added(self) -> list[RowChange]:
        """The rows whose key is new."""
        return [row for row in self.rows if row.before is None]

    @cached_property
    def changed(self) -> list[RowChange]:
        """The rows whose key is in both releases."""
        return [row for row in self.rows if row.before is not None and row.after is not None]

    @cached_property
    def removed(self) -> list[RowChange]:
        """The rows whose key is gone."""
        return [row for row in self.rows if row.after is None]

    @property
    def tables(self) -> list[str]:
        """The tables in which something differs, in their order."""
        return list(dict.fromkeys(row.table for row in self.rows))

    @cached_property
    def series(self) -> set[SeriesKey]:
        """The indicators with their regions of which a figure or a target differs."""
        return {
            (str(row.row["indicator"]), str(row.row["region"]))
            for row in self.rows
            if row.table in SERIES
        }

    @property
    def touches_all(self) -> bool:
        """Whether any verdict may differ: what all figures are measured by has changed."""
        return any(row.table in JUDGES for row in self.changed)

    def files(self, rows: Iterable[RowChange]) -> Mapping[str, int]:
        """How many of these rows each file of the data folder holds, in the order of the rows."""
        return Counter(file_of(row, self.before.catalogue) for row in rows)


def differences(engine: Readable, number: int) -> Differences:
    """What release `number`, which is not the first, differs in from the one before it."""
    rows = tuple(release_rows.changes(engine, number))
    return Differences(rows, ReleaseData(engine, number - 1), ReleaseData(engine, number))


def file_of(change: RowChange, catalogue: Catalogue) -> str:
    """The file of the data folder that a row stands in: those of a base in its own."""
    return release_rows.file_of(change.table, change.row.get("indicator", ""), catalogue.indicators)
