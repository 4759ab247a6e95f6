"""How the status of a target looks: a shape, so that it is told without colour, and a colour.

What colours mean is a setting: red praises in one office and blames in another.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from targets.rules import TargetStatus

SHAPES = {
    TargetStatus.SURPASSED: "star",
    TargetStatus.ACHIEVED: "check",
    TargetStatus.ON_TRACK: "circle",
    TargetStatus.SLIGHTLY_BEHIND: "diamond",
    TargetStatus.BEHIND: "triangle",
    TargetStatus.FAR_BEHIND: "square",
    TargetStatus.MOVING_AWAY: "arrow",
    TargetStatus.MET_LATER: "flag",
    TargetStatus.MISSED: "cross",
    TargetStatus.STILL_UNMET: "bar",
    TargetStatus.AWAITED: "ring",
    TargetStatus.UNRECORDED: "dashes",
    TargetStatus.NOT_DUE: "outline",
    TargetStatus.NO_DATA: "dots",
}
# In the order of `TargetStatus`; each has a contrast to white of at least 4.5:1.
UNJUDGED = ("#5F6975",) * 4  # grey outlines: what is not known is no verdict
ORDERED = {
    # The traffic light of Yinchuan's notices, and of Eurostat's arrows.
    "green-good": (
        "#0F4023",
        "#14532D",
        "#1B7A43",
        "#8A6100",
        "#A84B00",
        "#B3261E",
        "#8C1D4B",
        "#3D6B4F",
        "#7F1D1D",
        "#7F1D1D",
    ),
    # Red lists praise and black lists blame (红黑榜).
    "red-good": (
        "#8F1D17",
        "#B3261E",
        "#C2410C",
        "#8A6100",
        "#6B5B2A",
        "#3F3F46",
        "#27272A",
        "#9A4A2E",
        "#111113",
        "#111113",
    ),
    # Red, amber, blue (红黄蓝): blue is good.
    "blue-good": (
        "#172554",
        "#1E3A8A",
        "#1D5FBF",
        "#8A6100",
        "#A84B00",
        "#B3261E",
        "#8C1D4B",
        "#44619D",
        "#7F1D1D",
        "#7F1D1D",
    ),
}
COLOURS: dict[str, dict[TargetStatus, str]] = {
    name: dict(zip(TargetStatus, (*judged, *UNJUDGED), strict=True))
    for name, judged in ORDERED.items()
}
DEFAULT_COLOURS = "green-good"


@dataclass(frozen=True, slots=True)
class Look:
    """How a status is shown beside its word: the name of a shape, a colour as #RRGGBB."""

    shape: str
    colour: str


@dataclass(frozen=True, slots=True)
class StatusLooks:
    """The looks of all statuses in one scheme of colours."""

    colours: Mapping[TargetStatus, str]

    def of(self, status: TargetStatus) -> Look:
        """The shape and the colour of a status."""
        return Look(SHAPES[status], self.colours[status])


def status_looks(colours: str = DEFAULT_COLOURS) -> StatusLooks:
    """Return the looks in a scheme of `COLOURS`; raise `KeyError` for an unknown one."""
    return StatusLooks(COLOURS[colours])
