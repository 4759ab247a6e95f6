"""A chart on a page: heading, keys, drawing, the same figures as a table, sources and menu."""

from collections.abc import Sequence

from charts.chart import Chart
from figures.drawing import Heading
from figures.theme import join
from indicators import periods
from indicators.age import reach
from indicators.passport import Row
from indicators.records import Area, Observation, Target
from layouts.parts import html
from layouts.parts.components import aria, empty, link, source_line, source_link, table
from layouts.parts.figure_link import figure_link
from layouts.parts.html import Children, Element
from layouts.parts.keys import keys
from layouts.parts.menu import menu
from layouts.parts.plot import plot
from layouts.view import View
from wording import editions, formats

Value = Observation | Target


def chart_card(view: View, name: str, chart: Chart | None, more: str = "") -> Element:
    """A chart in its card, its title leading to `more`; a sentence when there is none.

    One that cannot be drawn says so above its rows.
    """
    if chart is None or chart.is_empty:
        return empty(view.words("chart.empty"))
    rows = [row for row in chart.rows if isinstance(row, Area | Target) or row.value is not None]
    drawing = chart.drawing
    body = _undrawn(view, chart, rows) if drawing is None else _drawn(view, name, chart, rows)
    heading = drawing.heading if drawing else Heading(chart.title)
    title = link(heading.title, more) if more else heading.title
    tools = [
        *([_table_button(view, chart, f"{name}-table")] if rows and drawing else []),
        menu(view, chart.address, chart.title, chart.sentence, has_rows=bool(chart.rows)),
    ]
    head = [html.H3(title), html.P(join(*heading.subtitle), className="hint")]
    parts = [
        html.Header([html.Div(head), html.Div(tools, className="chart-tools")]),
        *body,
        html.Figcaption([*_note(heading), source_line(view, chart.sources), _proof(view, chart)]),
    ]
    return html.Figure([part for part in parts if part], className="chart")


def _drawn(view: View, name: str, chart: Chart, rows: Sequence[Row]) -> list[Element | None]:
    drawing = chart.drawing
    assert drawing is not None
    place = plot(name, drawing.plot, chart.address)
    shown = html.Div(_table(view, chart, rows), id=f"{name}-table", className="chart-table")
    return [
        keys(drawing.keys),
        html.Div(place, role="img", **aria(label=drawing.alt)),
        shown if rows else None,
    ]


def _undrawn(view: View, chart: Chart, rows: Sequence[Row]) -> list[Element | None]:
    """The sentence, and the rows that were to be drawn."""
    return [empty(view.words("chart.failed")), _table(view, chart, rows) if rows else None]


def _table_button(view: View, chart: Chart, at: str) -> Element:
    """The same figures as a table, one key away from the drawing."""
    label = view.words("chart.table", title=chart.title)
    state = aria(expanded="false", controls=at, label=label)
    text = view.words("chart.as_table")
    return html.Button(text, type="button", className="table-button", **state)


def _note(heading: Heading) -> list[Element]:
    """That a map is schematic, with its review number."""
    return [html.P(heading.note, className="map-note")] if heading.note else []


def _proof(view: View, chart: Chart) -> Element:
    """Of which release the figures are, and the number that proves a picture of them."""
    release = view.context.release
    full = editions.shown(release, reach(chart.rows), view.words)
    short = view.words("chart.release", number=release.number)
    mark = view.words("release.chart") if release.withdrawn else ""
    return html.P(join(short, mark, chart.passport), title=full)


def _table(view: View, chart: Chart, rows: Sequence[Row]) -> Element:
    view = view.in_scales(chart.scales)
    if chart.areas:
        return _areas(view, chart.areas, chart.title)
    plain = [row for row in rows if not isinstance(row, Area)]
    columns = [column for column in COLUMNS if _tells_apart(column, plain)]
    headings = [view.words(f"column.{column}") for column in columns]
    others = _others(view, plain)
    cells = [
        [_cell(view, column, row, is_other=id(row) in others) for column in columns]
        for row in plain
    ]
    return table(headings, cells, view.words("chart.table", title=chart.title))


def _others(view: View, rows: Sequence[Value]) -> set[int]:
    """The identities of figures that conflict with the one shown before them."""
    shown: set[tuple[str, str, str]] = set()
    others = set()
    for row in rows:
        measure = view.indicator(row.indicator).measure
        key = row.indicator, row.region, periods.of(row.period, measure).text
        if isinstance(row, Observation) and key in shown:
            others.add(id(row))
        if isinstance(row, Observation):
            shown.add(key)
    return others


def _cell(view: View, column: str, row: Value, *, is_other: bool) -> Children:
    """A cell; the value of a figure that conflicts with the one shown says so."""
    cell = COLUMNS[column](view, row)
    if not is_other or column != "value":
        return cell
    return [cell, " ", html.Span(view.words("also.conflict"), className="tag also-conflict")]


def _areas(view: View, rows: Sequence[Area], title: str) -> Element:
    headings = [view.words(f"column.{name}") for name in ("kind", "area", "region", "source")]
    cells = [
        [view.words(f"area.{row.kind}"), row.name(view.lang),
         view.region(row.region).short(view.lang), source_link(view, row.source)]
        for row in rows
    ]  # fmt: skip
    return table(headings, cells, view.words("chart.table", title=title))


def _tells_apart(column: str, rows: Sequence[Value]) -> bool:
    """Whether a column is worth its place: what is the same in all rows stands in the heading."""
    return column not in KEYS or len({getattr(row, column) for row in rows}) > 1


def _indicator(view: View, row: Value) -> Children:
    return view.indicator(row.indicator).name(view.lang)


def _region(view: View, row: Value) -> Children:
    return view.region(row.region).short(view.lang)


def _period(view: View, row: Value) -> Children:
    return formats.period(row.period, view.words)


def _value(view: View, row: Value) -> Children:
    """The quantity; what is no final figure says what it is."""
    t = view.words
    if isinstance(row, Target):
        text = formats.target_quantity(row, view.catalogue, t, formats.EXACT)
        return [text, " ", html.Span(t(f"target.{row.kind}"), className="tag")]
    number = figure_link(view, row, formats.quantity(row, view.catalogue, t, formats.EXACT))
    standing = formats.standing(row, t)
    return [number, " ", html.Span(standing, className="tag")] if standing else number


def _source(view: View, row: Value) -> Children:
    return source_link(view, row.source)


KEYS = ("indicator", "region")
COLUMNS = {
    "indicator": _indicator,
    "region": _region,
    "period": _period,
    "value": _value,
    "source": _source,
}
