"""The numbers of observations and targets, as printed and in the unit of their indicator."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import numpy as np

from indicators.records import Unit
from loaders.columns import Column, Flags, codes, each_cell, renamed, words
from loaders.numbers import Floats, converted, read_numbers
from loaders.problems import Problem, Problems
from loaders.tables import Table


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What a check needs of indicators, regions, units and sources, by their keys."""

    indicators: Mapping[str, tuple[str, str]]  # unit, measure
    levels: Mapping[str, str]
    units: Mapping[str, Unit]
    published: Mapping[str, str]


def catalogue(tables: Mapping[str, Table]) -> Catalogue:
    """Pick it from the checked tables."""
    unit_rows = _rows(tables["units"], "unit", "dimension", "factor")
    return Catalogue(
        {
            i: (unit, measure)
            for i, unit, measure in _rows(tables["indicators"], "id", "unit", "measure")
        },
        dict(_rows(tables["regions"], "code", "level")),
        {unit: Unit(unit, dimension, Decimal(f), "", "") for unit, dimension, f in unit_rows},
        dict(_rows(tables["sources"], "id", "published")),
    )


def _rows(table: Table, *names: str) -> list[tuple[Any, ...]]:
    return list(zip(*(table.cells[name].tolist() for name in names), strict=True))


@dataclass(frozen=True, slots=True)
class Values:
    """The numbers of a table of observations or targets, by row.

    `printed` is each as its source has it, `converted` in the unit of the row's indicator (NaN
    where there is none), `measures` the measure of the indicator.
    """

    table: Table
    printed: Column
    converted: Floats
    measures: Column

    def measured(self, *measures: str) -> Flags:
        """The rows whose indicator is one of these measures."""
        return each_cell(self.measures, lambda word: word in measures, bool)


def read_values(table: Table, of_data: Catalogue, problems: Problems) -> Values:
    """Convert the values; report what is no number and what is in a unit of another dimension."""
    value = next(spec for spec in table.spec.columns if spec.kind == "figure")
    unit, may_miss = table.cells["unit"], not value.required
    numbers = read_numbers(table.cells["value"], may_miss=may_miss)
    if may_miss:  # a required number was checked as a cell
        for rule in ("not_a_number", "not_finite"):
            table.report_words(problems, (numbers.rules == rule).to_numpy(), "value", rule)
    is_ratio = (unit == "%").to_numpy()
    table.report_rows(problems, numbers.is_percent & ~is_ratio, "value", "percent_unit")
    to, measures = _of_indicators(table, of_data)
    _check_dimensions(table, of_data, to, problems)
    return Values(table, numbers.printed, converted(numbers, unit, to, of_data.units), measures)


def _of_indicators(table: Table, of_data: Catalogue) -> tuple[Column, Column]:
    """The unit and the measure of each row's indicator."""
    column = table.cells["indicator"]
    pairs = [of_data.indicators.get(word, ("", "")) for word in words(column)]
    units, measures = ([pair[at] for pair in pairs] for at in (0, 1))
    return renamed(column, units), renamed(column, measures)


def _check_dimensions(table: Table, of_data: Catalogue, to: Column, problems: Problems) -> None:
    unit = table.cells["unit"]
    dimensions = sorted({each.dimension for each in of_data.units.values()})

    def dimension(word: str) -> int:
        return dimensions.index(of_data.units[word].dimension) if word in of_data.units else -1

    printed, expected = (each_cell(column, dimension, np.int16) for column in (unit, to))
    wrong = (printed >= 0) & (expected >= 0) & (printed != expected)
    pairs = codes(unit).astype(np.int64) * len(words(to)) + codes(to)

    def problem(at: int) -> Problem:
        word, of_indicator = table.cell("unit", at), str(to.iat[at])
        return table.problem(at, "unit", "unit_dimension", word, expected=of_indicator)

    table.report_causes(problems, wrong, pairs, "unit_dimension", problem)
