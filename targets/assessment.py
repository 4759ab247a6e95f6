"""An assessment: one status for a target, with every reading and the inputs of each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from indicators.points import YEAR, Point
from indicators.records import Indicator, Observation, Target
from indicators.vocabulary import Direction, Qualifier, TargetKind
from targets import comparison, readings
from targets.evidence import Evidence, evidence, is_exceeded, reached
from targets.projection import NOTHING, Projection, projection
from targets.readings import Parts
from targets.rules import DIRECT, RuleBook, RuleSet, TargetStatus

# Why a target is not assessable, or a reading not defined; the sentences are `reason.<word>`.
REASONS = ("no_figure", "average", "no_comparable", "not_yet", "one_figure", "no_newer",
           "base_met", "beyond", "not_positive", "no_distance", "no_rule", "failed")  # fmt: skip


# The bases of a status that nothing can change.
SETTLED = ("reached", "final", "exceeded", "later", "clock")

OnFailure = Callable[[Target, Exception], None]


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a target. `rule` turns it into `status` and, by its name, has the source.

    `value` is R for `growth`; for the others a lead, as a fraction (`path`, `pace`,
    `own_pace`) or in the indicator's unit (`direct`). `done` and `wanted` are what it is
    made of: actual and required growth, distance and time, attainment and clock. It leads from
    `baseline` (None for `pace` and `direct`) to `current`. For `own_pace`, `baseline` and
    `full_year` are last year's values over the same months and over all twelve.
    """

    method: str
    rule: RuleSet
    status: TargetStatus
    value: float
    done: float
    wanted: float
    baseline: Point | None
    current: Point
    full_year: Point | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """A target's one status and all that it rests on. Readings: the deciding one first.

    `basis` is what the status rests on: "reached" by a value, the "final" value of the due
    date, a cap "exceeded" or a limit "broken" before it, a "later" value than that of the due
    date, the "clock", else the method of the reading that decided; empty where nothing does, and
    there `reason` is one of `REASONS`.
    `latest` stands beside the target, growth is counted from `baseline`, and `reached` met the
    target first. `attainment` is v/T as a fraction, None for growth rates; `gap` is the latest
    value minus the target in the indicator's unit. Both are None where nothing
    compares, `attainment` also where it would mean nothing.
    """

    target: Target
    status: TargetStatus
    basis: str = ""
    reason: str = ""
    decided: Reading | None = None
    readings: tuple[Reading, ...] = ()
    latest: Point | None = None
    baseline: Point | None = None
    reached: Point | None = None
    attainment: float | None = None
    gap: float | None = None
    projection: Projection = NOTHING

    @property
    def compared(self) -> list[Observation | Target]:
        """The target and the figure beside it, if there is one."""
        return [self.target, self.latest.row] if self.latest else [self.target]

    @property
    def disagree(self) -> bool:
        """Whether the readings give different statuses."""
        return len({reading.status for reading in self.readings}) > 1


def assess(
    target: Target, indicator: Indicator, history: Sequence[Point], today: date, rules: RuleBook
) -> Assessment:
    """Assess a target by its series, as `actual_points` returns it, on the day `today`.

    The rules are those of DESIGN §4.
    """
    return _assessment(evidence(target, indicator, history, today), rules)


def assess_all(
    targets: Sequence[Target],
    indicators: Mapping[str, Indicator],
    histories: Mapping[tuple[str, str], Sequence[Point]],
    today: date,
    rules: RuleBook,
    on_failure: OnFailure,
) -> list[Assessment]:
    """Assess every target, in their order.

    `histories` are the points by (indicator, region). A target whose assessment raises an error
    is not assessable with the reason "failed", and `on_failure` is called with the error.
    """
    return [
        _guarded(target, indicators, histories.get((target.indicator, target.region), ()), today,
                 rules, on_failure)
        for target in targets
    ]  # fmt: skip


def _guarded(
    target: Target,
    indicators: Mapping[str, Indicator],
    history: Sequence[Point],
    today: date,
    rules: RuleBook,
    on_failure: OnFailure,
) -> Assessment:
    try:
        return assess(target, indicators[target.indicator], history, today, rules)
    except Exception as error:  # noqa: BLE001  whatever it is, the rest of the page stands
        on_failure(target, error)
        return Assessment(target, TargetStatus.NO_DATA, reason="failed")


def _assessment(evidence: Evidence, rules: RuleBook) -> Assessment:
    defined = _readings(evidence, rules)
    decided = next((r for rule in (*rules.order, DIRECT) for r in defined if r.rule == rule), None)
    first = reached(evidence)
    status, basis = _status(evidence, decided, first)
    closing = evidence.closing if basis == "later" else None
    return Assessment(
        target=evidence.target,
        status=status,
        basis=basis,
        reason="" if basis else _reason(evidence, defined, rules),
        decided=decided if decided and basis == decided.method else None,
        readings=tuple(sorted(defined, key=lambda r: r is not decided)),
        latest=closing or evidence.latest,
        baseline=evidence.baseline,
        reached=first,
        attainment=None if closing else _attainment(evidence),
        gap=None if closing else _gap(evidence),
        projection=NOTHING if basis in SETTLED else projection(evidence),
    )


