"""`/region/<code>`."""

from dataclasses import replace

from callbacks.selection.region import region_page
from callbacks.site import Site
from layouts.pages import region as page
from layouts.parts.html import Element
from layouts.view import View
from store.snapshot import ReleaseData


def build(site: Site, view: View, release: ReleaseData, code: str) -> Element:
    """Lay out the page of a region."""
    # The reader who came here goes on with this region, and with those it is compared with.
    codes = tuple(dict.fromkeys((code, *view.state.region)))
    view = replace(view, state=replace(view.state, region=codes))
    return page.region(view, region_page(site, view, release, code))
