"""Reports of projects gathered into projects: how far each is, how large, and since when."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from indicators import periods
from indicators.age import is_old
from indicators.records import Project, Unit
from indicators.vocabulary import Stage

COUNT = "count"  # a dimension of things that do not add up: racks and servers


@dataclass(frozen=True, slots=True)
class ProjectHistory:
    """One project: its reports, the latest first. There is at least one."""

    reports: Sequence[Project]

    @property
    def newest(self) -> Project:
        """The report that says how far it is."""
        return self.reports[0]

    @property
    def sized(self) -> Project | None:
        """The latest report that states a capacity."""
        return next((row for row in self.reports if row.capacity), None)

    @property
    def funded(self) -> Project | None:
        """The latest report that states an investment."""
        return next((row for row in self.reports if row.investment), None)

    def is_dated(self, today: date) -> bool:
        """Whether its works were reported so long ago that nobody knows how far they are.

        What operates is built; a report without a year is not known to be new.
        """
        return self.newest.stage is not Stage.OPERATING and not _is_recent(self.newest.year, today)

    def standing(self, today: date) -> str:
        """Its stage, or `dated`: the column of the sums that it belongs to."""
        return DATED if self.is_dated(today) else self.newest.stage


DATED = "dated"
STANDINGS = (*reversed(Stage), DATED)


def _is_recent(year: str, today: date) -> bool:
    return bool(year) and not is_old(year, today)


def histories(reports: Iterable[Project]) -> list[ProjectHistory]:
    """Gather reports into projects, those with the latest report first."""
    by_key: dict[tuple[str, str], list[Project]] = {}
    for row in reports:
        by_key.setdefault((row.base, row.project or row.id), []).append(row)
    found = [ProjectHistory(tuple(sorted(rows, key=_age))) for rows in by_key.values()]
    return sorted(found, key=lambda one: _age(one.newest))


def _age(row: Project) -> tuple[float, int, str]:
    """What sorts the latest first; of one year, what is further on. Undated is oldest."""
    end = periods.parse(row.year).end.toordinal() if row.year else 0
    return -end, -row.stage.order, row.id


@dataclass(frozen=True, slots=True)
class ProjectSum:
    """What projects of a base add up to: `total` in `unit`, of the `count` that state it."""

    total: Decimal
    unit: Unit
    count: int


# By base and what is summed (a dimension, or a unit of things to count), then by standing.
Sums = Mapping[tuple[str, str], Mapping[str, ProjectSum]]


def capacities(rows: Collection[ProjectHistory], units: Mapping[str, Unit], today: date) -> Sums:
    """The stated capacities, those of one base and dimension in the unit most often printed.

    A capacity in a unit that nobody knows is in no sum.
    """
    stated = [
        (row, units[row.sized.unit], Decimal(row.sized.capacity))
        for row in rows
        if row.sized and row.sized.unit in units
    ]
    return _sums(stated, today)


def investments(rows: Collection[ProjectHistory], unit: Unit, today: date) -> Sums:
    """The stated investments in `unit`, by base."""
    return _sums(_funded(rows, unit), today)


def whole_investment(
    rows: Collection[ProjectHistory], unit: Unit, today: date
) -> Mapping[str, ProjectSum]:
    """The stated investments of all bases in `unit`, by standing."""
    stated = _funded(rows, unit)
    return _by_standing(stated, today) if stated else {}


def _funded(rows: Collection[ProjectHistory], unit: Unit) -> "list[Stated]":
    return [(row, unit, Decimal(row.funded.investment)) for row in rows if row.funded]


Stated = tuple[ProjectHistory, Unit, Decimal]


def _sums(stated: Sequence[Stated], today: date) -> Sums:
    groups: dict[tuple[str, str], list[Stated]] = {}
    for row, unit, value in stated:
        summed = unit.unit if unit.dimension == COUNT else unit.dimension
        groups.setdefault((row.newest.base, summed), []).append((row, unit, value))
    return {key: _by_standing(group, today) for key, group in groups.items()}


def _by_standing(group: Sequence[Stated], today: date) -> dict[str, ProjectSum]:
    printed = [unit.unit for _, unit, _ in group]
    common = max((unit for _, unit, _ in group), key=lambda unit: printed.count(unit.unit))
    sums: dict[str, ProjectSum] = {}
    for row, unit, value in group:
        standing = row.standing(today)
        before = sums.get(standing, ProjectSum(Decimal(0), common, 0))
        total = (before.total + value * unit.factor / common.factor).normalize()
        sums[standing] = ProjectSum(total, common, before.count + 1)
    return sums
