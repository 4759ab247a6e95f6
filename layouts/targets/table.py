"""Targets in a table: status, what was promised, where it stands, and what decided."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from charts.addresses import SORTS
from layouts.parts import html
from layouts.parts.components import NONE, empty, joined, source_link, table, unfoldable
from layouts.parts.html import Children, Element
from layouts.parts.sorting import sort_head
from layouts.parts.tiles import indicator_link, observation_link
from layouts.targets.status import bullet, chip, goal_link, revision
from layouts.view import View
from targets.tracked import TrackedTarget
from wording import formats, sentences

Cell = Callable[[View, TrackedTarget], Children]


@dataclass(frozen=True, slots=True)
class TargetColumn:
    """A column of the table: its name in the address and in the catalogues, and its cells."""

    name: str
    cell: Cell


def target_table(
    view: View,
    rows: Sequence[TrackedTarget],
    none: str = "",
    without: Sequence[str] = (),
    caption: str = "",
) -> Element:
    """The targets as a table; the sentence `none` when there are none.

    `without` names columns that are left out; `caption` tells it from others on its page.
    """
    if not rows:
        return empty(none)
    columns = [column for column in COLUMNS if column.name not in without]
    headings = [view.words(f"column.{column.name}") for column in columns]
    cells = [[column.cell(_scaled(view, row), row) for column in columns] for row in rows]
    return table(headings, cells, caption or view.words("targets.caption"))


def sortable(view: View, rows: Sequence[TrackedTarget], none: str) -> Element:
    """The same table, each heading a link that sorts by its column."""
    if not rows:
        return empty(none)
    columns = [column for column in COLUMNS if column.name in SORTS]
    headings = [view.words(f"column.{column.name}") for column in columns]
    names = [column.name for column in columns]
    heads = [sort_head(view, *pair) for pair in zip(names, headings, strict=True)]
    cells = [[column.cell(_scaled(view, row), row) for column in columns] for row in rows]
    box = table(headings, cells, view.words("targets.caption"), heads)
    return unfoldable(view, box, len(rows))


def _scaled(view: View, row: TrackedTarget) -> View:
    """The view in the scale that the target and its figure have in common."""
    return view.in_scale_of(row.assessment.compared)


def _status(view: View, row: TrackedTarget) -> Children:
    return chip(view, row.status, linked=True)


def _base(view: View, row: TrackedTarget) -> Children:
    base = view.indicator(row.target.indicator).base
    return view.catalogue.bases[base].short(view.lang)


def _indicator(view: View, row: TrackedTarget) -> Children:
    target = row.target
    return indicator_link(view, view.indicator(target.indicator), region=(target.region,))


def _region(view: View, row: TrackedTarget) -> Children:
    return view.region(row.target.region).short(view.lang)


def _due(view: View, row: TrackedTarget) -> Children:
    return formats.period(row.target.period, view.words)


def _target(view: View, row: TrackedTarget) -> Children:
    extra = revision(view, row)
    return html.Div([goal_link(view, row), " ", *extra]) if extra else goal_link(view, row)


def _latest(view: View, row: TrackedTarget) -> Children:
    latest = row.assessment.latest
    if latest is None:
        return html.Span(view.words("target.unreported"), className="muted")
    period = formats.period(latest.row.period, view.words)
    return html.Div([observation_link(view, latest.row), f" {period}"])


def _attainment(view: View, row: TrackedTarget) -> Children:
    share = sentences.attained(row.assessment, view.context, "share")
    return html.Div([share, bullet(view, row.assessment)]) if share else NONE


def _gap(view: View, row: TrackedTarget) -> Children:
    return sentences.gap(row.assessment, view.context) or NONE


def _reading(view: View, row: TrackedTarget) -> Children:
    """What decided: a value of the due date, a reading, or the reason why nothing could."""
    assessment = row.assessment
    if assessment.reason:
        return view.words(f"reason.{assessment.reason}")
    return view.words(f"method.{assessment.basis}")


def _kind(view: View, row: TrackedTarget) -> Children:
    return view.words(f"target.{row.target.kind}")


def _source(view: View, row: TrackedTarget) -> Children:
    """The publications that tell the target, the earliest first."""
    links = [source_link(view, target.source) for target in row.statements]
    return html.Div(joined(links, view.words("list.join"))) if row.restated else links[0]


COLUMNS = tuple(
    TargetColumn(name, cell)
    for name, cell in (
        ("status", _status), ("base", _base), ("indicator", _indicator), ("region", _region),
        ("due", _due), ("target", _target), ("latest", _latest), ("attainment", _attainment),
        ("gap", _gap), ("reading", _reading), ("kind", _kind), ("source", _source),
    )
)  # fmt: skip
