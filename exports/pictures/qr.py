"""The address of a picture inside the picture, for the camera of a phone."""

from typing import Any

import segno

MODULE = 2  # px, at the width that figures are laid out for
QUIET = 4 * MODULE  # the empty edge that readers need
EDGE = 12  # px, as the template has it
OVERLAP = 0.06  # rows touch; without it a hair of white would show between them
INK = "#000000"


def with_qr(figure: dict[str, Any], address: str) -> dict[str, Any]:
    """Return `figure` with the code in its lower right corner, in a bottom margin that holds it.

    It is drawn in px, so it has the same size however large the plot grows; and right of the foot,
    which is broken for a narrow chart, wherever a picture is made.
    """
    layout = dict(figure["layout"])
    margin = dict(layout["margin"])
    rows = [list(row) for row in _code(address).matrix]
    side = len(rows) * MODULE + QUIET
    below = -float(layout["annotations"][-1]["yshift"])  # ticks and titles of the axis
    missing = max(0.0, below + side + EDGE - margin["b"])
    layout["height"] += missing
    margin["b"] += missing
    left, bottom = margin["r"] - EDGE - len(rows) * MODULE, EDGE - margin["b"]
    shape = {
        "type": "path", "path": _path(rows, left, bottom), "xref": "paper", "yref": "paper",
        "xanchor": 1, "yanchor": 0, "xsizemode": "pixel", "ysizemode": "pixel", "layer": "above",
        "fillcolor": INK, "line": {"width": 0}, "fillrule": "nonzero",
    }  # fmt: skip
    layout |= {"margin": margin, "shapes": [*layout.get("shapes", ()), shape]}
    return {**figure, "layout": layout}


def _code(address: str) -> segno.QRCode:
    return segno.make_qr(address, error="m")


def _path(rows: list[list[int]], left: float, bottom: float) -> str:
    """One rectangle for each run of dark modules, in px right of and above the corner."""
    parts = []
    for number, row in enumerate(reversed(rows)):
        low = bottom + number * MODULE
        for first, last in _runs(row):
            high = low + MODULE + OVERLAP
            start, end = left + first * MODULE, left + last * MODULE
            parts.append(f"M{start:g},{low:g}H{end:g}V{high:g}H{start:g}Z")
    return "".join(parts)


def _runs(row: list[int]) -> list[tuple[int, int]]:
    edges = [0, *row, 0]
    turns = [n for n in range(len(row) + 1) if bool(edges[n]) != bool(edges[n + 1])]
    return list(zip(turns[::2], turns[1::2], strict=True))
