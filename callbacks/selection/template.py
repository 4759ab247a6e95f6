"""What a template asks an office for: what targets await, then the figures of a period."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from callbacks.errors import NotFound
from callbacks.selection import gaps
from callbacks.site import Site
from exports.tables.template_rows import AskedFigure, Template
from indicators import periods, precedence
from indicators.catalogue import Catalogue
from indicators.periods import Period
from indicators.precedence import Reported
from indicators.records import Indicator, Observation, Region, Source
from indicators.typography import is_chinese
from store.columns import ColumnSpec
from store.schema import BY_NAME
from store.snapshot import Filter, ReleaseData
from targets.gaps import Gap, GapKind

TAKES = ("period",)  # beside those of every file


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: the figures of a base and of a time, in each of its spellings.

    `regions` with what lies in them; all regions where there is none.
    """

    base: str
    periods: tuple[str, ...]
    regions: tuple[str, ...] = ()


def wanted(release: ReleaseData, base: str, period: str, regions: tuple[str, ...]) -> Wanted:
    """What an address or a command asks for; without a period it is the last whole year.

    Of a month it is the figures since January, as most are told, and those of it alone. Raises
    `NotFound` for an unknown base or region.
    """
    for what, codes, known in (
        ("base", (base,), release.catalogue.bases),
        ("region", regions, release.catalogue.regions),
    ):
        if unknown := [code for code in codes if code not in known]:
            raise NotFound(what, unknown[0])
    text = period or str(release.info.day.year - 1)
    is_month = periods.parse(text).kind == "month"
    return Wanted(base, (f"{text}/ytd", text) if is_month else (text,), regions)


def template(site: Site, release: ReleaseData, wanted: Wanted, lang: str) -> Template:
    """Select what the template of a base holds."""
    catalogue = release.catalogue
    indicators, regions = catalogue.indicators_of(wanted.base), _regions(catalogue, wanted)
    where = Filter([i.id for i in indicators], [region.id for region in regions])
    rows = release.observations(where)
    known = _Known(catalogue, precedence.by_series(precedence.reported(rows, catalogue)))
    awaited = [gap for gap in gaps.every(site, release) if _is_awaited(gap, where)]
    asked = _once(known, [*_of_targets(awaited, known), *_of_period(wanted, indicators, known)])
    texts = (*wanted.periods, *(row.period for row in asked))
    years = sorted({periods.parse(text).year for text in texts}, reverse=True)
    return Template(
        catalogue.bases[wanted.base],
        regions,
        indicators,
        _sources(release, rows, years[-1]),
        years,
        asked,
        headings(lang),
    )


def headings(lang: str) -> dict[str, str]:
    """A header word that a load reads in a language, for each column of observations."""
    return {spec.name: _heading(spec, lang) for spec in BY_NAME["observations"].columns}


def _heading(spec: ColumnSpec, lang: str) -> str:
    words = (*spec.former, *spec.headers, spec.name)
    fitting = [word for word in words if is_chinese(word) == (lang == "zh")]
    return fitting[0] if lang == "zh" else fitting[0].capitalize()


@dataclass(frozen=True, slots=True)
class _Known:
    """What is reported, by indicator and region."""

    catalogue: Catalogue
    series: Mapping[tuple[str, str], Sequence[Reported]]

    def time(self, indicator: str, period: str) -> Period:
        """The time that a period means for an indicator, in its one spelling."""
        return periods.of(period, self.catalogue.indicators[indicator].measure)

    def shown(self, indicator: str, region: str) -> Iterator[tuple[Period, Observation]]:
        """The figures of a series with their times."""
        for row in self.series.get((indicator, region), ()):
            yield self.time(indicator, row.shown.period), row.shown

    def asked(self, indicator: str, region: str, period: str) -> AskedFigure:
        """A row with what is held of its time and of the same part of the year before."""
        time = self.time(indicator, period)
        before, held = None, None
        for other, row in self.shown(indicator, region):
            before = row if periods.is_year_before(other, time) else before
            held = row if other == time else held
        return AskedFigure(indicator, region, period, before, held)


def _regions(catalogue: Catalogue, wanted: Wanted) -> list[Region]:
    if not wanted.regions:
        return list(catalogue.regions.values())
    within = [part for code in wanted.regions for part in catalogue.children(code)]
    return [*(catalogue.regions[code] for code in wanted.regions), *within]


def _is_awaited(gap: Gap, where: Filter) -> bool:
    is_here = gap.indicator in where.indicators and gap.region in where.regions
    return is_here and gap.kind is GapKind.AWAITED


def _of_targets(awaited: Iterable[Gap], known: _Known) -> Iterator[AskedFigure]:
    """The figures that targets wait for, in the order of the gaps."""
    for gap in awaited:
        yield replace(known.asked(gap.indicator, gap.region, gap.period), target=gap.target)


def _of_period(
    wanted: Wanted, indicators: Iterable[Indicator], known: _Known
) -> Iterator[AskedFigure]:
    """The series that had a figure a year before, and what leads the base where none had."""
    for indicator in indicators:
        regions = [region for name, region in known.series if name == indicator.id]
        rows = [
            known.asked(indicator.id, region, period)
            for region in regions
            for period in wanted.periods
        ]
        kept = [row for row in rows if row.last_year]
        yield from kept or ([_leading(wanted, indicator, known)] if indicator.headline else [])


def _leading(wanted: Wanted, indicator: Indicator, known: _Known) -> AskedFigure:
    """The row of a headline indicator in the first region asked for, else where it is shown."""
    series = {key: list(rows) for key, rows in known.series.items()}
    home = precedence.home(indicator.id, series, known.catalogue)
    period = wanted.periods[-1 if indicator.measure.is_of_a_moment else 0]
    return known.asked(indicator.id, (*wanted.regions, home)[0], period)


def _once(known: _Known, rows: Iterable[AskedFigure]) -> list[AskedFigure]:
    """The first row of each indicator, region and time."""
    kept: dict[tuple[str, str, Period], AskedFigure] = {}
    for row in rows:
        kept.setdefault((row.indicator, row.region, known.time(row.indicator, row.period)), row)
    return list(kept.values())


def _sources(release: ReleaseData, rows: Iterable[Observation], since: int) -> list[Source]:
    """The publications of what is held, and those since a year that no figure was taken from yet.

    The newest come first.
    """
    used = release.figures_by_source()
    held = {row.source.id for row in rows}
    fitting = [
        source
        for source in release.catalogue.sources.values()
        if source.id in held or (source.id not in used and source.published[:4] >= str(since))
    ]
    return sorted(fitting, key=lambda source: (source.published, source.id), reverse=True)
