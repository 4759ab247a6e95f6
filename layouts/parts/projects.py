"""Projects as a table: how far each is, with every report that says so."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from indicators.projects import DATED, ProjectHistory, ProjectSum
from indicators.records import Project
from layouts.parts import html
from layouts.parts.components import NONE, empty, link, source_link, table, unfoldable
from layouts.parts.html import Children, Element
from layouts.parts.listings import region_link
from layouts.parts.sorting import sort_head
from layouts.view import View
from wording import formats
from wording.projects import capacity, investment, stage


@dataclass(frozen=True, slots=True)
class ProjectColumn:
    """A column of the table: its name in the address and in the catalogues, and its cells."""

    name: str
    cell: Callable[[View, ProjectHistory], Children]


def projects(
    view: View,
    rows: Sequence[ProjectHistory],
    without: Sequence[str] = (),
    *,
    is_sorted: bool = False,
) -> Element:
    """Projects as a table, without the columns that say the same in every row.

    `is_sorted` makes headings links that sort the page.
    """
    if not rows:
        return empty(view.words("projects.none"))
    columns = [column for column in COLUMNS if column.name not in without]
    headings = [view.words(f"column.{column.name}") for column in columns]
    heads = [
        sort_head(view, column.name, heading)
        if column.name != SOURCE
        else html.Th(heading, scope="col")
        for column, heading in zip(columns, headings, strict=True)
    ]
    cells = [[column.cell(view, row) for column in columns] for row in rows]
    box = table(headings, cells, view.words("nav.projects"), heads if is_sorted else ())
    return unfoldable(view, box, len(rows))


def _name(view: View, row: ProjectHistory) -> Children:
    """The name; of several reports each behind it, the first one first."""
    newest = row.newest
    note = newest.note(view.lang)
    shown = html.Span(newest.name(view.lang), title=note or None)
    if len(row.reports) == 1:
        return shown
    told = [html.Li(_report(view, each)) for each in reversed(row.reports)]
    return html.Div([shown, html.Ol(told, className="history")])


def _report(view: View, row: Project) -> list[Children]:
    assert row.source is not None  # the store always joins it
    said = (
        view.words(f"stage.{row.stage}"),
        formats.period(row.year, view.words) if row.year else "",
        capacity(row, view.context),
        investment(row, view.context),
    )
    return [" ".join(part for part in said if part), " · ", source_link(view, row.source)]


def _base(view: View, row: ProjectHistory) -> Children:
    base = view.catalogue.bases[row.newest.base]
    return link(base.short(view.lang), view.href(f"/base/{base.id}"))


def _region(view: View, row: ProjectHistory) -> Children:
    return region_link(view, row.newest.region)


def _stage(view: View, row: ProjectHistory) -> Children:
    text, standing = stage(row, view.context), row.standing(view.context.today)
    return html.Span(text, className=f"stage stage-{standing}")


def _year(view: View, row: ProjectHistory) -> Children:
    return formats.period(row.newest.year, view.words) if row.newest.year else NONE


def _capacity(view: View, row: ProjectHistory) -> Children:
    return _of(view, row, row.sized, capacity(row.sized, view.context) if row.sized else "")


def _investment(view: View, row: ProjectHistory) -> Children:
    return _of(view, row, row.funded, investment(row.funded, view.context) if row.funded else "")


def _of(view: View, row: ProjectHistory, said: Project | None, text: str) -> Children:
    """What a report says, with its year where that is not the newest report."""
    if said is None:
        return NONE
    if said is row.newest or not said.year:
        return text
    year = formats.period(said.year, view.words)
    return html.Span(view.words("projects.then", said=text, year=year))


def _source(view: View, row: ProjectHistory) -> Children:
    assert row.newest.source is not None  # the store always joins it
    return source_link(view, row.newest.source)


SOURCE = "source"
COLUMNS = tuple(
    ProjectColumn(name, cell)
    for name, cell in (
        ("project", _name), ("base", _base), ("region", _region), ("stage", _stage),
        ("year", _year), ("capacity", _capacity), ("investment", _investment), (SOURCE, _source),
    )
)  # fmt: skip


def summed(view: View, one: ProjectSum | None) -> Children:
    """A sum in its unit, with the number of projects that state it."""
    if one is None:
        return NONE
    text = formats.scaled(f"{one.total:f}", one.unit, view.catalogue, view.words)
    return html.Span(view.words("projects.sum", total=text, n=one.count))


def standing_word(view: View, standing: str) -> str:
    """The word for a stage, or for reports that are too old to tell."""
    return view.words(f"stage.{standing}" if standing != DATED else "projects.dated")
