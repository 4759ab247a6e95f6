"""A native chart of PowerPoint with all its rows inside, to be edited there."""

import io
from dataclasses import replace
from datetime import date, datetime
from typing import Any, cast

from pptx.chart.axis import CategoryAxis, ValueAxis
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.chart.point import Point
from pptx.chart.series import XySeries
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
from xlsxwriter.utility import xl_range_abs

from exports.documents.chart_looks import LABEL, WHITE, LineLook, look
from exports.documents.chart_sheet import ChartSheet, SheetLine
from exports.documents.plain import EPOCH, plain, plain_table
from exports.documents.report import Picture
from exports.tables.sheets import OPTIONS, write_table
from figures.native import EPOCH_OF_DAYS, Scale

GREY = RGBColor(0xD9, 0xD9, 0xD9)
LETTERS = Pt(12)
BAR_GAP = 50  # per cent of a bar
SHEET = "Sheet1"
DASHES = {"dash": MSO_LINE.DASH, "dot": MSO_LINE.ROUND_DOT}
SIDES = {"above": XL_LABEL_POSITION.ABOVE, "below": XL_LABEL_POSITION.BELOW}
SIGNS = {
    "": XL_MARKER_STYLE.NONE,
    "circle": XL_MARKER_STYLE.CIRCLE,
    "dash": XL_MARKER_STYLE.DASH,
    "diamond": XL_MARKER_STYLE.DIAMOND,
    "square": XL_MARKER_STYLE.SQUARE,
}


class _Workbook:
    """The workbook behind a chart: its sheet as it is, in which the lines lie where they lie."""

    sheet: ChartSheet

    @property
    def xlsx_blob(self) -> bytes:
        out = io.BytesIO()
        book = Workbook(out, OPTIONS)
        book.set_properties({"created": datetime(*EPOCH)})
        write_table(book, replace(plain_table(self.sheet.table), name=SHEET))
        book.close()
        return out.getvalue()

    def _range(self, first: int, last: int, column: int) -> str:
        return f"{SHEET}!{xl_range_abs(first, column, last, column)}"

    def series_name_ref(self, series: Any) -> str:
        line = self.sheet.lines[series.index]
        return self._range(line.named, line.named, 0)

    def x_values_ref(self, series: Any) -> str:
        line = self.sheet.lines[series.index]
        return self._range(line.first, line.last, line.places)

    def values_ref(self, series: Any) -> str:
        line = self.sheet.lines[series.index]
        return self._range(line.first, line.last, line.values)

    y_values_ref = values_ref

    @property
    def categories_ref(self) -> str:
        line = self.sheet.lines[0]
        return self._range(line.first, line.last, line.places)


class _Lines(_Workbook, XyChartData):
    def __init__(self, sheet: ChartSheet) -> None:
        super().__init__(number_format="General")
        self.sheet = sheet
        for line in sheet.lines:
            series = self.add_series(plain(sheet.name(line)))
            for place, value in zip(
                sheet.along(line, line.places), sheet.numbers(line), strict=True
            ):
                day = (place - EPOCH_OF_DAYS).days if isinstance(place, date) else 0
                series.add_data_point(day, value)


class _Bars(_Workbook, CategoryChartData):
    def __init__(self, sheet: ChartSheet) -> None:
        super().__init__(number_format="General")
        self.sheet = sheet
        line = sheet.lines[0]
        self.categories = [plain(str(place)) for place in sheet.along(line, line.places)]
        for each in sheet.lines:
            self.add_series(plain(sheet.name(each)), sheet.numbers(each))


KINDS = {
    "line": (XL_CHART_TYPE.XY_SCATTER_LINES, _Lines),
    "bar": (XL_CHART_TYPE.BAR_CLUSTERED, _Bars),
}


