"""`/about`."""

from callbacks.site import Site
from layouts.pages.about import about
from layouts.parts.html import Element
from layouts.view import View
from store.snapshot import ReleaseData


def build(_: Site, view: View, release: ReleaseData, __: str) -> Element:
    """What is in the database, and what its words mean."""
    catalogue = release.catalogue
    definitions = [i for base in catalogue.bases for i in catalogue.indicators_of(base)]
    return about(view, release.counts(), definitions)
