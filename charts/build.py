"""A chart of what is selected: drawn, with its title, its rows and its passport."""

from collections.abc import Sequence
from dataclasses import replace

from charts.addresses import State
from charts.chart import Chart
from charts.registry import ChartType, drawn
from figures.chart_input import ChartInput
from figures.drawing import Drawing
from figures.theme import join
from indicators.passport import Row, passport
from indicators.records import Area, Observation, Target
from wording.context import Context
from wording.releases import withdrawn


def build(kind: ChartType, data: ChartInput, state: State) -> Chart:
    """Draw a chart; `state` is its address.

    One that cannot be drawn keeps the rows that it was to be drawn from.
    """
    drawing, failed = drawn(kind, data)
    rows: Sequence[Row] = drawing.rows if drawing else selected_rows(data) if failed else ()
    title = _title(data, drawing)
    shown = _filtered(drawing, state, data.context)
    chart = Chart(kind.name, state, title, shown, rows, scales=data.context.catalogue.scales)
    number = passport(data.context.release.number, chart.name, chart.parameters, rows)
    return replace(chart, passport=number, failed=failed)


def observed(data: ChartInput) -> list[Observation | Target]:
    """The values and targets that stand together in a chart, in one scale."""
    return [row for row in selected_rows(data) if not isinstance(row, Area)]


def selected_rows(data: ChartInput) -> list[Row]:
    """The values of the subject in the regions of the chart, its targets, the areas."""
    values = [
        row.shown
        for (indicator, region), series in data.series.items()
        if data.indicator and indicator == data.indicator.id
        if not data.regions or region in data.regions
        for row in series
    ]
    return [*values, *(row.target for row in data.tracked), *data.areas]


def _title(data: ChartInput, drawing: Drawing | None) -> str:
    """The subject and the regions."""
    lang, join_words = data.context.words.lang, data.context.words("list.join").join
    if data.indicator:
        regions = join_words(data.region(code).short(lang) for code in data.regions)
        return join_words(part for part in (data.indicator.name(lang), regions) if part)
    if data.base:
        return drawing.heading.title if drawing else data.base.name(lang)
    return join_words(data.region(code).name(lang) for code in data.regions)


def _filtered(drawing: Drawing | None, state: State, context: Context) -> Drawing | None:
    """The drawing with its filters at the foot: a picture must say what it leaves out.

    That its release was withdrawn stands before all else.
    """
    if drawing is None:
        return None
    heading, mark = drawing.heading, withdrawn(context.release, context.words)
    *others, release = heading.foot or ("",)
    foot = (*others, join(release, filters(state, context)))
    alt = f"{mark} {drawing.alt}" if mark else drawing.alt
    return replace(drawing, heading=replace(heading, foot=foot, mark=mark), alt=alt)


def filters(state: State, context: Context) -> str:
    """The filters that leave out values, in words; empty without one."""
    words = context.words
    kinds = [words(f"kind.{kind}") for kind in state.source]
    years = (
        words("filtered.years", first=state.from_ or "…", last=state.to or "…")
        if state.from_ or state.to
        else ""
    )
    text = words("list.join").join(part for part in (years, *kinds) if part)
    return words("filtered.label", filters=text) if text else ""
