"""The facts as of one release: every query a page asks."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from functools import cached_property
from typing import Any, TypeVar

from sqlalchemy import (
    ColumnElement,
    FromClause,
    RowMapping,
    Table,
    Text,
    and_,
    collate,
    func,
    or_,
    select,
)

from indicators import records as v
from indicators.age import latest_month
from indicators.clock import BEIJING
from indicators.corrections import Correction
from indicators.release import Release
from indicators.vocabulary import Status
from store import schema
from store.catalogue_rows import catalogue
from store.columns import ADDED, DERIVED
from store.corrections import Key, by_key, key
from store.engine import Readable
from store.row_records import project, qualified, worded

Record = TypeVar("Record")


class NoReleaseError(LookupError):
    """Nothing was loaded yet."""


class UnknownReleaseError(NoReleaseError):
    """There is no release of that number."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.code = str(number)


@dataclass(frozen=True, slots=True)
class Filter:
    """Which rows are wanted; an empty part keeps all. Years are inclusive."""

    indicators: Collection[str] = ()
    regions: Collection[str] = ()
    first: int | None = None
    last: int | None = None
    source_kinds: Collection[str] = ()
    sources: Collection[str] = ()


EVERYTHING = Filter()


def releases(engine: Readable, zone: tzinfo = BEIJING) -> list[Release]:
    """Return all releases, the newest first, with their hours in `zone`; none before a load."""
    query = select(schema.releases).order_by(schema.releases.c.number.desc())
    with engine.connect() as connection:
        return [Release(**row, zone=zone) for row in connection.execute(query).mappings()]


def valid(table: FromClause, release: int) -> ColumnElement[bool]:
    """The condition that keeps the rows of `table` that were valid in `release`."""
    ended = table.c.valid_to
    return and_(table.c.valid_from <= release, or_(ended.is_(None), ended > release))


