"""Targets of a base or a region at a glance: counts by status, what is due, what is overdue."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from indicators import tracker
from indicators.tracker import Standing
from layouts.components import empty, link, section
from layouts.standing import counts, short_list
from layouts.targets import standings
from layouts.view import View

SHOWN = 12  # rows of the table on a page that is not the tracker


def rollup(view: View, rows: Sequence[Standing], none: str, **where: Any) -> Component:
    """A section with counts, the next targets, and lists; `where` filters the tracker alike."""
    t = view.words
    if not rows:
        return section(t("base.targets"), empty(none))
    all_of_them = link(t("rollup.all", n=len(rows)), view.href("/targets", **where))
    return section(
        t("base.targets"),
        html.Div([counts(view, tracker.counts(rows), **where), all_of_them], className="rollup"),
        *_lists(view, rows, **where),
        standings(view, list(rows)[:SHOWN], without=("base", "kind")),
        hint=t("rollup.hint"),
    )


def _lists(view: View, rows: Sequence[Standing], **where: Any) -> list[Component]:
    """What falls due within twelve months stays open; what is overdue folds away."""
    t = view.words
    soon = tracker.falling_due(rows, view.context.today)
    late = tracker.overdue(rows)
    parts = [
        (t("rollup.soon", n=len(soon)), soon, {}),
        (t("rollup.overdue", n=len(late)), late, {"status": ("overdue",)}),
    ]
    return [
        html.Details([html.Summary(text), short_list(view, found, **where, **more)])
        for text, found, more in parts
        if found
    ]
