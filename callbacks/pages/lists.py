"""`/projects`, `/proposals`, `/sources`."""

from collections.abc import Collection

from callbacks.pages.base import thread
from callbacks.site import Site
from indicators import precedence
from indicators.vocabulary import Project, Proposal
from layouts import lists as page
from layouts.html import Component
from layouts.lists import Shelf
from layouts.view import View
from store import snapshot
from store.snapshot import Filter, Snapshot


def projects(_: Site, view: View, facts: Snapshot, __: str) -> Component:
    """The projects that the address asks for."""
    stages = view.state.stage
    rows = [p for p in facts.projects() if _asked(view, p) and (not stages or p.stage in stages)]
    return page.projects(view, rows)


def proposals(_: Site, view: View, facts: Snapshot, __: str) -> Component:
    """The proposals that the address asks for, with all that answers them."""
    first, answers = thread(facts.proposals())
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


def sources(site: Site, view: View, facts: Snapshot, _: str) -> Component:
    """One source, or all with conflicts and releases."""
    if view.state.id:
        return _source(site, view, facts, view.state.id)
    counts = facts.figures_by_source()
    kinds = view.state.kind
    ordered = sorted(facts.catalogue.sources.values(), key=lambda s: s.published, reverse=True)
    shelf = Shelf(
        sources=[(s, counts.get(s.id, 0)) for s in ordered if not kinds or s.kind in kinds],
        conflicts=[
            figure
            for figure in precedence.figures(facts.observations(), facts.catalogue)
            if figure.conflicts
        ],
        releases=snapshot.releases(site.engine),
    )
    return page.sources(view, shelf)


def _source(site: Site, view: View, facts: Snapshot, code: str) -> Component:
    where = Filter(sources=[code])
    figures = [precedence.Figure(row) for row in facts.observations(where)]
    promised = [row for row in site.assessed(facts).of() if row.target.source.id == code]
    return page.source(view, facts.catalogue.sources[code], figures, promised)
