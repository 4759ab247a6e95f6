"""The target tracker as files: CSV, and a workbook with its method and its publications."""

from collections.abc import Sequence
from datetime import datetime

from exports.csv_table import csv_text
from exports.sheets import Properties, workbook
from exports.tracker_sheets import method_table, source_table
from exports.tracker_table import tracker_table
from figures.drawing import Context
from indicators.tracker import Standing


def tracker_csv(standings: Sequence[Standing], context: Context) -> str:
    """Return the tracker as CSV, one row a target."""
    table = tracker_table(standings, context)
    return csv_text(table.headings, table.rows)


def tracker_xlsx(standings: Sequence[Standing], context: Context, address: str) -> bytes:
    """Return the tracker as a workbook that says which release and page it was made from.

    The same targets of the same release give the same bytes.
    """
    words, release = context.words, context.release
    tables = (
        tracker_table(standings, context),
        method_table(context),
        source_table(standings, context),
    )
    properties = Properties(
        words("sheet.title"),
        words("sheet.comments", release=release.number, date=context.today, address=address),
        datetime.fromisoformat(release.time),
    )
    return workbook(tables, properties)
