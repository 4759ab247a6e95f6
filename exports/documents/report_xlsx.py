"""A report as a workbook: a sheet a table, with its publications and definitions."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import chain

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from exports.documents.chart_sheet import Sheet
from exports.documents.plain import plain, plain_table
from exports.documents.report import Definition, Picture, Report, Table, Text
from exports.documents.report_order import Numbered, References, chapters
from exports.documents.sheet_chart import add_chart
from exports.tables import cells
from exports.tables.cells import (
    CODE,
    COUNT,
    NAME,
    SENTENCE,
    TITLE,
    TableColumn,
)
from exports.tables.sheets import Properties, made_from, workbook
from indicators.records import Source
from wording.citations import citation

BARRED = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
LONGEST = 31  # signs in the name of a sheet, counted in UTF-16


def report_xlsx(report: Report) -> bytes:
    """Return the workbook; the same report gives the same bytes."""
    words = report.words
    properties = Properties(
        plain(report.title)[:255],
        made_from(report.release, plain(report.address), words)[:255],
        report.release.utc,
    )
    pictures = {
        _name(one, one.block.title): one.block
        for one in _numbered(report)
        if isinstance(one.block, Picture)
    }

    def add(book: Workbook, sheet: Worksheet) -> None:
        if sheet.get_name() in pictures:
            add_chart(book, sheet, pictures[sheet.get_name()])

    return workbook(map(plain_table, _sheets(report)), properties, add)


def _numbered(report: Report) -> list[Numbered]:
    """The tables and charts of a report in their order."""
    blocks = [n for chapter in chapters(report) for n in chapter.blocks]
    return [n for n in blocks if not isinstance(n.block, Text)]


def _sheets(report: Report) -> Iterator[cells.Table]:
    references = References(report)
    numbered = _numbered(report)
    yield _contents(report, numbered, references)
    for one in numbered:
        if isinstance(one.block, Table):
            sheet = one.block.sheet or _as_read(one.block)
            yield _sheet(_name(one, one.block.title), sheet, report, references)
        elif isinstance(one.block, Picture) and one.block.sheet.table.rows:
            yield _sheet(_name(one, one.block.title), one.block.sheet, report, references)
    yield _sources(report)
    yield _definitions(report)


def _sheet(name: str, sheet: Sheet, report: Report, references: References) -> cells.Table:
    """Rows, and the numbers of their publications behind them."""
    table = sheet.table
    rows = tuple(
        (*row, references.mark(cited) or None)
        for row, cited in zip(table.rows, sheet.sources, strict=True)
    )
    headings = (*table.headings, report.words("report.row_sources"))
    return cells.Table(name, headings, (*table.looks, CODE), rows, 1)


def _as_read(table: Table) -> Sheet:
    """A table that a workbook has as it is read."""
    rows = tuple(row.cells for row in table.rows)
    return Sheet(
        cells.Table("", table.headings, table.looks, rows), tuple(row.sources for row in table.rows)
    )


def _contents(report: Report, numbered: list[Numbered], references: References) -> cells.Table:
    words = report.words
    columns: tuple[TableColumn[Numbered], ...] = (
        TableColumn("label", CODE, lambda n: n.label),
        TableColumn("title", TITLE, lambda n: _of(n, lambda b: b.title, lambda b: b.title)),
        TableColumn("passport", NAME, lambda n: _of(n, lambda p: p.passport, lambda t: "")),
        TableColumn("sources", NAME, lambda n: references.mark(_cited(n))),
        TableColumn(
            "address", TITLE, lambda n: _of(n, lambda p: p.address, lambda t: report.address)
        ),
        TableColumn(
            "notes", SENTENCE, lambda n: _of(n, lambda p: p.alt, lambda t: "\n".join(t.notes))
        ),
    )
    return cells.table(
        words("report.contents"), columns, lambda key: words(f"report.contents.{key}"), numbered
    )


def _of(
    numbered: Numbered, picture: Callable[[Picture], str], table: Callable[[Table], str]
) -> str:
    block = numbered.block
    if isinstance(block, Picture):
        return picture(block)
    return table(block) if isinstance(block, Table) else ""


def _cited(numbered: Numbered) -> tuple[Source, ...]:
    if isinstance(numbered.block, Picture):
        return numbered.block.sources
    if isinstance(numbered.block, Table):
        return tuple(chain.from_iterable(row.sources for row in numbered.block.rows))
    return ()


def _sources(report: Report) -> cells.Table:
    """The publications by number, as references and in their parts."""
    words, day = report.words, report.release.day
    columns: tuple[TableColumn[tuple[int, Source]], ...] = (
        TableColumn("report.source.number", COUNT, lambda s: Decimal(s[0])),
        TableColumn("report.source.citation", SENTENCE, lambda s: citation(s[1], day, words)),
        TableColumn("publication.title", TITLE, lambda s: s[1].title),
        TableColumn("publication.publisher", NAME, lambda s: s[1].publisher(words.lang)),
        TableColumn("publication.published", CODE, lambda s: s[1].published),
        TableColumn("publication.kind", CODE, lambda s: words(f"kind.{s[1].kind}")),
        TableColumn("publication.carrier", CODE, lambda s: words(f"carrier.{s[1].carrier}")),
        TableColumn("publication.url", TITLE, lambda s: s[1].link),
    )
    return cells.table(words("sheet.sources"), columns, words, enumerate(report.sources, 1))


def _definitions(report: Report) -> cells.Table:
    words = report.words
    columns: tuple[TableColumn[Definition], ...] = (
        TableColumn("name", NAME, lambda d: d.name),
        TableColumn("unit", CODE, lambda d: d.unit),
        TableColumn("text", SENTENCE, lambda d: d.text),
    )
    return cells.table(
        words("report.definitions"),
        columns,
        lambda key: words(f"report.definition.{key}"),
        report.definitions,
    )


def _name(numbered: Numbered, title: str) -> str:
    """The label makes it unique; a spreadsheet bars some signs and more than 31 of them."""
    name = plain(" ".join(f"{numbered.label} {title.translate(BARRED)}".split()))
    while len(name.encode("utf-16-le")) > 2 * LONGEST:
        name = name[:-1]
    return name.strip()
