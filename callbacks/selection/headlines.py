"""The leading figures that tiles and cards show, with what stands beside each."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from callbacks.selection import series as s
from figures.spark import spark
from figures.theme import hue
from indicators import periods, precedence
from indicators.change import change
from indicators.records import Indicator, Observation
from layouts.parts.tiles import HeadlineFigure
from layouts.view import View
from targets import tracker
from targets.tracked import TrackedTarget


def lead(
    view: View, indicator: Indicator, by_series: s.Series, tracked: Sequence[TrackedTarget]
) -> HeadlineFigure:
    """The headline figure of the region asked for, else of the indicator's home.

    One that is of none of the regions asked for says so in its note. Without any value it has no
    `reported`.
    """
    reported = s.lead(view, indicator, by_series)
    if reported is None:
        return HeadlineFigure(indicator, None)
    headline = of(view, indicator, reported.shown.region, by_series, tracked)
    chosen = view.state.region
    if not chosen or reported.shown.region in chosen:
        return headline
    return replace(headline, note=view.words("tile.elsewhere", regions=view.region_names(chosen)))


def of(
    view: View,
    indicator: Indicator,
    region: str,
    by_series: s.Series,
    tracked: Sequence[TrackedTarget],
) -> HeadlineFigure:
    """The headline figure of a region: its latest value, growth, spark and next target.

    `by_series` holds the series of the indicator and of the one that its `growth` names. Without
    any value it has no `reported`.
    """
    rows = by_series.get((indicator.id, region), [])
    reported = precedence.lead(rows)
    if reported is None:
        return HeadlineFigure(indicator, None)
    growth = by_series.get((indicator.growth, region), [])
    return HeadlineFigure(
        indicator,
        reported,
        change(indicator, reported.shown, rows, growth, view.catalogue),
        spark(rows, view.context, hue(indicator.base)),
        _answered(view, reported.shown, tracked),
    )


def _answered(
    view: View, shown: Observation, tracked: Sequence[TrackedTarget]
) -> TrackedTarget | None:
    """The target due next of those that the very figure shown answers with a verdict."""
    measure = view.indicator(shown.indicator).measure
    time = periods.of(shown.period, measure)
    rows = [
        row
        for row in tracked
        if (row.target.indicator, row.target.region) == (shown.indicator, shown.region)
        and row.status.is_judged
        and (latest := row.assessment.latest) is not None
        and latest.span == time
    ]
    return tracker.leading(tracker.comparable(rows), view.context.today)


def shown(leads: Iterable[HeadlineFigure]) -> list[Observation]:
    """The observations that the headline figures show, without those that have none."""
    return [lead.reported.shown for lead in leads if lead.reported]
