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
from targets.tracked import TargetTime, TrackedTarget

NAME = "targets"  # of the section on its page


@dataclass(frozen=True, slots=True)
class TargetSummary:
    """What is shown of the targets of a base or a region, each list in the order of the page.

    All but `past` is of the current ones: their number is `count`, `counts` those by status;
    `comparable` have a latest value, `falling_due` are due within twelve months, `overdue` are
    past their day without a value. `past` is the number of those of earlier plans.
    """

    count: int
    past: int
    counts: Mapping[TargetStatus, int]
    comparable: Sequence[TrackedTarget]
    falling_due: Sequence[TrackedTarget]
    overdue: Sequence[TrackedTarget]

    @property
    def lagging(self) -> int:
        """The number of those that are behind or missed."""
        return sum(n for status, n in self.counts.items() if status.is_lagging)

    @property
    def awaited(self) -> int:
        """The number of those that are due and wait for a figure."""
        return self.counts.get(TargetStatus.AWAITED, 0)


def rollup(view: View, summary: TargetSummary, none: str, **where: Any) -> Element:
    """A section with counts, the comparable targets, and lists of the others.

    `none` is the sentence for no targets at all; `where` are the parameters of the address that
    filter the tracker alike.
    """
    t = view.words
    past = _past(view, summary.past, **where)
    if not summary.count:
        return section(t("base.targets"), empty(none), *past, name=NAME)
    all_of_them = link(t("rollup.all", n=summary.count), view.href("/targets", **where))
    return section(
        t("base.targets"),
        html.Div([counts(view, summary.counts, **where), all_of_them, *past], className="rollup"),
        target_rows(view, summary.comparable, **where)
        if summary.comparable
        else empty(t("rollup.silent")),
        *_lists(view, summary, **where),
        hint=t("rollup.hint"),
        name=NAME,
    )


def _past(view: View, count: int, **where: Any) -> list[Element]:
    """The way to the targets of earlier plans; nothing where there are none."""
    href = view.href("/targets", time=(TargetTime.PAST,), **where)
    return [link(view.words("rollup.past", n=count), href)] if count else []


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
