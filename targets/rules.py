"""Rule sets: the bands that turn a reading into a status, and how a status looks. Named data.

Which rule sets decide, in which order, and which colours mean what, are settings.
"""

from collections.abc import Mapping
from dataclasses import dataclass

ACHIEVED, ON_TRACK, SLIGHTLY_BEHIND = "achieved", "on_track", "slightly_behind"
BEHIND, FAR_BEHIND, MOVING_AWAY = "behind", "far_behind", "moving_away"
MISSED, OVERDUE, NOT_ASSESSABLE = "missed", "overdue", "not_assessable"

# Best first; the last three are not of one scale with the others.
STATUSES = (ACHIEVED, ON_TRACK, SLIGHTLY_BEHIND, BEHIND, FAR_BEHIND, MOVING_AWAY, MISSED, OVERDUE,
            NOT_ASSESSABLE)  # fmt: skip

Band = tuple[float, str]  # the lowest reading of the band, and its status
LOWEST = float("-inf")


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Bands over a reading, best first; `backwards` is the status of moving away from the target.

    Words and source of a rule set stand in the catalogues under `rules.<name>`.
    """

    name: str
    reading: str
    bands: tuple[Band, ...]
    backwards: str = ""

    def status(self, reading: float, *, is_backwards: bool = False) -> str:
        """The status of the band that a reading falls into."""
        if is_backwards and self.backwards:
            return self.backwards
        return next(status for low, status in self.bands if reading >= low)


RULE_SETS: dict[str, RuleSet] = {
    rule.name: rule
    for rule in (
        RuleSet(
            "pace-10-30",
            "pace",
            ((0, ON_TRACK), (-0.10, SLIGHTLY_BEHIND), (-0.30, BEHIND), (LOWEST, FAR_BEHIND)),
        ),
        RuleSet(
            "cagr-95-60",
            "growth",
            ((0.95, ON_TRACK), (0.60, BEHIND), (0, FAR_BEHIND), (LOWEST, MOVING_AWAY)),
        ),
        RuleSet(
            "path",
            "path",
            ((0, ON_TRACK), (-0.10, BEHIND), (LOWEST, FAR_BEHIND)),
            backwards=MOVING_AWAY,
        ),
    )
}
# Growth rates compare directly: no setting changes what is above and what is below.
DIRECT = RuleSet("direct", "direct", ((0, ON_TRACK), (LOWEST, BEHIND)))

# A shape for each status: it is told without colour, too.
SHAPES = {
    ACHIEVED: "check", ON_TRACK: "circle", SLIGHTLY_BEHIND: "diamond", BEHIND: "triangle",
    FAR_BEHIND: "square", MOVING_AWAY: "arrow", MISSED: "cross", OVERDUE: "hourglass",
    NOT_ASSESSABLE: "ring",
}  # fmt: skip

_PLAIN = {OVERDUE: "#5A4A78", NOT_ASSESSABLE: "#5F6975"}
# Each has a contrast to white of at least 4.5:1.
COLOURS: dict[str, dict[str, str]] = {
    # The traffic light of Yinchuan's notices, and of Eurostat's arrows.
    "green-good": {
        ACHIEVED: "#14532D", ON_TRACK: "#1B7A43", SLIGHTLY_BEHIND: "#8A6100", BEHIND: "#A84B00",
        FAR_BEHIND: "#B3261E", MOVING_AWAY: "#8C1D4B", MISSED: "#7F1D1D", **_PLAIN,
    },
    # Red lists praise and black lists blame (红黑榜).
    "red-good": {
        ACHIEVED: "#B3261E", ON_TRACK: "#C2410C", SLIGHTLY_BEHIND: "#8A6100", BEHIND: "#6B5B2A",
        FAR_BEHIND: "#3F3F46", MOVING_AWAY: "#27272A", MISSED: "#111113", **_PLAIN,
    },
    # Red, amber, blue (红黄蓝): blue is good.
    "blue-good": {
        ACHIEVED: "#1E3A8A", ON_TRACK: "#1D5FBF", SLIGHTLY_BEHIND: "#8A6100", BEHIND: "#A84B00",
        FAR_BEHIND: "#B3261E", MOVING_AWAY: "#8C1D4B", MISSED: "#7F1D1D", **_PLAIN,
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """How a status is shown beside its word."""

    shape: str
    colour: str


@dataclass(frozen=True, slots=True)
class RuleBook:
    """The rule sets that decide, the first that applies first, and the colours by status."""

    order: tuple[RuleSet, ...]
    colours: Mapping[str, str]

    def look(self, status: str) -> Look:
        """The shape and the colour of a status."""
        return Look(SHAPES[status], self.colours[status])

    def rule(self, reading: str) -> RuleSet:
        """The rule set for a reading, even when it does not decide."""
        known = (*self.order, DIRECT, *RULE_SETS.values())
        return next(rule for rule in known if rule.reading == reading)


DEFAULT_ORDER = ("pace-10-30", "cagr-95-60")
DEFAULT_COLOURS = "green-good"


def rule_book(order: tuple[str, ...] = DEFAULT_ORDER, colours: str = DEFAULT_COLOURS) -> RuleBook:
    """Return the rule book of these names; raise `KeyError` for an unknown one."""
    return RuleBook(tuple(RULE_SETS[name] for name in order), COLOURS[colours])
