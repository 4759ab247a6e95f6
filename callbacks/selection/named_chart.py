"""A chart by its name and the parameters of its address, for pictures, embeds and proofs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode, urlsplit

from callbacks.errors import known_codes
from callbacks.selection import charts as p
from callbacks.selection import series as s
from callbacks.site import Site
from charts import addresses
from charts.addresses import BadParameterError, State
from charts.chart import Chart
from exports.pictures.pictures import NAMES
from indicators.records import Indicator
from indicators.vocabulary import PROVINCE
from layouts.view import View
from store.snapshot import Filter, ReleaseData
from targets.tracker import TrackedTarget


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a chart is drawn from: the indicator with its series, here and beside it."""

    site: Site
    view: View
    release: ReleaseData
    indicator: Indicator
    known: s.Series
    regions: tuple[str, ...]
    standings: Sequence[TrackedTarget]


Query = list[tuple[str, str]]
Draw = Callable[[Wanted], Chart | None]


def _trend(w: Wanted) -> Chart | None:
    events = w.release.events()
    years = w.view.state.axis
    return p.trend_panel(w.view, w.indicator, w.regions, w.known, w.standings, events, years)


def _progress(w: Wanted) -> Chart | None:
    return p.progress_panel(w.view, w.indicator, w.regions[0], w.known, w.standings)


def _pace(w: Wanted) -> Chart | None:
    whole = s.series(w.view, w.release, Filter([w.indicator.id], w.regions))
    found = p.pace_panels(w.view, w.indicator, whole, w.standings)
    return found[0] if found else None


def _map(w: Wanted) -> Chart | None:
    found = p.places(w.view, w.indicator, w.known)
    return p.map_panel(w.site, w.view, found) if found else None


def _ranking(w: Wanted) -> Chart | None:
    found = p.places(w.view, w.indicator, w.known)
    return p.ranking_panel(w.view, found) if found else None


def _locator(site: Site, view: View, _: ReleaseData) -> Chart | None:
    return p.locator_panel(site, view, view.state.region[0] if view.state.region else PROVINCE)


def _areas(site: Site, view: View, release: ReleaseData) -> Chart | None:
    if not view.state.base:
        raise BadParameterError("base", "", ", ".join(view.catalogue.bases))
    code = view.state.base[0]
    return p.areas_panel(site, view, code, release.areas(code))


CHARTS: dict[str, Draw] = {
    "trend": _trend,
    "progress": _progress,
    "pace": _pace,
    "map": _map,
    "ranking": _ranking,
}
# Maps of places, which need no indicator.
PLACES: dict[str, Callable[[Site, View, ReleaseData], Chart | None]] = {
    "locator": _locator,
    "areas": _areas,
}
TAKES = ("indicator", "base", "axis")  # parameters of a chart beside those of every page
# What shapes a picture, and is no matter of the chart.
SHAPE = (*NAMES, "qr")


def chart(site: Site, state: State, name: str, *, names_all: bool = False) -> Chart:
    """Return the chart of an address; one without data has no drawing.

    Raises `BadParameterError` for a name that is none or a wrong parameter, `NoReleaseError`
    for a release that does not exist.
    """
    if name not in CHARTS and name not in PLACES:
        raise BadParameterError("chart", name[:40], ", ".join((*CHARTS, *PLACES)))
    view, release = site.view(state, f"/chart/{name}")
    view = replace(view, context=replace(view.context, names_all=names_all))
    known_codes(view)
    if name in PLACES:
        found = PLACES[name](site, view, release)
    else:
        found = CHARTS[name](_wanted(site, view, release))
    return found or Chart(name, state, "", None)


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
    pairs = addresses.pairs(search)
    return [p for p in pairs if p[0] not in SHAPE], [p for p in pairs if p[0] in SHAPE]


def _wanted(site: Site, view: View, release: ReleaseData) -> Wanted:
    indicators = view.catalogue.indicators
    name = view.state.indicator
    if name not in indicators:
        raise BadParameterError("indicator", name, ", ".join([*indicators][:3]) + " …")
    indicator = indicators[name]
    subject = [name, *([indicator.reference] if indicator.reference else [])]
    known = s.series(view, release, s.filtered(view, subject))
    regions = s.regions_of(view, name, known)
    rows = site.assessed(release).of([name], regions)
    return Wanted(site, view, release, indicator, known, regions, rows)
