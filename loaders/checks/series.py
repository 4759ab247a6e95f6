"""Figures that are far off their series: most likely in another unit than they are said to be."""

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from indicators.vocabulary import Measure
from loaders.checks.values import Values
from loaders.columns import Flags

SLIP = 1000  # as far off its own series as tonnes are from thousands of tonnes
SERIES = ["indicator", "region"]
ROW = [*SERIES, "period", "printed"]


def slips(values: Values, is_new: Flags | None = None, known: Values | None = None) -> Flags:
    """Figures a thousand times more or less than the median of their series.

    Where some rows are new, these alone are judged, by the median of the other rows and of those
    that were `known` before; a series that is new as a whole is judged by itself.
    """
    is_growth = values.measured(Measure.GROWTH)
    if is_new is None:
        return _off_their_own(values) & ~is_growth
    rows = _rows(values)
    before = rows[~is_new] if known is None else pd.concat([rows[~is_new], _rows(known)])
    medians = before.groupby(SERIES)["size"].median().rename("median")
    median = rows.join(medians, on=SERIES)["median"].to_numpy(float)
    is_known = pd.MultiIndex.from_frame(rows[ROW]).isin(pd.MultiIndex.from_frame(before[ROW]))
    far = np.where(np.isnan(median), _off_their_own(values), _far(_sizes(values) / median))
    return far.astype(bool) & is_new & ~is_known & ~is_growth


def _rows(values: Values) -> pd.DataFrame:
    cells = values.table.cells
    texts = {name: cells[name].astype(str) for name in (*SERIES, "period")}
    printed = values.printed.astype(str).to_numpy()
    return pd.DataFrame({**texts, "printed": printed, "size": _sizes(values)})


def _sizes(values: Values) -> NDArray[Any]:
    """The figures without their signs; a zero has no size."""
    return np.abs(np.where(values.converted == 0, np.nan, values.converted))


def _far(ratio: NDArray[Any], times: float = SLIP) -> Flags:
    return (ratio >= times) | (ratio <= 1 / times)


def _off_their_own(values: Values) -> Flags:
    """Figures far off the median of all rows of their series.

    Where the two middle figures are far apart nobody can tell which is right: both are.
    """
    cells = values.table.cells
    sizes = pd.Series(_sizes(values))
    series = sizes.groupby([cells[name] for name in SERIES], observed=True, sort=False)
    ratio = (sizes / series.transform("median")).to_numpy()
    far, near = _far(ratio), _far(ratio, SLIP / 2)
    if not near.any():  # as in nearly all data
        return far
    names = series.ngroup().to_numpy()
    of_these = np.isin(names, names[near])
    some = sizes[of_these].groupby(names[of_these])
    low, high = (
        some.transform("quantile", 0.5, interpolation=way).to_numpy() for way in ("lower", "higher")
    )
    is_split = high >= SLIP * low
    own = sizes[of_these].to_numpy()
    far[of_these] = np.where(is_split, _far(own / low) | _far(own / high), far[of_these])
    return far
