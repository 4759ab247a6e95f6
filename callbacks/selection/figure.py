"""A single figure: which one an address asks for, and all that is known of it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NoReturn

from callbacks.errors import NotFound
from callbacks.selection import series as s
from callbacks.site import Site
from indicators import periods, precedence
from indicators.change import change
from indicators.precedence import Reported
from indicators.records import Indicator, Observation
from layouts.pages.figure import Edition, FigurePage
from layouts.parts.figure_link import figure_path
from layouts.view import View
from store.snapshot import Filter, ReleaseData
from targets.tracked import TrackedTarget
from wording import formats

MOST_LINKS = 60  # to what exists in place of the missing


def figure_page(site: Site, view: View, release: ReleaseData, indicator: Indicator) -> FigurePage:
    """The figure that the address asks for, whatever it filters.

    It asks for a region, else for the home of the indicator, and for a period in any of its
    spellings, else for the latest. Raises `NotFound` for what has no figure.
    """
    subject = [indicator.id, *([indicator.growth] if indicator.growth else [])]
    by_series = _series(release, subject)
    region = s.regions_of(view, indicator.id, by_series)[0]
    rows = by_series.get((indicator.id, region), [])
    reported = _asked(view, indicator, rows) or _nothing(view, indicator, region, by_series)
    growth = by_series.get((indicator.growth, region), [])
    return FigurePage(
        indicator=indicator,
        reported=reported,
        change=change(indicator, reported.shown, rows, growth, view.catalogue),
        answered=[
            row
            for row in site.assessed(release).of([indicator.id], [region])
            if _answers(indicator, reported, row)
        ],
        editions=list(_editions(site, release, indicator, reported.shown)),
    )


def _series(release: ReleaseData, indicators: Sequence[str], region: str = "") -> s.Series:
    where = Filter(indicators, [region] if region else ())
    shown = precedence.reported(release.observations(where), release.catalogue)
    return precedence.by_series(shown)


def _asked(view: View, indicator: Indicator, rows: Sequence[Reported]) -> Reported | None:
    if not view.state.period:
        return precedence.lead(rows)
    return _of_period(indicator, rows, view.state.period)


def _of_period(indicator: Indicator, rows: Iterable[Reported], period: str) -> Reported | None:
    """The figure of a period in any of its spellings; None where there is none."""
    asked = periods.of(period, indicator.measure)
    return next((r for r in rows if periods.of(r.shown.period, indicator.measure) == asked), None)


def _nothing(view: View, indicator: Indicator, region: str, by_series: s.Series) -> NoReturn:
    """Raise `NotFound`: there are figures of other periods, else of other regions."""
    period = view.state.period
    said = view.words(
        "figure.of" if period else "figure.of_region",
        name=indicator.name(view.lang),
        region=view.region(region).name(view.lang),
        period=formats.period(period, view.words) if period else "",
    )
    here = by_series.get((indicator.id, region), [])
    leads = [precedence.lead(rows) for (i, _), rows in by_series.items() if i == indicator.id]
    known = list(reversed(here)) or [lead for lead in leads if lead]
    existing = [_link(view, row.shown) for row in known[:MOST_LINKS]]
    page = f"/indicator/{indicator.id}", indicator.name(view.lang)
    raise NotFound("figure", said, existing or [page])


def _link(view: View, row: Observation) -> tuple[str, str]:
    region = view.region(row.region).name(view.lang)
    period = formats.period(row.period, view.words)
    return figure_path(view, row), view.words("figure.at", region=region, period=period)


def _answers(indicator: Indicator, reported: Reported, row: TrackedTarget) -> bool:
    """Whether a target is assessed by this figure: by its latest value, or the one that met it."""
    time = periods.of(reported.shown.period, indicator.measure)
    points = (row.assessment.latest, row.assessment.reached)
    return any(point is not None and point.span == time for point in points)


def _editions(
    site: Site, release: ReleaseData, indicator: Indicator, shown: Observation
) -> Iterator[Edition]:
    """What was shown of a figure from its first release on, where it is not as it was before."""
    time = periods.of(shown.period, indicator.measure)
    turns = release.turns(shown.indicator, shown.region)
    before: Observation | None = None
    for number in sorted({n for p, n in turns if periods.of(p, indicator.measure) == time}):
        then = site.snapshot(number)
        rows = _series(then, [shown.indicator], shown.region).values()
        found = _of_period(indicator, chain.from_iterable(rows), shown.period)
        now = found.shown if found else None
        if _told(now) != _told(before):
            yield Edition(then.info, now, then.catalogue)
        before = now


def _told(row: Observation | None) -> object:
    """What a reader sees of an observation."""
    return row and (row.printed, row.unit, row.qualifier, row.status, row.source.id)
