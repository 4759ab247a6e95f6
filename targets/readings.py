"""The readings of a target (DESIGN §4): numbers in, numbers out; None where one is not defined.

The growth reading is that of Eurostat's monitoring report of 2021 and of Statistics Canada,
as Open SDG uses it: actual over required compound annual growth.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

from indicators.points import YEAR, Spot

ROUND = 9  # decimals: what is equal on paper is equal here
STILL = 1e-9  # a required growth below this is none


@dataclass(frozen=True, slots=True)
class Parts:
    """A reading and the two numbers it is made of: actual and required, done and elapsed."""

    value: float
    done: float
    wanted: float


def compound(one: Spot, other: Spot) -> float | None:
    """The compound annual growth from one spot to the other; None if not both are positive."""
    years = other.moment - one.moment
    if years <= 0 or one.value <= 0 or other.value <= 0:
        return None
    return finite(lambda: math.expm1(math.log(other.value / one.value) / years))


def growth(base: Spot, current: Spot, goal: Spot) -> Parts | None:
    """R = ((v/b)^(1/(tv-tb)) - 1) / ((T/b)^(1/(tT-tb)) - 1)."""
    actual, required = compound(base, current), compound(base, goal)
    if actual is None or required is None or abs(required) < STILL:
        return None
    ratio = finite(lambda: actual / required)
    return None if ratio is None else Parts(round(ratio, ROUND), actual, required)


def path(base: Spot, current: Spot, goal: Spot) -> Parts | None:
    """Share of distance (v-b)/(T-b) minus share of time (tv-tb)/(tT-tb), as a fraction."""
    if not base.moment < current.moment <= goal.moment or goal.value == base.value:
        return None
    covered = finite(lambda: (current.value - base.value) / (goal.value - base.value))
    if covered is None:
        return None
    elapsed = (current.moment - base.moment) / (goal.moment - base.moment)
    return Parts(round(covered - elapsed, ROUND), covered, elapsed)


def pace(value: float, goal: float, clock: float, *, is_cap: bool = False) -> Parts | None:
    """The share of a year's target done minus the clock (months/12, or last year's own share).

    Below a cap less is better, and the sign is turned.
    """
    done = finite(lambda: value / goal) if goal > 0 else None
    if done is None:
        return None
    lead = clock - done if is_cap else done - clock
    return Parts(round(lead, ROUND), done, clock)


def own_clock(part: float, whole: float) -> float | None:
    """The share of last year's total that was done after the same months."""
    return part / whole if 0 <= part <= whole and whole > 0 else None


def projected(base: Spot, current: Spot, moment: float) -> float | None:
    """The value at a later moment when growth goes on as from `base` to `current`.

    Compound where both are positive, else along the straight line.
    """
    rate = compound(base, current)
    ahead = moment - current.moment
    if rate is not None:
        return finite(lambda: current.value * (1 + rate) ** ahead)
    if current.moment <= base.moment:
        return None
    slope = (current.value - base.value) / (current.moment - base.moment)
    return finite(lambda: current.value + slope * ahead)


def arrival(base: Spot, current: Spot, goal: float) -> float | None:
    """The moment at which `goal` is reached when growth goes on; None if it never is."""
    rate = compound(base, current)
    if rate is not None and goal > 0:
        years = finite(lambda: math.log(goal / current.value) / math.log1p(rate))
    elif current.moment > base.moment:
        slope = (current.value - base.value) / (current.moment - base.moment)
        years = finite(lambda: (goal - current.value) / slope)
    else:
        years = None
    return None if years is None or years < 0 else current.moment + years


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
