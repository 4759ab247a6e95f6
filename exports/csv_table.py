"""Tables as CSV: UTF-8 with a BOM, so that Excel and WPS read the Chinese right."""

import csv
import io
from collections.abc import Iterable
from decimal import Decimal

from exports.cells import inert
from indicators.vocabulary import Catalogue, Observation
from translations import Words

COLUMNS = ("indicator", "name", "region", "region_name", "period", "printed", "printed_unit",
           "value", "unit", "qualifier", "status", "source", "title", "publisher", "published",
           "url", "note")  # fmt: skip


def csv_text(headings: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Return a table as text; none of its texts is a formula in a spreadsheet."""
    out = io.StringIO()
    out.write("\ufeff")
    writer = csv.writer(out)
    writer.writerow(headings)
    for row in rows:
        writer.writerow([_written(cell) for cell in row])
    return out.getvalue()


def _written(cell: object) -> object:
    if isinstance(cell, Decimal):
        return f"{cell:f}"  # 1000, not 1E+3
    return inert(cell) if isinstance(cell, str) else cell


def observations_csv(rows: Iterable[Observation], catalogue: Catalogue, words: Words) -> str:
    """Return the table as text, one row a figure, with its source."""
    headings = [words(f"csv.{name}") for name in COLUMNS]
    return csv_text(headings, (_cells(row, catalogue, words) for row in rows))


def _cells(row: Observation, catalogue: Catalogue, words: Words) -> tuple[object, ...]:
    indicator = catalogue.indicators[row.indicator]
    source = row.source
    url = source.url if source.carrier == "original" else ""
    return (
        row.indicator, indicator.name(words.lang),
        row.region, catalogue.regions[row.region].name(words.lang),
        row.period, row.printed, row.unit, row.value, indicator.unit,
        words(f"qualifier_word.{row.qualifier}"), words(f"status.{row.status}"),
        source.id, source.title, source.publisher, source.published, url, row.note,
    )  # fmt: skip
