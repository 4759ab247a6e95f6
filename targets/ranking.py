"""Prefectures ranked by how far they are with their targets, as provincial notices rank them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from indicators import periods
from indicators.periods import Period
from indicators.points import Point
from indicators.records import Indicator, Target
from indicators.vocabulary import PROVINCE
from targets import comparison, scores
from targets.assessment import OnFailure, assess_all
from targets.rules import RuleBook
from targets.scores import FEWEST, Histories, RankedRegion
from targets.tracked import TrackedTarget
from targets.tracker import in_force


@dataclass(frozen=True, slots=True)
class Ranking:
    """The ranking for one due period: the ranked rows first, then those without a value.

    `due` is that period, `direction` that of `comparison.direction`, `method` that of
    `scores.gap_kind`. `period` is the stretch that all ranked values are of, `before` that of all
    earlier ones; empty when they differ. `compared` prefectures have both values.
    """

    indicator: Indicator
    due: str
    direction: int
    method: str
    rows: tuple[RankedRegion, ...]
    period: str
    before: str
    compared: int

    @property
    def ranked(self) -> list[RankedRegion]:
        """The rows with a rank, the first rank first."""
        return [row for row in self.rows if row.rank is not None]

    @property
    def unranked(self) -> list[RankedRegion]:
        """The rows that have a target and no value to rank by."""
        return [row for row in self.rows if row.rank is None]

    @property
    def common(self) -> Target | None:
        """The province's target, when it stands for prefectures that have none of their own."""
        return next((row.target for row in self.rows if row.is_common), None)


def ranking(
    indicator: Indicator,
    targets: Iterable[TrackedTarget],
    histories: Histories,
    prefectures: Collection[str],
    today: date,
    rules: RuleBook,
    on_failure: OnFailure,
) -> Ranking | None:
    """Rank the prefectures for the due period for which most have both a target and a value.

    Of several such periods the next due one. `targets` are those of the indicator, in any region;
    `on_failure` is that of `assess_all`. None when fewer than `FEWEST` prefectures have a value.
    """
    promised = [row for row in in_force(targets) if row.target.indicator == indicator.id]
    own = [
        RankedRegion(row.target.region, row.target, row.assessment)
        for row in promised
        if row.target.region in prefectures
    ]
    common = assess_all(
        _common(indicator, promised, own, prefectures),
        {indicator.id: indicator},
        histories,
        today,
        rules,
        on_failure,
    )
    rows = [*own, *(RankedRegion(a.target.region, a.target, a, is_common=True) for a in common)]
    by_promise = _groups(indicator, rows).values()
    rankings = [_ranking(indicator, group, histories, today) for group in by_promise]
    best = min(rankings, key=lambda one: _preference(one, today), default=None)
    return best if best and len(best.ranked) >= FEWEST else None


def _common(
    indicator: Indicator,
    promised: Iterable[TrackedTarget],
    own: Iterable[RankedRegion],
    prefectures: Iterable[str],
) -> list[Target]:
    """The province's targets as those of each prefecture that has none of its own for the date.

    Only for what does not add up: a province's tonnage is no yardstick for one of its parts.
    """
    if indicator.measure.adds_up:
        return []
    taken = {(row.region, _due(row.target, indicator).end) for row in own}
    return [
        replace(row.target, region=code)
        for row in promised
        if row.target.region == PROVINCE
        for code in prefectures
        if (code, row.due) not in taken
    ]


def _due(target: Target, indicator: Indicator) -> Period:
    return periods.of(target.period, indicator.measure)


def _groups(
    indicator: Indicator, rows: Iterable[RankedRegion]
) -> dict[tuple[Period, int], list[RankedRegion]]:
    """One row a prefecture for each due period: a cap is not ranked beside a floor.

    Of several in force a plan goes before a year's goal, then the first that said so: what is
    published after the due date revises nothing.
    """
    ordered = sorted(rows, key=lambda row: _rank_of_promise(row.target))
    groups: dict[tuple[Period, int], dict[str, RankedRegion]] = defaultdict(dict)
    for row in ordered:
        key = _due(row.target, indicator), comparison.direction(row.target, indicator)
        groups[key].setdefault(row.region, row)
    return {key: list(group.values()) for key, group in groups.items()}


def _rank_of_promise(target: Target) -> tuple[int, bool, str]:
    published = target.source.published
    return target.kind.order, not published, published


def _preference(ranking: Ranking, today: date) -> tuple[int, bool, int]:
    due = periods.parse(ranking.due).end
    is_past = due < today
    return -len(ranking.ranked), is_past, -due.toordinal() if is_past else due.toordinal()


def _ranking(
    indicator: Indicator, group: Sequence[RankedRegion], histories: Histories, today: date
) -> Ranking:
    """Measure and rank the rows of one due period."""
    first = group[0].target
    due, direction = _due(first, indicator), comparison.direction(first, indicator)
    points = scores.comparable_points(indicator, group, histories, due, today)
    method = scores.gap_kind(indicator, points.values(), due)
    rows = [scores.measured(row, points.get(row.region), method) for row in group]
    earlier = scores.earlier_points(indicator, rows, histories)
    placed = scores.placed(rows, earlier, method, direction)
    return Ranking(
        indicator=indicator,
        due=due.text,
        direction=direction,
        method=method,
        rows=tuple(sorted(placed, key=_order)),
        period=_one_period(row.point for row in placed if row.rank is not None),
        before=_one_period(earlier.values()),
        compared=sum(row.change is not None for row in placed),
    )


def _order(row: RankedRegion) -> tuple[bool, int, str]:
    return row.rank is None, row.rank or 0, row.region


def _one_period(points: Iterable[Point | None]) -> str:
    spans = {point.span.text for point in points if point}
    return spans.pop() if len(spans) == 1 else ""
