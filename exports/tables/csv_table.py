"""Tables as CSV: UTF-8 with a BOM, so that Excel and WPS read the Chinese right."""

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal

from exports.tables.cells import inert
from indicators.catalogue import Catalogue
from indicators.passport import Row
from indicators.records import Area, Observation, Target
from wording import corrections, formats
from wording.words import Words

COLUMNS = ("indicator", "name", "region", "region_name", "period", "printed", "printed_unit",
           "value", "unit", "qualifier", "status", "source", "title", "publisher", "published",
           "url", "note_zh", "note_en", "correction")  # fmt: skip


def csv_text(
    headings: Iterable[str], rows: Iterable[Iterable[object]], mark: Sequence[str] = ()
) -> str:
    """Return a table as text; none of its texts is a formula in a spreadsheet.

    `mark` is a last column, its heading and the cell of all rows; empty for none.
    """
    out = io.StringIO()
    out.write("\ufeff")
    writer = csv.writer(out)
    writer.writerow([*headings, *mark[:1]])
    for row in rows:
        writer.writerow([_written(cell) for cell in (*row, *mark[1:])])
    return out.getvalue()


def _written(cell: object) -> object:
    if isinstance(cell, Decimal):
        return f"{cell:f}"  # 1000, not 1E+3
    return inert(cell) if isinstance(cell, str) else cell


def release_mark(withdrawn: str, words: Words) -> tuple[str, ...]:
    """The column that says that the release of a file was withdrawn; empty where it stands."""
    return (words("csv.release"), withdrawn) if withdrawn else ()


def observations_csv(
    rows: Iterable[Observation], catalogue: Catalogue, words: Words, withdrawn: str = ""
) -> str:
    """Return the table as text, one row a figure, with its source.

    `withdrawn` says in words that the release was withdrawn; empty while it stands.
    """
    headings = [words(f"csv.{name}") for name in COLUMNS]
    cells = (_cells(row, catalogue, words) for row in rows)
    return csv_text(headings, cells, release_mark(withdrawn, words))


def chart_csv(rows: Iterable[Row], catalogue: Catalogue, words: Words, withdrawn: str = "") -> str:
    """Return what a chart is drawn from as text: figures, targets and areas with their sources.

    `withdrawn` is as in `observations_csv`.
    """
    headings = [words(f"csv.{name}") for name in ("drawn_as", *COLUMNS, "comparator")]
    cells = (_drawn(row, catalogue, words) for row in rows)
    return csv_text(headings, cells, release_mark(withdrawn, words))


def _drawn(row: Row, catalogue: Catalogue, words: Words) -> tuple[object, ...]:
    if isinstance(row, Area):
        region = catalogue.regions[row.region].name(words.lang)
        named = ("", row.name(words.lang), row.region, region)
        return (words(f"area.{row.kind}"), *named, *[""] * 7, *_sourced(row, words), "")
    if isinstance(row, Observation):
        return (words("csv.figure"), *_cells(row, catalogue, words), "")
    kind = words(f"target.{row.kind}")
    told = (*_described(row, catalogue, words), words(f"qualifier_word.{row.qualifier}"), kind)
    return (words("csv.target"), *told, *_sourced(row, words), row.comparator)


def _cells(row: Observation, catalogue: Catalogue, words: Words) -> tuple[object, ...]:
    qualifier = words(f"qualifier_word.{row.qualifier}")
    status = words(f"status.{row.status}")
    return (*_described(row, catalogue, words), qualifier, status, *_sourced(row, words))


def _described(row: Observation | Target, catalogue: Catalogue, words: Words) -> tuple[object, ...]:
    indicator = catalogue.indicators[row.indicator]
    region = catalogue.regions[row.region].name(words.lang)
    stated = row.stated if isinstance(row, Observation) else row
    return (
        row.indicator, indicator.name(words.lang), row.region, region,
        row.period, stated.printed, stated.unit, row.value, indicator.unit,
    )  # fmt: skip


def _sourced(row: Row, words: Words) -> tuple[object, ...]:
    source = row.source
    notes = ("", "") if isinstance(row, Area) else (row.note_zh, row.note_en)
    told = corrections.told(row, words) if isinstance(row, Observation) else []
    publisher = formats.publisher(source, words)
    said = (*notes, words("list.join").join(told))
    return source.id, source.title, publisher, source.published, source.link, *said
