"""Where the labels of points go so that they do not lie on each other or on a mark."""

from collections.abc import Sequence
from dataclasses import dataclass

from figures.text import width

SIZE = 11  # font size of a label, px
GAP = 7  # from the mark to its label, px
MARK = 4  # half a mark, px


@dataclass(frozen=True, slots=True)
class Label:
    """A text to be written at a point; `x` and `y` in px of the narrowest plot, y upward.

    One that `must` be written is, even where it lies on something.
    """

    x: float
    y: float
    lines: tuple[str, ...]
    must: bool = False


Box = tuple[float, float, float, float]  # left, bottom, right, top in px
SIDES = ("top center", "bottom center", "top left", "top right", "bottom left", "bottom right",
         "middle left", "middle right")  # fmt: skip


def place(labels: Sequence[Label], marks: Sequence[tuple[float, float]], plot: Box) -> list[str]:
    """Return a plotly text position per label, or "" for one that finds no free place.

    `marks` are the middles of what a label must not hide, in px; `plot` is the box that it stays
    in: left, bottom, right, top in px.
    Labels take the first free side in turn; one that `must` be shown takes the least bad.
    """
    taken: list[Box] = [(x - MARK, y - MARK, x + MARK, y + MARK) for x, y in marks]
    sides: list[str] = []
    for label in labels:
        tried = [(_overlap(_box(label, side), taken, plot), side) for side in SIDES]
        cost, side = min(tried, key=lambda pair: pair[0])
        if cost > 1 and not label.must:
            sides.append("")
            continue
        sides.append(side)
        taken.append(_box(label, side))
    return sides


def _box(label: Label, side: str) -> Box:
    wide = max(width(line) for line in label.lines) * SIZE
    tall = len(label.lines) * SIZE * 1.3
    vertical, horizontal = side.split()
    left = {"left": label.x - GAP - wide, "center": label.x - wide / 2, "right": label.x + GAP}
    low = {"top": label.y + GAP, "middle": label.y - tall / 2, "bottom": label.y - GAP - tall}
    x, y = left[horizontal], low[vertical]
    return x, y, x + wide, y + tall


def _overlap(box: Box, taken: Sequence[Box], plot: Box) -> float:
    area = sum(_common(box, other) for other in taken)
    return area + (box[2] - box[0]) * (box[3] - box[1]) - _common(box, plot)


def _common(one: Box, other: Box) -> float:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    tall = min(one[3], other[3]) - max(one[1], other[1])
    return wide * tall if wide > 0 and tall > 0 else 0.0
