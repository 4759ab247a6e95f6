"""How a target's status is shown everywhere: a chip, a tiny bullet, counts, short lists."""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from figures import formats, sentences
from indicators.assessment import Assessment
from indicators.tracker import Standing
from layouts.components import Children, link, source_link
from layouts.view import View

BEYOND = 1.25  # the share of the target at the right end of a tiny bullet
LISTED = 8  # targets in a short list; the rest is a click away


def chip(view: View, status: str, text: str = "") -> Component:
    """A status as a word with its shape and colour; the title says what it means."""
    look = view.context.rules.look(status)
    return html.Span(
        text or view.words(f"tstatus.{status}"),
        className=f"status shape-{look.shape}",
        style={"color": look.colour},
        title=view.words(f"tstatus_means.{status}"),
    )


def bullet(view: View, row: Assessment) -> Component | None:
    """The share attained as a bar with a tick at the target; None where there is no share."""
    if row.attainment is None:
        return None
    done = max(0.0, min(row.attainment, BEYOND)) / BEYOND
    style: Any = {
        "--done": f"{done * 100:.1f}%",
        "--tick": f"{100 / BEYOND:.0f}%",
        "color": view.context.rules.look(row.status).colour,
    }
    return html.Span(className="bullet", style=style)


def goal_link(view: View, row: Standing) -> Component:
    """The target's quantity, leading to the document that states it."""
    source = row.target.source
    return link(
        formats.target_quantity(row.target, view.catalogue, view.words),
        view.href("/sources", id=source.id),
        title=f"{source.title} · {formats.as_printed(row.target, view.catalogue, view.words)}",
        className="figure-link",
    )


def revision(view: View, row: Standing) -> list[Children]:
    """By which document a target was revised, or that it repeats an earlier one; else nothing."""
    if row.revised_by:
        later = row.revised_by
        text = view.words(
            "revision.by", goal=formats.target_quantity(later, view.catalogue, view.words)
        )
        href = view.href("/sources", id=later.source.id)
        return [link(text, href, title=later.source.title, className="tag revised")]
    if row.restates:
        first = row.restates.source
        text = view.words("revision.restates", date=formats.published(first, view.words))
        return [html.Span(text, title=first.title, className="tag")]
    return []


def counts(view: View, found: Mapping[str, int], **where: Any) -> Component:
    """The number of targets by status, each leading to those targets in the tracker."""
    items = [
        link(
            [chip(view, status), html.Span(str(n), className="count")],
            view.href("/targets", status=(status,), **where),
        )
        for status, n in found.items()
    ]
    return html.Div(items, className="status-counts")


def short_list(view: View, rows: Sequence[Standing], **where: Any) -> Component:
    """Targets one a line; what is more than a few stands in the tracker."""
    items: list[Component] = [html.Li(_line(view, row)) for row in rows[:LISTED]]
    if len(rows) > LISTED:
        href = view.href("/targets", **where)
        items.append(html.Li(link(view.words("rollup.more", n=len(rows) - LISTED), href)))
    return html.Ul(items, className="plain target-lines")


def _line(view: View, row: Standing) -> list[Children]:
    target = row.target
    name = view.indicator(target.indicator).name(view.lang)
    href = view.href(f"/indicator/{target.indicator}", region=(target.region,))
    return [
        chip(view, row.status),
        html.Span(formats.period(target.period, view.words), className="muted"),
        link(f"{view.region(target.region).short(view.lang)} · {name}", href),
        goal_link(view, row),
        source_link(view, target.source),
    ]


def leading_line(view: View, row: Standing) -> list[Children]:
    """A target in a card: due, goal, status and how much of it is done."""
    target = row.target
    text = view.words(
        "card.target",
        region=sentences.region_name(target.region, view.context),
        name=view.indicator(target.indicator).name(view.lang),
        due=formats.period(target.period, view.words),
        goal=formats.target_quantity(target, view.catalogue, view.words),
    )
    href = view.href(f"/indicator/{target.indicator}", region=(target.region,))
    share = sentences.attainment(row.assessment, view.context)
    said = view.words(attained_key(target.comparator), share=share) if share else ""
    line = html.Div([chip(view, row.status), html.Span(said, className="attained")])
    return [link(text, href), line, bullet(view, row.assessment)]


def attained_key(comparator: str) -> str:
    """The words for a share: of a cap it is used up, of a goal it is done."""
    return "attainment.cap" if comparator == "<=" else "attainment.goal"
