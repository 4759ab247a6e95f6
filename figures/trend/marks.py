"""What a trend shows besides its figures: targets as diamonds, events as faint lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from figures import series, theme
from figures.labels import SIDES, SIZE, Box
from figures.text import escape, wrap
from indicators import periods
from indicators.records import Event, Indicator, Target
from wording import formats
from wording.context import Context

RIGHT = 28  # px right of the plot
EVENT = 18  # px that the mark of an event takes
MOST_EVENTS = 12  # the latest; more would be a fence
HOVER_LINE = 24  # em
CLEAR = "rgba(255,255,255,0)"  # a figure in the same spot shows through a target


@dataclass(frozen=True, slots=True)
class Plane:
    """The two plotly axes of a trend, and its measures in px on the narrowest chart (340 px).

    `left` is the margin of the upright axis, `tall` the height of the plot, `above` the free
    room over it, `right` that beside it.
    """

    x_axis: dict[str, Any]
    y_axis: dict[str, Any]
    left: int
    tall: int
    above: int
    right: int = RIGHT

    @property
    def is_bare(self) -> bool:
        """Whether no values stand at an axis, so that each is written at its mark."""
        return not self.y_axis.get("visible", True)

    @property
    def wide(self) -> int:
        return theme.NARROWEST - self.left - self.right

    @property
    def box(self) -> Box:
        """Where labels may lie, in px: the plot and a little of the margins beside and above it."""
        return (0, 0, self.wide + RIGHT - 4, self.tall + self.above - EVENT)

    def pixel(self, x: float, y: float) -> tuple[float, float]:
        """Return the place of a point in px from the lower left corner of the plot."""
        (low, high), (bottom, top) = self.x_axis["range"], self.y_axis["range"]
        return (x - low) / (high - low) * self.wide, (y - bottom) / (top - bottom) * self.tall


@dataclass(frozen=True, slots=True)
class PlottedTarget:
    """A target in the plane of a trend, with the lines written at it.

    `x` in years, `y` in the unit shown (in the plane of the pace: months and per cent).
    """

    x: float
    y: float
    lines: tuple[str, ...]
    target: Target


def plotted_targets(
    indicator: Indicator, targets: Sequence[Target], context: Context, *, named: bool = False
) -> list[PlottedTarget]:
    """Return each distinct target at its due date; repeated statements of one are drawn once.

    `named` puts the region's name before each, where several regions are drawn.
    """
    words = context.words
    distinct = {(t.region, t.period, t.value, t.comparator): t for t in targets}
    return [
        PlottedTarget(
            series.position(periods.parse(t.period), indicator),
            float(value := formats.shown_value(t, context.catalogue, words)),
            (
                _region(t, context, named=named)
                + formats.aimed(formats.number(value, words), t, words),
                words("target.due", due=formats.period(t.period, words)),
            ),
            t,
        )
        for t in distinct.values()
    ]


def _region(target: Target, context: Context, *, named: bool) -> str:
    return context.catalogue.regions[target.region].short(context.words.lang) if named else ""


def target_trace(
    plotted: Sequence[PlottedTarget], colour: str, context: Context
) -> list[dict[str, Any]]:
    """Return the one trace of diamonds, a diamond a target; none without targets."""
    trace = {
        "type": "scatter",
        "name": context.words("legend.target"),
        "mode": "markers+text",
        "x": [each.x for each in plotted],
        "y": [each.y for each in plotted],
        "text": ["<br>".join(map(escape, each.lines)) for each in plotted],
        "textfont": {"size": SIZE, "color": colour},
        "hovertext": [_hover(each.target, context) for each in plotted],
        "hoverinfo": "text",
        "cliponaxis": False,
        "marker": {"symbol": "diamond", "size": 10, "color": CLEAR,
                   "line": {"color": colour, "width": 2}},
    }  # fmt: skip
    return [trace] if plotted else []


def _hover(target: Target, context: Context) -> str:
    words = context.words
    lines = [
        words(
            f"progress.{target.kind}",
            due=formats.period(target.period, words),
            quantity=formats.target_quantity(target, context.catalogue, words),
        ),
        *wrap(formats.source_short(target.source, words), HOVER_LINE),
    ]
    return "<br>".join(map(escape, lines))


def event_trace(events: Sequence[Event], plane: Plane, context: Context) -> list[dict[str, Any]]:
    """Return one trace of faint upright lines, each with a mark whose hover text is the event.

    Only the latest `MOST_EVENTS` within the plane; no trace without one.
    """
    low, high = plane.x_axis["range"]
    dated = [(_place(event), event) for event in sorted(events, key=lambda e: e.date)]
    inside = [(x, event) for x, event in dated if low <= x <= high][-MOST_EVENTS:]
    bottom, top = plane.y_axis["range"]
    high_up = round(bottom + (top - bottom) * 0.985, 4)  # so that the whole mark is in the plot
    texts = ["<br>".join(map(escape, _lines(event, context))) for _, event in inside]
    trace = {
        "type": "scatter",
        "name": context.words("legend.event"),
        "mode": "lines+markers",
        "x": [x for at, _ in inside for x in (at, at, None)],
        "y": [y for _ in inside for y in (bottom, high_up, None)],
        "hovertext": [t for text in texts for t in (text, text, "")],
        "hoverinfo": "text",
        "line": {"color": "#B9C1CA", "width": 1, "dash": "dot"},
        "marker": {"symbol": "triangle-down", "size": [0, 8, 0] * len(inside), "color": "#8C96A1"},
    }
    return [trace] if inside else []


def _place(event: Event) -> float:
    span = periods.parse(event.date)
    middle = (span.start.timetuple().tm_yday + span.end.timetuple().tm_yday) / 2 / 365.25
    return round(span.year + middle - 0.5, 3)


def _lines(event: Event, context: Context) -> list[str]:
    title = wrap(event.title(context.words.lang), HOVER_LINE)
    return [formats.period(event.date, context.words), *title]


def write(
    data: list[dict[str, Any]],
    target_sides: Sequence[str],
    values: Sequence[tuple[float, float, str, str]],
) -> None:
    """Put the chosen sides on the targets' texts, and add the values as a trace of texts.

    `target_sides` are plotly text positions in the order of the diamonds, "" for no text;
    `values` are x, y, text and side of each.
    """
    for trace in data:
        if trace.get("marker", {}).get("symbol") == "diamond":
            pairs = list(zip(trace["text"], target_sides, strict=True))
            trace["text"] = [text if side else "" for text, side in pairs]
            trace["textposition"] = [side or SIDES[0] for _, side in pairs]
    if values:
        x, y, text, sides = (list(column) for column in zip(*values, strict=True))
        data.append(
            {
                "type": "scatter",
                "mode": "markers+text",
                "marker": {"size": 9, "opacity": 0},
                "x": x,
                "y": y,
                "text": text,
                "textposition": sides,
                "textfont": {"size": SIZE},
                "hoverinfo": "skip",
                "showlegend": False,
                "cliponaxis": False,
            }
        )
