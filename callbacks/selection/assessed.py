"""Every target of a release assessed: by all figures, whatever a page filters."""

import logging
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from indicators import points, precedence
from indicators.points import Point
from indicators.records import Target
from store.snapshot import Filter, ReleaseData
from targets import tracker
from targets.assessment import assess_all
from targets.rules import RuleBook
from targets.tracked import TrackedTarget

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Assessed:
    """All targets of a release, the next due first, and the points they were assessed by.

    `histories` are the actual points by indicator and region.
    """

    tracked: Sequence[TrackedTarget]
    histories: Mapping[tuple[str, str], Sequence[Point]]

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
    rows = release.targets()
    where = Filter({t.indicator for t in rows}, {t.region for t in rows})
    known = histories(release, where) if rows else {}
    indicators = release.catalogue.indicators
    assessments = assess_all(rows, indicators, known, today, rules, report)
    return Assessed(tracker.by_due(tracker.tracked(assessments, indicators), today), known)


def histories(release: ReleaseData, where: Filter) -> dict[tuple[str, str], list[Point]]:
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
