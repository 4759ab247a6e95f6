"""Targets one a line: status, what was promised, a bullet, the latest value."""

from collections.abc import Sequence
from typing import Any

from layouts.parts import html
from layouts.parts.components import link
from layouts.parts.html import Children, Element
from layouts.parts.tiles import observation_link
from layouts.targets.status import bullet, chip, goal_link, revision
from layouts.view import View
from targets.tracked import TrackedTarget
from wording import formats, sentences

LINES = 4  # beside a figure
LISTED = 8  # targets in a list on a page that is not the tracker; the rest is a click away


def target_rows(view: View, rows: Sequence[TrackedTarget], **where: Any) -> Element:
    """The first `LISTED` targets as a list; a last line leads to all of them in the tracker.

    `where` are the parameters of the address that filter the tracker alike.
    """
    items = [html.Li(_row(view, row)) for row in rows[:LISTED]]
    if len(rows) > LISTED:
        href = view.href("/targets", **where)
        items.append(html.Li(link(view.words("rollup.more", n=len(rows) - LISTED), href)))
    return html.Ol(items, className="target-rows")


def target_lines(view: View, rows: Sequence[TrackedTarget], more: str) -> Element:
    """The first `LINES` targets of one indicator, a line each; the others stand at `more`."""
    named = len({row.target.region for row in rows}) > 1
    items = [html.Li(_line(view, row, named=named)) for row in rows[:LINES]]
    if len(rows) > LINES:
        items.append(html.Li(link(view.words("rollup.more", n=len(rows) - LINES), more)))
    return html.Ol(items, className="target-lines")


def _line(view: View, row: TrackedTarget, *, named: bool) -> list[Children]:
    """When it is due and of which region, what is promised, what is reached, and the status."""
    due = formats.period(row.target.period, view.words)
    region = f"{view.region(row.target.region).short(view.lang)} " if named else ""
    share = sentences.attained(row.assessment, view.context, "share")
    reached = html.Span(share, className="attained") if share else None
    return [
        html.Span(region + due, className="muted"),
        goal_link(view, row),
        chip(view, row.status, linked=True),
        html.Div([reached, bullet(view, row.assessment)], className="target-bar")
        if share
        else None,
    ]


def _row(view: View, row: TrackedTarget) -> list[Children]:
    view = view.in_scale_of(row.assessment.compared)
    return [
        chip(view, row.status, linked=True),
        html.Div(_name(view, row), className="target-name"),
        html.Div([goal_link(view, row), *revision(view, row)]),
        html.Div(_bar(view, row), className="target-bar"),
        html.Div(_latest(view, row), className="target-latest"),
    ]


def _name(view: View, row: TrackedTarget) -> list[Children]:
    target = row.target
    indicator = view.indicator(target.indicator)
    href = view.href(f"/indicator/{indicator.id}", region=(target.region,))
    due = formats.period(target.period, view.words)
    region = "" if indicator.is_of_a_company else view.region(target.region).short(view.lang)
    where = f" {region} · {due}" if region else f" {due}"
    title = indicator.definition(view.lang)
    return [link(indicator.name(view.lang), href, title=title), html.Span(where, className="muted")]


def _bar(view: View, row: TrackedTarget) -> list[Children]:
    """How much is reached, in words and as a bullet; nothing where nothing can be compared."""
    share = sentences.attained(row.assessment, view.context, "share")
    if not share:
        reason = row.assessment.reason
        text = view.words(f"reason.{reason}") if reason else ""
        return [html.Span(text, className="muted")]
    return [html.Span(share, className="attained"), bullet(view, row.assessment)]


def _latest(view: View, row: TrackedTarget) -> list[Children]:
    latest = row.assessment.latest
    if latest is None:
        return [html.Span(view.words("target.unreported"), className="muted")]
    period = formats.period(latest.row.period, view.words)
    return [observation_link(view, latest.row), html.Span(f" {period}", className="muted")]
