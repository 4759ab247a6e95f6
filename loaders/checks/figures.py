"""Observations and targets: what only several rows together show."""

from datetime import date

import numpy as np
import pandas as pd

from indicators import periods
from indicators.vocabulary import PROVINCE, Level, Measure, Status
from loaders.checks.series import fractions, slips
from loaders.checks.times import TIMES, times
from loaders.checks.values import Catalogue, Values
from loaders.columns import Flags, codes, each_cell, words
from loaders.problems import Problems

FINAL = {status.value for status in Status if status.is_final}
ORDERS = {level.value: level.order for level in Level}
WHOLE = 100.0


def check_observations(
    values: Values,
    of_data: Catalogue,
    today: date,
    problems: Problems,
    known: Values | None = None,
) -> None:
    """Report actual figures of the future, and figures that look wrong beside their neighbours.

    One that was published before its period ended cannot be of the whole of it. `known` are the
    figures of a file that another stands for.
    """
    table, cells = values.table, values.table.cells
    _report_flows_of_a_day(values, problems)
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
    is_new = problems.concerned(table.files)
    table.report_rows(problems, slips(values, is_new, known), "value", "unit_slip")
    table.report_rows(problems, fractions(values), "value", "fraction_of_percent")
    table.report_rows(problems, _above_province(values, of_data), "value", "above_province")


def _end(word: str) -> date:
    try:
        return periods.parse(word).end
    except periods.PeriodError:
        return date.min


def _report_flows_of_a_day(values: Values, problems: Problems) -> None:
    """A spreadsheet makes a day of a month, and what is counted over a time has no value on one."""
    table = values.table
    is_day = each_cell(table.cells["period"], _is_day, bool)
    is_counted = values.measured(*(measure for measure in Measure if measure.covers_a_period))
    table.report_rows(problems, is_day & is_counted, "period", "flow_of_a_day")


def _is_day(word: str) -> bool:
    try:
        return periods.parse(word).kind == "day"
    except periods.PeriodError:
        return False


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
    """Report targets that were due before they were published, or that look like a fraction."""
    _report_flows_of_a_day(values, problems)
    cells = values.table.cells
    due = each_cell(cells["period"], lambda word: _end(word).toordinal(), np.int64)
    start = each_cell(
        cells["source"], lambda word: _start(of_data.published.get(word, "")), np.int64
    )
    values.table.report_rows(problems, due < start, "period", "early_target")
    values.table.report_rows(problems, fractions(values), "value", "fraction_of_percent")


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
