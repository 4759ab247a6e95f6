"""The gaps that a page shows as a workbook: a work list, office by office."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from exports.tables.cells import (
    CODE,
    COUNT,
    DAY,
    NAME,
    QUANTITY,
    TITLE,
    Cell,
    Table,
    TableColumn,
    table,
)
from exports.tables.sheets import Properties, made_from, workbook
from indicators import age, periods
from indicators.records import Observation, Target
from targets.gaps import Gap
from wording import formats
from wording import gaps as said
from wording.context import Context

Row = TypeVar("Row")
FROZEN = 2  # the office and its kind stay in sight


@dataclass(frozen=True, slots=True)
class GapRow:
    """A gap in the language of a file."""

    gap: Gap
    context: Context

    @property
    def office(self) -> str:
        """The office that it is a task of."""
        return said.office(self.gap, self.context)


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """An office with the number of its gaps of one kind."""

    office: str
    kind: str
    count: int


def gaps_xlsx(gaps: Sequence[Gap], context: Context, address: str) -> bytes:
    """Return the gaps as a workbook; the same ones of a release give the same bytes.

    The office with the most gaps comes first, those of no known office last; of an office the
    gaps stay in their order.
    """
    words, release = context.words, context.release
    rows = [GapRow(gap, context) for gap in gaps]
    counts = Counter(row.office for row in rows)
    rows.sort(key=lambda row: (row.gap.office.source is None, -counts[row.office], row.office))
    said_of = made_from(release, address, words)
    created = release.utc
    tables = (_table("gaps", GAPS, rows, context), _table("offices", OFFICES, _sums(rows), context))
    return workbook(tables, Properties(words("nav.gaps"), said_of, created))


def _table(
    name: str, columns: Sequence[TableColumn[Row]], rows: Sequence[Row], context: Context
) -> Table:
    words = context.words
    return table(
        words(f"gap_sheet.{name}"), columns, lambda key: words(f"gap_column.{key}"), rows, FROZEN
    )


def _sums(rows: Sequence[GapRow]) -> list[OfficeRow]:
    """One row an office and kind of gap, in the order of `rows`."""
    counts = Counter((row.office, row.context.words(f"gap.{row.gap.kind}")) for row in rows)
    return [OfficeRow(office, kind, n) for (office, kind), n in counts.items()]


def _base(row: GapRow) -> str:
    return row.context.catalogue.bases[row.gap.base].short(row.context.words.lang)


def _region(row: GapRow) -> str:
    return row.context.catalogue.regions[row.gap.region].name(row.context.words.lang)


def _source_kind(row: GapRow) -> str:
    source = row.gap.office.source
    return row.context.words(f"kind.{source.kind}") if source else ""


def _of_source(name: str) -> Callable[[GapRow], str]:
    """A cell of the publication that the office is named after."""

    def cell(row: GapRow) -> str:
        source = row.gap.office.source
        return getattr(source, name) if source else ""

    return cell


def _value(row: Observation | Target | None, context: Context) -> Decimal | None:
    """In the unit shown in the language of the file."""
    if row is None or row.value is None:
        return None
    return formats.shown_value(row, context.catalogue, context.words)


def _unit(row: GapRow) -> str:
    if not row.gap.indicator:
        return ""
    catalogue = row.context.catalogue
    return formats.unit_name(catalogue.indicators[row.gap.indicator], catalogue, row.context.words)


def _period(text: str, context: Context) -> str:
    return formats.period(text, context.words) if text else ""


def _due(row: GapRow) -> date | None:
    return periods.parse(row.gap.period).end if row.gap.period else None


def _qualifier(row: GapRow) -> Cell:
    latest = row.gap.latest
    return row.context.words(f"qualifier_word.{latest.qualifier}") if latest else ""


def _months_old(row: GapRow) -> Decimal | None:
    latest = row.gap.latest
    return Decimal(age.months_old(latest.period, row.context.today)) if latest else None


GAPS: tuple[TableColumn[GapRow], ...] = (
    TableColumn("office", NAME, lambda r: r.office),
    TableColumn("source_kind", CODE, _source_kind),
    TableColumn("ground", NAME, lambda r: said.ground(r.gap, r.context)),
    TableColumn("kind", CODE, lambda r: r.context.words(f"gap.{r.gap.kind}")),
    TableColumn("base", CODE, _base),
    TableColumn("name", NAME, lambda r: said.subject(r.gap, r.context)),
    TableColumn("region", NAME, _region),
    TableColumn("closes", TITLE, lambda r: said.closes(r.gap, r.context)),
    TableColumn("period", CODE, lambda r: _period(r.gap.period, r.context)),
    TableColumn("due", DAY, _due),
    TableColumn("comparator", CODE, lambda r: r.gap.target.comparator.sign if r.gap.target else ""),
    TableColumn("target", QUANTITY, lambda r: _value(r.gap.target, r.context)),
    TableColumn("latest", QUANTITY, lambda r: _value(r.gap.latest, r.context)),
    TableColumn("unit", CODE, _unit),
    TableColumn("qualifier", CODE, _qualifier),
    TableColumn(
        "latest_period",
        CODE,
        lambda r: _period(r.gap.latest.period if r.gap.latest else "", r.context),
    ),
    TableColumn("age", COUNT, _months_old),
    TableColumn("indicator", CODE, lambda r: r.gap.indicator),
    TableColumn("code", CODE, lambda r: r.gap.region),
    TableColumn("title", TITLE, _of_source("title")),
    TableColumn("url", TITLE, _of_source("link")),
)
OFFICES: tuple[TableColumn[OfficeRow], ...] = (
    TableColumn("office", NAME, lambda r: r.office),
    TableColumn("kind", CODE, lambda r: r.kind),
    TableColumn("count", COUNT, lambda r: Decimal(r.count)),
)
