"""How a target's status is shown everywhere: a chip, a tiny bullet, counts."""

from collections.abc import Mapping
from typing import Any

from indicators import periods
from indicators.records import Source, Target
from layouts.parts import html
from layouts.parts.components import link
from layouts.parts.html import Children, Element
from layouts.view import View
from targets.assessment import Assessment
from targets.rules import TargetStatus
from targets.tracked import TargetTime, TrackedTarget
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

    The bar is cut at the right end, `BEYOND`, and empty for a share below zero. A second tick
    stands where an even pace would be today, if one is defined.
    """
    if row.attainment is None:
        return None
    done = max(0.0, min(row.attainment, BEYOND)) / BEYOND
    style: Any = {
        "--done": f"{done * 100:.1f}%",
        "--tick": f"{100 / BEYOND:.0f}%",
        "color": view.looks.of(row.status).colour,
    }
    even = row.projection.even_pace
    if even is None or not row.target.value:
        return html.Span(className="bullet", style=style)
    share = max(0.0, min(even / row.target.value, BEYOND)) / BEYOND
    return html.Span(className="bullet paced", style=style | {"--even": f"{share * 100:.1f}%"})


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
    """Links to who else tells a target, and to what replaced it or what it replaced; else empty."""
    told = [_told(view, other.source) for other in row.restated]
    if row.revised_by:
        time = row.time_in_force(view.context.today)
        return [*told, _rival(view, "revision.by", row.revised_by, time)]
    replaced = [_rival(view, "revision.replaces", t, TargetTime.SUPERSEDED) for t in row.replaces]
    return [*told, *replaced]


def _told(view: View, source: Source) -> Element:
    """A link to another publication that tells the same target."""
    text = view.words("revision.told", source=formats.source_short(source, view.words))
    href = view.href("/sources", id=source.id)
    return link(text, href, title=source.title, className="tag restated")


def _rival(view: View, key: str, other: Target, time: TargetTime) -> Element:
    """A link to another target of the same subject in the tracker, under its quantity."""
    text = view.words(key, goal=formats.target_quantity(other, view.catalogue, view.words))
    year = periods.parse(other.period).year
    where = {"base": (view.indicator(other.indicator).base,), "region": (other.region,)}
    href = view.href("/targets", **where, from_=year, to=year, time=(time,))
    return link(text, href, title=other.source.title, className="tag revised")


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
