"""A native chart of PowerPoint with its figures inside, to be edited there."""

import io
from datetime import datetime
from decimal import Decimal
from typing import Any, cast

from pptx.chart.axis import CategoryAxis, ValueAxis
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.chart.series import LineSeries
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
)
from pptx.enum.dml import MSO_LINE
from pptx.slide import Slide
from pptx.util import Length, Pt
from xlsxwriter import Workbook

from charts.native import Line
from exports.documents.plain import EPOCH, plain
from exports.documents.report import Picture
from exports.tables.sheets import OPTIONS

TYPES = {"line": XL_CHART_TYPE.LINE_MARKERS, "bar": XL_CHART_TYPE.BAR_CLUSTERED}
COLOURS = ("#1F4E79", "#C55A11", "#548235", "#7F6000", "#7030A0", "#595959")
GREY = RGBColor(0xD9, 0xD9, 0xD9)
ABOVE, BEHIND = XL_LABEL_POSITION.ABOVE, XL_LABEL_POSITION.OUTSIDE_END
LETTERS, LINE, MARKER = Pt(12), Pt(2.25), 7
LABELLED = 16  # values: with more of them they would overlap
BAR_GAP = 50  # per cent of a bar


class ChartWorkbook(CategoryChartData):
    """The values of a chart, with the workbook behind it, in which no name is a formula."""

    def __init__(self, picture: Picture) -> None:
        super().__init__(number_format="General")
        self._columns = [
            (plain(line.name), [_float(value) for value in line.values]) for line in picture.lines
        ]
        self._labels = [plain(label) for label in picture.categories]
        self.categories = self._labels
        for name, values in self._columns:
            self.add_series(name, values)

    @property
    def xlsx_blob(self) -> bytes:
        """The workbook behind the chart, with its cells where the chart looks for them."""
        out = io.BytesIO()
        book = Workbook(out, OPTIONS)
        book.set_properties({"created": datetime(*EPOCH)})
        sheet = book.add_worksheet("Sheet1")
        for row, label in enumerate(self._labels, 1):
            sheet.write_string(row, 0, label)
        for column, (name, values) in enumerate(self._columns, 1):
            sheet.write_string(0, column, name)
            for row, value in enumerate(values, 1):
                if value is not None:
                    sheet.write_number(row, column, value)
        book.close()
        return out.getvalue()


def add_chart(slide: Slide, picture: Picture, place: tuple[Length, Length, Length, Length]) -> None:
    """Draw the lines of a picture as a chart of its kind."""
    # A frame, though the library says a chart; and it tells no kind of figures from another.
    frame: Any = slide.shapes.add_chart(
        TYPES[picture.kind], *place, cast(Any, ChartWorkbook(picture))
    )
    frame._element.nvGraphicFramePr.cNvPr.set("descr", plain(picture.alt))
    chart: Chart = frame.chart
    chart.has_title = False
    chart.font.size = LETTERS
    chart.has_legend = len(picture.lines) > 1
    if chart.legend is not None:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    _set_axes(chart, picture)
    _set_lines(chart, picture)


def _set_axes(chart: Chart, picture: Picture) -> None:
    """The unit stands at the axis of values; the first bar of a ranking is the uppermost."""
    values, names = chart.value_axis, chart.category_axis
    if isinstance(values, ValueAxis):
        values.major_gridlines.format.line.color.rgb = GREY
        values.format.line.fill.background()
        if picture.kind == "bar":  # below, though the names are turned round
            values.tick_label_position = XL_TICK_LABEL_POSITION.HIGH
    if isinstance(names, CategoryAxis):
        names.tick_label_position = XL_TICK_LABEL_POSITION.LOW  # below negative values, too
        names.reverse_order = picture.kind == "bar"
    if picture.unit:
        values.has_title = True
        values.axis_title.text_frame.text = plain(picture.unit)
        values.axis_title.text_frame.paragraphs[0].runs[0].font.size = LETTERS


def _set_lines(chart: Chart, picture: Picture) -> None:
    plot = chart.plots[0]
    if picture.kind == "bar":
        plot.gap_width = BAR_GAP
    if len(picture.lines) * len(picture.categories) <= LABELLED:
        plot.has_data_labels = True
        plot.data_labels.show_value = True
        plot.data_labels.font.size = LETTERS
        plot.data_labels.position = ABOVE if picture.kind == "line" else BEHIND
    for number, (series, line) in enumerate(zip(plot.series, picture.lines, strict=True)):
        colour = _colour(line, number)
        if isinstance(series, LineSeries):
            _set_line(series, line, colour)
        else:
            series.format.fill.solid()
            series.format.fill.fore_color.rgb = colour


def _set_line(series: LineSeries, line: Line, colour: RGBColor) -> None:
    series.smooth = False
    series.format.line.width, series.format.line.color.rgb = LINE, colour
    if line.is_dashed:
        series.format.line.dash_style = MSO_LINE.DASH
    series.marker.style, series.marker.size = XL_MARKER_STYLE.CIRCLE, MARKER
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = colour
    series.marker.format.line.color.rgb = colour


def _colour(line: Line, number: int) -> RGBColor:
    return RGBColor.from_string((line.colour or COLOURS[number % len(COLOURS)]).removeprefix("#"))


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
