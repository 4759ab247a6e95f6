"""The target tracker as files: CSV, and a workbook with its method and its publications."""

from collections.abc import Sequence

from exports.tables.csv_table import csv_text, release_mark
from exports.tables.sheets import Properties, made_from, workbook
from exports.tables.tracker_sheets import method_table, source_table
from exports.tables.tracker_table import tracker_table
from targets.tracked import TrackedTarget
from wording.context import Context
from wording.releases import withdrawn


def tracker_csv(tracked: Sequence[TrackedTarget], context: Context) -> str:
    """Return the tracker as CSV, one row a target."""
    table = tracker_table(tracked, context)
    mark = release_mark(withdrawn(context.release, context.words), context.words)
    return csv_text(table.headings, table.rows, mark)


def tracker_xlsx(tracked: Sequence[TrackedTarget], context: Context, address: str) -> bytes:
    """Return the tracker as a workbook that says which release and page it was made from.

    The same targets of the same release give the same bytes.
    """
    words, release = context.words, context.release
    tables = (
        tracker_table(tracked, context),
        method_table(context),
        source_table(tracked, context),
    )
    properties = Properties(
        words("sheet.title"),
        made_from(release, address, words),
        release.utc,
    )
    return workbook(tables, properties)