class ReleaseData:
    """The facts as of `number`, told in the hours of `zone`.

    The catalogue is read at once, what every page lists when it is first asked for and then kept;
    figures and targets, of which there may be a million, are read on request.
    """

    def __init__(self, engine: Readable, number: int, zone: tzinfo = BEIJING) -> None:
        self.engine = engine
        found = [r for r in releases(engine, zone) if r.number == number]
        if not found:
            raise UnknownReleaseError(number)
        self.info = found[0]
        self.catalogue = catalogue(self._rows, self._highest())

    def observations(self, where: Filter = EVERYTHING) -> list[v.Observation]:
        """The reported figures, in file order of indicator, region and period."""
        rows = self._filtered(schema.observations, where)
        return [self._sourced(v.Observation, self._corrected(row)) for row in rows]

    def values(self, where: Filter = EVERYTHING) -> list[tuple[tuple[str, str], float]]:
        """The indicator with the region of each figure that has a value, and that value.

        In no order, and many times faster than the figures with all that is known of them.
        """
        table = schema.observations
        columns = table.c.indicator, table.c.region, table.c.value
        query = select(*columns).where(*self._conditions(table, where), table.c.value.is_not(None))
        with self.engine.connect() as connection:
            rows = connection.execute(query.where(valid(table, self.info.number)))
            return [((row[0], row[1]), row[2]) for row in rows]

    def _corrected(self, row: RowMapping) -> RowMapping | dict[str, Any]:
        """A row with what was corrected of it."""
        found = self._corrections and self._corrections.get(key(row, self.catalogue.indicators))
        return {**row, "corrections": found} if found else row

    @cached_property
    def _corrections(self) -> Mapping[Key, tuple[Correction, ...]]:
        return by_key(self._rows(schema.corrections, "field"), self.catalogue.indicators)

    def turns(self, indicator: str, region: str) -> list[tuple[str, int]]:
        """The periods of a series with each release, up to this one, that changed a row of it.

        A period is as it was written. Empty for a series that never had a figure.
        """
        table, last = schema.observations, self.info.number
        query = (
            select(table.c.period, table.c.valid_from, table.c.valid_to)
            .where(table.c.indicator == indicator, table.c.region == region)
            .where(table.c.valid_from <= last)
        )
        with self.engine.connect() as connection:
            rows = connection.execute(query).all()
        turns = {(row.period, n) for row in rows for n in (row.valid_from, row.valid_to)}
        return sorted((period, n) for period, n in turns if n and n <= last)

    def targets(self, where: Filter = EVERYTHING) -> list[v.Target]:
        """The stated targets, by indicator, region and due period."""
        rows = self._filtered(schema.targets, where)
        return [self._sourced(v.Target, qualified(row)) for row in rows]

    @cached_property
    def projects(self) -> Sequence[v.Project]:
        """The projects, the latest first."""
        rows = self._rows(schema.projects, "-year", "id")
        return [self._sourced(v.Project, project(row)) for row in rows]

    @cached_property
    def events(self) -> Sequence[v.Event]:
        """The events, the latest first."""
        rows = self._rows(schema.events, "-date", "title_zh")
        return [self._sourced(v.Event, row) for row in rows]

    @cached_property
    def proposals(self) -> Sequence[v.Proposal]:
        """The proposals with their responses, follow-ups and topics, by date and id."""
        rows = self._rows(schema.proposals, "date", "id")
        return [self._sourced(v.Proposal, row) for row in rows]

    def areas(self, base: str) -> list[v.Area]:
        """The named areas of a base's plan, the core first, in the order of their regions."""
        return [area for area in self._areas if area.base == base]

    @cached_property
    def _areas(self) -> Sequence[v.Area]:
        return [self._sourced(v.Area, row) for row in self._rows(schema.areas, "kind", "region")]

    def counts(self) -> dict[str, int]:
        """The number of valid rows of each table."""
        with self.engine.connect() as connection:
            return {
                table.name: int(
                    connection.scalar(
                        select(func.count())
                        .select_from(table)
                        .where(valid(table, self.info.number))
                    )
                    or 0
                )
                for table in schema.TABLES.values()
            }

    @cached_property
    def reported(self) -> Mapping[tuple[str, str], tuple[int, int]]:
        """The (indicator, region) pairs that have a figure, each with its first and last year."""
        table = schema.observations
        query = (
            select(
                table.c.indicator,
                table.c.region,
                func.min(table.c.year).label("first"),
                func.max(table.c.year).label("last"),
            )
            .where(valid(table, self.info.number), table.c.value.is_not(None))
            .group_by(table.c.indicator, table.c.region)
        )
        with self.engine.connect() as connection:
            rows = connection.execute(query)
            return {(row.indicator, row.region): (row.first, row.last) for row in rows}

    @cached_property
    def until(self) -> Mapping[str, str]:
        """The last month that reported figures of each base tell of; under "" that of all."""
        table = schema.observations
        is_told = and_(
            valid(table, self.info.number),
            table.c.value.is_not(None),
            table.c.status.in_([s.value for s in Status if s.is_actual]),
        )
        indicator, year = table.c.indicator, func.max(table.c.year).label("year")
        newest = select(indicator, year).where(is_told).group_by(indicator).subquery()
        of_its_year = and_(indicator == newest.c.indicator, table.c.year == newest.c.year)
        query = (
            select(indicator, table.c.period).join(newest, of_its_year).where(is_told).distinct()
        )
        by_base: dict[str, set[str]] = {}
        with self.engine.connect() as connection:
            for row in connection.execute(query):
                base = self.catalogue.indicators[row.indicator].base
                for group in ("", base):
                    by_base.setdefault(group, set()).add(row.period)
        return {base: latest_month(found) for base, found in by_base.items()}

    def figures_by_source(self) -> dict[str, int]:
        """The number of figures taken from each source."""
        table = schema.observations
        query = (
            select(table.c.source, func.count())
            .where(valid(table, self.info.number))
            .group_by(table.c.source)
        )
        with self.engine.connect() as connection:
            return {source: int(count) for source, count in connection.execute(query)}

    def others_by_source(self) -> dict[str, int]:
        """The number of projects, events, proposals and areas taken from each source."""
        counts: Counter[str] = Counter()
        with self.engine.connect() as connection:
            for table in (schema.projects, schema.events, schema.proposals, schema.areas):
                query = (
                    select(table.c.source, func.count())
                    .where(valid(table, self.info.number))
                    .group_by(table.c.source)
                )
                counts.update({row[0]: int(row[1]) for row in connection.execute(query)})
        return dict(counts)

    def _filtered(self, table: Table, where: Filter) -> Sequence[RowMapping]:
        order = ("indicator", "region", "period", "source")
        return self._rows(table, *order, conditions=self._conditions(table, where))

    def _conditions(self, table: Table, where: Filter) -> list[ColumnElement[bool]]:
        conditions: list[ColumnElement[bool]] = [
            table.c[column].in_(wanted)
            for column, wanted in (
                ("indicator", where.indicators),
                ("region", where.regions),
                ("source", where.sources),
            )
            if wanted
        ]
        if where.source_kinds:
            conditions.append(table.c.source.in_(self._of_kind(where.source_kinds)))
        if where.first:
            conditions.append(table.c.year >= where.first)
        if where.last:
            conditions.append(table.c.year <= where.last)
        return conditions

    def _of_kind(self, kinds: Collection[str]) -> list[str]:
        return [s.id for s in self.catalogue.sources.values() if s.kind in kinds]

    def _rows(
        self, table: Table, *order: str, conditions: Iterable[ColumnElement[bool]] = ()
    ) -> Sequence[RowMapping]:
        """The valid rows by the columns in `order`; "-year" puts the latest first."""
        columns = [c for c in table.c if c.name not in ADDED and DERIVED not in c.info]
        query = select(*columns).where(valid(table, self.info.number), *conditions)
        with self.engine.connect() as connection:
            ordered = query.order_by(*(self._ordered(table, name) for name in order))
            return connection.execute(ordered).mappings().all()

    def _ordered(self, table: Table, name: str) -> ColumnElement[Any]:
        column: ColumnElement[Any] = table.c[name.removeprefix("-")]
        if self.engine.dialect.name == "postgresql" and isinstance(column.type, Text):
            column = collate(column, "C")  # by bytes as SQLite does, whatever the locale
        return column.desc() if name.startswith("-") else column

    def _sourced(self, record: type[Record], row: RowMapping | dict[str, Any]) -> Record:
        return record(**worded(record, row) | {"source": self.catalogue.sources[row["source"]]})

    def _highest(self) -> dict[str, float]:
        """The largest figure of each indicator, whatever its sign."""
        table = schema.observations
        query = (
            select(table.c.indicator, func.max(func.abs(table.c.value)))
            .where(valid(table, self.info.number), table.c.value.is_not(None))
            .group_by(table.c.indicator)
        )
        with self.engine.connect() as connection:
            return {name: float(highest) for name, highest in connection.execute(query)}
