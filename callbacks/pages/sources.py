"""`/sources`."""

from callbacks.site import Site
from indicators import precedence
from layouts.pages import sources as page
from layouts.pages.sources import SourcesPage
from layouts.parts.html import Element
from layouts.view import View
from store import snapshot
from store.snapshot import Filter, ReleaseData


def build(site: Site, view: View, release: ReleaseData, _: str) -> Element:
    """One source, or all with conflicts and releases."""
    if view.state.id:
        return _source(site, view, release, view.state.id)
    counts = release.figures_by_source()
    kinds = view.state.kind
    ordered = sorted(release.catalogue.sources.values(), key=lambda s: s.published, reverse=True)
    content = SourcesPage(
        sources=[(s, counts.get(s.id, 0)) for s in ordered if not kinds or s.kind in kinds],
        conflicts=[
            reported
            for reported in precedence.reported(release.observations(), release.catalogue)
            if reported.conflicts
        ],
        releases=snapshot.releases(site.engine),
    )
    return page.sources(view, content)


def _source(site: Site, view: View, release: ReleaseData, code: str) -> Element:
    where = Filter(sources=[code])
    rows = [precedence.Reported(row) for row in release.observations(where)]
    tracked = [row for row in site.assessed(release).of() if row.target.source.id == code]
    return page.source(view, release.catalogue.sources[code], rows, tracked)