def _status(
    evidence: Evidence, decided: Reading | None, first: Point | None
) -> tuple[TargetStatus, str]:
    """The status and what it rests on: the first of these that applies."""
    is_broken = evidence.is_broken and evidence.year_to_date is None
    closing, latest = evidence.closing, evidence.latest
    checks = (
        (bool(first and evidence.surpasses(latest or first)), TargetStatus.SURPASSED, "reached"),
        (first is not None, TargetStatus.ACHIEVED, "reached"),
        (evidence.is_final, TargetStatus.MISSED, "final"),
        (is_exceeded(evidence), TargetStatus.MISSED, "exceeded"),
        (bool(closing and evidence.holds(closing)), TargetStatus.MET_LATER, "later"),
        (closing is not None, TargetStatus.STILL_UNMET, "later"),
        (evidence.is_past and evidence.is_awaited, TargetStatus.AWAITED, "clock"),
        (evidence.is_past, TargetStatus.UNRECORDED, "clock"),
        (is_broken, TargetStatus.MOVING_AWAY, "broken"),
    )
    for applies, status, basis in checks:
        if applies:
            return status, basis
    if decided:
        return decided.status, decided.method
    return (TargetStatus.NOT_DUE if evidence.has_any else TargetStatus.NO_DATA), ""


def _readings(evidence: Evidence, rules: RuleBook) -> list[Reading]:
    """All readings that are defined, whatever decides."""
    if evidence.indicator.measure.is_rate:
        return _direct(evidence)
    defined = _paces(evidence, rules)
    baseline, current = evidence.baseline, evidence.full_year
    goes_on = not (evidence.baseline_holds or evidence.is_beyond)
    if baseline and current and baseline.date < current.date and goes_on:
        dated = (baseline.dated_value, current.dated_value, evidence.target_point)
        defined += _reading("growth", rules, readings.growth(*dated), baseline, current)
        defined += _reading("path", rules, readings.path(*dated), baseline, current)
    return defined


def _direct(evidence: Evidence) -> list[Reading]:
    """A growth rate against the target of the same year, whole or so far."""
    current, goal = evidence.latest, evidence.target.value
    if current is None:
        return []
    lead = readings.finite(lambda: (current.value - goal) * (evidence.direction or 1))
    if lead is None:
        return []
    status = DIRECT.status(0 if evidence.holds(current) else -1)
    return [Reading("direct", DIRECT, status, lead, current.value, goal, None, current)]


def _paces(evidence: Evidence, rules: RuleBook) -> list[Reading]:
    """The pace by the straight clock, and by last year's own clock where it was published."""
    part = evidence.year_to_date
    if part is None:
        return []
    goal, is_cap = evidence.target.value, evidence.direction < 0
    parts = readings.pace(part.value, goal, part.span.cumulated / YEAR, is_cap=is_cap)
    defined = _reading("pace", rules, parts, None, part)
    before, whole = evidence.last_year_to_date, evidence.last_full_year
    clock = readings.own_clock(before.value, whole.value) if before and whole else None
    if clock is not None:
        own = readings.pace(part.value, goal, clock, is_cap=is_cap)
        defined += _reading("own_pace", rules, own, before, part, whole)
    return defined


def _reading(
    method: str,
    rules: RuleBook,
    parts: Parts | None,
    baseline: Point | None,
    current: Point,
    full_year: Point | None = None,
) -> list[Reading]:
    if parts is None:
        return []
    rule = rules.rule("pace" if method == "own_pace" else method)
    status = rule.status(parts.value, is_backwards=parts.done < 0)
    numbers = (parts.value, parts.done, parts.wanted)
    return [Reading(method, rule, status, *numbers, baseline, current, full_year)]


def _attainment(evidence: Evidence) -> float | None:
    """v/T; none where it means nothing.

    Rates and shares compare in percentage points; nothing is completed by having fewer of what
    should be few (of a cap it is the share used), nor by passing an exact value; of "over 90"
    nobody knows how far it is over.
    """
    latest, indicator = evidence.latest, evidence.indicator
    if latest is None or not evidence.compares or not indicator.measure.adds_up:
        return None
    is_fewer = indicator.direction is Direction.DOWN and not evidence.target.comparator.is_cap
    if is_fewer or not evidence.direction:
        return None
    is_vague = latest.row.qualifier in (Qualifier.OVER, Qualifier.ABOUT)
    if is_vague and evidence.direction > 0 and evidence.holds(latest):
        return None
    return comparison.attainment(latest.value, evidence.target)


def _gap(evidence: Evidence) -> float | None:
    """The latest value minus the target, in the indicator's unit."""
    latest = evidence.latest
    if latest is None or not evidence.compares:
        return None
    return readings.finite(lambda: latest.value - evidence.target.value)


def _reason(evidence: Evidence, defined: Sequence[Reading], rules: RuleBook) -> str:
    """Why nothing decides: the first of the reasons that applies."""
    baseline, current, goal = evidence.baseline, evidence.full_year, evidence.target.value
    is_plan, is_rate = evidence.target.kind == TargetKind.PLAN, evidence.indicator.measure.is_rate
    by_growth = "growth" in {rule.reading for rule in rules.order}
    checks = (
        ("no_figure", not evidence.has_any),
        ("average", is_plan and is_rate),
        ("not_yet", is_rate),
        ("no_rule", any(reading.method in ("growth", "pace") for reading in defined)),
        ("not_positive", evidence.year_to_date is not None and goal <= 0),
        ("no_comparable", current is None),
        ("base_met", evidence.baseline_holds),
        ("beyond", evidence.is_beyond),
        ("one_figure", baseline is None),
        ("no_newer", baseline is current),
        ("no_distance", baseline is not None and baseline.value == goal),
        ("not_positive", by_growth),
    )
    return next((name for name, applies in checks if applies), "no_rule")
