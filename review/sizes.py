"""How large the figures of a series are, and whether one is far from the others."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

OFF = 100  # times the median of a series; units that are confused differ by as much and more


@dataclass(frozen=True, slots=True)
class Middle:
    """The middle figure of a series, or the two of an even number; in the indicator's unit."""

    low: float
    high: float

    @property
    def median(self) -> float:
        """What lies in the middle of the two."""
        return (self.low + self.high) / 2

    def is_far_from(self, size: float) -> bool:
        """Whether a figure is far from the median.

        Where the two in the middle are themselves far apart, it must be far from both.
        """
        middles = (self.median,) if self.high < OFF * self.low else (self.low, self.high)
        return not any(1 / OFF < size / middle < OFF for middle in middles)


@dataclass(frozen=True, slots=True)
class Sizes:
    """Figures of one series without their signs, rising; zeros are none."""

    ordered: Sequence[float] = ()

    def middle(self, without: float | None = None) -> Middle | None:
        """The middle of them, of which one may be left out; None when none is left."""
        out = len(self.ordered) if without is None else bisect_left(self.ordered, without)
        is_there = out < len(self.ordered) and self.ordered[out] == without
        count = len(self.ordered) - is_there
        if not count:
            return None
        first, second = (count - 1) // 2, count // 2
        if not is_there:
            return Middle(self.ordered[first], self.ordered[second])
        return Middle(self.ordered[first + (first >= out)], self.ordered[second + (second >= out)])
