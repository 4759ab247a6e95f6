"""The parts of a report from what the pages show: sentences, tables, charts with their figures."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from exports.documents.report import Definition, Line, Row, Sentence, Table
from exports.tables import cells
from figures import theme
from indicators import periods
from indicators.precedence import Reported
from indicators.records import Indicator, Observation, Source, Target
from targets.tracker import TrackedTarget
from wording import formats, sentences
from wording.context import Context

TARGET = "#1A1F26"
FEWEST_YEARS = 2
Native = tuple[tuple[Line, ...], tuple[str, ...], str]  # lines, categories, kind


def assessed(rows: Iterable[TrackedTarget], context: Context) -> tuple[Sentence, ...]:
    """A sentence for each target that a figure speaks to."""
    return tuple(
        Sentence(sentences.sentence(row, context), _sources(row))
        for row in rows
        if row.assessment.latest
    )


def _sources(row: TrackedTarget) -> tuple[Source, ...]:
    latest = row.assessment.latest
    found = [latest.row.source] if latest else []
    return tuple({s.id: s for s in (*found, row.target.source)}.values())


def target_table(rows: Sequence[TrackedTarget], context: Context) -> Table:
    """Targets with their standing, as the tracker has them."""
    words = context.words
    names = ("indicator", "region", "due", "target", "latest", "attainment", "status")
    looks = (cells.TITLE, *(cells.CODE,) * 3, cells.NAME, *(cells.CODE,) * 2)
    return Table(
        words("targets.caption"),
        tuple(words(f"column.{name}") for name in names),
        looks,
        tuple(Row(_target_cells(row, context), _sources(row)) for row in rows),
    )


def _target_cells(row: TrackedTarget, context: Context) -> tuple[cells.Cell, ...]:
    words, known, target = context.words, context.catalogue, row.target
    latest = row.assessment.latest
    figure = ""
    if latest:
        period = formats.period(latest.row.period, words)
        figure = f"{formats.quantity(latest.row, known, words)} ({period})"
    return (
        known.indicators[target.indicator].name(words.lang),
        known.regions[target.region].short(words.lang),
        formats.period(target.period, words),
        formats.target_quantity(target, known, words),
        figure or None,
        sentences.attainment(row.assessment, context) or None,
        words(f"tstatus.{row.status}"),
    )


def figure_table(title: str, rows: Sequence[Reported], context: Context) -> Table:
    """Figures with region and period."""
    words, known = context.words, context.catalogue
    names = ("indicator", "region", "period", "value")
    return Table(
        title,
        tuple(words(f"column.{name}") for name in names),
        (cells.NAME, cells.CODE, cells.CODE, cells.CODE),
        tuple(
            Row(
                (
                    known.indicators[f.shown.indicator].name(words.lang),
                    known.regions[f.shown.region].short(words.lang),
                    formats.period(f.shown.period, words),
                    formats.quantity(f.shown, known, words),
                ),
                (f.shown.source,),
            )
            for f in rows
        ),
    )


def native(
    chart: str, indicator: Indicator, rows: Sequence[Observation | Target], context: Context
) -> Native:
    """The rows as the lines or bars of an editable chart; nothing for a chart that has no such."""
    figures = [row for row in rows if isinstance(row, Observation) and row.value is not None]
    targets = [row for row in rows if isinstance(row, Target)]
    if chart in ("map", "ranking"):
        return _bars(indicator, figures, context)
    if chart == "trend":
        return _lines(indicator, figures, targets, context)
    return (), (), "line"


def _bars(indicator: Indicator, figures: Sequence[Observation], context: Context) -> Native:
    ordered = sorted(figures, key=lambda row: row.value or 0, reverse=True)
    names = tuple(context.catalogue.regions[r.region].short(context.words.lang) for r in ordered)
    name = indicator.name(context.words.lang)
    values = tuple(_value(row, context) for row in ordered)
    return (Line(name, values, theme.hue(indicator.base)),), names, "bar"


def _lines(
    indicator: Indicator,
    figures: Sequence[Observation],
    targets: Sequence[Target],
    context: Context,
) -> Native:
    """Whole years only, a line a region; years without a figure are gaps."""
    whole = [row for row in figures if periods.parse(row.period).kind == "year"]
    if len({row.period for row in whole}) < FEWEST_YEARS:
        return (), (), "line"  # a dot is no chart
    dated: list[Observation | Target] = [*whole, *targets]
    years = [periods.parse(row.period).year for row in dated]
    axis = range(min(years), max(years) + 1)
    regions = list(dict.fromkeys(row.region for row in whole))
    hues = (theme.hue(indicator.base), *theme.BASE_HUES.values())
    lines = [
        Line(
            context.catalogue.regions[code].short(context.words.lang),
            _over(axis, [row for row in whole if row.region == code], context),
            hues[index % len(hues)],
        )
        for index, code in enumerate(regions)
    ]
    if targets and len(regions) == 1:
        goal = _over(axis, targets, context)
        lines.append(Line(context.words("legend.target"), goal, TARGET, is_dashed=True))
    return tuple(lines), tuple(str(year) for year in axis), "line"


def _over(
    axis: Iterable[int], rows: Sequence[Observation | Target], context: Context
) -> tuple[Decimal | None, ...]:
    by_year = {periods.parse(row.period).year: _value(row, context) for row in rows}
    return tuple(by_year.get(year) for year in axis)


def _value(row: Observation | Target, context: Context) -> Decimal:
    return formats.shown_value(row, context.catalogue, context.words)


def definitions(indicators: Iterable[Indicator], context: Context) -> tuple[Definition, ...]:
    """What the indicators of a report count."""
    words, known = context.words, context.catalogue
    return tuple(
        Definition(i.name(words.lang), formats.unit_name(i, known, words), i.definition(words.lang))
        for i in indicators
    )


def unit(indicator: Indicator, context: Context) -> str:
    """The word for the unit that the report shows the indicator in."""
    return formats.unit_name(indicator, context.catalogue, context.words)
