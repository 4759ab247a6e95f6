"""The times of rows as numbers, so that all spellings of one time are one."""

from datetime import date
from itertools import count

import numpy as np
from numpy.typing import NDArray

from indicators import periods
from loaders.columns import Column, Flags, each_cell

LONGEST = 512  # days: a year is shorter
TIMES = date.max.toordinal() * LONGEST  # more than any of them


def times(period: Column, is_moment: Flags) -> NDArray[np.int64]:
    """A number for the time of each row: of its last day, and but for a moment of its length.

    Each word that is no period has a negative number of its own.
    """
    unknown = count(-1, -1)

    def days(word: str) -> tuple[int, int]:
        try:
            span = periods.parse(word)
        except periods.PeriodError:
            return next(unknown), 0
        return span.end.toordinal() * LONGEST, (span.end - span.start).days + 1

    pairs = each_cell(period, days, np.dtype((np.int64, 2)))
    return pairs[:, 0] + np.where(is_moment, 0, pairs[:, 1])
