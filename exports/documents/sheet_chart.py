"""A native chart of a workbook, beside the rows that it is drawn from."""

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from exports.documents.chart_looks import LABEL, WHITE, look
from exports.documents.chart_sheet import ChartSheet, SheetLine
from exports.documents.plain import plain
from exports.documents.report import Picture
from figures.native import Scale

SIZE = {"width": 760, "height": 420}  # px
GREY = "#D9D9D9"
TYPES = {"line": {"type": "scatter", "subtype": "straight_with_markers"}, "bar": {"type": "bar"}}
DASHES = {"": "solid", "dash": "dash", "dot": "round_dot"}


def add_chart(book: Workbook, sheet: Worksheet, picture: Picture) -> None:
    """Draw the lines of a picture at the right of the rows in `sheet`; nothing without lines."""
    rows = picture.sheet
    if not rows.lines:
        return
    chart = book.add_chart(TYPES[rows.kind])
    for line in rows.lines:
        chart.add_series(_series(sheet.get_name(), line, rows))
    chart.set_title({"name": plain(picture.title), "overlay": False})
    values = _axis(rows.values) | {"name": plain(picture.unit), "line": {"none": True}}
    values |= {"major_gridlines": {"visible": True, "line": {"color": GREY}}}
    places = _axis(rows.time) | {"label_position": "low", "major_gridlines": {"visible": False}}
    # The names of bars stand at the axis of x, wherever that is drawn.
    chart.set_x_axis(places | ({"reverse": True} if rows.kind == "bar" else {}))
    chart.set_y_axis(values | ({"label_position": "high"} if rows.kind == "bar" else {}))
    chart.set_legend({"position": "bottom"} if len(rows.lines) > 1 else {"none": True})
    chart.set_size(SIZE)
    chart.show_blanks_as("gap")
    options = {"description": plain(picture.alt), "object_position": 3}
    sheet.insert_chart(1, len(rows.table.headings) + 2, chart, options)


def _series(name: str, line: SheetLine, rows: ChartSheet) -> dict[str, Any]:
    """A line as the library takes it: cells as sheet, first row, column, last row, column."""
    series = {
        "name": [name, line.named, 0],
        "categories": [name, line.first, line.places, line.last, line.places],
        "values": [name, line.first, line.values, line.last, line.values],
        "data_labels": _texts(line, look(line).side if rows.kind == "line" else "outside_end"),
    }
    colour = line.line.colour
    if rows.kind == "bar":
        return series | {"fill": {"color": colour}, "gap": 50}
    how = look(line)
    style = {"color": colour, "width": how.wide, "dash_type": DASHES[how.dash]}
    hue = {"color": colour}
    marker = {"type": how.sign, "size": how.size, "fill": hue, "border": hue}
    points = [
        {"fill": {"color": WHITE}, "border": {"color": colour}} if is_open else None
        for is_open in line.is_open
    ]
    return series | {
        "line": style if how.wide else {"none": True},
        "marker": marker if how.sign else {"type": "none"},
        **({"points": points} if any(points) and how.sign else {}),
    }


def _texts(line: SheetLine, side: str) -> dict[str, Any]:
    """What is written at the marks; those without a text have none."""
    custom = [{"value": plain(text)} if text else {"delete": True} for text in line.texts]
    if not any(line.texts):
        return {}
    return {"value": True, "position": side, "custom": custom, "font": {"size": LABEL}}


def _axis(scale: Scale | None) -> dict[str, Any]:
    if scale is None:
        return {}
    ends = {"min": scale.low, "max": scale.high, "major_unit": scale.step}
    return ends | {"num_format": scale.form, "name": plain(scale.title)}
