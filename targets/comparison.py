"""A target against a figure: which way is better, whether it holds, the share attained."""

import math

from indicators.records import Indicator, Target
from indicators.vocabulary import Qualifier

EXACT = 0.02  # "=" holds within 2 % (DESIGN §4)
NOISE = 1e-12  # of the target: units are converted in binary floating point


def sense(target: Target, indicator: Indicator) -> int:
    """Which way is better: 1 more, -1 less, 0 neither, only the very value will do.

    An `=` of an indicator for which more is better is met by more, too: nobody missed a
    growth of about 15 % with 18 %.
    """
    if target.comparator.is_exact:
        return indicator.direction.sign
    return -1 if target.comparator.is_cap else 1


def holds(value: float, target: Target, sense: int, qualifier: Qualifier = Qualifier.EXACT) -> bool:
    """Whether `value` meets the target; "under 100" is no 100, "over 100" is above a cap of 100."""
    slack = abs(target.value) * (EXACT if target.comparator.is_exact else NOISE)
    lead = (value - target.value) * (sense or 1)
    if not sense:
        return abs(lead) <= slack
    adverse = Qualifier.UNDER if sense > 0 else Qualifier.OVER
    is_shy = not target.comparator.is_exact and qualifier == adverse and lead <= slack
    return lead >= -slack and not is_shy


def attainment(value: float, target: Target) -> float | None:
    """Return `value` as a share of the target (DESIGN §4: v/T); None for a target of zero."""
    share = value / target.value if target.value else math.inf
    return share if math.isfinite(share) else None


def headroom(value: float, target: Target) -> float:
    """Return what is left below a cap (T - v), negative when it is exceeded."""
    return target.value - value
