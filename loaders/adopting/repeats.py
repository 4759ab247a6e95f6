"""What a foreign table repeats: exports and yearbooks tell earlier months and years again."""

from collections.abc import Mapping, Sequence

import numpy as np

from indicators import periods
from loaders.adopting.apply import Figure
from loaders.columns import each_cell
from loaders.numbers import number
from loaders.tables import Table

KEY = ("indicator", "region", "period", "source")
SAID = ("value", "unit", "qualifier", "status")
Told = tuple[str, ...]


def repeated(figures: Sequence[Figure], table: Table, own: str) -> dict[int, str]:
    """The figures, by position, that the data say alike, each with the file that does.

    `table` holds all observations; those of the file `own` are the figures themselves. What other
    words say of the same key is no repetition.
    """
    indicators = {figure.cells["indicator"] for figure in figures}
    is_meant = each_cell(table.cells["indicator"], lambda word: word in indicators, bool)
    others = np.flatnonzero(is_meant & (table.files != own))
    there = {_told(_row(table, at)): str(table.files[at]) for at in others.tolist()}
    found = ((at, there.get(_told(figure.cells))) for at, figure in enumerate(figures))
    return {at: file for at, file in found if file}


def _row(table: Table, at: int) -> dict[str, str]:
    return {name: table.cell(name, at) for name in (*KEY, *SAID)}


def _told(cells: Mapping[str, str]) -> Told:
    """What a row says, in the one spelling of its period and of its number."""
    row = {name: cells[name] for name in (*KEY, *SAID)}
    try:
        row["period"] = periods.stretch(row["period"]).text
    except periods.PeriodError:  # which the check has told
        return ()
    printed, _ = number(row["value"], may_miss=True)
    return tuple({**row, "value": printed}.values())
