"""The charts of the dashboard, each drawn in one place for pages, pictures and embeds."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from callbacks.selection.series import Series
from callbacks.site import Site
from charts.addresses import State
from charts.chart import Chart
from figures.drawing import Drawing
from figures.frame import stamped
from figures.maps.areas import areas
from figures.maps.choropleth import choropleth
from figures.maps.locator import locator
from figures.pace import pace
from figures.progress import progress
from figures.ranking import ranking
from figures.theme import join
from figures.trend.planes import Years
from figures.trend.trend import trend
from indicators import periods, precedence
from indicators.passport import passport
from indicators.precedence import Reported
from indicators.records import Area, Event, Indicator, Observation, Target
from indicators.vocabulary import Level, Status
from layouts.view import View
from targets import tracker
from targets.tracker import TrackedTarget

FEWEST_PLACES = 3  # fewer prefectures with a figure for one period make no map

Rows = Sequence[Observation | Target]


@dataclass(frozen=True, slots=True)
class Places:
    """The figures of an indicator for one period, by prefecture."""

    indicator: Indicator
    period: str
    rows: Sequence[Reported]


def panel(
    view: View,
    chart: str,
    indicator: Indicator,
    regions: Sequence[str],
    drawing: Drawing | None,
    rows: Rows,
    years: Years | None = None,
) -> Chart:
    """A drawing with its address: the indicator, the regions and the filters of the page."""
    kept = view.state
    state = State(
        indicator=indicator.id, region=tuple(regions), from_=kept.from_, to=kept.to, axis=years,
        source=kept.source, lang=kept.lang, asof=kept.asof,
    )  # fmt: skip
    title = view.words("list.join").join(
        part for part in (indicator.name(view.lang), view.region_names(tuple(regions))) if part
    )
    return _certified(view, Chart(chart, state, title, drawing, rows))


def _certified(view: View, made: Chart) -> Chart:
    """The panel with its passport, on the drawing, too."""
    number = passport(view.context.release.number, made.chart, made.parameters, made.proven)
    drawing = made.drawing
    if drawing:
        said = join(_filters(view, made.state), number)
        drawing = replace(drawing, figure=stamped(drawing.figure, said))
    return replace(made, drawing=drawing, passport=number)


def _filters(view: View, state: State) -> str:
    """The filters that leave out figures, in words; a picture must say what it leaves out."""
    t = view.words
    kinds = [t(f"kind.{kind}") for kind in state.source]
    years = (
        t("filtered.years", first=state.from_ or "…", last=state.to or "…")
        if state.from_ or state.to
        else ""
    )
    said = t("list.join").join(part for part in (years, *kinds) if part)
    return t("filtered.label", filters=said) if said else ""


def trend_panel(
    view: View,
    indicator: Indicator,
    regions: Sequence[str],
    known: Series,
    standings: Sequence[TrackedTarget],
    events: Sequence[Event],
    years: Years | None = None,
) -> Chart:
    """The figures of an indicator over the years, with targets, paths and events.

    `years` are those of a time axis that it has in common with others.
    """
    chosen = {view.region(r): known[indicator.id, r] for r in regions if (indicator.id, r) in known}
    own = goals(view, indicator, regions, standings)
    here = [e for e in events if e.base == indicator.base and e.region in regions]
    drawing = trend(indicator, chosen, own, here, view.context, years) if chosen else None
    figures = [figure.shown for series in chosen.values() for figure in series]
    rows: Rows = [*figures, *(r.target for r in own)]
    return panel(view, "trend", indicator, regions, drawing, rows, years)


def goals(
    view: View, indicator: Indicator, regions: Sequence[str], standings: Sequence[TrackedTarget]
) -> list[TrackedTarget]:
    """The targets that a trend draws: those in force that are due in the years asked for."""
    found = tracker.in_force(of(standings, indicator, regions))
    return [r for r in found if periods.parse(r.target.period).year >= (view.state.from_ or 0)]


def of(
    standings: Sequence[TrackedTarget], indicator: Indicator, regions: Sequence[str]
) -> list[TrackedTarget]:
    """The standings of an indicator in some regions."""
    return [r for r in standings
            if r.target.indicator == indicator.id and r.target.region in regions]  # fmt: skip


def progress_panel(
    view: View, indicator: Indicator, region: str, known: Series, standings: Sequence[TrackedTarget]
) -> Chart | None:
    """Value against targets and reference level of a region; None when it has neither."""
    figure = precedence.lead(known.get((indicator.id, region), []))
    reference = precedence.lead(known.get((indicator.reference, region), []))
    own = tracker.in_force(of(standings, indicator, (region,)))
    if not (own or reference):
        return None
    drawing = progress(indicator, view.region(region), figure, own, reference, view.context)
    latest = [row.assessment.latest.row for row in own if row.assessment.latest]
    shown = [found.shown for found in (figure, reference) if found]
    rows: dict[Observation | Target, None] = dict.fromkeys((*shown, *latest))
    rows |= dict.fromkeys(row.target for row in own)
    return panel(view, "progress", indicator, (region,), drawing, list(rows))


def pace_panels(
    view: View, indicator: Indicator, known: Series, standings: Sequence[TrackedTarget]
) -> list[Chart]:
    """The pace of each region's next target of a year that is partly published."""
    due = {r.target.region: r for r in reversed(tracker.in_force(standings)) if has_pace(r)}
    found = []
    for region, row in due.items():
        own = known.get((indicator.id, region), [])
        drawing = pace(indicator, view.region(region), row, own, view.context)
        shown = [figure.shown for figure in own if _is_near(figure, row)]
        found.append(panel(view, "pace", indicator, (region,), drawing, [*shown, row.target]))
    return [each for each in found if each.drawing]


