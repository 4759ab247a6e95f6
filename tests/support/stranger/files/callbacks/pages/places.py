"""`/places`."""

from callbacks.site import Site
from layouts.pages import places as page
from layouts.parts.html import Element
from layouts.view import View
from store.snapshot import ReleaseData


def build(_: Site, view: View, release: ReleaseData, __: str) -> Element:
    """The regions of the levels that the address asks for."""
    levels = view.state.level
    regions = release.catalogue.regions.values()
    return page.places(view, [row for row in regions if not levels or row.level in levels])
