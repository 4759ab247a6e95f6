"""The page `/releases`: every release of the data, and what one of them changed, old to new."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from figures.theme import join
from indicators.release import Release
from layouts.parts import html
from layouts.parts.changed_rows import ChangedRow, changed_rows
from layouts.parts.components import empty, link, page, section, table
from layouts.parts.html import Children, Element
from layouts.parts.release_table import release_table
from layouts.parts.source_tabs import tabs
from layouts.view import View
from wording.releases import accepted, restored, withdrawn


@dataclass(frozen=True, slots=True)
class FileTally:
    """How many rows of a data file a release wrote and ended."""

    file: str
    written: int
    ended: int


@dataclass(frozen=True, slots=True)
class ReleasePage:
    """A release: by file, and row by row unless all are new or more than `most` (`is_listed`).

    `digests` are the SHA-256 of the files it was loaded from, by name; empty if not known.
    """

    release: Release
    files: Sequence[FileTally]
    digests: Mapping[str, str]
    rows: Sequence[ChangedRow]
    is_listed: bool
    most: int


def releases(view: View, rows: Sequence[Release]) -> Element:
    """All releases, the newest first."""
    t = view.words
    parts = [section(t("sources.releases"), release_table(view, rows))]
    return page(view, t("nav.releases"), t("releases.lead"), tabs(view), parts)


def release(view: View, content: ReleasePage) -> Element:
    """What one release changed."""
    t, row = view.words, content.release
    headings = [t(f"column.{name}") for name in ("file", "written", "ended")]
    cells = [[html.Code(f.file), str(f.written), str(f.ended)] for f in content.files]
    files = table(headings, cells, t("releases.files"), looks=("", "number", "number"))
    lead = [
        *_entry(view, row),
        t("releases.counts", added=row.added, changed=row.changed, removed=row.removed),
        " ",
        link(t("releases.as_of"), view.href("/", asof=row.number)),
        " ",
        link(t("releases.all"), view.href("/releases")),
    ]
    parts = [
        section(t("releases.files"), files, hint=t("releases.files_hint")),
        section(t("releases.rows"), _rows(view, content)),
        *([_loaded(view, content.digests)] if content.digests else []),
    ]
    return page(view, t("releases.number", n=row.number), lead, tabs(view), parts)


def _entry(view: View, release: Release) -> list[Children]:
    """What is to know of the release beside its rows, a paragraph each; its withdrawal first."""
    t = view.words
    who = release.who and t("releases.by", who=release.who)
    made = join(f"{release.moment:%Y-%m-%d %H:%M}", who, release.note)
    texts = [made, restored(release, t), accepted(release, t)]
    mark = withdrawn(release, t)
    first = [html.P(html.Strong(mark))] if mark else []
    return [*first, *(html.P(text) for text in texts if text)]


def _loaded(view: View, digests: Mapping[str, str]) -> Element:
    """The files that it was loaded from, each with what proves that one is the same."""
    t = view.words
    headings = [t("column.file"), t("column.sha256")]
    cells = [[html.Code(name), html.Code(digest)] for name, digest in sorted(digests.items())]
    files = table(headings, cells, t("releases.loaded"))
    body = html.Details([html.Summary(t("releases.count_loaded", n=len(cells))), files])
    return section(t("releases.loaded"), body, hint=t("releases.loaded_hint"))


def _rows(view: View, content: ReleasePage) -> Element:
    t = view.words
    if not content.is_listed:
        return empty(t("releases.unlisted", most=content.most))
    return changed_rows(view, content.rows, t("releases.rows"))
