"""The leading figures that tiles and cards show, with what stands beside each."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from callbacks.selection import series as s
from figures.spark import spark
from figures.theme import hue
from indicators import precedence
from indicators.change import change
from indicators.points import actual_points
from indicators.precedence import Reported
from indicators.records import Indicator, Observation
from layouts.parts.tiles import HeadlineFigure
from layouts.view import View
from targets import tracker
from targets.tracker import TrackedTarget


def lead(
    view: View, indicator: Indicator, known: s.Series, standings: Sequence[TrackedTarget]
) -> HeadlineFigure:
    """The leading figure of the region asked for, else of the indicator's home, and says so."""
    figure = s.lead(view, indicator, known)
    if figure is None:
        return HeadlineFigure(indicator, None)
    found = of(view, indicator, figure.shown.region, known, standings)
    chosen = view.state.region
    if not chosen or figure.shown.region in chosen:
        return found
    return replace(found, note=view.words("tile.elsewhere", regions=view.region_names(chosen)))


def of(
    view: View,
    indicator: Indicator,
    region: str,
    known: s.Series,
    standings: Sequence[TrackedTarget],
) -> HeadlineFigure:
    """The leading figure of a region, its change, the shape of its series, its next target."""
    own = known.get((indicator.id, region), [])
    figure = precedence.lead(own)
    if figure is None:
        return HeadlineFigure(indicator, None)
    return HeadlineFigure(
        indicator,
        figure,
        change(indicator, figure.shown, actual_points(own)),
        spark(own, view.context, hue(indicator.base)),
        _leading(view, indicator, region, standings),
    )


def _leading(
    view: View, indicator: Indicator, region: str, standings: Sequence[TrackedTarget]
) -> TrackedTarget | None:
    """The target of the same series that is due next, if a figure speaks to it."""
    own = [
        row
        for row in standings
        if (row.target.indicator, row.target.region) == (indicator.id, region)
    ]
    return tracker.leading(tracker.comparable(own), view.context.today)


def shown(leads: Iterable[HeadlineFigure]) -> list[Observation]:
    """The observations of the leading figures."""
    figures: list[Reported] = [lead.figure for lead in leads if lead.figure]
    return [figure.shown for figure in figures]
