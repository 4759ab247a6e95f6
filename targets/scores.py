"""The numbers that prefectures are ranked by, and the ranks: this year's and last year's."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from indicators.periods import Period
from indicators.points import YEAR, Point, comparable
from indicators.records import Indicator, Target
from indicators.vocabulary import Measure, TargetKind
from targets import readings
from targets.assessment import Assessment

FEWEST = 2  # prefectures with a value: one alone has no rank

Histories = Mapping[tuple[str, str], Sequence[Point]]  # by (indicator, region)


@dataclass(frozen=True, slots=True)
class RankedRegion:
    """A prefecture with its target, or the province's as the common one, and its place.

    `region` is its code. `point` is the value that is ranked. `completion` is v/T (None for
    growth rates); `gap` a fraction, for growth rates a lead in points. `rank` is None without
    these. `change` is positive for places won since a year before; `previous_rank` is that among
    the prefectures that have both values.
    """

    region: str
    target: Target
    assessment: Assessment
    is_common: bool = False
    point: Point | None = None
    completion: float | None = None
    gap: float | None = None
    rank: int | None = None
    previous_rank: int | None = None
    change: int | None = None


def comparable_points(
    indicator: Indicator,
    rows: Sequence[RankedRegion],
    histories: Histories,
    due: Period,
    today: date,
) -> dict[str, Point]:
    """The point of each prefecture that is ranked, by its code.

    Flows and growth rates are ranked over one and the same stretch, that of most prefectures:
    nobody is ahead because nine months of it are compared with six of another.
    """
    if not indicator.measure.covers_a_period:
        assessed = ((row.region, row.assessment) for row in rows)
        return {r: a.latest for r, a in assessed if a.latest and not _is_outdated(a, due, today)}
    eligible = {
        row.region: _eligible(row, indicator, histories.get((indicator.id, row.region), ()), due)
        for row in rows
    }
    counts = Counter(point.span for points in eligible.values() for point in points)
    latest = {points[-1].span for points in eligible.values() if points}
    best = max(latest, key=lambda span: (counts[span], span.end, span.months), default=None)
    return {r: p for r, points in eligible.items() for p in points if p.span == best}


def _is_outdated(assessment: Assessment, due: Period, today: date) -> bool:
    """Whether the due date is over and the only value is from before the target was set."""
    latest = assessment.latest
    is_old = latest is assessment.baseline and latest is not None and latest.date < due.end
    return is_old and due.end < today


def _eligible(
    row: RankedRegion, indicator: Indicator, history: Sequence[Point], due: Period
) -> list[Point]:
    """The points that may count: of the due year, and for a plan all since it was set."""
    parts = [p for p in history if due.kind == "year" and 0 < p.span.cumulated < YEAR]
    baseline = row.assessment.baseline
    since = baseline.date if baseline else date.min
    is_annual = row.target.kind == TargetKind.ANNUAL
    kept = [
        p
        for p in (*comparable(history, indicator, due), *parts)
        if p.span.year == due.year or (not is_annual and p not in parts and p.date > since)
    ]
    return sorted(kept, key=lambda p: (p.date, p.span.months))


def gap_kind(indicator: Indicator, points: Iterable[Point], due: Period) -> str:
    """What a gap is counted from: 100 % ("share"), the clock ("pace"), the target ("points")."""
    if not indicator.measure.adds_up:
        return "points"  # no completion of a rate or a share means anything
    spans = [p.span for p in points]
    is_part = indicator.measure == Measure.FLOW and any(
        s.year == due.year and 0 < s.cumulated < YEAR for s in spans
    )
    return "pace" if is_part and due.kind == "year" else "share"


def measured(row: RankedRegion, point: Point | None, method: str) -> RankedRegion:
    """Fill in point, completion and gap; a target of zero or less has neither of the last two."""
    merit = _merit(point, row.target, method) if point else None
    if point is None or merit is None:
        return replace(row, point=point)
    if method == "points":
        return replace(row, point=point, gap=merit)
    clock = point.span.cumulated / YEAR if method == "pace" else 1.0
    return replace(row, point=point, completion=merit, gap=round(merit - clock, readings.ROUND))


def _merit(point: Point, target: Target, method: str) -> float | None:
    """What is ranked: the lead of a growth rate, else the share of the target."""
    if method == "points":
        return round(point.value - target.value, readings.ROUND)
    return round(point.value / target.value, readings.ROUND) if target.value > 0 else None


def earlier_points(
    indicator: Indicator, rows: Iterable[RankedRegion], histories: Histories
) -> dict[str, Point]:
    """The points of a year earlier by code, of the prefectures that have both."""
    earlier = {}
    for row in rows:
        history = histories.get((indicator.id, row.region), ())
        if row.point and row.gap is not None and (old := _earlier(row.point, history, indicator)):
            earlier[row.region] = old
    return earlier


def _earlier(point: Point, history: Iterable[Point], indicator: Indicator) -> Point | None:
    """The same stretch of last year; for what has no length, the same month."""
    last_year = [p for p in history if p.span.year == point.span.year - 1]
    if indicator.measure.covers_a_period:
        kind, number = point.span.kind, point.span.number
        same = (p for p in last_year if (p.span.kind, p.span.number) == (kind, number))
        return next(same, None)
    alike = [p for p in last_year if p.date.month == point.date.month]
    return alike[-1] if alike else None


def placed(
    rows: Sequence[RankedRegion], earlier: Mapping[str, Point], method: str, direction: int
) -> list[RankedRegion]:
    """Give each row its rank, and its rank and change of rank among those with both values.

    `direction` is that of `comparison.direction`.
    """
    now = {row.region: _score(merit, method, direction) for row in rows
           if (merit := _own_merit(row)) is not None}  # fmt: skip
    old = {
        row.region: _score(merit, method, direction)
        for row in rows
        if row.region in earlier
        and (merit := _merit(earlier[row.region], row.target, method)) is not None
    }
    rank, before = ranks(now), ranks(old) if len(old) >= FEWEST else {}
    among = ranks({code: now[code] for code in before})
    return [
        replace(
            row,
            rank=rank.get(row.region),
            previous_rank=before.get(row.region),
            change=before[row.region] - among[row.region] if row.region in before else None,
        )
        for row in rows
    ]


def _own_merit(row: RankedRegion) -> float | None:
    return row.gap if row.completion is None else row.completion


def _score(merit: float, method: str, direction: int) -> float:
    """Less is better: of a cap as it is, of an exact target the distance from it."""
    if direction:
        return -direction * merit
    return round(abs(merit if method == "points" else merit - 1), readings.ROUND)


def ranks(scores: Mapping[str, float]) -> dict[str, int]:
    """Rank from the least score; ties share a rank: 1, 2, 2, 4."""
    ordered = sorted(scores.values())
    return {code: ordered.index(score) + 1 for code, score in scores.items()}
