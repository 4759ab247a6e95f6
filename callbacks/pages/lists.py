"""`/projects`, `/proposals`, `/sources`."""

from collections.abc import Collection

from callbacks.pages.base import thread
from callbacks.site import Site
from indicators import precedence
from indicators.records import Project, Proposal
from layouts.pages import lists as page
from layouts.pages.lists import SourcesPage
from layouts.parts.html import Component
from layouts.view import View
from store import snapshot
from store.snapshot import Filter, ReleaseData


def projects(_: Site, view: View, release: ReleaseData, __: str) -> Component:
    """The projects that the address asks for."""
    stages = view.state.stage
    rows = [p for p in release.projects() if _asked(view, p) and (not stages or p.stage in stages)]
    return page.projects(view, rows)


def proposals(_: Site, view: View, release: ReleaseData, __: str) -> Component:
    """The proposals that the address asks for, with all that answers them."""
    first, answers = thread(release.proposals())
    kinds = view.state.kind
    rows = [
        p
        for p in first
        if _asked(view, p)
        and (not kinds or {p.kind, *(a.kind for a in answers.get(p.id, ()))} & {*kinds})
    ]
    return page.proposals(view, rows, answers)


def _asked(view: View, row: Project | Proposal) -> bool:
    regions: Collection[str] = view.state.region
    parent = view.region(row.region).parent
    inside = not regions or row.region in regions or parent in regions
    return inside and (not view.state.base or row.base in view.state.base)


def sources(site: Site, view: View, release: ReleaseData, _: str) -> Component:
    """One source, or all with conflicts and releases."""
    if view.state.id:
        return _source(site, view, release, view.state.id)
    counts = release.figures_by_source()
    kinds = view.state.kind
    ordered = sorted(release.catalogue.sources.values(), key=lambda s: s.published, reverse=True)
    shelf = SourcesPage(
        sources=[(s, counts.get(s.id, 0)) for s in ordered if not kinds or s.kind in kinds],
        conflicts=[
            figure
            for figure in precedence.reported(release.observations(), release.catalogue)
            if figure.conflicts
        ],
        releases=snapshot.releases(site.engine),
    )
    return page.sources(view, shelf)


def _source(site: Site, view: View, release: ReleaseData, code: str) -> Component:
    where = Filter(sources=[code])
    figures = [precedence.Reported(row) for row in release.observations(where)]
    promised = [row for row in site.assessed(release).of() if row.target.source.id == code]
    return page.source(view, release.catalogue.sources[code], figures, promised)
