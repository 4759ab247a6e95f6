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
    view: View, indicator: Indicator, by_series: s.Series, tracked: Sequence[TrackedTarget]
) -> HeadlineFigure:
    """The leading figure of the region asked for, else of the indicator's home, and says so."""
    figure = s.lead(view, indicator, by_series)
    if figure is None:
        return HeadlineFigure(indicator, None)
    headline = of(view, indicator, figure.shown.region, by_series, tracked)
    chosen = view.state.region
    if not chosen or figure.shown.region in chosen:
        return headline
    return replace(headline, note=view.words("tile.elsewhere", regions=view.region_names(chosen)))


def of(
    view: View,
    indicator: Indicator,
    region: str,
    by_series: s.Series,
    tracked: Sequence[TrackedTarget],
) -> HeadlineFigure:
    """The leading figure of a region, its change, the shape of its series, its next target."""
    reported = by_series.get((indicator.id, region), [])
    figure = precedence.lead(reported)
    if figure is None:
        return HeadlineFigure(indicator, None)
    return HeadlineFigure(
        indicator,
        figure,
        change(indicator, figure.shown, actual_points(reported)),
        spark(reported, view.context, hue(indicator.base)),
        _leading(view, indicator, region, tracked),
    )


def _leading(
    view: View, indicator: Indicator, region: str, tracked: Sequence[TrackedTarget]
) -> TrackedTarget | None:
    """The target of the same series that is due next, if a figure speaks to it."""
    in_series = [
        row
        for row in tracked
        if (row.target.indicator, row.target.region) == (indicator.id, region)
    ]
    return tracker.leading(tracker.comparable(in_series), view.context.today)


def shown(leads: Iterable[HeadlineFigure]) -> list[Observation]:
    """The observations of the leading figures."""
    figures: list[Reported] = [lead.figure for lead in leads if lead.figure]
    return [figure.shown for figure in figures]
