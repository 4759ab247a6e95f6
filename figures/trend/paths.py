"""The paths of a target: the one it requires, and the one that the actual growth leads along."""

import itertools
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from figures import series, theme
from figures.series import PlottedPoint
from figures.text import wrapped
from figures.trend import traces
from indicators import periods, units
from indicators.periods import Period
from indicators.points import DatedValue, Point
from indicators.records import Indicator
from targets import comparison, readings, tracker
from targets.assessment import Assessment, Reading
from targets.tracked import TrackedTarget
from wording import formats, sentences
from wording.context import Context

STEPS = 8  # pieces of a curve
FARTHEST = 3  # times the highest figure or target: a projection is cut there
HOVER_LINE = 24  # em
COARSE = 100  # from here on a projected value has no decimals

Line = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Path:
    """A path in the plane of a trend: "required" or "projected" (`kind`).

    `line` are its places (years, unit shown), `sentence` is what it says, `label` the text at its
    end, empty for none.
    """

    kind: str
    line: Line
    sentence: str
    label: str = ""


def target_paths(
    indicator: Indicator,
    tracked: Iterable[TrackedTarget],
    points: Sequence[PlottedPoint],
    context: Context,
) -> list[Path]:
    """Return the paths of the leading target of one region; `points` are its values.

    The required path leads from the base to the target; the projected one goes on from the
    latest comparable figure to the due date, unless that is past or the target is reached.
    """
    leading = tracker.leading(tracked, context.today)
    kinds = {point.kind for point in series.seen(points)}
    if leading is None or not kinds:
        return []
    row = leading.assessment
    drawn = [_required(row, kinds, indicator, context)]
    if leading.due >= context.today and row.reached is None:
        highest = max(abs(point.y) for point in series.seen(points))
        drawn.append(_projected(row, kinds, indicator, highest, context))
    return [path for path in drawn if path]


def _required(
    row: Assessment, kinds: set[str], indicator: Indicator, context: Context
) -> Path | None:
    base, due, words = row.baseline, periods.parse(row.target.period), context.words
    if base is None or base.date >= due.end or not _is_of(base, kinds, indicator):
        return None
    direction = comparison.direction(row.target, indicator)
    if comparison.holds(base.value, row.target, direction, indicator.measure, base.row.qualifier):
        return None
    goal = DatedValue(due.end, row.target.value)
    line = _curve(base.dated_value, goal, (base.span, due), indicator, context)
    sentence = words(
        "path.required.told",
        start=formats.period(base.row.period, words),
        low=formats.quantity(base.row, context.catalogue, words),
        due=formats.period(row.target.period, words),
        goal=formats.target_quantity(row.target, context.catalogue, words),
    )
    return (
        Path("required", line, _with_rate(sentence, base.dated_value, goal, context))
        if line
        else None
    )


def _projected(
    row: Assessment, kinds: set[str], indicator: Indicator, highest: float, context: Context
) -> Path | None:
    """The path at the growth of a reading, if that rests on the figure beside the target."""
    due, reading = periods.parse(row.target.period), _growth(row)
    if reading is None or reading.baseline is None or not _is_of(reading.current, kinds, indicator):
        return None
    base, current = reading.baseline.dated_value, reading.current.dated_value
    line = _curve(base, current, (reading.current.span, due), indicator, context)
    if not line or current.date >= due.end:
        return None
    end, words = formats.decimal(line[-1][1]), context.words
    text = formats.number(end, words, 0 if abs(end) >= COARSE else 1)
    unit = formats.unit_name(indicator, context.catalogue, words)
    value = words("qualifier.about", quantity=formats.with_unit(text, unit, words))
    sentence = words(
        "path.projected.told", due=formats.period(row.target.period, words), value=value
    )
    goal = formats.shown_value(row.target, context.catalogue, words)
    cut = _cut(line, FARTHEST * max(highest, abs(float(goal))))
    label = words("qualifier.about", quantity=text) if cut == line else ""
    return Path("projected", cut, _with_rate(sentence, base, current, context), label)


def _growth(row: Assessment) -> Reading | None:
    """The reading with a base and the latest figure; within the due year the pace tells more."""
    candidates = (r for r in row.readings if r.method in ("growth", "path"))
    return next((r for r in candidates if r.current == row.latest), None)


def _is_of(point: Point, kinds: set[str], indicator: Indicator) -> bool:
    is_moment = indicator.measure.is_of_a_moment
    return (series.STOCK if is_moment else point.span.kind) in kinds


def _curve(
    one: DatedValue,
    other: DatedValue,
    ends: tuple[Period, Period],
    indicator: Indicator,
    context: Context,
) -> Line:
    """The growth from one value to the other, over the time between `ends`, in the unit shown."""
    first, last = (series.position(span, indicator) for span in ends)
    begin, end = (periods.years_between(other.date, span.end) for span in ends)
    steps = 1 if readings.compound(one, other) is None else STEPS
    parts = [i / steps for i in range(steps + 1)]
    values = [readings.projected(one, other, begin + (end - begin) * t) for t in parts]
    converted = [_shown(value, indicator, context) for value in values if value is not None]
    xs = (first + (last - first) * t for t in parts)
    return list(zip(xs, converted, strict=True)) if len(converted) == len(values) else []


def _shown(value: float, indicator: Indicator, context: Context) -> float:
    """A value of the indicator's unit in the unit shown."""
    to = formats.display_unit(indicator, context.catalogue, context.words)
    unit = context.catalogue.units[indicator.unit]
    return float(units.convert(formats.decimal(value), unit, to))


def _cut(line: Line, limit: float) -> Line:
    """The line up to where it passes the limit: an absurd projection must not flatten the rest."""
    kept = list(itertools.takewhile(lambda vertex: abs(vertex[1]) <= limit, line))
    if not kept or len(kept) == len(line):
        return line
    (x, y), (beyond_x, beyond_y) = kept[-1], line[len(kept)]
    edge = math.copysign(limit, beyond_y)
    return [*kept, (x + (beyond_x - x) * (edge - y) / (beyond_y - y), edge)]


def _with_rate(sentence: str, one: DatedValue, other: DatedValue, context: Context) -> str:
    rate = readings.compound(one, other)
    if rate is None:
        return sentence
    text = sentences.signed(formats.share(abs(rate), context.words), rate)
    return context.words("path.with_rate", told=sentence, rate=text)


def path_traces(drawn: Sequence[Path], hue: str, context: Context) -> list[dict[str, Any]]:
    """Return a trace per path: the required one dashed in ink, the projected one dotted."""
    styles = {
        "required": {"color": theme.MUTED, "width": 1.25, "dash": "6px,4px"},
        "projected": {"color": hue, "width": 1.75, "dash": "1px,4px"},
    }
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "name": context.words(f"path.{path.kind}"),
            "x": [traces.short(x) for x, _ in path.line],
            "y": [traces.short(y) for _, y in path.line],
            "hovertext": wrapped(path.sentence, HOVER_LINE),
            "hoverinfo": "text",
            "line": styles[path.kind],
            "legendrank": 1001,  # drawn below the figures, named after them
        }
        for path in drawn
    ]
