"""Rows in a line each, for the tests of the assessment."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from indicators.points import Point, actual_points
from indicators.precedence import Reported
from indicators.records import Indicator, Observation, Source, Target
from indicators.vocabulary import (
    Carrier,
    Comparator,
    Direction,
    Measure,
    Qualifier,
    SourceKind,
    Status,
    TargetKind,
)
from targets.assessment import Assessment, assess
from targets.rules import RuleBook, rule_book

DAY = date(2024, 6, 1)  # on which the tests assess, unless they say otherwise
BOOK = rule_book()


def source(published: str = "2021-01", name: str = "s1") -> Source:
    return Source(name, "公报", "统计局", published, "", SourceKind.STATISTICS, Carrier.ORIGINAL)


def indicator(measure: str = "stock", direction: str = "up", name: str = "i") -> Indicator:
    words: Any = {"direction": Direction(direction), "measure": Measure(measure)}
    return Indicator(name, "产值", "Output", unit="亿元", **words)


def target(
    value: float, period: str = "2025", comparator: str = ">=", kind: str = "plan",
    published: str = "2021-01", by: str = "s1", of: str = "i", qualifier: str = "exact",
) -> Target:  # fmt: skip
    said = source(published, by)
    words = Comparator(comparator), TargetKind(kind)
    return Target(of, "520000", period, str(value), value, "亿元", *words, said,
                  qualifier=Qualifier(qualifier))  # fmt: skip


def figure(
    period: str, value: float | None, qualifier: str = "exact", status: str = "actual"
) -> Reported:
    said = source("2025")
    words = Qualifier(qualifier), Status(status)
    return Reported(Observation("i", "520000", period, str(value), value, "亿元", *words, said))


def points(**values: float) -> list[Point]:
    """Points by period: `y2020=1` is the year, `m2020_05=1` January to May, `d2020_12=1` December.

    `history` sorts them.
    """
    return points_of(figure(_period(name), value) for name, value in values.items())


def points_of(figures: Iterable[Reported], measure: str = "flow") -> list[Point]:
    return actual_points(figures, Measure(measure))


def _period(name: str) -> str:
    text = name[1:].replace("_", "-")
    return f"{text}/ytd" if name[0] == "m" else text


def assessed(
    goal: Target, known: list[Point], measure: str = "stock", direction: str = "up",
    today: date = DAY, rules: RuleBook = BOOK,
) -> Assessment:  # fmt: skip
    return assess(goal, indicator(measure, direction), known, today, rules)


def value_of(found: Assessment, method: str) -> float | None:
    """The value of one reading, None when it is not defined."""
    return next((r.value for r in found.readings if r.method == method), None)
