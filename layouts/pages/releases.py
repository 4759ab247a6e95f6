"""The page `/releases`: every release of the data, and what one of them changed, old to new."""

from collections.abc import Sequence
from dataclasses import dataclass

from indicators.records import Release
from layouts.parts import html
from layouts.parts.components import (
    NONE,
    empty,
    link,
    name,
    page,
    section,
    source_link,
    table,
    unfoldable,
)
from layouts.parts.html import Children, Element
from layouts.parts.source_tabs import tabs
from layouts.view import View
from wording import formats

COLUMNS = ("release", "time", "note", "added", "changed", "removed", "digest")
LOOKS = ("", "", "", "number", "number", "number", "")
CHANGED = ("file", "row", "change", "source")


@dataclass(frozen=True, slots=True)
class FileTally:
    """How many rows of a data file a release wrote and ended."""

    file: str
    written: int
    ended: int


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """A row that a release changed, as its `file` holds it.

    A figure or a target names `indicator`, `region` and `period`, any other row its `name`.
    `before` and `after` are the row in short, None where there is none; `cells` are the columns
    that differ, each with its cell before and after.
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


@dataclass(frozen=True, slots=True)
class ReleasePage:
    """A release: by file, and row by row unless all are new or more than `most` (`is_listed`)."""

    release: Release
    files: Sequence[FileTally]
    rows: Sequence[ChangedRow]
    is_listed: bool
    most: int


def releases(view: View, rows: Sequence[Release]) -> Element:
    """All releases, the newest first."""
    t = view.words
    headings = [t(f"column.{name}") for name in COLUMNS]
    cells = [_release(view, row) for row in rows]
    body = table(headings, cells, t("nav.releases"), looks=LOOKS)
    lead = t("releases.lead")
    return page(view, t("nav.releases"), lead, tabs(view), [section(t("sources.releases"), body)])


def _release(view: View, row: Release) -> list[Children]:
    return [
        link(view.words("releases.number", n=row.number), view.here(number=row.number)),
        f"{row.moment:%Y-%m-%d %H:%M}",
        row.note or NONE,
        str(row.added),
        str(row.changed),
        str(row.removed),
        html.Code(row.digest[:12]),
    ]


def release(view: View, content: ReleasePage) -> Element:
    """What one release changed."""
    t, row = view.words, content.release
    headings = [t(f"column.{name}") for name in ("file", "written", "ended")]
    cells = [[html.Code(f.file), str(f.written), str(f.ended)] for f in content.files]
    files = table(headings, cells, t("releases.files"), looks=("", "number", "number"))
    lead = [
        t("releases.counts", added=row.added, changed=row.changed, removed=row.removed),
        " ",
        link(t("releases.as_of"), view.href("/", asof=row.number)),
        " ",
        link(t("releases.all"), view.href("/releases")),
    ]
    parts = [
        section(t("releases.files"), files, hint=t("releases.files_hint")),
        section(t("releases.rows"), _rows(view, content)),
    ]
    return page(view, t("releases.number", n=row.number), lead, tabs(view), parts)


def _rows(view: View, content: ReleasePage) -> Element:
    t = view.words
    if not content.is_listed:
        return empty(t("releases.unlisted", most=content.most))
    headings = [t(f"column.{name}") for name in CHANGED]
    cells = [_changed(view, row) for row in content.rows]
    return unfoldable(view, table(headings, cells, t("releases.rows")), len(cells))


def _changed(view: View, row: ChangedRow) -> list[Children]:
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
