"""A chart as lines of marks with their rows, which slides and workbooks let their reader edit."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from indicators.passport import Row
from indicators.records import Observation

Kind = Literal["line", "bar"]
Look = Literal["line", "lesser", "range", "target", "cap", "required", "projected"]
EPOCH_OF_DAYS = date(1899, 12, 30)  # day 0 of spreadsheets
DAYS = 365.25  # of a year, on an axis of days
MONTH = DAYS / 12


@dataclass(frozen=True, slots=True)
class Mark:
    """A value at its `place`: the day on an axis of time, or the name of a bar.

    Without a value it is a gap, at which the line breaks. `row` is None for what is computed, and
    for a gap that nobody printed. `text` is written at the mark; empty for none. From one that
    `is_joint` a dashed line leads to the estimate or forecast behind it.
    """

    place: date | str
    value: Decimal | None = None
    row: Row | None = None
    text: str = ""
    is_joint: bool = False

    @property
    def is_soft(self) -> bool:
        """Whether it may still change, so that it is drawn open."""
        return isinstance(self.row, Observation) and self.row.status.is_soft

    @property
    def is_foreseen(self) -> bool:
        """Whether it is an estimate or a forecast, to which a line is dashed."""
        return isinstance(self.row, Observation) and self.row.status.is_foreseen


@dataclass(frozen=True, slots=True)
class NativeLine:
    """A line (or bars) of one name and colour, "#rrggbb"; its marks are in order.

    `foreseen` is the name of its estimates and forecasts, which are a dashed line of their own.
    """

    name: str
    marks: tuple[Mark, ...]
    colour: str
    look: Look = "line"
    foreseen: str = ""


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis as the picture has it: where it starts and ends, and how far its ticks are apart.

    On an axis of time these are days, and `form` is a number format of spreadsheets. `title`
    says what its ticks are; empty for none.
    """

    low: float
    high: float
    step: float
    form: str = "General"
    title: str = ""


@dataclass(frozen=True, slots=True)
class NativeForm:
    """The lines that a picture draws, with its axes; without lines there is no such form.

    `time` is None for bars.
    """

    lines: tuple[NativeLine, ...] = ()
    values: Scale | None = None
    time: Scale | None = None
    kind: Kind = "line"


Native = Callable[[], NativeForm]


def nothing() -> NativeForm:
    """The form of a chart that only is a picture."""
    return NativeForm()


def value_scale(ticks: Sequence[float], highest: float) -> Scale:
    """The scale of values with these ticks; up to `highest` there is room for what is written."""
    step = ticks[1] - ticks[0]
    return Scale(ticks[0], ticks[-1] + (step if highest > ticks[-1] else 0), step)
