"""How a bullet is drawn: rows of bars from the top down, their texts above them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from figures import axes, theme
from figures.text import escape, wrap
from indicators.records import Indicator
from wording import formats
from wording.context import Context

TEXT_SIZE = 12
WIDEST = (theme.NARROWEST - 2 * theme.EDGE) / TEXT_SIZE  # em of a row's text
TALL = 34  # px of a row besides its text
LINE = 16  # px of a line of a row's text


@dataclass(frozen=True, slots=True)
class BulletRow:
    """A level (target or reference), the value held against it, and what is written above.

    Both are in the unit shown; one that is None is not drawn.
    """

    level: float | None
    value: float | None
    text: str
    is_reference: bool = False


def plot(indicator: Indicator, rows: Sequence[BulletRow], context: Context) -> dict[str, Any]:
    """Return a plotly figure of the rows from the top down; a unit of the upright axis is a px."""
    data: list[dict[str, Any]] = []
    texts: list[dict[str, Any]] = []
    y = 0
    for row in rows:
        lines = wrap(row.text, WIDEST)
        texts.append(_text(lines, y))
        middle = y + len(lines) * LINE + 12
        data += _bars(row, -middle, theme.hue(indicator.base))
        y += len(lines) * LINE + (TALL if data else 8)
    space = theme.Space(y, left=theme.EDGE, right=18, below=30)
    y_axis = {"range": [-y, 0], "visible": False, "fixedrange": True}
    x_axis = _x_axis(indicator, rows, context)
    layout = theme.layout(
        space, xaxis=x_axis, yaxis=y_axis, annotations=texts, barmode="overlay",
        hovermode=False,
    )  # fmt: skip
    return {"data": data, "layout": layout}


def _x_axis(indicator: Indicator, rows: Sequence[BulletRow], context: Context) -> dict[str, Any]:
    levels = [v for row in rows for v in (row.level, row.value) if v is not None]
    unit = formats.unit_name(indicator, context.catalogue, context.words)
    axis = axes.value_axis([0, *levels], unit, context.words, from_zero=True)
    kept = slice(None, None, 1 if len(axis["tickvals"]) <= 5 else 2)
    axis |= {"tickvals": axis["tickvals"][kept], "ticktext": axis["ticktext"][kept]}
    return axis | {"zeroline": True}


def _text(lines: Sequence[str], y: int) -> dict[str, Any]:
    text = "<br>".join(map(escape, lines))
    # The ground keeps the grid out of the text.
    return theme.note(
        text, x=0, y=-y, xref="paper", yanchor="top", font={"size": TEXT_SIZE}, bgcolor="#FFFFFF"
    )


def _bars(row: BulletRow, y: float, hue: str) -> list[dict[str, Any]]:
    """A pale bar up to the level, a thin one of the value on it, and a tick at the level."""
    base = {"type": "bar", "orientation": "h", "y": [y], "showlegend": False}
    bars: list[dict[str, Any]] = []
    if row.level is not None:
        pale = _hatched() if row.is_reference else {"color": theme.PALE}
        bars.append(base | {"x": [row.level], "width": 18, "marker": pale})
    if row.value is not None:
        width = 18 if row.level is None else 8
        bars.append(base | {"x": [row.value], "width": width, "marker": {"color": hue}})
    if row.level is not None:
        bars.append(_tick(row.level, y, is_reference=row.is_reference))
    return bars


def _hatched() -> dict[str, Any]:
    """A reference level looks like no target: hatched, with a border."""
    pattern = {"shape": "/", "fgcolor": "#AEB7C1", "bgcolor": "#FFFFFF", "size": 6, "solidity": 0.2}
    return {"color": "#FFFFFF", "pattern": pattern, "line": {"color": "#AEB7C1", "width": 1}}


def _tick(level: float, y: float, *, is_reference: bool) -> dict[str, Any]:
    target = {"color": theme.INK, "width": 3}
    reference = {"color": theme.MUTED, "width": 1.5, "dash": "dot"}
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [level, level],
        "y": [y - 12, y + 12],
        "line": reference if is_reference else target,
        "showlegend": False,
        "cliponaxis": False,
    }
