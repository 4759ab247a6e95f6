"""Ten thousand targets over a hundred thousand observations: from rows to tracked targets."""

import gc
import math
import random
import sys
import time
from datetime import date
from decimal import Decimal

from indicators import precedence
from indicators.catalogue import Catalogue
from indicators.points import histories
from indicators.records import Indicator, Observation, Region, Source, Target, Unit
from indicators.vocabulary import (
    Carrier,
    Comparator,
    Direction,
    Level,
    Measure,
    Qualifier,
    SourceKind,
    Status,
    TargetKind,
)
from targets import tracker
from targets.assessment import assess_all
from targets.rules import rule_book

MEASURES = tuple(Measure)
TARGETS, OBSERVATIONS = 10_000, 100_000
LIMIT = 1.0  # seconds
POWER = 1.4  # 1 is linear, 2 quadratic
ROUNDS = 5
SEED = 20260101
TODAY = date(2026, 6, 30)
REGIONS = [f"52{number:04}" for number in range(20)]
PERIODS = [str(year) for year in range(2012, 2026)]
PERIODS += [f"{year}-{month:02}/ytd" for year in (2024, 2025, 2026) for month in (3, 6, 9)]
SOURCES = [Source(f"s{n}", "公报", "统计局", f"{2012 + n}-03-20", "", kind, Carrier.ORIGINAL)
           for n, kind in enumerate(
               (SourceKind.STATISTICS, SourceKind.GOVERNMENT, SourceKind.PLAN, SourceKind.PRESS)
           )]  # fmt: skip

Rows = tuple[Catalogue, list[Observation], list[Target]]


def generate(targets: int, observations: int) -> Rows:
    """Rows in series of about 20 figures, a tenth of them reported twice; two targets a series."""
    chance = random.Random(SEED)
    number = observations // 22
    indicators = {
        f"coal.i{n}": Indicator(f"coal.i{n}", "产量", "Output", base="coal", unit="万吨",
                                direction=Direction.UP,
                                measure=MEASURES[n % len(MEASURES)])
        for n in range(number // len(REGIONS) + 1)
    }  # fmt: skip
    series = [(i, r) for i in indicators for r in REGIONS][:number]
    rows = [row for key in series for row in _figures(key, chance)][:observations]
    goals = [_target(series[n % number], n // number, chance) for n in range(targets)]
    unit = Unit("万吨", "mass", Decimal(10000), "10 kt", "万吨")
    regions = {code: Region(code, code, code, level=Level.PREFECTURE) for code in REGIONS}
    return Catalogue({}, regions, {"万吨": unit}, indicators), rows, goals


def _figures(key: tuple[str, str], chance: random.Random) -> list[Observation]:
    value = chance.uniform(50, 500)
    rows = []
    for period in PERIODS:
        value *= chance.uniform(0.97, 1.12)
        for source in SOURCES[: 2 if chance.random() < 0.1 else 1]:
            text = f"{value:.2f}"
            rows.append(Observation(*key, period, text, float(text), "万吨", Qualifier.EXACT,
                                    Status.ACTUAL, source))  # fmt: skip
    return rows


def _target(key: tuple[str, str], turn: int, chance: random.Random) -> Target:
    year = 2024 + turn + chance.randrange(4)
    value = round(chance.uniform(100, 1500), 1)
    kind = chance.choice(tuple(TargetKind))
    comparator = chance.choice(tuple(Comparator))
    return Target(*key, str(year), str(value), value, "万吨", comparator, kind, SOURCES[turn % 4])


def seconds(rows: Rows) -> tuple[float, float]:
    """The best of several runs: from rows to figures, and from figures to tracked targets."""
    gc.collect()
    gc.freeze()  # the rows are no garbage: the collector need not look at them again and again
    runs = [_once(*rows) for _ in range(ROUNDS)]
    gc.unfreeze()
    return min(runs, key=sum)


def _once(
    catalogue: Catalogue, observations: list[Observation], goals: list[Target]
) -> tuple[float, float]:
    start = time.perf_counter()
    shown = precedence.by_series(precedence.reported(observations, catalogue))
    grouped = time.perf_counter()
    known = histories(shown, catalogue.indicators)
    found = assess_all(goals, catalogue.indicators, known, TODAY, rule_book(), _fail)
    tracked = tracker.tracked(found, catalogue.indicators)
    done = time.perf_counter()
    assert len(tracked) == len(goals)
    return grouped - start, done - grouped


def _fail(target: Target, error: Exception) -> None:
    raise AssertionError(target) from error


def main() -> int:
    """Print seconds and growth; 1 when a limit is broken."""
    sizes = (0.5, 1.0, 2.0)
    times = [seconds(generate(int(TARGETS * s), int(OBSERVATIONS * s))) for s in sizes]
    for size, (figures, assessing) in zip(sizes, times, strict=True):
        number = int(TARGETS * size)
        print(f"{number:>6} targets, {int(OBSERVATIONS * size):>6} observations: figures "
              f"{figures:.2f} s, assessing {assessing:.2f} s, {assessing / number * 1e6:.0f} µs "
              "a target")  # fmt: skip
    whole = sum(times[1])
    power = math.log(times[2][1] / times[0][1]) / math.log(sizes[2] / sizes[0])
    print(f"10,000 targets take {whole:.2f} s of {LIMIT:.0f} s; the time grows with the power "
          f"{power:.2f} of the size (1 is linear)")  # fmt: skip
    return int(whole > LIMIT or power > POWER)


if __name__ == "__main__":
    sys.exit(main())
