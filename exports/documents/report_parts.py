"""The parts of a report from what the pages show: sentences, tables, charts with their figures."""

from collections.abc import Iterable, Iterator, Sequence

from exports.documents.chart_sheet import Sheet
from exports.documents.report import Definition, ReportRow, Table
from exports.documents.report_sentences import sources_of
from exports.tables import cells
from exports.tables.chart_rows import figure_table
from exports.tables.tracker_table import tracker_table
from indicators.precedence import Reported
from indicators.records import Indicator
from targets.tracked import TrackedTarget
from wording import corrections, formats, sentences, summary
from wording.context import Context

# Of a target in a workbook: every number apart from its unit and its qualifier.
TARGET_COLUMNS = (
    "name", "region_name", "period", "comparator", "value", "unit", "qualifier", "kind", "status",
    "attainment", "gap", "latest_value", "latest_period", "latest_qualifier", "latest_status",
)  # fmt: skip


def target_table(rows: Sequence[TrackedTarget], context: Context) -> Table:
    """Targets as a table: latest value, attainment and status, as the tracker has them."""
    words = context.words
    names = ("indicator", "due", "target", "latest", "attainment", "status")
    looks = (cells.TITLE, *(cells.CODE,) * 2, cells.NAME, *(cells.CODE,) * 2)
    return Table(
        words("targets.caption"),
        tuple(words(f"column.{name}") for name in names),
        looks,
        tuple(ReportRow(_target_cells(row, context), sources_of(row)) for row in rows),
        notes=tuple(_corrected(rows, context)),
        sheet=Sheet(
            tracker_table(rows, context, TARGET_COLUMNS), tuple(sources_of(row) for row in rows)
        ),
    )


def _corrected(rows: Iterable[TrackedTarget], context: Context) -> Iterator[str]:
    """What was corrected of the figures that targets are held against."""
    for row in rows:
        latest = row.assessment.latest
        if latest and (note := corrections.noted(latest.row, context)):
            yield note


def _target_cells(row: TrackedTarget, context: Context) -> tuple[cells.Cell, ...]:
    words, catalogue, target = context.words, context.catalogue, row.target
    latest = row.assessment.latest
    latest_text = ""
    if latest:
        period = formats.period(latest.row.period, words)
        latest_text = f"{formats.marked_quantity(latest.row, catalogue, words)} ({period})"
    return (
        summary.named(target, context),
        formats.period(target.period, words),
        formats.target_quantity(target, catalogue, words),
        latest_text or None,
        sentences.attained(row.assessment, context, "label") or None,
        words(f"tstatus.{row.status}"),
    )


def reported_table(title: str, rows: Sequence[Reported], context: Context) -> Table:
    """The values shown, each with its region and period, as a table."""
    words, catalogue = context.words, context.catalogue
    names = ("indicator", "region", "period", "value")
    return Table(
        title,
        tuple(words(f"column.{name}") for name in names),
        (cells.NAME, cells.CODE, cells.CODE, cells.CODE),
        tuple(
            ReportRow(
                (
                    catalogue.indicators[f.shown.indicator].name(words.lang),
                    catalogue.regions[f.shown.region].short(words.lang),
                    formats.period(f.shown.period, words),
                    formats.marked_quantity(f.shown, catalogue, words),
                ),
                (f.shown.source,),
            )
            for f in rows
        ),
        notes=tuple(note for f in rows if (note := corrections.noted(f.shown, context))),
        sheet=Sheet(
            figure_table([row.shown for row in rows], context),
            tuple((row.shown.source,) for row in rows),
        ),
    )


def definitions(indicators: Iterable[Indicator], context: Context) -> tuple[Definition, ...]:
    """What the indicators of a report count, and the units that it shows them in."""
    words, catalogue = context.words, context.catalogue
    return tuple(
        Definition(
            i.name(words.lang), formats.unit_name(i, catalogue, words), i.definition(words.lang)
        )
        for i in indicators
    )


def unit(indicator: Indicator, context: Context) -> str:
    """The word for the unit that the report shows the indicator in."""
    return formats.unit_name(indicator, context.catalogue, context.words)
