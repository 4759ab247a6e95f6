"""How the lines of native charts look, for slides and for workbooks."""

from dataclasses import dataclass, replace

from exports.documents.chart_sheet import SheetLine
from figures.native import Look

LABEL = 11  # points
DENSE, SMALL = 14, 4  # beyond so many values the line is read, and its marks are small
WHITE = "#FFFFFF"


@dataclass(frozen=True, slots=True)
class LineLook:
    """A line `wide` points (0 is none) with marks of a `sign` (empty is none), `size` points.

    `dash` is "", "dash" or "dot".
    """

    wide: float
    dash: str = ""
    sign: str = "circle"
    size: int = 7
    side: str = "above"  # of its texts


LOOKS: dict[Look, LineLook] = {
    "line": LineLook(2.25),
    "lesser": LineLook(1.25, size=5),
    "range": LineLook(0, sign="dash", size=8),
    "target": LineLook(0, sign="diamond", size=9, side="below"),
    "cap": LineLook(0, sign="square", size=8, side="below"),
    "required": LineLook(1.25, "dash", ""),
    "projected": LineLook(1.5, "dot", ""),
}


def look(line: SheetLine) -> LineLook:
    """The look of a line: forecasts are dashed and open, crowded marks are small."""
    plain = LOOKS[line.line.look]
    size = plain.size if len(line.texts) <= DENSE else SMALL
    return replace(plain, size=size, dash="dash" if line.is_dashed else plain.dash)
