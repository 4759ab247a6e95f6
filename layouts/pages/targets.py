"""The page `/targets`: every target with its status, to sort, to filter, to take away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from charts import addresses
from layouts.parts import html
from layouts.parts.components import link, page, section
from layouts.parts.filters import filters
from layouts.parts.html import Element
from layouts.targets.status import chip
from layouts.targets.table import sortable
from layouts.view import View
from targets.rules import TargetStatus
from targets.tracked import TargetTime, TrackedTarget
from wording import formats

FILTERS = ("base", "region", "from", "to", "target_kind", "status", "comparator")


@dataclass(frozen=True, slots=True)
class TargetsPage:
    """What the tracker shows: the rows in their order.

    `counts` are by status and `times` by kind of time, each of what the other filters leave.
    """

    rows: Sequence[TrackedTarget]
    counts: Mapping[TargetStatus, int]
    times: Mapping[TargetTime, int]


def tracker(view: View, content: TargetsPage) -> Element:
    """The page `/targets`."""
    t = view.words
    none = t("tracker.none")
    return page(view, t(f"tracker.title.{_time(view)}"), _lead(view), filters(view, *FILTERS), [
        section(
            t("tracker.count", n=len(content.rows)),
            _times(view, content),
            _counts(view, content),
            _files(view),
            sortable(view, content.rows, none),
            class_name="tracker",
        )
    ])  # fmt: skip


def _time(view: View) -> str:
    """The one kind of time that the address asks for; "all" where it asks for several."""
    first, *others = view.state.time or (TargetTime.CURRENT,)
    return "all" if others else first


def _lead(view: View) -> list[Element]:
    t = view.words
    day = formats.day(view.context.release.day, view.words)
    year = view.context.today.year - 1
    text = t(f"tracker.lead.{_time(view)}", day=day, year=year)
    return [html.Span(text), link(t("tracker.methods"), view.href("/about"))]


def _times(view: View, content: TargetsPage) -> Element:
    """The kinds of targets by time, each with its number, and all of them together."""
    kinds = [(kind, (kind,), content.times.get(kind, 0)) for kind in TargetTime]
    every = ("all", tuple(TargetTime), sum(content.times.values()))
    items = [
        link(
            [view.words(f"time.{name}"), html.Span(str(n), className="count")],
            view.here(time=() if times == (TargetTime.CURRENT,) else times, status=()),
            className="chosen-status" if name == _time(view) else "",
        )
        for name, times, n in (*kinds, every)
    ]
    return html.Div(items, className="status-counts target-times")


def _counts(view: View, content: TargetsPage) -> Element:
    """A chip per status; one that is chosen lets go on a second click."""
    items = [_count(view, status, n) for status, n in content.counts.items()]
    return html.Div(items, className="status-counts")


def _count(view: View, status: TargetStatus, n: int) -> Element:
    chosen = view.state.status == (status,)
    return link(
        [chip(view, status), html.Span(str(n), className="count")],
        view.here(status=() if chosen else (status,)),
        className="chosen-status" if chosen else "",
    )


def _files(view: View) -> Element:
    """The same rows as files; the address is that of the page."""
    query = addresses.query(view.state)
    return html.P(
        [
            html.A(
                view.words(f"tracker.{kind}"),
                href=f"/targets.{kind}{query}",
                download="",
                className="button",
            )
            for kind in ("csv", "xlsx")
        ],
        className="files",
    )
