"""`/releases`."""

from collections import defaultdict
from collections.abc import Sequence

from callbacks.errors import NotFound
from callbacks.site import Site
from indicators.catalogue import Catalogue
from indicators.records import Release
from layouts.pages import releases as page
from layouts.pages.releases import ChangedRow, FileTally, ReleasePage
from layouts.parts.html import Element
from layouts.view import View
from store import release_rows, schema
from store.release_rows import Row, RowChange, Tally
from store.snapshot import ReleaseData

MOST = 2_000  # changed rows that one page lists; of more, and of the first release, it tells counts
CONVERTED = "value"  # the number in the indicator's unit, of which `printed` is the original


def build(site: Site, view: View, _: ReleaseData, __: str) -> Element:
    """All releases, or what one of them changed."""
    releases = site.releases()
    if view.state.number is None:
        return page.releases(view, releases)
    release = next((r for r in releases if r.number == view.state.number), None)
    if release is None:
        link = view.href("/releases"), view.words("nav.releases")
        raise NotFound("release", str(view.state.number), [link])
    return page.release(view, _content(site, view, release, is_first=release is releases[-1]))


def _content(site: Site, view: View, release: Release, *, is_first: bool) -> ReleasePage:
    tallies = release_rows.tallies(site.engine, release.number)
    count = sum(row.written + row.ended for row in tallies)
    is_listed = not is_first and count <= MOST
    rows = release_rows.changes(site.engine, release.number) if is_listed else []
    files = _by_file(view.catalogue, tallies)
    return ReleasePage(release, files, [_row(view, row) for row in rows], is_listed, MOST)


def _by_file(catalogue: Catalogue, tallies: Sequence[Tally]) -> list[FileTally]:
    files: dict[str, list[Tally]] = defaultdict(list)
    for row in tallies:
        files[_file(row.table, row.indicator, catalogue)].append(row)
    return [
        FileTally(file, sum(r.written for r in rows), sum(r.ended for r in rows))
        for file, rows in files.items()
    ]


def _file(table: str, indicator: str, catalogue: Catalogue) -> str:
    """The file of the data folder that rows of a table stand in: those of a base in its own."""
    if not schema.BY_NAME[table].folder:
        return f"{table}.csv"
    known = catalogue.indicators.get(indicator)
    return f"{table}/{known.base if known else indicator.partition('.')[0]}.csv"


def _row(view: View, change: RowChange) -> ChangedRow:
    row = change.row
    return ChangedRow(
        file=_file(change.table, row.get("indicator", ""), view.catalogue),
        indicator=row.get("indicator", ""),
        region=row.get("region", ""),
        period=row.get("period", ""),
        name=_name(view, row),
        before=_whole(change.before),
        after=_whole(change.after),
        cells=_cells(view, change),
        source=row.get("source", ""),
    )


def _name(view: View, row: Row) -> str:
    """What a row that is no figure and no target is called."""
    own = [f"{head}_{view.lang}" for head in ("name", "title")]
    names = [row[name] for name in (*own, "title", "id", "code", "unit") if row.get(name)]
    return names[0] if names else ""


def _whole(row: Row | None) -> str | None:
    """A row in short: its number as printed; empty for one without, None for no row."""
    if row is None:
        return None
    return f"{row['printed']}{row['unit']}" if "printed" in row else ""


def _cells(view: View, change: RowChange) -> list[tuple[str, str, str]]:
    """The columns that changed, with their cells before and after.

    The converted number is told where nothing else of the row changed: its unit did.
    """
    names = [name for name in change.columns if name != CONVERTED] or change.columns
    before, after = change.before or {}, change.after or {}
    return [
        (_column(view, change.table, name), _text(before[name]), _text(after[name]))
        for name in names
    ]


def _column(view: View, table: str, name: str) -> str:
    """A column as a file names it in this language."""
    wanted = CONVERTED if name == "printed" else name
    spec = next(c for c in schema.BY_NAME[table].columns if c.name == wanted)
    return spec.headers[0] if view.lang == "zh" and spec.headers else spec.name


def _text(cell: object) -> str:
    return "" if cell is None else str(cell)
