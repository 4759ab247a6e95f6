"""A target against a value: which way is better, whether it holds, the share attained."""

import math

from indicators.records import Indicator, Target
from indicators.vocabulary import Measure, Qualifier

EXACT = 0.02  # "=" holds within 2 %: a plan's figure means 左右
ABOUT = 0.05  # "about" holds within 5 % of a level …
ABOUT_POINTS = 0.5  # … and within half a point of a rate or a share
NOISE = 1e-12  # of the target: units are converted in binary floating point


def direction(target: Target, indicator: Indicator) -> int:
    """Which way a target gets better: 1 more, -1 less, 0 neither, only the very value will do.

    The comparator decides, else the indicator's own direction: an `=` of an indicator for which
    more is better is met by more, too, and so is one of an output (a flow without a direction):
    only a cap is missed by exceeding it. Nobody missed a growth of about 15 % with 18 %.
    """
    if target.comparator.is_exact:
        is_output = indicator.measure is Measure.FLOW
        return indicator.direction.sign or int(is_output)
    return -1 if target.comparator.is_cap else 1


def slack(target: Target, measure: Measure) -> float:
    """How far from the target a value may be and still be it, in the indicator's unit.

    `EXACT` of the target for an `=`; for an "about" `ABOUT` of it, or half a point of what is a
    percentage itself; else nothing but the noise of binary numbers.
    """
    if target.qualifier is Qualifier.ABOUT:
        return abs(target.value) * ABOUT if measure.adds_up else ABOUT_POINTS
    return abs(target.value) * (EXACT if target.comparator.is_exact else NOISE)


def surpasses(value: float, target: Target, direction: int, measure: Measure) -> bool:
    """Whether an `=` of which more is better is met by more than its slack."""
    is_open = target.comparator.is_exact and direction > 0
    return is_open and value - target.value > slack(target, measure)


def holds(
    value: float,
    target: Target,
    direction: int,
    measure: Measure,
    qualifier: Qualifier = Qualifier.EXACT,
) -> bool:
    """Whether `value`, in the indicator's unit, meets the target of that `direction`.

    "Under 100" is no 100, and "over 100" is above a cap of 100. An `=` and an "about" hold within
    their `slack`.
    """
    give = slack(target, measure)
    lead = (value - target.value) * (direction or 1)
    if not direction:
        return abs(lead) <= give
    adverse = Qualifier.UNDER if direction > 0 else Qualifier.OVER
    is_loose = target.comparator.is_exact or target.qualifier is Qualifier.ABOUT
    is_shy = not is_loose and qualifier == adverse and lead <= give
    return lead >= -give and not is_shy


def attainment(value: float, target: Target) -> float | None:
    """Return `value` as a fraction of the target (v/T, DESIGN §4); None for a target of zero."""
    share = value / target.value if target.value else math.inf
    return share if math.isfinite(share) else None


def headroom(value: float, target: Target) -> float:
    """What is left below a cap (T - v), in the indicator's unit; negative when it is exceeded."""
    return target.value - value
