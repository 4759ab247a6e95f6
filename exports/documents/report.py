"""What a report holds, before it is a document: parts of text, pictures and tables.

Everything is already in the words of one language; the writers only number and set it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from exports.documents.chart_sheet import NO_SHEET, ChartSheet, Sheet
from exports.tables.cells import Cell, Look
from indicators.records import Source
from indicators.release import Release
from wording import editions
from wording.words import Words, words


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and the publications that it rests on."""

    text: str
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart: drawn (`png`), and with all its rows as a `sheet`.

    A sheet with lines is a native chart, too. Without a picture the document says at which
    `address` the chart is to be seen.
    """

    title: str
    alt: str
    passport: str
    address: str
    sources: tuple[Source, ...] = ()
    png: bytes | None = None
    sheet: ChartSheet = NO_SHEET
    unit: str = ""
    sentences: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A row of a table, and the publications of its figures."""

    cells: tuple[Cell, ...]
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it is read; units are in its headings, number formats in its looks.

    With a `sheet` a workbook has that instead: numbers with unit and qualifier in columns apart.
    """

    title: str
    headings: tuple[str, ...]
    looks: tuple[Look, ...]
    rows: tuple[ReportRow, ...]
    notes: tuple[str, ...] = ()
    sheet: Sheet | None = None

    def __post_init__(self) -> None:
        if not self.headings:
            raise ValueError("a table has a column")
        widths = {len(self.looks), *(len(row.cells) for row in self.rows)}
        if widths != {len(self.headings)}:
            raise ValueError("every row has one cell a heading")


Block = Text | Picture | Table


@dataclass(frozen=True, slots=True)
class Part:
    """A heading of the first or second level and what stands below it."""

    heading: str
    blocks: tuple[Block, ...] = ()
    level: Literal[1, 2] = 1


@dataclass(frozen=True, slots=True)
class Definition:
    """What an indicator counts, and in which unit."""

    name: str
    unit: str
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    """A report as of a release, made from the page at `address`: a path, where none is public.

    `until` is the last month that its figures tell of, empty where there are none.
    """

    title: str
    subtitle: str
    parts: tuple[Part, ...]
    release: Release
    address: str
    lang: str
    definitions: tuple[Definition, ...] = ()
    until: str = ""

    @property
    def words(self) -> Words:
        """The words of its language."""
        return words(self.lang)

    @property
    def public_address(self) -> str:
        """The address at which anybody can open its page; empty where that is not known."""
        return self.address if "://" in self.address else ""

    @property
    def sources(self) -> tuple[Source, ...]:
        """All publications cited, each once, in the order of their first mention."""
        blocks = (block for part in self.parts for block in part.blocks)
        cited = {source.id: source for block in blocks for source in _cited(block)}
        return tuple(cited.values())

    @property
    def made(self) -> str:
        """How far its figures reach and the release, as on every picture."""
        return editions.shown(self.release, self.until, self.words)


def _cited(block: Block) -> Iterator[Source]:
    if isinstance(block, Picture):
        yield from block.sources
    if isinstance(block, Table):
        yield from (source for row in block.rows for source in row.sources)
    else:
        yield from (source for sentence in block.sentences for source in sentence.sources)