def has_pace(row: TrackedTarget) -> bool:
    """Whether a target is of a year of which a part is published."""
    return any(reading.method == "pace" for reading in row.assessment.readings)


def _is_near(figure: Reported, row: TrackedTarget) -> bool:
    """Whether a cumulated figure is of the due year or of the one before."""
    span = periods.stretch(figure.shown.period)
    return span.cumulated > 0 and row.due.year - 1 <= span.year <= row.due.year


def places(view: View, indicator: Indicator, known: Series) -> Places | None:
    """The latest period for which most prefectures have a figure; None when too few have one."""
    prefectures = {region.id for region in view.catalogue.prefectures()}
    rows = [
        figure
        for (name, region), figures in known.items()
        if name == indicator.id and region in prefectures
        for figure in figures
        if figure.shown.value is not None and figure.shown.status != Status.FORECAST
    ]
    counts = Counter(periods.stretch(figure.shown.period).text for figure in rows)
    best = max(counts, key=lambda p: (counts[p], periods.parse(p).end), default=None)
    if best is None or counts[best] < FEWEST_PLACES:
        return None
    chosen = [f for f in rows if periods.stretch(f.shown.period).text == best]
    return Places(indicator, best, chosen)


def map_panel(site: Site, view: View, found: Places) -> Chart:
    """The prefectures coloured by the figures of one period."""
    selected = view.state.region
    drawing = choropleth(
        found.indicator, found.rows, view.context, outlines=site.outlines, period=found.period,
        selected=selected, approval=site.settings.map_approval,
    )  # fmt: skip
    return panel(view, "map", found.indicator, selected, drawing, _shown(found))


def ranking_panel(view: View, found: Places) -> Chart:
    """The prefectures in the order of the figures of one period."""
    selected = view.state.region
    drawing = ranking(
        found.indicator, found.rows, view.context, period=found.period, selected=selected
    )
    return panel(view, "ranking", found.indicator, selected, drawing, _shown(found))


def _shown(found: Places) -> Rows:
    return [figure.shown for figure in found.rows]


def where(site: Site, view: View, found: Places | None) -> list[Chart]:
    """Map and ranking of the same figures; nothing when there are none."""
    return [map_panel(site, view, found), ranking_panel(view, found)] if found else []


def areas_panel(site: Site, view: View, code: str, rows: Sequence[Area]) -> Chart | None:
    """The named areas of a base's plan on the map; None when it has none."""
    base = view.catalogue.bases[code]
    drawing = areas(
        base, rows, view.context, outlines=site.outlines, approval=site.settings.map_approval
    )
    if drawing is None:
        return None
    state = State(lang=view.state.lang, asof=view.state.asof, base=(code,))
    return _certified(view, Chart("areas", state, drawing.heading.title, drawing, areas=rows))


def locator_panel(site: Site, view: View, code: str) -> Chart | None:
    """Where a region is; a county is shown in its prefecture, the province not at all."""
    own = view.region(code)
    if own.level == Level.PROVINCE:
        return None
    shown = own.parent if own.level == Level.COUNTY else code
    drawing = locator(
        view.context, outlines=site.outlines, selected=(shown,), approval=site.settings.map_approval
    )
    state = replace(State(lang=view.state.lang, asof=view.state.asof), region=(code,))
    return _certified(view, Chart("locator", state, own.name(view.lang), drawing))
