"""Rule sets: the bands that turn a reading into a status. Named data.

Which rule sets decide, and in which order, is a setting.
"""

from dataclasses import dataclass
from functools import cached_property

from indicators.vocabulary import RankedWord


class TargetStatus(RankedWord):
    """What a target is assessed to be, best first.

    The last four are of no scale with the others: nothing that can speak is known.
    """

    SURPASSED = "surpassed"
    ACHIEVED = "achieved"
    ON_TRACK = "on_track"
    SLIGHTLY_BEHIND = "slightly_behind"
    BEHIND = "behind"
    FAR_BEHIND = "far_behind"
    MOVING_AWAY = "moving_away"
    MET_LATER = "met_later"
    MISSED = "missed"
    STILL_UNMET = "still_unmet"
    AWAITED = "awaited"
    UNRECORDED = "unrecorded"
    NOT_DUE = "not_due"
    NO_DATA = "no_data"

    @cached_property
    def is_judged(self) -> bool:
        """Whether an observation was held against the target."""
        return self.order < TargetStatus.AWAITED.order

    @cached_property
    def is_met(self) -> bool:
        """Whether the target was reached in time."""
        return self in (TargetStatus.SURPASSED, TargetStatus.ACHIEVED)

    @cached_property
    def is_missing(self) -> bool:
        """Whether the due date is over without a figure that speaks of it."""
        return self in (TargetStatus.AWAITED, TargetStatus.UNRECORDED)

    @cached_property
    def is_lagging(self) -> bool:
        """Whether the target is behind in any degree, or missed."""
        is_well = self.is_met or self in (TargetStatus.ON_TRACK, TargetStatus.MET_LATER)
        return self.is_judged and not is_well


MISSING = tuple(status for status in TargetStatus if status.is_missing)
LAGGING = tuple(status for status in TargetStatus if status.is_lagging)  # the worst last
Band = tuple[float, TargetStatus]  # the lowest reading of the band, and its status
LOWEST = float("-inf")


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Bands over the readings of one method, best first, the last one down to `LOWEST`.

    `reading` is the method ("growth", "path", "pace", "direct"); the bounds are in its unit: R for
    growth, a fraction for path and pace. `backwards` is the status of moving away from the target,
    None where the bands alone decide. Words and source stand in the catalogues under
    `rules.<name>`.
    """

    name: str
    reading: str
    bands: tuple[Band, ...]
    backwards: TargetStatus | None = None

    def status(self, reading: float, *, is_backwards: bool = False) -> TargetStatus:
        """The status of the band that a reading falls into; a bound belongs to the band above."""
        if is_backwards and self.backwards:
            return self.backwards
        return next(status for low, status in self.bands if reading >= low)


RULE_SETS: dict[str, RuleSet] = {
    rule.name: rule
    for rule in (
        RuleSet(
            "pace-10-30",
            "pace",
            (
                (0, TargetStatus.ON_TRACK),
                (-0.10, TargetStatus.SLIGHTLY_BEHIND),
                (-0.30, TargetStatus.BEHIND),
                (LOWEST, TargetStatus.FAR_BEHIND),
            ),
        ),
        RuleSet(
            "cagr-95-60",
            "growth",
            (
                (0.95, TargetStatus.ON_TRACK),
                (0.60, TargetStatus.BEHIND),
                (0, TargetStatus.FAR_BEHIND),
                (LOWEST, TargetStatus.MOVING_AWAY),
            ),
        ),
        RuleSet(
            "path",
            "path",
            (
                (0, TargetStatus.ON_TRACK),
                (-0.10, TargetStatus.BEHIND),
                (LOWEST, TargetStatus.FAR_BEHIND),
            ),
            backwards=TargetStatus.MOVING_AWAY,
        ),
    )
}
# Growth rates compare directly: no setting changes what is above and what is below.
DIRECT = RuleSet("direct", "direct", ((0, TargetStatus.ON_TRACK), (LOWEST, TargetStatus.BEHIND)))


@dataclass(frozen=True, slots=True)
class RuleBook:
    """The rule sets that decide, the first that applies first."""

    order: tuple[RuleSet, ...]

    def rule(self, reading: str) -> RuleSet:
        """The rule set for a method, even when it does not decide."""
        every = (*self.order, DIRECT, *RULE_SETS.values())
        return next(rule for rule in every if rule.reading == reading)


DEFAULT_ORDER = ("pace-10-30", "cagr-95-60")


def rule_book(order: tuple[str, ...] = DEFAULT_ORDER) -> RuleBook:
    """Return the rule book of these names of `RULE_SETS`; raise `KeyError` for an unknown one."""
    return RuleBook(tuple(RULE_SETS[name] for name in order))
