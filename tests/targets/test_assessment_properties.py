"""What holds of every target, whatever the figures."""

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from indicators.records import Target
from indicators.vocabulary import Comparator, Direction, Measure, Qualifier, TargetKind
from targets.assessment import REASONS, Assessment
from targets.rules import RULE_SETS, TargetStatus, rule_book
from tests.support.assessment_rows import assessed, figure, points, points_of, target, value_of

tried = settings(database=None, deadline=None, max_examples=200)

# A better value never makes this list go up; nothing is worse than a figure that falls short.
SCALE = ("surpassed", "achieved", "on_track", "slightly_behind", "behind", "far_behind",
         "moving_away", "met_later", "awaited", "unrecorded", "not_due", "no_data", "missed",
         "still_unmet")  # fmt: skip
UNKNOWN = {"not_due", "no_data"}
BANDLESS = {"surpassed", "achieved", "met_later", "missed", "still_unmet", "awaited",
            "unrecorded", *UNKNOWN}  # fmt: skip
BOUNDS = {reading: [low for low, _ in rule.bands] for rule in RULE_SETS.values()
          for reading in (rule.reading, f"own_{rule.reading}")}  # fmt: skip


@dataclass(frozen=True)
class Scene:
    """A target and all that its assessment depends on; a row is (period, value, qualifier)."""

    goal: Target
    rows: tuple[tuple[str, float, str], ...]
    measure: str
    direction: str
    today: date
    order: tuple[str, ...]

    def assess(self) -> Assessment:
        known = points_of((figure(*row) for row in self.rows), self.measure)
        book = rule_book(self.order)
        return assessed(self.goal, known, self.measure, self.direction, self.today, book)

    def mapped(self, change: Callable[[float], float]) -> "Scene":
        rows = tuple((period, change(value), said) for period, value, said in self.rows)
        return replace(self, goal=replace(self.goal, value=change(self.goal.value)), rows=rows)


ENDS = ("2024", "2025", "2026", "2027", "2021", "2025-H1")
SPANS = ("2020", "2021", "2022", "2023", "2024-05/ytd", "2023-05/ytd", "2024", "2019", "2025",
         "2024-H1", "2022-Q4", "2023-06-30", "2023-12", "2026")  # fmt: skip
OPEN = date(2024, 7, 1)
DAYS = (OPEN, date(2023, 7, 1), date(2025, 12, 31), date(2028, 1, 1))
PUBLISHED = ("2021-03-15", "2021", "2019-06", "", "2024-02", "2027")
extremes = st.sampled_from([0.0, 1.0, 100.0, -100.0, 5e-324, 1e-300, 1e300, -1e300])
positive = st.floats(50, 300)
anything = st.one_of(positive, positive, st.floats(-1e300, 1e300), extremes)
# Their powers of two and their products stay within what a float can hold.
moderate = st.one_of(positive, st.floats(1e-3, 1e6), st.integers(-200, 200).map(float))
wholes = st.one_of(st.integers(50, 300), st.integers(50, 300), st.integers(-300, 300)).map(float)


@st.composite
def scenes(draw: st.DrawFn, values: st.SearchStrategy[float]) -> Scene:
    """Any mixture; a plan with figures before and since; a year with a part of it done."""

    def one(choices: Iterable[str]) -> str:
        return draw(st.sampled_from(tuple(choices)))

    fixed = draw(st.sampled_from([(), ("2020", "2022"), ("2020", "2023"), ("2024-05/ytd",)]))
    is_year = len(fixed) == 1
    more = draw(st.sets(st.sampled_from(SPANS), min_size=0 if fixed else 3, max_size=5))
    spans = sorted({*fixed, *(more if not is_year else more & {"2023", "2023-05/ytd"})})
    goal = target(
        draw(values), "2024" if is_year else one(ENDS[1:4] if fixed else ENDS), one(Comparator),
        one(TargetKind), PUBLISHED[0] if fixed else one(PUBLISHED),
    )  # fmt: skip
    return Scene(
        goal,
        tuple((span, draw(values), one(Qualifier)) for span in spans),
        "flow" if is_year else one(Measure),
        one(Direction),
        OPEN if fixed else draw(st.sampled_from(DAYS)),
        tuple(draw(st.permutations(list(RULE_SETS)))[: draw(st.integers(1, 3))]),
    )


