"""The bases one a line: leading figure, its target, gap, verdict, age, and all current targets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from indicators.records import Base
from indicators.vocabulary import PROVINCE
from layouts.parts import html
from layouts.parts.components import NONE, aria, joined, link, table
from layouts.parts.filters import OF_FIGURES, is_set
from layouts.parts.html import Children, Element
from layouts.parts.tiles import HeadlineFigure, age, change_line, indicator_link, reported_link
from layouts.targets.status import bullet, chip
from layouts.view import View
from targets.assessment import Assessment
from targets.rules import TargetStatus
from targets.telling import urgency
from targets.tracked import TrackedTarget
from wording import formats, sentences

COLUMNS = ("base", "lead", "latest", "gap", "verdict", "current")


@dataclass(frozen=True, slots=True)
class BaseRow:
    """A base at a glance.

    `target` is the current target of the leading figure, `other` a second one: an earlier one
    that the figure decided, or the next that is open. `counts` are of the current targets of the
    whole base by status. What the site or the filters leave out is None.
    """

    base: Base
    lead: HeadlineFigure | None
    target: TrackedTarget | None
    other: TrackedTarget | None
    counts: Mapping[TargetStatus, int]

    @property
    def told(self) -> TrackedTarget | None:
        """The more urgent of the two targets; None without any."""
        rows = [row for row in (self.target, self.other) if row]
        return min(rows, key=urgency, default=None)


def base_table(view: View, rows: Sequence[BaseRow]) -> Element:
    """The rows as a table, in their order."""
    headings = [view.words(f"overview.column.{name}") for name in COLUMNS]
    cells = [[cell(_scaled(view, row), row) for cell in CELLS] for row in rows]
    return table(headings, cells, view.words("overview.bases"))


def _scaled(view: View, row: BaseRow) -> View:
    """The view in the scale that the told target and its figure have in common."""
    return view.in_scale_of(row.told.assessment.compared) if row.told else view


def _base(view: View, row: BaseRow) -> Children:
    name = link(
        row.base.short(view.lang), view.href(f"/base/{row.base.id}"), title=row.base.name(view.lang)
    )
    return html.Div(name, className=f"base-name base-{row.base.id}")


def _lead(view: View, row: BaseRow) -> Children:
    """The indicator, and the target of the same indicator, region and unit."""
    if row.lead is None or row.lead.reported is None:
        hidden = is_set(view, *OF_FIGURES)
        return html.Div(view.words("figure.hidden" if hidden else "figure.missing"))
    region = row.lead.reported.shown.region
    name = indicator_link(view, row.lead.indicator, "tile-name", region=(region,))
    return [html.Div([_where(view, region), name]), *_aim(view, row)]


def _where(view: View, code: str) -> Children:
    """The region of a figure that is not of the whole province."""
    return None if code == PROVINCE else html.Span(f"{view.region(code).short(view.lang)} ")


def _aim(view: View, row: BaseRow) -> list[Children]:
    """The bullet of the told target and what it promises; a sentence where there is none."""
    if row.told is None:
        key = "card.hidden_target" if is_set(view, *OF_FIGURES) else "card.no_target"
        return [html.Div(view.words(key), className="muted")]
    goal = html.Span(_goal(view, row.told))
    return [
        bullet(view, row.told.assessment),
        html.Div([goal, *_even(view, row.told)], className="muted"),
    ]


def _goal(view: View, row: TrackedTarget) -> str:
    due = formats.period(row.target.period, view.words)
    goal = formats.target_quantity(row.target, view.catalogue, view.words)
    return view.words("overview.goal", due=due, goal=goal)


def _even(view: View, row: TrackedTarget) -> list[Children]:
    """The value that an even pace would have reached today; nothing where none is defined."""
    even = row.assessment.projection.even_pace
    if even is None:
        return []
    value = formats.converted(even, row.target.indicator, view.catalogue, view.words)
    return [" ", html.Span(view.words("overview.even", value=value), className="even")]


def _latest(view: View, row: BaseRow) -> Children:
    if row.lead is None or row.lead.reported is None:
        return NONE
    reported = row.lead.reported
    period = formats.period(reported.shown.period, view.words)
    value = html.Div(reported_link(view, reported), className="tile-value")
    return [value, html.Div([period, *age(view, reported)], className="muted")]


def _gap(view: View, row: BaseRow) -> Children:
    """The distance from the told target and what is still needed; else the latest change."""
    if row.told is None:
        return change_line(view, row.lead) if row.lead else NONE
    assessment = row.told.assessment
    gap = sentences.gap(assessment, view.context)
    need = _need(view, assessment) or sentences.attained(assessment, view.context, "share")
    lines = [html.Div(gap, className="gap"), html.Div(need, className="muted")]
    return lines if gap or need else NONE


def _need(view: View, row: Assessment) -> str:
    """What each year or month left has to bring; empty for what is over or needs nothing."""
    ahead = row.projection
    if ahead.per_month is not None:
        value = formats.converted(ahead.per_month, row.target.indicator, view.catalogue, view.words)
        return view.words("overview.per_month", value=value)
    if ahead.per_year is None or ahead.per_year <= 0:
        return ""
    return view.words("overview.per_year", share=formats.share(ahead.per_year, view.words))


def _verdict(view: View, row: BaseRow) -> Children:
    """The status of each target with its year, the told one with since when."""
    told = row.told
    if told is None:
        return html.Span(view.words("overview.no_target"), className="muted")
    rest = [each for each in (row.target, row.other) if each and each is not told]
    since = html.Div(_since(view, told), className="muted")
    return [_status(view, told), since, *(html.Div(_status(view, each)) for each in rest)]


def _status(view: View, row: TrackedTarget) -> Element:
    due = formats.period(row.target.period, view.words)
    text = view.words("overview.status", due=due, status=view.words(f"tstatus.{row.status}"))
    return chip(view, row.status, text, linked=True)


def _since(view: View, row: TrackedTarget) -> str:
    """Since which month a verdict stands; of what has none, when it is or was due."""
    point = row.assessment.reached or row.assessment.latest
    is_open = not row.status.is_judged or point is None
    day = row.due if point is None or is_open or row.assessment.basis == "final" else point.date
    month = formats.period(f"{day.year}-{day.month:02}", view.words)
    key = "since" if not is_open else "was_due" if row.due < view.context.today else "is_due"
    return view.words(f"overview.{key}", month=month)


def _current(view: View, row: BaseRow) -> Children:
    """The number of all current targets, a bar of their statuses, and each status as a link."""
    if not row.counts:
        return html.Span(view.words("overview.none_current"), className="muted")
    where = {"base": (row.base.id,)}
    total = sum(row.counts.values())
    count = link(view.words("tracker.count", n=total), view.href("/targets", **where))
    return [
        html.Div([count, _bar(view, row.counts)], className="status-line"),
        html.Div(_parts(view, row.counts, where), className="muted"),
    ]


def _bar(view: View, counts: Mapping[TargetStatus, int]) -> Element:
    """One thin bar, a stretch a status as long as its number; the words beside it tell the same."""
    parts = [
        html.Span(
            className=None if status.is_judged else f"bar-{status}",
            style={"flexGrow": n, "color": view.looks.of(status).colour},
        )
        for status, n in counts.items()
    ]
    return html.Div(parts, className="status-bar", **aria(hidden="true"))


def _parts(view: View, counts: Mapping[TargetStatus, int], where: dict[str, Any]) -> list[Children]:
    t = view.words
    links = [
        link(
            t("overview.counted", status=t(f"tstatus.{status}"), n=n),
            view.href("/targets", status=(status,), **where),
        )
        for status, n in counts.items()
    ]
    return joined(links, " · ")


CELLS = (_base, _lead, _latest, _gap, _verdict, _current)
