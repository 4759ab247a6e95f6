"""Proposals as they are shown: each with what answers it."""

from collections import defaultdict
from collections.abc import Sequence

from indicators.records import Proposal


def thread(rows: Sequence[Proposal]) -> tuple[list[Proposal], dict[str, list[Proposal]]]:
    """Split proposals from what answers them: the proposals, and the answers by the id answered."""
    answers: dict[str, list[Proposal]] = defaultdict(list)
    for row in rows:
        if row.responds_to:
            answers[row.responds_to].append(row)
    return [row for row in rows if not row.responds_to], dict(answers)
