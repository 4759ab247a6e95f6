"""A chart by its name and the parameters of its address, for pictures, embeds and proofs."""

from dataclasses import fields, replace
from urllib.parse import urlencode, urlsplit

from callbacks.errors import check_codes
from callbacks.selection import series as s
from callbacks.selection.charts import Selection, chart_of
from callbacks.site import Site
from charts import addresses
from charts.addresses import BadParameterError, State, UnknownParameterError
from charts.chart import Chart
from charts.registry import PARAMETERS, ChartType, chart_type
from exports.pictures.pictures import NAMES
from indicators.records import Indicator
from layouts.view import View
from store.snapshot import ReleaseData

Query = list[tuple[str, str]]
TAKES = PARAMETERS  # of some chart, beside those of every page
# What shapes a picture, and is no matter of the chart.
SHAPE = (*NAMES, "qr")


def chart(site: Site, state: State, name: str, *, names_all: bool = False) -> Chart:
    """Return the chart of an address; it `is_empty` where there is nothing to draw.

    With `names_all` its foot names every source. Raises `BadParameterError` for a name that is
    none, a wrong parameter or one that the chart does not take, `NoReleaseError` for a release
    that does not exist.
    """
    kind = chart_type(name)
    _check(kind, state)
    view, release = site.view(state, f"/chart/{name}")
    view = replace(view, context=replace(view.context, names_all=names_all))
    check_codes(view)
    if kind.needs == "indicator":
        indicator = _indicator(view)
        selection = _selection(site, view, release, indicator)
        return chart_of(name, selection, indicator, years=view.state.axis)
    selection = Selection(site, view, release, {})
    if kind.needs == "region":
        return chart_of(name, selection, regions=view.state.region[:1])
    return chart_of(name, selection, base=_base(view))


def _check(kind: ChartType, state: State) -> None:
    """Raise `BadParameterError` for a parameter that the chart does not take."""
    for field in fields(State):
        name, value = field.name.rstrip("_"), getattr(state, field.name)
        if value and name not in kind.takes:
            raise UnknownParameterError(name, addresses.written(value), ", ".join(kind.takes))


def _indicator(view: View) -> Indicator:
    indicators, name = view.catalogue.indicators, view.state.indicator
    if name not in indicators:
        raise BadParameterError("indicator", name, ", ".join([*indicators][:3]) + " …")
    return indicators[name]


def _base(view: View) -> str:
    if not view.state.base:
        raise BadParameterError("base", "", ", ".join(view.catalogue.bases))
    return view.state.base[0]


def _selection(site: Site, view: View, release: ReleaseData, indicator: Indicator) -> Selection:
    subject = [indicator.id, *([indicator.reference] if indicator.reference else [])]
    series = s.series(view, release, s.filtered(view, subject))
    regions = s.regions_of(view, indicator.id, series)
    tracked = site.assessed(release).of([indicator.id], regions)
    return Selection(site, view, release, series, tracked, release.events)


def read(address: str) -> tuple[str, State]:
    """The chart and the state that an address names, be it of a picture of any shape.

    Raises `BadParameterError` for what is no address of a chart.
    """
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        raise BadParameterError("address", address[:80], "/chart/…") from None
    name = parts.path.rpartition("/")[2].partition(".")[0]
    of_chart, _ = split(parts.query)
    return name, addresses.read(urlencode(of_chart))


def split(search: str) -> tuple[Query, Query]:
    """Part a query into what the chart is asked for, and what only shapes its picture."""
    pairs = addresses.pairs(search)
    return [p for p in pairs if p[0] not in SHAPE], [p for p in pairs if p[0] in SHAPE]
