"""Targets of a base or a region at a glance: counts by status, what is due, what is overdue."""

from collections.abc import Sequence
from typing import Any

from layouts.parts import html
from layouts.parts.components import empty, link, section
from layouts.parts.html import Element
from layouts.targets.rows import target_rows
from layouts.targets.status import counts
from layouts.view import View
from targets import tracker
from targets.tracker import TrackedTarget

NAME = "targets"  # of the section on its page


def rollup(view: View, rows: Sequence[TrackedTarget], none: str, **where: Any) -> Element:
    """A section with counts, those with a comparable latest value, and lists of the others.

    `none` is the sentence for no targets at all; `where` are the parameters of the address that
    filter the tracker alike.
    """
    t = view.words
    if not rows:
        return section(t("base.targets"), empty(none), name=NAME)
    all_of_them = link(t("rollup.all", n=len(rows)), view.href("/targets", **where))
    comparable = tracker.comparable(tracker.in_force(rows))
    return section(
        t("base.targets"),
        html.Div([counts(view, tracker.counts(rows), **where), all_of_them], className="rollup"),
        target_rows(view, _pressing(comparable), **where)
        if comparable
        else empty(t("rollup.silent")),
        *_lists(view, rows, **where),
        hint=t("rollup.hint"),
        name=NAME,
    )


def _pressing(rows: Sequence[TrackedTarget]) -> list[TrackedTarget]:
    """The judged targets before those that cannot be judged yet, each part in its order."""
    return sorted(rows, key=lambda row: not row.status.is_judged)


def _lists(view: View, rows: Sequence[TrackedTarget], **where: Any) -> list[Element]:
    """What falls due within twelve months, and what is overdue, fold away."""
    t = view.words
    soon = tracker.falling_due(rows, view.context.today)
    late = tracker.overdue(rows)
    parts = [
        (t("rollup.soon", n=len(soon)), soon, {}),
        (t("rollup.overdue", n=len(late)), late, {"status": ("overdue",)}),
    ]
    return [
        html.Details([html.Summary(text), target_rows(view, targets, **where, **more)])
        for text, targets, more in parts
        if targets
    ]
