"""Releases as a table: by whom, for what, how many rows, and where each stands."""

from collections.abc import Sequence

from indicators.release import Release
from layouts.parts import html
from layouts.parts.components import NONE, link, name, table
from layouts.parts.html import Children, Element
from layouts.view import View
from wording.releases import accepted, restored, withdrawn

COLUMNS = ("release", "time", "who", "note", "added", "changed", "removed", "standing", "digest")
LOOKS = ("", "", "", "", "number", "number", "number", "", "")


def release_table(view: View, rows: Sequence[Release]) -> Element:
    """These releases, each leading to what it changed; a withdrawn one says so first."""
    t = view.words
    headings = [t(f"column.{each}") for each in COLUMNS]
    cells = [_cells(view, row) for row in rows]
    return table(headings, cells, t("nav.releases"), looks=LOOKS)


def _cells(view: View, row: Release) -> list[Children]:
    return [
        link(
            view.words("releases.number", n=row.number), view.href("/releases", number=row.number)
        ),
        f"{row.moment:%Y-%m-%d %H:%M}",
        row.who or NONE,
        name(view, row.note) if row.note else NONE,
        str(row.added),
        str(row.changed),
        str(row.removed),
        _standing(view, row),
        html.Code(row.digest[:12]),
    ]


def _standing(view: View, row: Release) -> Children:
    """That it was withdrawn, which release it brought back, what was accepted; else a dash."""
    t = view.words
    mark, back = withdrawn(row, t), restored(row, t)
    parts: list[Children] = [html.Li(html.Strong(mark))] if mark else []
    if back:
        parts.append(html.Li(link(back, view.href("/releases", number=row.restores))))
    if stops := accepted(row, t):
        parts.append(html.Li(stops))
    return html.Ul(parts, className="plain") if parts else NONE
