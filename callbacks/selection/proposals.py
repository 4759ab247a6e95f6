"""Proposals as they are shown: each with what answers it, where the address asks for it."""

from collections import defaultdict
from collections.abc import Sequence

from indicators.records import Project, Proposal
from layouts.view import View


def thread(rows: Sequence[Proposal]) -> tuple[list[Proposal], dict[str, list[Proposal]]]:
    """Split proposals from what answers them, by the id answered."""
    answers: dict[str, list[Proposal]] = defaultdict(list)
    for row in rows:
        if row.responds_to:
            answers[row.responds_to].append(row)
    return [row for row in rows if not row.responds_to], dict(answers)


def matches(view: View, row: Project | Proposal) -> bool:
    """Whether a row is of the regions (or counties inside them) and bases of the address."""
    regions = view.state.region
    inside = not regions or row.region in regions or view.region(row.region).parent in regions
    return inside and (not view.state.base or row.base in view.state.base)
