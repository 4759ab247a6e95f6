"""Observations and targets: their values converted, and what only several rows together show."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd

from indicators import periods
from indicators.records import Unit
from indicators.vocabulary import PROVINCE, Level, Measure, Status
from loaders.checks.times import TIMES, times
from loaders.columns import Column, Flags, codes, each_cell, renamed, words
from loaders.numbers import Floats, converted, read_numbers
from loaders.problems import Problems
from loaders.tables import Table

SLIP = 1000  # as far off its own series as tonnes are from thousands of tonnes
FINAL = {status.value for status in Status if status.is_final}
ORDERS = {level.value: level.order for level in Level}
WHOLE = 100.0


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
    wrong = np.flatnonzero((printed >= 0) & (expected >= 0) & (printed != expected))
    for at in wrong.tolist():
        word, of_indicator = table.cell("unit", at), str(to.iat[at])
        problems.add(table.problem(at, "unit", "unit_dimension", word, expected=of_indicator))


def check_observations(values: Values, of_data: Catalogue, today: date, problems: Problems) -> None:
    """Report actual figures of the future, and figures that look wrong beside their neighbours.

    One that was published before its period ended cannot be of the whole of it.
    """
    table, cells = values.table, values.table.cells
    is_finished = each_cell(cells["status"], lambda word: word in FINAL, bool)
    is_late = each_cell(cells["period"], lambda word: _end(word) > today, bool)
    table.report_rows(problems, is_finished & is_late, "period", "future_actual")
    ends = each_cell(cells["period"], lambda word: _end(word).toordinal(), np.int64)
    told = each_cell(cells["source"], lambda word: _last(of_data.published.get(word, "")), np.int64)
    is_early = is_finished & ~is_late & (told < ends)
    table.report_rows(problems, is_early, "period", "early_actual")
    is_outside = (values.converted < 0) | (values.converted > WHOLE)
    is_share = values.measured(Measure.RATIO) & (cells["unit"] == "%").to_numpy()
    table.report_rows(problems, is_outside & is_share, "value", "share_range")
    table.report_rows(problems, _slips(values), "value", "unit_slip")
    table.report_rows(problems, _above_province(values, of_data), "value", "above_province")


def _end(word: str) -> date:
    try:
        return periods.parse(word).end
    except periods.PeriodError:
        return date.min


def _slips(values: Values) -> Flags:
    """Figures a thousand times more or less than the median of their series."""
    cells = values.table.cells
    sizes = pd.Series(np.abs(np.where(values.converted == 0, np.nan, values.converted)))
    series = sizes.groupby([cells["indicator"], cells["region"]], observed=True, sort=False)
    ratio = (sizes / series.transform("median")).to_numpy()
    is_far = (ratio >= SLIP) | (ratio <= 1 / SLIP)
    return is_far & ~values.measured("growth")


def _above_province(values: Values, of_data: Catalogue) -> Flags:
    """Flows and stocks of a prefecture above every figure of the province for the same time."""
    cells = values.table.cells
    region = cells["region"]
    is_moment = values.measured(*(measure for measure in Measure if measure.is_of_a_moment))
    level = each_cell(region, lambda w: ORDERS.get(of_data.levels.get(w, ""), 0), np.int8)
    is_whole = (region == PROVINCE).to_numpy() if PROVINCE in words(region) else level < 0
    keys = codes(cells["indicator"]).astype(np.int64) * TIMES + times(cells["period"], is_moment)
    highest = pd.Series(values.converted[is_whole]).groupby(keys[is_whole]).max()
    ceiling = highest.reindex(keys).to_numpy(float)
    adds_up = values.measured(Measure.FLOW, Measure.STOCK)
    return (level > 0) & adds_up & (values.converted > ceiling)


def check_targets(values: Values, of_data: Catalogue, problems: Problems) -> None:
    """Report targets that were due before they were published."""
    cells = values.table.cells
    due = each_cell(cells["period"], lambda word: _end(word).toordinal(), np.int64)
    start = each_cell(
        cells["source"], lambda word: _start(of_data.published.get(word, "")), np.int64
    )
    values.table.report_rows(problems, due < start, "period", "early_target")


def _last(published: str) -> int:
    try:
        return periods.parse(published).end.toordinal()
    except periods.PeriodError:
        return date.max.toordinal()  # undated: after any figure


def _start(published: str) -> int:
    try:
        return periods.parse(published).start.toordinal()
    except periods.PeriodError:
        return 0  # undated: before any target
