"""What stands in a download beside codes and printed values must agree with them."""

from functools import partial

import numpy as np
import pandas as pd

from loaders.checks.values import Catalogue, Values
from loaders.columns import Column, Flags, each_cell
from loaders.numbers import Floats, floats, read_numbers
from loaders.problems import Problems
from loaders.references import References
from loaders.tables import COMPUTED, NAMES, Table

CLOSE = 1e-5  # of a value: what a spreadsheet may keep of its digits in a narrow column


def check_names(table: Table, references: References, problems: Problems) -> None:
    """Report names that are of another thing than the code beside them.

    A name that means nothing is no contradiction: it may have changed since the download.
    """
    refers = {spec.name: spec.refers for spec in table.spec.columns}
    for (kind, name), beside in table.beside.items():
        if kind == NAMES:
            differs = _differs(beside, table.cells[name], refers[name], references)
            for at in np.flatnonzero(differs).tolist():
                details = {"code": table.cell(name, at)}
                found = table.problem(at, name, "name_differs", str(beside.iat[at]), **details)
                problems.add(found)


def _differs(names: Column, codes: Column, refers: str, references: References) -> Flags:
    meant = each_cell(names, partial(references.code, refers), object)
    is_known = each_cell(names, lambda word: len(references.named(refers, word)) == 1, bool)
    return is_known & (meant != codes.to_numpy(object))


def check_converted(
    values: Values, of_data: Catalogue, references: References, problems: Problems
) -> None:
    """Report converted values that are not those of the printed ones: only these would be taken.

    They are in the unit of the indicator; where another stands beside them it has changed since.
    """
    table = values.table
    beside = table.beside.get((COMPUTED, "value"))
    if beside is None:
        return
    told = _numbers(beside)
    expected = np.where(np.isnan(values.converted), np.inf, values.converted)
    differs = ~np.isnan(told) & ~np.isclose(told, expected, rtol=CLOSE, atol=0)
    differs &= _is_in_unit(table, of_data, references)
    for at in np.flatnonzero(differs).tolist():
        value = values.converted[at]
        right = table.cell("value", at) if np.isnan(value) else f"{value:.10g}"
        found = table.problem(
            at, "value", "converted_differs", str(beside.iat[at]), expected=right or "—"
        )
        problems.add(found)


def _numbers(column: Column) -> Floats:
    """The numbers of a column; NaN where there is none."""
    read = read_numbers(column, may_miss=True)
    numbers = np.full(len(column), np.nan)
    numbers[read.is_number] = floats(pd.Index(read.printed[read.is_number].tolist(), dtype="str"))
    return numbers


def _is_in_unit(table: Table, of_data: Catalogue, references: References) -> Flags:
    unit = table.beside.get((COMPUTED, "unit"))
    if unit is None:
        return np.ones(len(table.cells), bool)
    told = each_cell(unit, partial(references.code, "units"), object)
    own = each_cell(
        table.cells["indicator"], lambda word: of_data.indicators.get(word, ("", ""))[0], object
    )
    return told == own
