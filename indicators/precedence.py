"""Which of several observations of one indicator, region and time is shown; which conflict.

A value goes back to one issuer, whoever prints it: the sources that tell the values of one issuer
are a family (`family`). Inside a family a revised value goes before all that it revises, whatever
prints it; all else is ranked by its source (`rank`).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from indicators import periods
from indicators.catalogue import Catalogue
from indicators.records import Observation, Source
from indicators.vocabulary import PROVINCE, Qualifier, Status


@dataclass(frozen=True, slots=True)
class Reported:
    """The observation shown for its key, with the `others` that were reported for it, best first.

    `conflicts` are those of the others that differ from it by more than rounding allows.
    """

    shown: Observation
    others: tuple[Observation, ...] = ()
    conflicts: tuple[Observation, ...] = ()


# What decides between two observations of one key, the first criterion first; the lower is shown.
CRITERIA: Mapping[str, Callable[[Observation], Any]] = MappingProxyType(
    {
        "value": lambda row: row.value is None,  # a number goes before the sign for a missing one
        "kind": lambda row: row.source.kind.order,
        "carrier": lambda row: row.source.carrier.order,
        "published": lambda row: -_day(row.source.published),
        "status": lambda row: row.status.order,
        "id": lambda row: row.source.id,
    }
)


Rank = tuple[Any, ...]


def rank(observation: Observation) -> Rank:
    """Sort key, best first: what the observation is by each of the `CRITERIA`."""
    return tuple(measure(observation) for measure in CRITERIA.values())


def decided_by(shown: Observation, other: Observation) -> str:
    """The name of the criterion by which `shown` goes before `other` of the same key.

    "revised" where it revises that or goes first for nothing else, otherwise one of `CRITERIA`:
    the last one where they are equal by all.
    """
    is_raised = family(shown.source) == family(other.source) or rank(other) < rank(shown)
    if is_raised and _is_revision(shown) and not _is_revision(other):
        return "revised"
    ranks = zip(CRITERIA, rank(shown), rank(other), strict=True)
    return next((name for name, one, another in ranks if one != another), "id")


def family(source: Source) -> tuple[str, ...]:
    """Whose values a source tells, of one indicator, region and time.

    A company and an association count for themselves: one family each publisher. Statistics
    bureaus, governments, plans and the press tell the official value, as the statistics bureau
    issues it or as they quote it: together they are one family.
    """
    return (source.kind, source.publisher_zh) if source.kind.counts_itself else ()


def _by_precedence(group: Iterable[Observation]) -> list[Observation]:
    """Best first: by `rank`, a revised value directly before the best one of its family."""
    ranked = sorted(group, key=rank)
    best = {family(row.source): rank(row) for row in reversed(ranked)}
    return sorted(ranked, key=lambda row: _place(row, best[family(row.source)]))


def _place(row: Observation, best: Rank) -> tuple[Rank, bool, Rank]:
    """Sort key of a row of a family whose best row has the rank `best`."""
    own, is_revision = rank(row), _is_revision(row)
    return (best if is_revision else own), not is_revision, own


def _is_revision(row: Observation) -> bool:
    """Whether it revises what was told before; the sign for a missing value revises none."""
    return row.status is Status.REVISED and row.value is not None


def _day(published: str) -> int:
    """Days to the end of the published year, month or day; an unknown date is the earliest."""
    return periods.parse(published).end.toordinal() if published else 0


def reported(observations: Iterable[Observation], catalogue: Catalogue) -> list[Reported]:
    """Return what is shown for each indicator, region and time, ordered by these.

    All spellings of one time are one key (`periods.of`): H1 and the months to June of a flow,
    2023 and 2023-12-31 of a stock. Empty without observations.
    """
    groups: dict[tuple[str, str, str], list[Observation]] = defaultdict(list)
    for observation in observations:
        measure = catalogue.indicators[observation.indicator].measure
        span = periods.of(observation.period, measure).text
        groups[observation.indicator, observation.region, span].append(observation)
    return [_best(groups[key], catalogue) for key in sorted(groups)]


def _best(group: list[Observation], catalogue: Catalogue) -> Reported:
    if len(group) == 1:  # as nearly all are
        return Reported(group[0])
    shown, *others = _by_precedence(group)
    conflicts = tuple(o for o in others if differ(shown, o, catalogue))
    return Reported(shown, tuple(others), conflicts)


def by_series(rows: Iterable[Reported]) -> dict[tuple[str, str], list[Reported]]:
    """Group what is reported into series by (indicator, region), each in the order of `rows`."""
    series: dict[tuple[str, str], list[Reported]] = defaultdict(list)
    for row in rows:
        series[row.shown.indicator, row.shown.region].append(row)
    return dict(series)


def home(indicator: str, series: Mapping[tuple[str, str], list[Reported]], c: Catalogue) -> str:
    """The code of the region that an indicator is shown for when none is chosen.

    The highest region with observations, of several on its level the one with the most; the
    province when there are none at all.
    """
    regions = {region: len(rows) for (i, region), rows in series.items() if i == indicator}
    order = {code: (c.regions[code].level.order, -n, code) for code, n in regions.items()}
    return min(order, key=lambda code: order[code], default=PROVINCE)


def lead(series: Iterable[Reported]) -> Reported | None:
    """Return what to show first: the latest that is no forecast, the longer period of two.

    An observation from an undated publication leads only when there is no other: nobody can tell
    whether it is really the later one. None where no value is left.
    """
    rows = [r for r in series if r.shown.value is not None and r.shown.status != Status.FORECAST]
    return max(rows, key=_lead_order, default=None)


def _lead_order(reported: Reported) -> tuple[bool, date, int]:
    span = periods.parse(reported.shown.period)
    return bool(reported.shown.source.published), span.end, span.months


def differ(one: Observation, other: Observation, catalogue: Catalogue) -> bool:
    """Whether two observations differ by more than their printed digits allow.

    They differ when the ranges that they stand for (`interval`) do not meet; a missing value
    differs from none.
    """
    if one.value is None or other.value is None:
        return False
    low, high = interval(one, catalogue)
    other_low, other_high = interval(other, catalogue)
    return low > other_high or other_low > high


def interval(observation: Observation, catalogue: Catalogue) -> tuple[Decimal, Decimal]:
    """The lowest and highest value, in the dimension's base unit, that an observation stands for.

    Half a unit of the last printed digit to both sides; a twentieth around what is "about", and a
    tenth above what is "over" or below what is "under".
    """
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
