"""What the data do not hold, and what would close each gap: a work list, office by office."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from indicators import age, periods, precedence
from indicators.catalogue import Catalogue
from indicators.precedence import Reported
from indicators.records import Base, Indicator, Observation, Source, Target
from indicators.vocabulary import RankedWord, SourceKind
from targets import tracker
from targets.rules import TargetStatus
from targets.tracked import TrackedTarget

SeriesKey = tuple[str, str]  # an indicator and a region
AUTHORITIES = (SourceKind.STATISTICS, SourceKind.GOVERNMENT)
PLANNERS = (SourceKind.PLAN, SourceKind.GOVERNMENT)
OFFICES = (*AUTHORITIES, SourceKind.PLAN, SourceKind.COMPANY)


class GapKind(RankedWord):
    """What is missing, the most pressing first."""

    AWAITED = "awaited"  # a target is due, and its figure is not published yet
    SILENT = "silent"  # a headline indicator without any figure
    OLD = "old"  # a headline indicator whose newest figure is an old one
    NO_TARGET = "no_target"  # a headline indicator without a current target
    NO_FIGURE = "no_figure"  # a target that is not due, of what no figure is known
    UNCOVERED = "uncovered"  # a prefecture without any figure of a base
    UNRECORDED = "unrecorded"  # a target was due long ago, and its figure is not recorded


OF_TARGETS = {
    TargetStatus.AWAITED: GapKind.AWAITED,
    TargetStatus.UNRECORDED: GapKind.UNRECORDED,
    TargetStatus.NO_DATA: GapKind.NO_FIGURE,
}


class Ground(RankedWord):
    """Why an office is taken for the one that would publish what is missing."""

    EARLIER = "earlier"  # it published earlier figures of the indicator and region
    DOCUMENT = "document"  # it issued the target's own document
    TARGETS = "targets"  # it issued the newest plan with targets of the base and region
    REGION = "region"  # it published other figures of the region
    NONE = "none"  # nobody published anything of the kind


@dataclass(frozen=True, slots=True)
class Office:
    """The publisher of `source`, and on which `ground` it is named; no source on none."""

    source: Source | None
    ground: Ground


@dataclass(frozen=True, slots=True)
class Gap:
    """A figure or a target that is missing.

    `indicator` is empty for a prefecture without any figure of the base. `target` is the one that
    has no figure, `latest` the newest observation of the indicator and region, each None where
    there is none.
    """

    kind: GapKind
    base: str
    region: str
    office: Office
    indicator: str = ""
    target: Target | None = None
    latest: Observation | None = None

    @property
    def period(self) -> str:
        """The period whose figure would close it; empty where any would."""
        return self.target.period if self.target else ""


class Holdings:
    """What the data hold, as gaps are sought in it: the catalogue, all series, all targets."""

    def __init__(
        self, catalogue: Catalogue, reported: Iterable[Reported], tracked: Iterable[TrackedTarget]
    ) -> None:
        self.catalogue = catalogue
        self.series: Mapping[SeriesKey, Sequence[Reported]] = precedence.by_series(reported)
        self.tracked = tracker.in_force(tracked)

    def latest(self, indicator: str, region: str) -> Observation | None:
        """The newest observation of a series; None without any value."""
        lead = precedence.lead(self.series.get((indicator, region), ()))
        return lead.shown if lead else None

    def sources(self, indicator: str, region: str) -> list[Source]:
        """The sources of all that was reported of a series."""
        rows = self.series.get((indicator, region), ())
        return [each.source for row in rows for each in (row.shown, *row.others)]

    @cached_property
    def sources_by_region(self) -> dict[str, list[Source]]:
        """The sources of the figures that are shown of each region."""
        found: dict[str, list[Source]] = {}
        for (_, region), series in self.series.items():
            found.setdefault(region, []).extend(row.shown.source for row in series)
        return found

    @cached_property
    def covered(self) -> set[tuple[str, str]]:
        """Bases and regions that have a figure, the region that a county lies in among them."""
        pairs = set()
        for indicator, region in self.series:
            if self.latest(indicator, region) is not None:
                base = self.catalogue.indicators[indicator].base
                pairs |= {(base, region), (base, self.catalogue.regions[region].parent)}
        return pairs


def gaps(holdings: Holdings, today: date) -> list[Gap]:
    """Every gap on the day `today`, the most pressing kind first; of targets the latest due."""
    headlines = [i for i in holdings.catalogue.indicators.values() if i.headline]
    rows = [
        *_of_targets(holdings),
        *(gap for indicator in headlines for gap in _of_headline(holdings, indicator, today)),
        *_of_prefectures(holdings),
    ]
    return sorted(rows, key=lambda gap: (gap.kind.order, -_due(gap)))


def _due(gap: Gap) -> int:
    return periods.parse(gap.period).end.toordinal() if gap.period else 0


def _of_targets(holdings: Holdings) -> list[Gap]:
    """One gap a promise, whoever repeats it."""
    return [
        _of_target(holdings, row, OF_TARGETS[row.status])
        for row in holdings.tracked
        if row.status in OF_TARGETS
    ]


def _of_target(holdings: Holdings, row: TrackedTarget, kind: GapKind) -> Gap:
    target = row.target
    indicator, region = target.indicator, target.region
    base = holdings.catalogue.indicators[indicator].base
    earlier = _best(holdings.sources(indicator, region))
    offices = [
        *([Office(earlier, Ground.EARLIER)] if earlier else []),
        *(Office(statement.source, Ground.DOCUMENT) for statement in row.statements),
    ]
    # A body that counts or plans goes before a newspaper that wrote of it.
    office = min(offices, key=lambda office: not _is_office(office.source))
    latest = holdings.latest(indicator, region)
    return Gap(kind, base, region, office, indicator, target, latest)


def _is_office(source: Source | None) -> bool:
    return source is not None and source.kind in OFFICES


def _of_headline(holdings: Holdings, indicator: Indicator, today: date) -> list[Gap]:
    """A headline indicator is sought where it is shown: in its home region."""
    series = {key: list(rows) for key, rows in holdings.series.items() if key[0] == indicator.id}
    region = precedence.home(indicator.id, series, holdings.catalogue)
    latest = holdings.latest(indicator.id, region)
    earlier = _best(holdings.sources(indicator.id, region))
    planner = _planner(holdings, indicator.base, region)
    publisher = Office(earlier, Ground.EARLIER) if earlier else planner
    kinds = []
    if latest is None:
        kinds.append((GapKind.SILENT, publisher))
    elif age.is_old(latest.period, today):
        kinds.append((GapKind.OLD, publisher))
    current = tracker.current(holdings.tracked, today)
    aimed = {(row.target.indicator, row.target.region) for row in current}
    if (indicator.id, region) not in aimed:
        kinds.append((GapKind.NO_TARGET, planner))
    return [
        Gap(kind, indicator.base, region, office, indicator.id, latest=latest)
        for kind, office in kinds
    ]


def _of_prefectures(holdings: Holdings) -> list[Gap]:
    return [
        Gap(GapKind.UNCOVERED, base.id, region.id, _of_region(holdings, region.id))
        for base in holdings.catalogue.bases.values()
        for region in holdings.catalogue.prefectures()
        if _is_uncovered(holdings, base, region.id)
    ]


def _is_uncovered(holdings: Holdings, base: Base, region: str) -> bool:
    return (base.id, region) not in holdings.covered


def _planner(holdings: Holdings, base: str, region: str) -> Office:
    """Who issued the newest plan or report of an office with targets of the base and region."""
    indicators = holdings.catalogue.indicators
    sources = [
        row.target.source
        for row in holdings.tracked
        if indicators[row.target.indicator].base == base
        and row.target.region == region
        and row.target.source.kind in PLANNERS
    ]
    newest = max(sources, key=lambda source: source.published, default=None)
    return Office(newest, Ground.TARGETS if newest else Ground.NONE)


def _of_region(holdings: Holdings, region: str) -> Office:
    sources = holdings.sources_by_region.get(region, [])
    source = _best(source for source in sources if source.kind in AUTHORITIES)
    return Office(source, Ground.REGION if source else Ground.NONE)


def _best(sources: Iterable[Source]) -> Source | None:
    """The newest source of the most reliable kind; None of none."""
    rows = sorted(sources, key=lambda source: source.published, reverse=True)
    return min(rows, key=lambda source: source.kind.order, default=None)
