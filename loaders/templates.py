"""Templates that offices filled in: what only helped to fill them in is passed over by name."""

from dataclasses import replace

import numpy as np

from indicators.template_words import HELP_COLUMNS
from loaders.columns import each_cell
from loaders.problems import Problem, Problems
from loaders.read import Sheet
from loaders.signs import header_word
from store.columns import TableSpec

HELPING = frozenset(map(header_word, HELP_COLUMNS))


def filled_in(spec: TableSpec, sheet: Sheet, problems: Problems) -> Sheet:
    """The rows of a template whose value was filled in, without the columns that help.

    A template has rows for figures that nobody may have: those left empty are counted, and what
    was found in them matters to nobody. Any other sheet stays as it is.
    """
    helping = [header_word(word) in HELPING for word in sheet.header]
    values = [at for at, word in enumerate(sheet.header) if is_value(spec, word)]
    if not any(helping) or len(values) != 1:
        return sheet
    is_filled = each_cell(sheet.cells[values[0]], lambda word: bool(word.strip()), bool)
    left = {int(row) for row in sheet.cells.index[~is_filled]}
    if left:
        problems.add(Problem(sheet.name, None, "", "left_empty", str(len(left))))
    kept = np.flatnonzero(~np.array(helping))
    cells = sheet.cells[is_filled].iloc[:, kept]
    return replace(
        sheet,
        header=tuple(sheet.header[at] for at in kept),
        cells=cells.set_axis(range(len(kept)), axis=1),
        problems=[problem for problem in sheet.problems if problem.row not in left],
    )


def is_value(spec: TableSpec, word: str) -> bool:
    """Whether a header word is that of the numbers of a table."""
    return any(
        column.kind == "figure" and header_word(word) in (column.name, *column.headers)
        for column in spec.columns
    )
