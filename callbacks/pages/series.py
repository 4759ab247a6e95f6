"""What several pages fetch: series by indicator and region, and what is drawn of them."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from callbacks.site import Site
from figures.drawing import Drawing
from figures.progress import progress
from figures.ranking import ranking
from figures.regions_map import choropleth
from indicators import periods, precedence
from indicators.precedence import Figure
from indicators.tracker import Standing
from indicators.vocabulary import Indicator
from layouts.base import Panel
from layouts.components import figure_sources
from layouts.view import View
from store.snapshot import Filter, Snapshot

Series = Mapping[tuple[str, str], list[Figure]]
FEWEST_PLACES = 3  # fewer prefectures with a figure for one period make no map


@dataclass(frozen=True, slots=True)
class Places:
    """The figures of an indicator for one period, by prefecture."""

    indicator: Indicator
    period: str
    rows: Sequence[Figure]


def filtered(view: View, indicators: Collection[str], regions: Collection[str] = ()) -> Filter:
    """The filter of the address for these indicators."""
    state = view.state
    return Filter(indicators, regions, state.from_, state.to, state.source)


def series(view: View, facts: Snapshot, where: Filter) -> Series:
    """Fetch the observations and return the figures shown, by indicator and region."""
    shown = precedence.figures(facts.observations(where), view.catalogue)
    return precedence.by_series(shown)


def regions_of(view: View, indicator: str, known: Series) -> tuple[str, ...]:
    """The regions asked for, else the one the indicator is at home in."""
    return view.state.region or (precedence.home(indicator, known, view.catalogue),)


def places(view: View, indicator: Indicator, known: Series) -> Places | None:
    """The latest period for which most prefectures have a figure; None when too few have one."""
    prefectures = {region.id for region in view.catalogue.prefectures()}
    rows = [
        figure
        for (name, region), figures in known.items()
        if name == indicator.id and region in prefectures
        for figure in figures
        if figure.shown.value is not None and figure.shown.status != "forecast"
    ]
    counts = Counter(periods.parse(figure.shown.period).canonical for figure in rows)
    best = max(counts, key=lambda p: (counts[p], periods.parse(p).end), default=None)
    if best is None or counts[best] < FEWEST_PLACES:
        return None
    chosen = [f for f in rows if periods.parse(f.shown.period).canonical == best]
    return Places(indicator, best, chosen)


def place_drawings(site: Site, view: View, found: Places) -> tuple[Drawing | None, Drawing | None]:
    """The map and the ranking of the same figures."""
    selected = view.state.region
    where = choropleth(
        found.indicator, found.rows, view.context, outlines=site.outlines, period=found.period,
        selected=selected, approval=site.settings.map_approval,
    )  # fmt: skip
    order = ranking(
        found.indicator, found.rows, view.context, period=found.period, selected=selected
    )
    return where, order


def lead(view: View, indicator: Indicator, known: Series) -> Figure | None:
    """The leading figure of the first region asked for that has one, else of its home."""
    home = precedence.home(indicator.id, known, view.catalogue)
    for region in (*view.state.region, home):
        if figure := precedence.lead(known.get((indicator.id, region), [])):
            return figure
    return None


def bullet(
    view: View, indicator: Indicator, region: str, known: Series, rows: Iterable[Standing]
) -> Panel | None:
    """Value against targets and reference level of a region; None when it has neither."""
    figure = precedence.lead(known.get((indicator.id, region), []))
    reference = precedence.lead(known.get((indicator.reference, region), []))
    own = [r for r in rows if (r.target.indicator, r.target.region) == (indicator.id, region)]
    if not (own or reference):
        return None
    drawing = progress(indicator, view.region(region), figure, own, reference, view.context)
    shown = [f.shown.source for f in (figure, reference) if f]
    return Panel(indicator, drawing, [*shown, *(row.target.source for row in own)])


def where(site: Site, view: View, found: Places | None) -> list[Panel]:
    """Map and ranking of the same figures; nothing when there are none."""
    if found is None:
        return []
    sources = figure_sources(found.rows)
    return [Panel(found.indicator, d, sources) for d in place_drawings(site, view, found)]
