"""A chart by its name and the parameters of its address, for pictures, embeds and proofs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urlencode, urlsplit

from callbacks import panels as p
from callbacks.known import known_codes
from callbacks.pages import series as s
from callbacks.site import Site
from exports.pictures import NAMES
from indicators.tracker import Standing
from indicators.vocabulary import PROVINCE, Indicator
from layouts import addresses
from layouts.addresses import BadParameterError, State
from layouts.panel import Panel
from layouts.view import View
from store.snapshot import Filter, Snapshot


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a chart is drawn from: the indicator with its series, here and beside it."""

    site: Site
    view: View
    facts: Snapshot
    indicator: Indicator
    known: s.Series
    regions: tuple[str, ...]
    standings: Sequence[Standing]


Query = list[tuple[str, str]]
Draw = Callable[[Wanted], Panel | None]


def _trend(w: Wanted) -> Panel | None:
    events = w.facts.events()
    years = w.view.state.axis
    return p.trend_panel(w.view, w.indicator, w.regions, w.known, w.standings, events, years)


def _progress(w: Wanted) -> Panel | None:
    return p.progress_panel(w.view, w.indicator, w.regions[0], w.known, w.standings)


def _pace(w: Wanted) -> Panel | None:
    whole = s.series(w.view, w.facts, Filter([w.indicator.id], w.regions))
    found = p.pace_panels(w.view, w.indicator, whole, w.standings)
    return found[0] if found else None


def _map(w: Wanted) -> Panel | None:
    found = p.places(w.view, w.indicator, w.known)
    return p.map_panel(w.site, w.view, found) if found else None


def _ranking(w: Wanted) -> Panel | None:
    found = p.places(w.view, w.indicator, w.known)
    return p.ranking_panel(w.view, found) if found else None


def _locator(site: Site, view: View, _: Snapshot) -> Panel | None:
    return p.locator_panel(site, view, view.state.region[0] if view.state.region else PROVINCE)


def _areas(site: Site, view: View, facts: Snapshot) -> Panel | None:
    if not view.state.base:
        raise BadParameterError("base", "", ", ".join(view.catalogue.bases))
    code = view.state.base[0]
    return p.areas_panel(site, view, code, facts.areas(code))


CHARTS: dict[str, Draw] = {
    "trend": _trend,
    "progress": _progress,
    "pace": _pace,
    "map": _map,
    "ranking": _ranking,
}
# Maps of places, which need no indicator.
PLACES: dict[str, Callable[[Site, View, Snapshot], Panel | None]] = {
    "locator": _locator,
    "areas": _areas,
}
# What shapes a picture, and is no matter of the chart.
SHAPE = (*NAMES, "qr")


def chart(site: Site, state: State, name: str, *, names_all: bool = False) -> Panel:
    """Return the chart of an address; one without data has no drawing.

    Raises `BadParameterError` for a name that is none or a wrong parameter, `NoReleaseError`
    for a release that does not exist.
    """
    if name not in CHARTS and name not in PLACES:
        raise BadParameterError("chart", name[:40], ", ".join((*CHARTS, *PLACES)))
    view, facts = site.view(state, f"/chart/{name}")
    view = replace(view, context=replace(view.context, names_all=names_all))
    known_codes(view)
    if name in PLACES:
        found = PLACES[name](site, view, facts)
    else:
        found = CHARTS[name](_wanted(site, view, facts))
    return found or Panel(name, state, "", None)


def read(address: str) -> tuple[str, State]:
    """The chart and the state that an address names, be it of a picture of any shape.

    Raises `BadParameterError` for what is no address of a chart.
    """
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        raise BadParameterError("address", address[:80], "/chart/…") from None
    name = parts.path.rpartition("/")[2].partition(".")[0]
    asked, _ = split(parts.query)
    return name, addresses.read(urlencode(asked))


def split(search: str) -> tuple[Query, Query]:
    """Part a query into what the chart is asked for, and what only shapes its picture."""
    pairs = parse_qsl(search, keep_blank_values=True)
    return [p for p in pairs if p[0] not in SHAPE], [p for p in pairs if p[0] in SHAPE]


def _wanted(site: Site, view: View, facts: Snapshot) -> Wanted:
    indicators = view.catalogue.indicators
    name = view.state.indicator
    if name not in indicators:
        raise BadParameterError("indicator", name, ", ".join([*indicators][:3]) + " …")
    indicator = indicators[name]
    subject = [name, *([indicator.reference] if indicator.reference else [])]
    known = s.series(view, facts, s.filtered(view, subject))
    regions = s.regions_of(view, name, known)
    rows = site.assessed(facts).of([name], regions)
    return Wanted(site, view, facts, indicator, known, regions, rows)
