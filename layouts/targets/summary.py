"""Targets of a base or a region at a glance: counts by status, what is due, what is overdue."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from layouts.parts import html
from layouts.parts.components import empty, link, section
from layouts.parts.html import Element
from layouts.targets.rows import target_rows
from layouts.targets.status import counts
from layouts.view import View
from targets.rules import MISSING, TargetStatus
from targets.tracked import TrackedTarget

NAME = "targets"  # of the section on its page


@dataclass(frozen=True, slots=True)
class TargetSummary:
    """What is shown of the targets of a base or a region, each list in the order of the page.

    `count` is the number of all of them, also of those that a later document replaced; the rest
    is about those in force: `counts` by status, those with a `comparable` latest value, those
    `falling_due` within twelve months, and those `overdue`.
    """

    count: int
    counts: Mapping[TargetStatus, int]
    comparable: Sequence[TrackedTarget]
    falling_due: Sequence[TrackedTarget]
    overdue: Sequence[TrackedTarget]


def rollup(view: View, summary: TargetSummary, none: str, **where: Any) -> Element:
    """A section with counts, the comparable targets, and lists of the others.

    `none` is the sentence for no targets at all; `where` are the parameters of the address that
    filter the tracker alike.
    """
    t = view.words
    if not summary.count:
        return section(t("base.targets"), empty(none), name=NAME)
    all_of_them = link(t("rollup.all", n=summary.count), view.href("/targets", **where))
    return section(
        t("base.targets"),
        html.Div([counts(view, summary.counts, **where), all_of_them], className="rollup"),
        target_rows(view, summary.comparable, **where)
        if summary.comparable
        else empty(t("rollup.silent")),
        *_lists(view, summary, **where),
        hint=t("rollup.hint"),
        name=NAME,
    )


def _lists(view: View, summary: TargetSummary, **where: Any) -> list[Element]:
    """What falls due within twelve months, and what is overdue, fold away."""
    t, soon, late = view.words, summary.falling_due, summary.overdue
    parts = [
        (t("rollup.soon", n=len(soon)), soon, {}),
        (t("rollup.overdue", n=len(late)), late, {"status": MISSING}),
    ]
    return [
        html.Details([html.Summary(text), target_rows(view, targets, **where, **more)])
        for text, targets, more in parts
        if targets
    ]
