"""An assessment: one status for a target, with every reading and the inputs of each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from indicators.points import YEAR, Point
from indicators.records import Indicator, Target
from indicators.vocabulary import TargetKind
from targets import comparison, readings
from targets.evidence import Evidence, case, is_exceeded, reached
from targets.projection import NOTHING, Projection, projection
from targets.readings import Parts
from targets.rules import (
    ACHIEVED,
    DIRECT,
    MISSED,
    MOVING_AWAY,
    NOT_ASSESSABLE,
    OVERDUE,
    RuleBook,
    RuleSet,
)

# Why a target is not assessable, or a reading not defined; the sentences are `reason.<word>`.
REASONS = ("no_figure", "average", "no_comparable", "not_yet", "one_figure", "no_newer",
           "base_met", "beyond", "not_positive", "no_distance", "no_rule", "failed")  # fmt: skip


SETTLED = ("reached", "final", "exceeded", "clock")  # nothing is open any more


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a target. `rule` names the method and, by its name, the source.

    `value` is R for `growth`; for the others a lead, as a fraction (`path`, `pace`,
    `own_pace`) or in the indicator's unit (`direct`). `done` and `wanted` are what it is
    made of: actual and required growth, distance and time, attainment and clock. For
    `own_pace`, `base` and `whole` are last year's figures over the same months and all twelve.
    """

    method: str
    rule: RuleSet
    status: str
    value: float
    done: float
    wanted: float
    base: Point | None
    current: Point
    whole: Point | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """A target's one status and all that it rests on. Readings: the deciding one first.

    `basis` is what the status rests on: "reached" by a figure, the "final" figure of the due
    date, a cap "exceeded" or a limit "broken" before it, the "clock", else the method of the
    reading that decided; empty where nothing does.
    """

    target: Target
    status: str
    basis: str = ""
    reason: str = ""
    decided: Reading | None = None
    readings: tuple[Reading, ...] = ()
    latest: Point | None = None
    base: Point | None = None
    reached: Point | None = None
    attainment: float | None = None
    gap: float | None = None
    projection: Projection = NOTHING

    @property
    def disagree(self) -> bool:
        """Whether the readings give different statuses."""
        return len({reading.status for reading in self.readings}) > 1


def assess(
    target: Target, indicator: Indicator, known: Sequence[Point], today: date, rules: RuleBook
) -> Assessment:
    """Assess a target by the points of its series on the day `today`; see DESIGN §4."""
    evidence = case(target, indicator, known, today)
    found = _readings(evidence, rules)
    decided = next((r for rule in (*rules.order, DIRECT) for r in found if r.rule == rule), None)
    first = reached(evidence)
    status, basis = _status(evidence, decided, is_reached=first is not None)
    return Assessment(
        target=target,
        status=status,
        basis=basis,
        reason=_reason(evidence, found, rules) if status == NOT_ASSESSABLE else "",
        decided=decided if decided and basis == decided.method else None,
        readings=tuple(sorted(found, key=lambda r: r is not decided)),
        latest=evidence.latest,
        base=evidence.base,
        reached=first,
        attainment=_attainment(evidence),
        gap=_gap(evidence),
        projection=NOTHING if basis in SETTLED else projection(evidence),
    )


def assess_all(
    rows: Sequence[Target],
    indicators: Mapping[str, Indicator],
    histories: Mapping[tuple[str, str], Sequence[Point]],
    today: date,
    rules: RuleBook,
    on_failure: Callable[[Target, Exception], None],
) -> list[Assessment]:
    """Assess every target, in their order; one that fails is not assessable and reported."""
    return [
        _guarded(row, indicators, histories.get((row.indicator, row.region), ()), today, rules,
                 on_failure)
        for row in rows
    ]  # fmt: skip


def _guarded(
    row: Target,
    indicators: Mapping[str, Indicator],
    known: Sequence[Point],
    today: date,
    rules: RuleBook,
    on_failure: Callable[[Target, Exception], None],
) -> Assessment:
    try:
        return assess(row, indicators[row.indicator], known, today, rules)
    except Exception as error:  # noqa: BLE001  whatever it is, the rest of the page stands
        on_failure(row, error)
        return Assessment(row, NOT_ASSESSABLE, reason="failed")