def numbers(found: Assessment) -> Iterator[float | None]:
    yield from (found.attainment, found.gap)
    yield from (found.projection.at_due, found.projection.per_year, found.projection.per_month)
    for reading in found.readings:
        yield from (reading.value, reading.done, reading.wanted)


def by_method(found: Assessment) -> dict[str, float]:
    return {r.method: r.value for r in found.readings if r.method != "direct"}


def near_a_bound(scene: Scene) -> bool:
    """Whether rounding may decide: at the bound of a band, or of the 2 % around the target."""
    found = by_method(scene.assess())
    at_band = any(abs(v - low) < 1e-6 for name, v in found.items() for low in BOUNDS[name])
    goal = scene.goal.value
    gaps = (abs(abs(value - goal) - 0.02 * abs(goal)) for _, value, _ in scene.rows)
    return at_band or any(gap < 1e-6 * abs(goal) for gap in gaps)


@tried
@given(scenes(anything))
def test_there_is_one_status_a_reason_if_need_be_and_no_infinity(scene: Scene) -> None:
    found = scene.assess()
    assert found.status in set(TargetStatus)
    assert (found.reason in REASONS) is (found.status in UNKNOWN)
    assert bool(found.reason) is (found.status in UNKNOWN)
    assert all(number is None or math.isfinite(number) for number in numbers(found))
    assert found.projection.year is None or found.projection.year > 2000


@tried
@given(scenes(moderate), st.integers(-40, 40))
def test_a_unit_that_is_a_power_of_two_changes_nothing_at_all(scene: Scene, power: int) -> None:
    plain, scaled = scene.assess(), scene.mapped(lambda value: value * 2.0**power).assess()
    assert (scaled.status, scaled.reason) == (plain.status, plain.reason)
    assert by_method(scaled) == by_method(plain)
    assert (scaled.attainment, scaled.projection.year) == (plain.attainment, plain.projection.year)


@tried
@given(scenes(wholes), st.floats(1e-4, 1e8))
def test_a_unit_changes_neither_reading_nor_status(scene: Scene, factor: float) -> None:
    assume(not near_a_bound(scene))
    plain, scaled = scene.assess(), scene.mapped(lambda value: value * factor).assess()
    assert (scaled.status, scaled.reason) == (plain.status, plain.reason)
    assert by_method(scaled) == pytest.approx(by_method(plain), rel=1e-6, abs=1e-8)


def nearer(value: float, goal: Target, direction: str, measure: str, step: float) -> float:
    """A better value: on by a step, or where only the very value will do, that share nearer."""
    ways = {
        ">=": 1,
        "<=": -1,
        "=": {"up": 1, "down": -1, "none": int(measure == "flow")}[direction],
    }
    way = ways[goal.comparator]
    return value + way * step * 100 if way else value + (goal.value - value) * min(step, 1)


@tried
@given(scenes(moderate), st.floats(1e-3, 5))
def test_a_better_value_never_gets_a_worse_status(scene: Scene, step: float) -> None:
    assume(scene.rows)
    known = points_of((figure(*row) for row in scene.rows), scene.measure)
    latest = known[-1].row.period
    rows = tuple(
        (period, nearer(value, scene.goal, scene.direction, scene.measure, step), said)
        if period == latest else (period, value, said) for period, value, said in scene.rows
    )  # fmt: skip
    # from above zero to below there is no growth, and growth decides: nothing to compare
    assume(
        all(
            (was > 0) == (now > 0)
            for (_, was, _), (_, now, _) in zip(scene.rows, rows, strict=True)
        )
    )
    plain, better = scene.assess(), replace(scene, rows=rows).assess()
    assert SCALE.index(better.status) <= SCALE.index(plain.status)


