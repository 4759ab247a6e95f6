"""A chart as lines or bars with values inside, which a slide lets its reader edit."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from figures import theme
from indicators import periods
from indicators.passport import Row
from indicators.records import Indicator, Observation, Target
from wording import formats
from wording.context import Context

TARGET = "#1A1F26"
FEWEST_YEARS = 2

Kind = Literal["line", "bar"]


@dataclass(frozen=True, slots=True)
class Line:
    """A series of a native chart, a value a category; None is a gap. `colour` is "#rrggbb"."""

    name: str
    values: tuple[Decimal | None, ...]
    colour: str = ""
    is_dashed: bool = False


@dataclass(frozen=True, slots=True)
class NativeForm:
    """Lines (or bars) over categories at even distances; without lines there is no such form."""

    lines: tuple[Line, ...] = ()
    categories: tuple[str, ...] = ()
    kind: Kind = "line"


NONE = NativeForm()
Native = Callable[[Indicator, Sequence[Row], Context], NativeForm]


def bars(indicator: Indicator, rows: Sequence[Row], context: Context) -> NativeForm:
    """A bar for each observation with a value, the highest first."""
    valued = _valued(rows)
    ordered = sorted(valued, key=lambda row: row.value or 0, reverse=True)
    names = tuple(context.catalogue.regions[r.region].short(context.words.lang) for r in ordered)
    values = tuple(_value(row, context) for row in ordered)
    line = Line(indicator.name(context.words.lang), values, theme.hue(indicator.base))
    return NativeForm((line,), names, "bar")


def lines(indicator: Indicator, rows: Sequence[Row], context: Context) -> NativeForm:
    """Whole years only, a line a region; years without a value are gaps."""
    whole = [row for row in _valued(rows) if periods.parse(row.period).kind == "year"]
    if len({row.period for row in whole}) < FEWEST_YEARS:
        return NONE  # a dot is no chart
    targets = [row for row in rows if isinstance(row, Target)]
    dated: list[Observation | Target] = [*whole, *targets]
    years = [periods.parse(row.period).year for row in dated]
    axis = range(min(years), max(years) + 1)
    drawn = _of_regions(indicator, whole, axis, context)
    if targets and len(drawn) == 1:
        goal = _over(axis, targets, context)
        drawn.append(Line(context.words("legend.target"), goal, TARGET, is_dashed=True))
    return NativeForm(tuple(drawn), tuple(str(year) for year in axis), "line")


def _of_regions(
    indicator: Indicator, whole: Sequence[Observation], axis: Iterable[int], context: Context
) -> list[Line]:
    hues = (theme.hue(indicator.base), *theme.BASE_HUES.values())
    return [
        Line(
            context.catalogue.regions[code].short(context.words.lang),
            _over(axis, [row for row in whole if row.region == code], context),
            hues[index % len(hues)],
        )
        for index, code in enumerate(dict.fromkeys(row.region for row in whole))
    ]


def _valued(rows: Sequence[Row]) -> list[Observation]:
    return [row for row in rows if isinstance(row, Observation) and row.value is not None]


def _over(
    axis: Iterable[int], rows: Sequence[Observation | Target], context: Context
) -> tuple[Decimal | None, ...]:
    by_year = {periods.parse(row.period).year: _value(row, context) for row in rows}
    return tuple(by_year.get(year) for year in axis)


def _value(row: Observation | Target, context: Context) -> Decimal:
    return formats.shown_value(row, context.catalogue, context.words)
