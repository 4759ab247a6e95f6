"""The readings of a target (DESIGN §4): numbers in, numbers out; None where one is not defined.

The growth reading is that of Eurostat's monitoring report of 2021 and of Statistics Canada,
as Open SDG uses it: actual over required compound annual growth. All values are in the
indicator's unit; b is the value of the baseline, v the current one, T that of the target, and tb,
tv, tT are the dates that they are of, in years.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

from indicators.periods import years_between
from indicators.points import YEAR, DatedValue

ROUND = 9  # decimals: what is equal on paper is equal here
STILL = 1e-9  # a required growth below this is none


@dataclass(frozen=True, slots=True)
class Parts:
    """A reading (`value`) and the two numbers that it is made of, all of them fractions.

    `done` and `wanted` are actual and required growth a year, or the shares done and elapsed.
    """

    value: float
    done: float
    wanted: float


def compound(one: DatedValue, other: DatedValue) -> float | None:
    """The compound annual growth from one value to the later other, as a fraction.

    None if not both are positive, or the other is not later.
    """
    years = years_between(one.date, other.date)
    if years <= 0 or one.value <= 0 or other.value <= 0:
        return None
    return finite(lambda: math.expm1(math.log(other.value / one.value) / years))


def growth(baseline: DatedValue, current: DatedValue, target: DatedValue) -> Parts | None:
    """R = ((v/b)^(1/(tv-tb)) - 1) / ((T/b)^(1/(tT-tb)) - 1).

    None if one of the three is not positive, the dates do not follow, or no growth is required.
    """
    actual, required = compound(baseline, current), compound(baseline, target)
    if actual is None or required is None or abs(required) < STILL:
        return None
    ratio = finite(lambda: actual / required)
    return None if ratio is None else Parts(round(ratio, ROUND), actual, required)


def path(baseline: DatedValue, current: DatedValue, target: DatedValue) -> Parts | None:
    """Share of distance (v-b)/(T-b) minus share of time (tv-tb)/(tT-tb), as a fraction.

    None without a distance, or where the current date is not between the two others.
    """
    if not baseline.date < current.date <= target.date or target.value == baseline.value:
        return None
    distance = target.value - baseline.value
    covered = finite(lambda: (current.value - baseline.value) / distance)
    if covered is None:
        return None
    elapsed = years_between(baseline.date, current.date) / years_between(baseline.date, target.date)
    return Parts(round(covered - elapsed, ROUND), covered, elapsed)


def pace(value: float, goal: float, clock: float, *, is_cap: bool = False) -> Parts | None:
    """The share of a year's target done (v/T) minus the clock, as a fraction.

    The clock is the share of the year that is over, months/12, or last year's own share. Below a
    cap less is better, and the sign is turned. None for a target of zero or less.
    """
    done = finite(lambda: value / goal) if goal > 0 else None
    if done is None:
        return None
    lead = clock - done if is_cap else done - clock
    return Parts(round(lead, ROUND), done, clock)


def own_clock(part: float, whole: float) -> float | None:
    """The fraction of last year's `whole` that was done after the same months (`part`).

    None where it is no share: below 0, above 1, or of nothing.
    """
    return part / whole if 0 <= part <= whole and whole > 0 else None


def projected(baseline: DatedValue, current: DatedValue, years: float) -> float | None:
    """The value `years` after `current` (before it, if negative) when growth goes on.

    The growth is that from `baseline` to `current`: compound where both are positive, else along
    the straight line. None if `current` is not later than `baseline`.
    """
    rate = compound(baseline, current)
    if rate is not None:
        return finite(lambda: current.value * (1 + rate) ** years)
    elapsed = years_between(baseline.date, current.date)
    if elapsed <= 0:
        return None
    slope = (current.value - baseline.value) / elapsed
    return finite(lambda: current.value + slope * years)


def years_until(baseline: DatedValue, current: DatedValue, goal: float) -> float | None:
    """Years from `current` until `goal` is reached when growth goes on; None if it never is."""
    rate, elapsed = compound(baseline, current), years_between(baseline.date, current.date)
    if rate is not None and goal > 0:
        years = finite(lambda: math.log(goal / current.value) / math.log1p(rate))
    elif elapsed > 0:
        slope = (current.value - baseline.value) / elapsed
        years = finite(lambda: (goal - current.value) / slope)
    else:
        years = None
    return None if years is None or years < 0 else years


def per_month(value: float, goal: float, months: int) -> float | None:
    """What each remaining month of the year has to bring: (T - v) / (12 - months)."""
    return finite(lambda: (goal - value) / (YEAR - months))


def finite(compute: Callable[[], float]) -> float | None:
    """Return what is computed, None where it is no finite number."""
    try:
        result = compute()
    except (OverflowError, ZeroDivisionError, ValueError):
        return None
    return result if math.isfinite(result) else None