def add_chart(slide: Slide, picture: Picture, place: tuple[Length, Length, Length, Length]) -> None:
    """Draw the lines of a picture's sheet as a chart of its kind."""
    sheet = picture.sheet
    kind, data = KINDS[sheet.kind]
    # A frame, though the library says a chart; and it tells no kind of figures from another.
    frame: Any = slide.shapes.add_chart(kind, *place, cast(Any, data(sheet)))
    frame._element.nvGraphicFramePr.cNvPr.set("descr", plain(picture.alt))
    chart: Chart = frame.chart
    chart.has_title = False
    chart.font.size = LETTERS
    chart.has_legend = len(sheet.lines) > 1
    if chart.legend is not None:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    _set_axes(chart, sheet, picture.unit)
    for series, line in zip(chart.plots[0].series, sheet.lines, strict=True):
        if isinstance(series, XySeries):
            _set_line(series, line)
        else:
            series.format.fill.solid()
            series.format.fill.fore_color.rgb = _rgb(line.line.colour)
        _write_texts(series, line, sheet)
    _put_longest_first(chart)


def _put_longest_first(chart: Chart) -> None:
    """LibreOffice loses a first line that is shorter than others; their order is said apart."""
    lines = chart._chartSpace.plotArea.sers
    longest = max(lines, key=lambda line: int(line.xpath("string(.//c:yVal//c:ptCount/@val)") or 0))
    lines[0].addprevious(longest)


def _set_axes(chart: Chart, sheet: ChartSheet, unit: str) -> None:
    """The unit stands at the axis of values; the first bar of a ranking is the uppermost."""
    values, places = chart.value_axis, chart.category_axis
    values.has_major_gridlines = True
    values.major_gridlines.format.line.color.rgb = GREY
    values.format.line.fill.background()
    _set_scale(values, sheet.values)
    places.tick_label_position = XL_TICK_LABEL_POSITION.LOW  # below negative values, too
    places.has_major_gridlines = False
    if sheet.kind == "bar":
        chart.plots[0].gap_width = BAR_GAP
        values.tick_label_position = XL_TICK_LABEL_POSITION.HIGH  # below, as names are turned round
    if isinstance(places, CategoryAxis):
        places.reverse_order = True
    elif isinstance(places, ValueAxis):
        _set_scale(places, sheet.time)
    for axis, title in ((values, unit), (places, sheet.time.title if sheet.time else "")):
        if title:
            axis.has_title = True
            axis.axis_title.text_frame.text = plain(title)
            axis.axis_title.text_frame.paragraphs[0].runs[0].font.size = LETTERS


def _set_scale(axis: Any, scale: Scale | None) -> None:
    if scale is None:
        return
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = scale.low, scale.high, scale.step
    axis.tick_labels.number_format = scale.form
    axis.tick_labels.number_format_is_linked = False


def _set_line(series: XySeries, line: SheetLine) -> None:
    colour, how = _rgb(line.line.colour), look(line)
    if how.wide:
        series.format.line.width, series.format.line.color.rgb = Pt(how.wide), colour
    else:
        series.format.line.fill.background()
    if how.dash:
        series.format.line.dash_style = DASHES[how.dash]
    _set_marker(series, how, colour)
    for number, is_open in enumerate(line.is_open):
        if is_open and how.sign:
            _set_marker(series.points[number], how, colour, is_open=True)


def _set_marker(
    of: XySeries | Point, how: LineLook, colour: RGBColor, *, is_open: bool = False
) -> None:
    of.marker.style = SIGNS[how.sign]
    if how.sign:
        of.marker.size = how.size
        of.marker.format.fill.solid()
        of.marker.format.fill.fore_color.rgb = _rgb(WHITE) if is_open else colour
        of.marker.format.line.color.rgb = colour


def _write_texts(series: Any, line: SheetLine, sheet: ChartSheet) -> None:
    """Write what the picture says at its marks: 约10, ≥19200."""
    side = SIDES[look(line).side] if sheet.kind == "line" else XL_LABEL_POSITION.OUTSIDE_END
    for number, text in enumerate(line.texts):
        if text:
            label = series.points[number].data_label
            label.has_text_frame = True
            label.text_frame.text = plain(text)
            label.text_frame.paragraphs[0].runs[0].font.size = Pt(LABEL)
            label.position = side


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.removeprefix("#"))
