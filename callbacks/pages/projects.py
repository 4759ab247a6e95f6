"""`/projects`."""

from callbacks.selection.projects import selected
from callbacks.site import Site
from layouts.pages import projects as page
from layouts.parts.html import Element
from layouts.view import View
from store.snapshot import ReleaseData


def build(site: Site, view: View, release: ReleaseData, _: str) -> Element:
    """The projects that the address asks for."""
    approval = site.settings.map_approval
    return page.projects(view, selected(view, release), site.outlines, approval)
