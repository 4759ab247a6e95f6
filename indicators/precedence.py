"""Which of several figures for one (indicator, region, period) is shown, and which conflict."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from indicators import periods
from indicators.catalogue import Catalogue
from indicators.records import Observation
from indicators.vocabulary import PROVINCE, Qualifier, Status


@dataclass(frozen=True, slots=True)
class Reported:
    """The observation shown for its key, with the others that were reported for it, best first."""

    shown: Observation
    others: tuple[Observation, ...] = ()
    conflicts: tuple[Observation, ...] = ()


def rank(observation: Observation) -> tuple[bool, int, int, int, int, str]:
    """Sort key, best first: kind of source, original, later publication, status (DESIGN §3)."""
    source = observation.source
    return (
        observation.value is None,  # a figure goes before the sign for a missing one
        source.kind.order,
        source.carrier.order,
        -_day(source.published),
        observation.status.order,
        source.id,
    )


def _day(published: str) -> int:
    """Days to the end of the published year, month or day; an unknown date is the earliest."""
    return periods.parse(published).end.toordinal() if published else 0


def reported(observations: Iterable[Observation], catalogue: Catalogue) -> list[Reported]:
    """Return one figure per indicator, region and stretch of time, ordered by these."""
    groups: dict[tuple[str, str, str], list[Observation]] = defaultdict(list)
    for observation in observations:
        span = periods.stretch(observation.period).text
        groups[observation.indicator, observation.region, span].append(observation)
    return [_figure(groups[key], catalogue) for key in sorted(groups)]


def _figure(reported: list[Observation], catalogue: Catalogue) -> Reported:
    if len(reported) == 1:  # as nearly all are
        return Reported(reported[0])
    shown, *others = sorted(reported, key=rank)
    conflicts = tuple(o for o in others if differ(shown, o, catalogue))
    return Reported(shown, tuple(others), conflicts)


def by_series(shown: Iterable[Reported]) -> dict[tuple[str, str], list[Reported]]:
    """Group figures into series by (indicator, region)."""
    series: dict[tuple[str, str], list[Reported]] = defaultdict(list)
    for figure in shown:
        series[figure.shown.indicator, figure.shown.region].append(figure)
    return dict(series)


def home(indicator: str, series: Mapping[tuple[str, str], list[Reported]], c: Catalogue) -> str:
    """The region an indicator is shown for when none is chosen; the province if it has none.

    The province if it has figures, else the highest region with the most.
    """
    regions = {region: len(rows) for (i, region), rows in series.items() if i == indicator}
    order = {code: (c.regions[code].level.order, -n, code) for code, n in regions.items()}
    return min(order, key=lambda code: order[code], default=PROVINCE)


def lead(series: Iterable[Reported]) -> Reported | None:
    """Return the figure to show first: the latest that is no forecast, the longer period of two.

    A figure from an undated publication leads only when there is no other: nobody can tell
    whether it is really the later one.
    """
    known = [f for f in series if f.shown.value is not None and f.shown.status != Status.FORECAST]
    return max(known, key=_lead_order, default=None)


def _lead_order(figure: Reported) -> tuple[bool, date, int]:
    span = periods.parse(figure.shown.period)
    return bool(figure.shown.source.published), span.end, span.months


def differ(one: Observation, other: Observation, catalogue: Catalogue) -> bool:
    """Whether two figures differ by more than their printed digits allow.

    Each printed figure stands for an interval of half a unit of its last digit around it;
    they differ when the intervals do not meet. "Over" and "under" are open on one side.
    """
    if one.value is None or other.value is None:
        return False
    low, high = interval(one, catalogue)
    other_low, other_high = interval(other, catalogue)
    return low > other_high or other_low > high


def interval(observation: Observation, catalogue: Catalogue) -> tuple[Decimal, Decimal]:
    """The range, in the dimension's base unit, that a printed figure stands for."""
    value = Decimal(observation.printed)
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)  # the loader refuses NaN and infinity
    half = Decimal(5).scaleb(min(exponent, 0) - 1)
    if observation.qualifier == Qualifier.ABOUT:
        half = max(half, abs(value) * ABOUT)
    factor = catalogue.units[observation.unit].factor
    low = value if observation.qualifier == Qualifier.OVER else value - half
    high = value if observation.qualifier == Qualifier.UNDER else value + half
    if observation.qualifier == Qualifier.OVER:
        high = value + max(half, abs(value) * OPEN)
    if observation.qualifier == Qualifier.UNDER:
        low = value - max(half, abs(value) * OPEN)
    return low * factor, high * factor


ABOUT = Decimal("0.05")  # 约: within a twentieth is the same statement
OPEN = Decimal("0.10")  # 超 and 不足 are said of the nearest round number
