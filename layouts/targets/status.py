"""How a target's status is shown everywhere: a chip, a tiny bullet, counts."""

from collections.abc import Mapping
from typing import Any

from layouts.parts import html
from layouts.parts.components import link
from layouts.parts.html import Children, Element
from layouts.view import View
from targets.assessment import Assessment
from targets.rules import TargetStatus
from targets.tracked import TrackedTarget
from wording import formats

BEYOND = 1.25  # the share of the target at the right end of a tiny bullet


def chip(view: View, status: TargetStatus, text: str = "", *, linked: bool = False) -> Element:
    """A status as a word with its shape and colour; the title says what it means.

    A `linked` one leads to its method; one inside a link cannot.
    """
    look = view.looks.of(status)
    word = text or view.words(f"tstatus.{status}")
    plain: Any = {
        "className": f"status shape-{look.shape}",
        "style": {"color": look.colour},
        "title": view.words(f"tstatus_means.{status}"),
    }
    if linked:
        return link(word, view.href("/about") + f"#{place(status)}", **plain)
    return html.Span(word, **plain)


def place(status: TargetStatus) -> str:
    """The id of the element on the page of methods that explains a status."""
    return f"status-{status}"


def bullet(view: View, row: Assessment) -> Element | None:
    """The share attained as a bar with a tick at the target; None where there is no share.

    The bar is cut at the right end, `BEYOND`, and empty for a share below zero.
    """
    if row.attainment is None:
        return None
    done = max(0.0, min(row.attainment, BEYOND)) / BEYOND
    style: Any = {
        "--done": f"{done * 100:.1f}%",
        "--tick": f"{100 / BEYOND:.0f}%",
        "color": view.looks.of(row.status).colour,
    }
    return html.Span(className="bullet", style=style)


def goal_link(view: View, row: TrackedTarget) -> Element:
    """The target's quantity, leading to the document that states it."""
    source = row.target.source
    return link(
        formats.target_quantity(row.target, view.catalogue, view.words),
        view.href("/sources", id=source.id),
        title=f"{source.title} · {formats.as_printed(row.target, view.catalogue, view.words)}",
        className="figure-link",
    )


def revision(view: View, row: TrackedTarget) -> list[Children]:
    """By which document a target was revised, or that it repeats an earlier one; else empty."""
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
        return [html.Span(text, title=first.title, className="tag restated")]
    return []


def counts(view: View, numbers: Mapping[TargetStatus, int], **where: Any) -> Element:
    """The `numbers` of targets by status, each leading to those targets in the tracker.

    `where` are the parameters of the address that filter the tracker alike.
    """
    items = [
        link(
            [chip(view, status), html.Span(str(n), className="count")],
            view.href("/targets", status=(status,), **where),
        )
        for status, n in numbers.items()
    ]
    return html.Div(items, className="status-counts")
