"""Every target of a release assessed: by all figures, whatever a page filters."""

import logging
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from indicators import points, precedence
from indicators.points import Point
from indicators.records import Target
from store.snapshot import EVERYTHING, Filter, ReleaseData
from targets import tracker
from targets.assessment import Assessment, assess_all
from targets.rules import RuleBook
from targets.tracked import TrackedTarget

log = logging.getLogger(__name__)

SeriesKey = tuple[str, str]  # an indicator and a region
TargetKey = tuple[str, ...]  # what tells a stated target from all others


@dataclass(frozen=True, slots=True)
class Assessed:
    """All targets of a release, the next due first, and the points they were assessed by.

    `histories` are the actual points by indicator and region.
    """

    tracked: Sequence[TrackedTarget]
    histories: Mapping[SeriesKey, Sequence[Point]]

    def of(
        self, indicators: Collection[str] = (), regions: Collection[str] = ()
    ) -> list[TrackedTarget]:
        """The targets of these indicators and regions, in their order; an empty one keeps all."""
        return [
            row
            for row in self.tracked
            if (not indicators or row.target.indicator in indicators)
            and (not regions or row.target.region in regions)
        ]


def assessed(release: ReleaseData, rules: RuleBook) -> Assessed:
    """Assess the targets of a release for the day of the release."""
    today = release.info.day
    rows, known = _evidence(release, EVERYTHING)
    indicators = release.catalogue.indicators
    assessments = assess_all(rows, indicators, known, today, rules, report)
    return Assessed(tracker.by_due(tracker.tracked(assessments, indicators), today), known)


def assessments(
    release: ReleaseData, series: Collection[SeriesKey] | None, today: date, rules: RuleBook
) -> dict[TargetKey, Assessment]:
    """The targets of these series (None: all) assessed for a day, each as it was stated."""
    indicators, regions = zip(*series, strict=True) if series else ((), ())
    rows, known = _evidence(release, Filter({*indicators}, {*regions}))
    rows = [row for row in rows if series is None or (row.indicator, row.region) in series]
    found = assess_all(rows, release.catalogue.indicators, known, today, rules, report)
    return {_key(one.target): one for one in found}


def _key(target: Target) -> TargetKey:
    t = target
    return t.indicator, t.region, t.period, t.source.id, t.kind, t.printed


def _evidence(
    release: ReleaseData, where: Filter
) -> tuple[list[Target], dict[SeriesKey, list[Point]]]:
    """The targets that a filter leaves, and the points of their series."""
    rows = release.targets(where)
    of_rows = Filter({t.indicator for t in rows}, {t.region for t in rows})
    return rows, histories(release, of_rows) if rows else {}


def histories(release: ReleaseData, where: Filter) -> dict[SeriesKey, list[Point]]:
    """The actual points of the series that a filter leaves, by indicator and region."""
    shown = precedence.reported(release.observations(where), release.catalogue)
    return points.histories(precedence.by_series(shown), release.catalogue.indicators)


def report(target: Target, error: Exception) -> None:
    """Log the key of a target whose assessment failed for a reason nobody foresaw."""
    log.error(
        "the target %s %s %s %s %s (%s) cannot be assessed",
        target.indicator, target.region, target.period, target.comparator, target.printed,
        target.source.id, exc_info=error,
    )  # fmt: skip
