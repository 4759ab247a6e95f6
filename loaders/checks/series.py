"""Figures that are far off their series: most likely in another unit than they are said to be."""

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from indicators.vocabulary import Measure
from loaders.checks.values import Values
from loaders.columns import Flags, codes

SLIP = 1000  # as far off its own series as tonnes are from thousands of tonnes
HUNDRED = (50, 200)  # as far from its series as a fraction is from the same in per cent, about
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


def fractions(values: Values) -> Flags:
    """Figures in per cent that look like the fraction they are of one: 0.153 for 15.3.

    They are below 1 while as many or more figures of their indicator are not; growth may well be
    small, and is only judged by how far it is from the others.
    """
    cells = values.table.cells
    is_percent = (cells["unit"] == "%").to_numpy()
    sizes = pd.Series(np.where(is_percent, _sizes(values), np.nan))
    is_small = (sizes < 1).to_numpy()
    if not is_small.any():
        return is_small
    of_one = codes(cells["indicator"])
    large = sizes.where(sizes >= 1).groupby(of_one, sort=False)
    small = sizes.where(is_small).groupby(of_one, sort=False).transform("count").to_numpy()
    is_usual = large.transform("count").to_numpy() >= small
    ratio = (large.transform("median") / sizes).to_numpy()
    is_near = (ratio >= HUNDRED[0]) & (ratio <= HUNDRED[1])
    return is_small & (is_near | (is_usual & ~values.measured(Measure.GROWTH)))
