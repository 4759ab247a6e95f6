"""The rows that releases changed, old to new, as a table."""

from collections.abc import Sequence
from dataclasses import dataclass

from layouts.parts import html
from layouts.parts.components import NONE, link, name, source_link, table, unfoldable
from layouts.parts.html import Children, Element
from layouts.view import View
from wording import formats

COLUMNS = ("file", "row", "change", "source")


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """A row that a release changed, as its `file` holds it.

    A figure or a target names `indicator`, `region` and `period`, any other row its `name`.
    `before` and `after` are the row in short, None where there is none; `cells` are the columns
    that differ, each with its cell before and after. `release` is told where rows of several
    stand together.
    """

    file: str
    indicator: str
    region: str
    period: str
    name: str
    before: str | None
    after: str | None
    cells: Sequence[tuple[str, str, str]]
    source: str
    release: int | None = None


def changed_rows(view: View, rows: Sequence[ChangedRow], title: str) -> Element:
    """The table; rows of several releases begin with theirs, which leads to it."""
    t = view.words
    has_release = any(row.release for row in rows)
    names = ("release", *COLUMNS) if has_release else COLUMNS
    headings = [t(f"column.{each}") for each in names]
    cells = [[*_release(view, row), *_cells(view, row)] for row in rows]
    return unfoldable(view, table(headings, cells, title), len(cells))


def _release(view: View, row: ChangedRow) -> list[Children]:
    if not row.release:
        return []
    text = view.words("releases.number", n=row.release)
    return [link(text, view.href("/releases", number=row.release))]


def _cells(view: View, row: ChangedRow) -> list[Children]:
    source = view.catalogue.sources.get(row.source)
    return [
        html.Code(row.file),
        _subject(view, row),
        _change(view, row),
        source_link(view, source) if source else row.source or NONE,
    ]


def _subject(view: View, row: ChangedRow) -> Children:
    """What the row is of; a thing that the release shown no longer knows goes by its code."""
    if not row.indicator:
        return name(view, row.name)
    indicators, regions = view.catalogue.indicators, view.catalogue.regions
    known, region = indicators.get(row.indicator), regions.get(row.region)
    title = known.name(view.lang) if known else row.indicator
    href = view.href(f"/indicator/{row.indicator}", region=(row.region,))
    where = region.short(view.lang) if region else row.region
    return [
        link(title, href) if known and region else title,
        f" · {where} · {formats.period(row.period, view.words)}",
    ]


def _change(view: View, row: ChangedRow) -> Children:
    t = view.words
    if row.before is None:
        return [t("releases.added"), " ", html.Strong(row.after)]
    if row.after is None:
        return [t("releases.removed"), " ", html.Span(row.before)]
    lines = [
        html.Li([f"{column} ", old or NONE, " → ", html.Strong(new or NONE)])
        for column, old, new in row.cells
    ]
    return html.Ul(lines, className="plain")
