"""Ten times the values take about ten times the work: nothing is computed anew for each."""

import sys
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from types import FrameType
from typing import Any

import pytest

from figures import series
from figures.spark import spark
from figures.trend import traces
from figures.trend.trend import trend
from indicators.precedence import Reported
from tests.support.figures_rows import HOLDINGS, OUTPUT, PROVINCE, context, figure

FEW, MANY = 770, 7_700
MOST = 12  # times the work, for ten times the values


def days(count: int) -> list[Reported]:
    first = date(2000, 1, 1)
    dates = ((first + timedelta(n)).isoformat() for n in range(count))
    return [figure(day, str(100 + n % 97), of=HOLDINGS.id) for n, day in enumerate(dates)]


def quarters(count: int) -> list[Reported]:
    """A tenth as many: there are not more quarters."""
    return [figure(f"{1900 + n // 4}-Q{n % 4 + 1}", str(n)) for n in range(count // 10)]


def calls(work: Callable[[], Any]) -> int:
    """How many functions, and steps of generators, are entered."""
    entered = 0

    def count(_: FrameType, event: str, __: Any) -> None:
        nonlocal entered
        entered += event == "call"

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return entered


def plotted(rows: Sequence[Reported]) -> list[series.PlottedPoint]:
    return series.points(HOLDINGS, rows, context())


def drawn(rows: Sequence[Reported]) -> Any:
    return trend(HOLDINGS, {PROVINCE: rows}, [], [], context())


@pytest.mark.parametrize(
    ("make", "work"),
    [
        (lambda n: plotted(days(n)), series.lead),
        (lambda n: plotted(days(n)), series.seen),
        (days, lambda rows: spark(rows, context(), "#111111")),
        (quarters, lambda rows: series.points(OUTPUT, rows, context())),
        (
            lambda n: days(n // 10),
            lambda rows: trend(HOLDINGS, {PROVINCE: rows}, [], [], context()),
        ),
    ],
    ids=["lead", "seen", "spark", "points", "trend"],
)
def test_the_work_grows_with_the_values(
    make: Callable[[int], Any], work: Callable[[Any], Any]
) -> None:
    few, many = make(FEW), make(MANY)
    work(few)  # what is kept between calls is kept for both
    work(many)
    assert calls(lambda: work(many)) <= MOST * calls(lambda: work(few))


def test_a_line_with_many_gaps_is_whole() -> None:
    points = plotted([figure(str(year), "1", of=HOLDINGS.id) for year in range(1900, 2099, 2)])
    line = traces.line(points, "", "#111111", [str(n) for n in range(len(points))])
    assert len(line["x"]) == len(line["y"]) == len(line["hovertext"]) == 2 * len(points) - 1
    assert line["x"][1::2] == [None] * (len(points) - 1)
