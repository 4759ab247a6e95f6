"""A release looked at before it is published: what differs, which verdicts flip, what stops it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date

from indicators.precedence import Reported
from indicators.release import Release
from review.conflicts import arising
from review.differences import Differences, differences
from review.flips import Flip, flips
from review.stops import Evidence, Stop, met
from store.engine import Readable
from store.snapshot import releases
from targets.rules import RuleBook


@dataclass(frozen=True, slots=True)
class Review:
    """What a release would change, the targets whose verdict flips, and the stops that are met.

    `conflicts` are those that arise between sources, where they were asked for.
    """

    differences: Differences
    flips: Sequence[Flip]
    stops: Sequence[Stop]
    conflicts: Sequence[Reported] = field(default=())

    def unaccepted(self, accepted: Collection[str]) -> list[Stop]:
        """The stops that are met and were not accepted."""
        return [stop for stop in self.stops if stop.name not in accepted]


def review(
    engine: Readable,
    number: int,
    missing: Sequence[str],
    today: date,
    rules: RuleBook,
    *,
    with_conflicts: bool = False,
) -> Review:
    """Look at release `number`, which is not the first; `missing` are files that are gone."""
    found = differences(engine, number)
    verdicts = flips(found, today, rules)
    stops = met(Evidence(found, verdicts, missing, _withdrawn_twins(engine, number)))
    return Review(found, verdicts, stops, arising(found) if with_conflicts else ())


def _withdrawn_twins(engine: Readable, number: int) -> list[Release]:
    """The withdrawn releases whose facts are those of release `number`, the newest first."""
    every = releases(engine)
    digest = next(each.digest for each in every if each.number == number)
    return [each for each in every if each.withdrawn and each.digest == digest]
