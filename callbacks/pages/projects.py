"""`/projects`."""

from callbacks.selection.regional import matching
from callbacks.site import Site
from layouts.pages import projects as page
from layouts.parts.html import Element
from layouts.view import View
from store.snapshot import ReleaseData


def build(_: Site, view: View, release: ReleaseData, __: str) -> Element:
    """The projects that the address asks for."""
    stages = view.state.stage
    rows = [row for row in matching(view, release.projects) if not stages or row.stage in stages]
    return page.projects(view, rows)
