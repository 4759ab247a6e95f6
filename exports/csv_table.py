"""Observations as CSV: UTF-8 with a BOM, so that Excel and WPS read the Chinese right."""

import csv
import io
from collections.abc import Iterable

from indicators.vocabulary import Catalogue, Observation
from translations import Words

COLUMNS = ("indicator", "name", "region", "region_name", "period", "printed", "printed_unit",
           "value", "unit", "qualifier", "status", "source", "title", "publisher", "published",
           "url", "note")  # fmt: skip
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def observations_csv(rows: Iterable[Observation], catalogue: Catalogue, words: Words) -> str:
    """Return the table as text, one row a figure, with its source."""
    out = io.StringIO()
    out.write("\ufeff")
    writer = csv.writer(out)
    writer.writerow([words(f"csv.{name}") for name in COLUMNS])
    for row in rows:
        writer.writerow([_inert(cell) for cell in _cells(row, catalogue, words)])
    return out.getvalue()


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


def _inert(cell: object) -> object:
    """No text of ours is a formula in a spreadsheet; a negative number stays a number."""
    if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) and not _is_number(cell):
        return f"'{cell}"
    return cell


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