@tried
@given(scenes(wholes), st.sampled_from([">=", "<="]))
def test_mirrored_about_the_base_the_path_is_the_same(scene: Scene, comparator: str) -> None:
    exact = tuple((period, value, "exact") for period, value, _ in scene.rows)
    one = replace(scene, goal=replace(scene.goal, comparator=Comparator(comparator)), rows=exact,
                  measure="stock", order=("path",))  # fmt: skip
    found = one.assess()
    pivot = found.baseline.value if found.baseline else 0.0
    turned = one.mapped(lambda value: 2 * pivot - value)
    opposite = Comparator({">=": "<=", "<=": ">="}[comparator])
    other = replace(turned, goal=replace(turned.goal, comparator=opposite)).assess()
    assert (other.status, other.reason) == (found.status, found.reason)
    assert value_of(other, "path") == value_of(found, "path")


@tried
@given(st.floats(-0.6, 0.6), st.floats(0.01, 0.6), st.floats(0.1, 1000))
def test_mirrored_about_the_base_growth_is_the_same(
    actual: float, required: float, base: float
) -> None:
    """The mirror of 5 % a year is -5 % a year."""
    one, other = (
        assessed(target(base * (1 + sign * required) ** 5, comparator=comparator),
                 points(y2020=base, y2022=base * (1 + sign * actual) ** 2))
        for sign, comparator in ((1, ">="), (-1, "<="))
    )  # fmt: skip
    lead = value_of(one, "growth") or 0
    assert value_of(other, "growth") == pytest.approx(lead, rel=1e-6, abs=1e-6)
    assume(not any(abs(lead - low) < 1e-6 for low in BOUNDS["growth"]))
    assume(BANDLESS.isdisjoint((one.status, other.status)))
    assert one.status == other.status


@tried
@given(st.integers(-200, 200), st.sampled_from([3, 6, 9]), st.integers(1, 100))
def test_mirrored_about_the_clock_the_pace_is_the_same(value: int, months: int, goal: int) -> None:
    clock, whole = months / 12, 4.0 * goal
    part, turned = float(value), 2 * clock * whole - value
    one, other = (
        assessed(target(whole, "2024", comparator, "annual", "2024-01"),
                 points(**{f"m2024_{months:02}": amount}), "flow")
        for comparator, amount in ((">=", part), ("<=", turned))
    )  # fmt: skip
    assert value_of(other, "pace") == pytest.approx(value_of(one, "pace"), abs=1e-9)
    if part < whole and turned <= whole:  # else it is achieved, or the cap exceeded
        assert one.status == other.status


@tried
@given(scenes(anything), st.sampled_from(["base", "value", "goal", "equal", "one", "reversed"]))
def test_where_no_reading_is_defined_the_status_is_of_no_band(scene: Scene, flaw: str) -> None:
    base, value, goal = 100.0, 120.0, 200.0
    lacks = -abs(scene.goal.value)
    rows = (
        ("2020", lacks if flaw == "base" else base),
        ("2022", lacks if flaw == "value" else value),
    )
    rows = {"one": rows[1:], "reversed": (("2026", base), ("2027", value))}.get(flaw, rows)
    wanted = {"goal": lacks, "equal": base}.get(flaw, goal)
    known = points_of((figure(*row) for row in rows), "stock")
    found = assessed(replace(scene.goal, value=wanted, period="2025"), known, "stock",
                     scene.direction, scene.today)  # fmt: skip
    assert found.status in BANDLESS
    assert (found.reason in REASONS) is (found.status in UNKNOWN)
    assert found.readings == () or "growth" not in by_method(found)
