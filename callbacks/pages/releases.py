"""`/releases`."""

import json
from collections.abc import Sequence

from callbacks.errors import NotFound
from callbacks.site import Site
from charts.addresses import BadParameterError
from indicators.release import Release
from layouts.pages import release_changes
from layouts.pages import releases as page
from layouts.pages.release_changes import IndicatorChanges
from layouts.pages.releases import FileTally, ReleasePage
from layouts.parts.changed_rows import ChangedRow
from layouts.parts.html import Element
from layouts.view import View
from store import release_rows
from store.release_rows import RowChange, file_of, whole
from store.snapshot import ReleaseData

MOST = 2_000  # changed rows that one page lists; of more, and of the first release, it tells counts


def build(site: Site, view: View, _: ReleaseData, __: str) -> Element:
    """All releases, what one of them changed, or what they changed of an indicator."""
    releases = site.releases()
    if view.state.number is None:
        if view.state.indicator:
            return release_changes.since(view, _changes(site, view, releases[0].number))
        return page.releases(view, releases)
    release = next((r for r in releases if r.number == view.state.number), None)
    if release is None:
        link = view.href("/releases"), view.words("nav.releases")
        raise NotFound("release", str(view.state.number), [link])
    return page.release(view, _content(site, view, release, is_first=release is releases[-1]))


def _changes(site: Site, view: View, newest: int) -> IndicatorChanges:
    """What was changed of the indicator asked for, without `since` after the first release."""
    name, since = view.state.indicator, view.state.since or 1
    if name not in view.catalogue.indicators:
        raise NotFound("indicator", name, [(view.href("/releases"), view.words("nav.releases"))])
    if since > newest:
        raise BadParameterError("since", str(since), f"1 … {newest}")
    rows = release_rows.changes_since(site.engine, name, since)
    told = [_row(view, row, number) for number, row in rows[:MOST]]
    return IndicatorChanges(view.indicator(name), since, newest, told, len(rows))


def _content(site: Site, view: View, release: Release, *, is_first: bool) -> ReleasePage:
    tallies = release_rows.tallies(site.engine, release.number)
    count = sum(row.written + row.ended for row in tallies)
    is_listed = not is_first and count <= MOST
    rows = release_rows.changes(site.engine, release.number) if is_listed else []
    by_file = release_rows.by_file(tallies, view.catalogue.indicators)
    files = [FileTally(file, *counts) for file, counts in by_file.items()]
    digests = json.loads(release.files or "{}")
    return ReleasePage(release, files, digests, _rows(view, rows), is_listed, MOST)


def _rows(view: View, rows: Sequence[RowChange]) -> list[ChangedRow]:
    return [_row(view, row) for row in rows]


def _row(view: View, change: RowChange, release: int | None = None) -> ChangedRow:
    row = change.row
    indicator = row.get("indicator", "")
    return ChangedRow(
        file=file_of(change.table, indicator, view.catalogue.indicators),
        indicator=indicator,
        region=row.get("region", ""),
        period=row.get("period", ""),
        name=change.name(view.lang),
        before=whole(change.before),
        after=whole(change.after),
        cells=change.cells(view.lang),
        source=row.get("source", ""),
        release=release,
    )
