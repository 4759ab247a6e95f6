"""The rows of a chart as a table: numbers, each with unit, qualifier and status beside it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from exports.tables import cells
from exports.tables.cells import CODE, DAY, NAME, QUANTITY, TITLE, Cell, TableColumn
from figures import series
from figures.native import Mark, NativeLine
from indicators import periods
from indicators.passport import Row
from indicators.records import Area, Observation, Target
from wording import corrections, formats
from wording.context import Context

ALWAYS = ("series", "region", "period", "value")  # they stay where nothing is in them


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A row of a chart, of the series of that name: a `mark` of a line, or what no line holds."""

    series: str
    row: Row | None
    context: Context
    mark: Mark | None = None

    @property
    def figure(self) -> Observation | Target | None:
        """The row, if it has a number; None for areas, and for what is computed."""
        return self.row if isinstance(self.row, (Observation, Target)) else None

    @property
    def is_foreseen(self) -> bool:
        """Whether it is an estimate or a forecast, whose number stands in a column apart."""
        return isinstance(self.row, Observation) and self.row.status.is_foreseen


def of_line(line: NativeLine, context: Context) -> list[ChartRow]:
    """The rows of a line, one a mark."""
    return [
        ChartRow(line.foreseen if mark.is_foreseen else line.name, mark.row, context, mark)
        for mark in line.marks
    ]


def undrawn(row: Row, context: Context) -> ChartRow:
    """What no line holds: areas, and figures that a chart shows otherwise or on a click."""
    words = context.words
    if isinstance(row, Area):
        return ChartRow(words(f"area.{row.kind}"), row, context)
    if isinstance(row, Target):
        return ChartRow(words(f"native.target.{row.comparator.name.lower()}"), row, context)
    indicator = context.catalogue.indicators[row.indicator]
    kind = series.kind(periods.stretch(row.period), indicator)
    return ChartRow(words(f"span.{kind}"), row, context)


def _indicator(row: ChartRow) -> Cell:
    lang = row.context.words.lang
    if isinstance(row.row, Area):
        return row.row.name(lang)
    return row.context.catalogue.indicators[row.figure.indicator].name(lang) if row.figure else None


def _region(row: ChartRow) -> Cell:
    context = row.context
    if row.mark and isinstance(row.mark.place, str):
        return row.mark.place
    return context.catalogue.regions[row.row.region].short(context.words.lang) if row.row else None


def _period(row: ChartRow) -> Cell:
    words = row.context.words
    if row.figure:
        return formats.period(row.figure.period, words)
    if row.mark is None:
        return None
    return words("native.gap" if row.mark.value is None else "native.computed")


def _day(row: ChartRow) -> Cell:
    """The day at which a value stands; bars have names instead."""
    if row.mark:
        return row.mark.place if isinstance(row.mark.place, date) else None
    if row.figure is None:
        return None
    indicator = row.context.catalogue.indicators[row.figure.indicator]
    return series.day(periods.stretch(row.figure.period), indicator)


def _value(row: ChartRow) -> Cell:
    if row.mark:
        return row.mark.value
    if row.figure is None or row.figure.value is None:
        return None
    return formats.shown_value(row.figure, row.context.catalogue, row.context.words)


def _actual(row: ChartRow) -> Cell:
    return None if row.is_foreseen else _value(row)


def _foreseen(row: ChartRow) -> Cell:
    """Estimates and forecasts, and the values from which a dashed line leads to them."""
    is_joint = row.mark is not None and row.mark.is_joint
    return _value(row) if row.is_foreseen or is_joint else None


def _unit(row: ChartRow) -> Cell:
    if row.figure is None:
        return None
    catalogue = row.context.catalogue
    of = catalogue.indicators[row.figure.indicator]
    return formats.unit_name(of, catalogue, row.context.words)


def _qualifier(row: ChartRow) -> Cell:
    return row.context.words(f"qualifier_word.{row.figure.qualifier}") if row.figure else None


def _status(row: ChartRow) -> Cell:
    """How final a figure is, or how it is printed as missing; what kind of target it is."""
    words, figure = row.context.words, row.figure
    if isinstance(figure, Target):
        return words(f"target.{figure.kind}")
    if figure is None:
        return None
    if figure.value is None:
        return formats.missing(figure.printed, words)
    return words(f"status.{figure.status}")


def _comparator(row: ChartRow) -> Cell:
    return row.figure.comparator.sign if isinstance(row.figure, Target) else None


def _correction(row: ChartRow) -> Cell:
    """What its source states instead, and why it is wrong."""
    words, figure = row.context.words, row.figure
    told = corrections.told(figure, words) if isinstance(figure, Observation) else []
    return words("list.join").join(told) or None


COLUMNS: tuple[TableColumn[ChartRow], ...] = (
    TableColumn("series", NAME, lambda r: r.series),
    TableColumn("indicator", NAME, _indicator),
    TableColumn("region", CODE, _region),
    TableColumn("period", CODE, _period),
    TableColumn("day", DAY, _day),
    TableColumn("value", QUANTITY, _actual),
    TableColumn("foreseen", QUANTITY, _foreseen),
    TableColumn("unit", CODE, _unit),
    TableColumn("qualifier", CODE, _qualifier),
    TableColumn("status", CODE, _status),
    TableColumn("comparator", CODE, _comparator),
    TableColumn("correction", TITLE, _correction),
)


def columns_of(rows: Sequence[ChartRow], *, has_days: bool) -> tuple[TableColumn[ChartRow], ...]:
    """The columns that hold anything of these rows; a day only on an axis of time."""
    return tuple(
        column
        for column in COLUMNS
        if column.key in ALWAYS or any(column.get(row) not in (None, "") for row in rows)
        if column.key != "day" or has_days
    )


def chart_table(
    rows: Sequence[ChartRow], columns: Iterable[TableColumn[ChartRow]], context: Context
) -> cells.Table:
    """Return the rows as a table without a name."""
    return cells.table(
        "", tuple(columns), lambda key: context.words(f"chart_column.{key}"), rows, 1
    )


FIGURES = tuple(
    TableColumn("value", QUANTITY, _value) if column.key == "value" else column
    for column in COLUMNS
    if column.key
    in ("indicator", "region", "period", "value", "unit", "qualifier", "status", "correction")
)


def figure_table(rows: Iterable[Observation], context: Context) -> cells.Table:
    """Return figures of several series as a table without a name."""
    undrawn_rows = [undrawn(row, context) for row in rows]
    is_corrected = any(_correction(row) for row in undrawn_rows)
    kept = (column for column in FIGURES if column.key != "correction" or is_corrected)
    return chart_table(undrawn_rows, kept, context)
