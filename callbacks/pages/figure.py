"""`/figure/<indicator>`."""

from callbacks.selection.figure import figure_page
from callbacks.site import Site
from layouts.pages import figure as page
from layouts.parts.html import Element
from layouts.view import View
from store.snapshot import ReleaseData


def build(site: Site, view: View, release: ReleaseData, code: str) -> Element:
    """Lay out the figure of an indicator that the address asks for."""
    indicator = view.catalogue.indicators[code]
    return page.figure(view, figure_page(site, view, release, indicator))
