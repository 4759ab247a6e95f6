"""Targets against figures: the share attained, and the figure a target is compared with."""

from collections.abc import Iterable
from datetime import date

from indicators import periods
from indicators.precedence import Figure
from indicators.vocabulary import Indicator, Target

ACTUAL = ("revised", "actual", "provisional")  # reported as happened, not estimated or foreseen
OVER_A_PERIOD = ("flow", "growth")  # a year's flow or growth compares with a year's only


def attainment(value: float, target: Target) -> float | None:
    """Return `value` as a share of the target (DESIGN §4: v/T); None for a target of zero."""
    return value / target.value if target.value else None


def headroom(value: float, target: Target) -> float:
    """Return what is left below a cap (T - v), negative when it is exceeded."""
    return target.value - value


def comparable_kind(indicator: Indicator, due: str) -> str:
    """The kind of period that compares with a target due at `due`; "" when any does.

    Flows and growth rates compare over the same stretch only; a stock, share or count due in
    a year compares with any figure up to then.
    """
    return periods.parse(due).kind if indicator.measure in OVER_A_PERIOD else ""


def latest_actual(figures: Iterable[Figure], not_after: date, *, kind: str = "") -> Figure | None:
    """Return the latest figure that is reported as happened and ends by `not_after`.

    Missing values, estimates and forecasts are passed over. `kind` keeps periods of one kind
    ("year" for the flow of a year), as `comparable_kind` gives it. Of two that end on the same
    day the longer one is taken: the year before its fourth quarter.
    """
    found = [figure for figure in figures if _is_actual(figure, not_after, kind)]
    return max(found, key=_recency, default=None)


def _is_actual(figure: Figure, not_after: date, kind: str) -> bool:
    shown, span = figure.shown, periods.parse(periods.parse(figure.shown.period).canonical)
    return (
        shown.value is not None
        and shown.status in ACTUAL
        and span.end <= not_after
        and kind in ("", span.kind)
    )


def _recency(figure: Figure) -> tuple[date, int]:
    span = periods.parse(figure.shown.period)
    return span.end, span.months