def _status(evidence: Evidence, decided: Reading | None, *, is_reached: bool) -> tuple[str, str]:
    """The status and what it rests on: the first of these that applies."""
    checks = (
        (is_reached, ACHIEVED, "reached"),
        (evidence.is_final, MISSED, "final"),
        (is_exceeded(evidence), MISSED, "exceeded"),
        (evidence.is_past, OVERDUE, "clock"),
        (evidence.is_broken and evidence.part is None, MOVING_AWAY, "broken"),
    )
    found = next(((status, basis) for applies, status, basis in checks if applies), None)
    if found:
        return found
    return (decided.status, decided.method) if decided else (NOT_ASSESSABLE, "")


def _readings(evidence: Evidence, rules: RuleBook) -> list[Reading]:
    """All readings that are defined, whatever decides."""
    if evidence.indicator.measure.is_rate:
        return _direct(evidence)
    found = [*_paces(evidence, rules)]
    base, current = evidence.base, evidence.whole
    goes_on = not (evidence.base_holds or evidence.is_beyond)
    if base and current and base.moment < current.moment and goes_on:
        parts = readings.growth(base.spot, current.spot, evidence.goal)
        found += _reading("growth", rules, parts, base, current)
        parts = readings.path(base.spot, current.spot, evidence.goal)
        found += _reading("path", rules, parts, base, current)
    return found


def _direct(evidence: Evidence) -> list[Reading]:
    """A growth rate against the target of the same year, whole or so far."""
    current = evidence.latest
    if current is None:
        return []
    lead = readings.finite(lambda: (current.value - evidence.target.value) * (evidence.sense or 1))
    if lead is None:
        return []
    status = DIRECT.status(0 if evidence.holds(current) else -1)
    return [Reading("direct", DIRECT, status, lead, current.value, evidence.target.value, None,
                    current)]  # fmt: skip


def _paces(evidence: Evidence, rules: RuleBook) -> list[Reading]:
    """The pace by the straight clock, and by last year's own clock where it was published."""
    part = evidence.part
    if part is None:
        return []
    goal, is_cap = evidence.target.value, evidence.sense < 0
    parts = readings.pace(part.value, goal, part.span.cumulated / YEAR, is_cap=is_cap)
    found = _reading("pace", rules, parts, None, part)
    before, whole = evidence.last_part, evidence.last_year
    clock = readings.own_clock(before.value, whole.value) if before and whole else None
    if clock is not None:
        own = readings.pace(part.value, goal, clock, is_cap=is_cap)
        found += _reading("own_pace", rules, own, before, part, whole)
    return found


def _reading(
    method: str,
    rules: RuleBook,
    parts: Parts | None,
    base: Point | None,
    current: Point,
    whole: Point | None = None,
) -> list[Reading]:
    if parts is None:
        return []
    rule = rules.rule("pace" if method == "own_pace" else method)
    status = rule.status(parts.value, is_backwards=parts.done < 0)
    numbers = (parts.value, parts.done, parts.wanted)
    return [Reading(method, rule, status, *numbers, base, current, whole)]


def _attainment(evidence: Evidence) -> float | None:
    """v/T; none for growth rates, which compare in percentage points."""
    if evidence.latest is None or not evidence.compares or evidence.indicator.measure.is_rate:
        return None
    return comparison.attainment(evidence.latest.value, evidence.target)


def _gap(evidence: Evidence) -> float | None:
    """The latest value minus the target, in the indicator's unit."""
    latest = evidence.latest
    if latest is None or not evidence.compares:
        return None
    return readings.finite(lambda: latest.value - evidence.target.value)


def _reason(evidence: Evidence, found: Sequence[Reading], rules: RuleBook) -> str:
    """Why nothing decides: the first of the reasons that applies."""
    base, current, goal = evidence.base, evidence.whole, evidence.target.value
    by_growth = "growth" in {rule.reading for rule in rules.order}
    checks = (
        ("no_figure", not evidence.has_any),
        ("average", evidence.target.kind == TargetKind.PLAN and evidence.indicator.measure.is_rate),
        ("not_yet", evidence.indicator.measure.is_rate),
        ("no_rule", any(reading.method in ("growth", "pace") for reading in found)),
        ("not_positive", evidence.part is not None and goal <= 0),
        ("no_comparable", current is None),
        ("base_met", evidence.base_holds),
        ("beyond", evidence.is_beyond),
        ("one_figure", base is None),
        ("no_newer", base is current),
        ("no_distance", base is not None and base.value == goal),
        ("not_positive", by_growth),
    )
    return next((name for name, applies in checks if applies), "no_rule")
