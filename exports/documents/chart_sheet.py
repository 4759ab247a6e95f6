"""The rows of a chart as a sheet, and where in it the lines of its native form lie."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from exports.tables import cells
from exports.tables.chart_rows import ChartRow, chart_table, columns_of, of_line, undrawn
from figures.native import Kind, NativeForm, NativeLine, Scale
from indicators.passport import Row
from indicators.records import Source
from wording.context import Context

Block = list[ChartRow]


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A line of a chart: the columns of its places and values, and its rows.

    Columns and rows are counted from 0, the headings being row 0. The name stands in the column
    0 of the row `named`. `texts` are written at its values, empty for none; `is_open` tells of
    each whether it may still change. A line that `is_dashed` leads to estimates and forecasts.
    """

    line: NativeLine
    places: int
    values: int
    first: int
    last: int
    named: int
    texts: tuple[str, ...]
    is_open: tuple[bool, ...]
    is_dashed: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows as a workbook has them, with the publications of each row."""

    table: cells.Table
    sources: tuple[tuple[Source, ...], ...]


@dataclass(frozen=True, slots=True)
class ChartSheet(Sheet):
    """All rows of a chart: first those of its `lines`, then what these do not draw.

    Without lines the chart only is a picture.
    """

    kind: Kind = "line"
    values: Scale | None = None
    time: Scale | None = None
    lines: tuple[SheetLine, ...] = ()

    def name(self, line: SheetLine) -> str:
        """The name of a line, as it stands in the sheet."""
        return str(self.table.rows[line.named - 1][0])

    def along(self, line: SheetLine, column: int) -> list[cells.Cell]:
        """What stands in a column along a line."""
        return [row[column] for row in self.table.rows[line.first - 1 : line.last]]

    def numbers(self, line: SheetLine) -> list[float | None]:
        """The values of a line; None is a gap."""
        found = self.along(line, line.values)
        return [float(cell) if isinstance(cell, Decimal) else None for cell in found]


NO_SHEET = ChartSheet(cells.Table("", (), (), ()), ())


def chart_sheet(rows: Sequence[Row], form: NativeForm, context: Context) -> ChartSheet:
    """Return the sheet of a chart that is drawn from these rows."""
    blocks = [of_line(line, context) for line in form.lines]
    drawn = {id(each.row) for block in blocks for each in block}
    others = [undrawn(row, context) for row in rows if id(row) not in drawn]
    listed = [*(each for block in blocks for each in block), *others]
    columns = columns_of(listed, has_days=form.time is not None)
    places = [column.key for column in columns]
    return ChartSheet(
        chart_table(listed, columns, context),
        tuple((each.row.source,) if each.row else () for each in listed),
        form.kind,
        form.values,
        form.time,
        tuple(_lines(form, blocks, places)),
    )


def _lines(form: NativeForm, blocks: Sequence[Block], keys: Sequence[str]) -> Iterator[SheetLine]:
    """The lines block by block; estimates and forecasts are a line of their own in their block."""
    places = keys.index("day" if form.time else "region") if form.lines else 0
    first = 1
    for line, block in zip(form.lines, blocks, strict=True):
        values = keys.index("value")
        for is_dashed in (False, True):
            kept = [_has_value(row) and row.is_foreseen == is_dashed for row in block]
            if not any(kept):
                continue
            column = keys.index("foreseen") if is_dashed else values
            yield SheetLine(
                line, places, column, first, first + len(block) - 1, first + kept.index(True),
                tuple(_text(row) if keep else "" for row, keep in zip(block, kept, strict=True)),
                tuple(_is_open(row) for row in block),
                is_dashed,
            )  # fmt: skip
        first += len(block)


def _has_value(row: ChartRow) -> bool:
    return row.mark is not None and row.mark.value is not None


def _text(row: ChartRow) -> str:
    return row.mark.text if row.mark else ""


def _is_open(row: ChartRow) -> bool:
    return row.mark is not None and row.mark.is_soft
