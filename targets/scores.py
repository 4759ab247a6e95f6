"""The figures that prefectures are ranked by, and the ranks: this year's and last year's."""

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

FEWEST = 2  # prefectures with a figure: one alone has no rank

Histories = Mapping[tuple[str, str], Sequence[Point]]


@dataclass(frozen=True, slots=True)
class RankedRegion:
    """A prefecture with its target, or the province's as the common one, and its place.

    `completion` is v/T (None for growth rates); `gap` a fraction, for growth rates a lead in
    points. `change` is positive for places won; `previous_rank` is that among the prefectures
    that have both figures.
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
    """The figure of each prefecture that is ranked.

    Flows and growth rates are ranked over one and the same stretch, that of most prefectures:
    nobody is ahead because nine months of it are compared with six of another.
    """
    if not indicator.measure.covers_a_period:
        known = ((row.region, row.assessment) for row in rows)
        return {r: a.latest for r, a in known if a.latest and not _is_outdated(a, due, today)}
    eligible = {
        row.region: _eligible(row, indicator, histories.get((indicator.id, row.region), ()), due)
        for row in rows
    }
    counts = Counter(point.span for own in eligible.values() for point in own)
    latest = {own[-1].span for own in eligible.values() if own}
    best = max(latest, key=lambda span: (counts[span], span.end, span.months), default=None)
    return {r: p for r, own in eligible.items() for p in own if p.span == best}


def _is_outdated(found: Assessment, due: Period, today: date) -> bool:
    """Whether the due date is over and the only figure is from before the target was set."""
    latest = found.latest
    is_old = latest is found.base and latest is not None and latest.span.end < due.end
    return is_old and due.end < today


def _eligible(
    row: RankedRegion, indicator: Indicator, known: Sequence[Point], due: Period
) -> list[Point]:
    """The figures that may count: of the due year, and for a plan all since it was set."""
    parts = [p for p in known if due.kind == "year" and 0 < p.span.cumulated < YEAR]
    found = [*comparable(known, indicator, due), *parts]
    base = row.assessment.base
    since = base.moment if base else 0.0
    is_annual = row.target.kind == TargetKind.ANNUAL
    kept = [
        p
        for p in found
        if p.span.year == due.year or (not is_annual and p not in parts and p.moment > since)
    ]
    return sorted(kept, key=lambda p: (p.span.end, p.span.months))


def gap_kind(indicator: Indicator, points: Iterable[Point], due: Period) -> str:
    """What a gap is counted from: 100 % ("share"), the clock ("pace"), the target ("points")."""
    if indicator.measure.is_rate:
        return "points"
    spans = [p.span for p in points]
    is_part = indicator.measure == Measure.FLOW and any(
        s.year == due.year and 0 < s.cumulated < YEAR for s in spans
    )
    return "pace" if is_part and due.kind == "year" else "share"


def measured(row: RankedRegion, point: Point | None, method: str) -> RankedRegion:
    """Fill in completion and gap; a target of zero or less has no share."""
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
    """The figures of a year earlier, of the prefectures that have both."""
    found = {}
    for row in rows:
        known = histories.get((indicator.id, row.region), ())
        if row.point and row.gap is not None and (old := _earlier(row.point, known, indicator)):
            found[row.region] = old
    return found


def _earlier(point: Point, known: Iterable[Point], indicator: Indicator) -> Point | None:
    """The same stretch of last year; for what has no length, the same month."""
    year = point.span.year - 1
    if indicator.measure.covers_a_period:
        same = (point.span.kind, point.span.number)
        return next((p for p in known if p.span.year == year
                     and (p.span.kind, p.span.number) == same), None)  # fmt: skip
    month = point.span.end.month
    found = [p for p in known if p.span.year == year and p.span.end.month == month]
    return found[-1] if found else None


def placed(
    rows: Sequence[RankedRegion], earlier: Mapping[str, Point], method: str, sense: int
) -> list[RankedRegion]:
    """Give each row its rank, and its rank and change of rank among those with both figures."""
    now = {row.region: _score(merit, method, sense) for row in rows
           if (merit := _own_merit(row)) is not None}  # fmt: skip
    old = {
        row.region: _score(merit, method, sense)
        for row in rows
        if row.region in earlier
        and (merit := _merit(earlier[row.region], row.target, method)) is not None
    }
    ranks, before = ranking(now), ranking(old) if len(old) >= FEWEST else {}
    among = ranking({code: now[code] for code in before})
    return [
        replace(
            row,
            rank=ranks.get(row.region),
            previous_rank=before.get(row.region),
            change=before[row.region] - among[row.region] if row.region in before else None,
        )
        for row in rows
    ]


def _own_merit(row: RankedRegion) -> float | None:
    return row.gap if row.completion is None else row.completion


def _score(merit: float, method: str, sense: int) -> float:
    """Less is better: of a cap as it is, of an exact target the distance from it."""
    if sense:
        return -sense * merit
    return round(abs(merit if method == "points" else merit - 1), readings.ROUND)


def ranking(scores: Mapping[str, float]) -> dict[str, int]:
    """Rank from the least score; ties share a rank: 1, 2, 2, 4."""
    ordered = sorted(scores.values())
    return {code: ordered.index(score) + 1 for code, score in scores.items()}
