"""Observations and targets: their values converted, and what only several rows together show."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from indicators import periods
from indicators.records import Unit
from indicators.vocabulary import PROVINCE, Level, Status
from loaders.numbers import Flags, Floats, Numbers, converted, numbers
from loaders.problems import Findings
from loaders.sheets import Column
from loaders.tables import Facts

SLIP = 1000  # as far off its own series as tonnes are from thousands of tonnes
WHOLE = 100.0


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What a check needs to know of indicators, regions, units and sources, by their keys."""

    indicators: Mapping[str, tuple[str, str]]  # unit, measure
    levels: Mapping[str, str]
    units: dict[str, Unit]
    published: Mapping[str, str]


def catalogue(tables: Mapping[str, Facts]) -> Catalogue:
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


def _rows(facts: Facts, *names: str) -> list[tuple[Any, ...]]:
    columns = [np.array(facts.columns[n].texts(), object)[facts.columns[n].codes] for n in names]
    return list(zip(*columns, strict=True))


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a table, with what is known of each row's indicator."""

    facts: Facts
    printed: Numbers
    values: Floats
    measures: Column

    def measured(self, *measures: str) -> Flags:
        """The rows whose indicator is one of these measures."""
        return self.measures.each(lambda word: word in measures, bool)[self.measures.codes]


def figures(facts: Facts, known: Catalogue, findings: Findings) -> Figures:
    """Convert the values; report what is no number and what is in a unit of another dimension."""
    typed, unit = facts.columns["value"], facts.columns["unit"]
    printed = numbers(typed, may_miss=facts.spec.name == "observations")
    for rule in ("not_a_number", "not_finite"):
        if facts.spec.name == "observations":  # the other columns of numbers were judged as cells
            facts.flagged(findings, (printed.broken == rule)[typed.codes], "value", rule)
    is_ratio = unit.each(lambda word: word == "%", bool)[unit.codes]
    facts.flagged(findings, printed.is_percent[typed.codes] & ~is_ratio, "value", "percent_unit")
    to, measures = _of_indicators(facts, known)
    _check_dimensions(facts, known, to, findings)
    return Figures(facts, printed, converted(printed, unit, to, known.units), measures)


def _of_indicators(facts: Facts, known: Catalogue) -> tuple[Column, Column]:
    indicator = facts.columns["indicator"]
    pairs = [known.indicators.get(word, ("", "")) for word in indicator.texts()]
    units, measures = (pa.array([pair[at] for pair in pairs], pa.string()) for at in (0, 1))
    return indicator.rewritten(units), indicator.rewritten(measures)


def _check_dimensions(facts: Facts, known: Catalogue, to: Column, findings: Findings) -> None:
    unit = facts.columns["unit"]
    dimensions = sorted({each.dimension for each in known.units.values()})

    def dimension(word: str) -> int:
        return dimensions.index(known.units[word].dimension) if word in known.units else -1

    printed, expected = (each.each(dimension, np.int32)[each.codes] for each in (unit, to))
    wrong = np.flatnonzero((printed >= 0) & (expected >= 0) & (printed != expected))
    for at in wrong.tolist():
        findings.add(
            facts.problem(at, "unit", "unit_dimension", unit.word(at), expected=to.word(at))
        )


def check_observations(found: Figures, known: Catalogue, today: date, findings: Findings) -> None:
    """Report actual figures of the future, and figures that look wrong beside their neighbours."""
    facts, values = found.facts, found.values
    status, period = facts.columns["status"], facts.columns["period"]
    finished = status.each(lambda word: bool(word) and Status(word).is_final, bool)[status.codes]
    late = period.each(lambda word: _end(word) > today, bool)[period.codes]
    facts.flagged(findings, finished & late, "period", "future_actual")
    outside = found.measured("ratio") & ((values < 0) | (values > WHOLE))
    unit = facts.columns["unit"]
    share = unit.each(lambda word: word == "%", bool)[unit.codes]
    facts.flagged(findings, outside & share, "value", "share_range")
    facts.flagged(findings, _slips(found), "value", "unit_slip")
    facts.flagged(findings, _above_province(found, known), "value", "above_province")


def _end(word: str) -> date:
    try:
        return periods.parse(word).end
    except periods.PeriodError:
        return date.min


def _slips(found: Figures) -> Flags:
    """Figures a thousand times more or less than the median of their series."""
    indicator, region = found.facts.columns["indicator"], found.facts.columns["region"]
    series = indicator.codes.astype(np.int64) * len(region.words) + region.codes
    sizes = pd.Series(np.abs(np.where(found.values == 0, np.nan, found.values)))
    median = sizes.groupby(series).transform("median").to_numpy()
    ratio = sizes.to_numpy() / median
    far = (ratio >= SLIP) | (ratio <= 1 / SLIP)
    return np.asarray(far & ~found.measured("growth"), bool)


def _above_province(found: Figures, known: Catalogue) -> Flags:
    """Flows and stocks of a prefecture above every figure of the province for the same stretch."""
    facts = found.facts
    region, stretch = facts.columns["region"], stretches(facts.columns["period"])
    level = region.each(lambda word: Level(known.levels.get(word, Level.PROVINCE)).order, np.int8)
    is_lower = level[region.codes] > 0
    whole = region.each(lambda word: word == PROVINCE, bool)[region.codes]
    codes = facts.columns["indicator"].codes.astype(np.int64) * len(stretch.words) + stretch.codes
    highest = pd.Series(found.values[whole]).groupby(codes[whole]).max()
    ceiling = highest.reindex(codes).to_numpy(float)
    adds_up = found.measured("flow", "stock")
    return np.asarray(is_lower & adds_up & (found.values > ceiling), bool)


def check_targets(found: Figures, known: Catalogue, findings: Findings) -> None:
    """Report targets that were due before they were published."""
    facts = found.facts
    period, source = facts.columns["period"], facts.columns["source"]
    due = period.each(lambda word: _end(word).toordinal(), np.int64)[period.codes]
    start = source.each(lambda word: _start(known.published.get(word, "")), np.int64)
    facts.flagged(findings, due < start[source.codes], "period", "early_target")


def _start(published: str) -> int:
    try:
        return periods.parse(published).start.toordinal()
    except periods.PeriodError:
        return 0  # undated: before any target


def stretches(period: Column) -> Column:
    """The periods in the one spelling of their stretch: H1 and 06/ytd are one key."""
    return period.rewritten(pa.array([_canonical(word) for word in period.texts()], pa.string()))


def _canonical(word: str) -> str:
    try:
        return periods.parse(word).canonical
    except periods.PeriodError:
        return word
