"""`/sources`."""

from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Any

from callbacks.selection.ordering import ordered
from callbacks.site import Site
from indicators import precedence
from indicators.records import Source
from layouts.pages import sources as page
from layouts.pages.sources import SourcesPage
from layouts.parts.html import Element
from layouts.view import View
from store.snapshot import Filter, ReleaseData


def build(site: Site, view: View, release: ReleaseData, _: str) -> Element:
    """One source, or all with conflicts and releases."""
    if view.state.id:
        return _source(site, view, release, view.state.id)
    counts = release.figures_by_source()
    kinds = view.state.kind
    aims = Counter(
        target.source.id for row in site.assessed(release).tracked for target in row.statements
    )
    latest = sorted(release.catalogue.sources.values(), key=lambda s: s.published, reverse=True)
    rows = [(s, counts.get(s.id, 0), aims[s.id]) for s in latest if not kinds or s.kind in kinds]
    content = SourcesPage(
        sources=ordered(rows, view.state.sort, {n: partial(k, view) for n, k in SORT_KEYS.items()}),
        conflicts=[
            reported
            for reported in precedence.reported(release.observations(), release.catalogue)
            if reported.conflicts
        ],
        releases=site.releases(),
    )
    return page.sources(view, content)


Counted = tuple[Source, int, int]  # a source with the numbers of its figures and targets
SORT_KEYS: dict[str, Callable[[View, Counted], Any]] = {
    "title": lambda _, row: row[0].title,
    "publisher": lambda view, row: row[0].publisher(view.lang),
    "published": lambda _, row: row[0].published or None,
    "kind": lambda _, row: row[0].kind.order,
    "figures": lambda _, row: row[1],
    "targets": lambda _, row: row[2],
}


def _source(site: Site, view: View, release: ReleaseData, code: str) -> Element:
    where = Filter(sources=[code])
    rows = [precedence.Reported(row) for row in release.observations(where)]
    tracked = [
        row
        for row in site.assessed(release).tracked
        if code in {target.source.id for target in row.statements}
    ]
    return page.source(view, release.catalogue.sources[code], rows, tracked)
