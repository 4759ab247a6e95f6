"""A target against a value: which way is better, whether it holds, the share attained."""

import math

from indicators.records import Indicator, Target
from indicators.vocabulary import Qualifier

EXACT = 0.02  # "=" holds within 2 % (DESIGN §4)
NOISE = 1e-12  # of the target: units are converted in binary floating point


def direction(target: Target, indicator: Indicator) -> int:
    """Which way a target gets better: 1 more, -1 less, 0 neither, only the very value will do.

    The comparator decides, else the indicator's own direction: an `=` of an indicator for which
    more is better is met by more, too. Nobody missed a growth of about 15 % with 18 %.
    """
    if target.comparator.is_exact:
        return indicator.direction.sign
    return -1 if target.comparator.is_cap else 1


def holds(
    value: float, target: Target, direction: int, qualifier: Qualifier = Qualifier.EXACT
) -> bool:
    """Whether `value`, in the indicator's unit, meets the target of that `direction`.

    "Under 100" is no 100, and "over 100" is above a cap of 100. An `=` holds within `EXACT`.
    """
    slack = abs(target.value) * (EXACT if target.comparator.is_exact else NOISE)
    lead = (value - target.value) * (direction or 1)
    if not direction:
        return abs(lead) <= slack
    adverse = Qualifier.UNDER if direction > 0 else Qualifier.OVER
    is_shy = not target.comparator.is_exact and qualifier == adverse and lead <= slack
    return lead >= -slack and not is_shy


def attainment(value: float, target: Target) -> float | None:
    """Return `value` as a fraction of the target (v/T, DESIGN §4); None for a target of zero."""
    share = value / target.value if target.value else math.inf
    return share if math.isfinite(share) else None


def headroom(value: float, target: Target) -> float:
    """What is left below a cap (T - v), in the indicator's unit; negative when it is exceeded."""
    return target.value - value
