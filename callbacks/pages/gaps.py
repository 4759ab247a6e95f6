"""`/gaps`."""

from collections import Counter

from callbacks.selection import gaps as selection
from callbacks.site import Site
from layouts.pages import gaps as page
from layouts.parts.html import Element
from layouts.view import View
from store.snapshot import ReleaseData


def build(site: Site, view: View, release: ReleaseData, _: str) -> Element:
    """The gaps that the address asks for, and how many of each kind it leaves to choose."""
    every = selection.every(site, release)
    counts = Counter(gap.kind for gap in every if selection.matches(view, gap, but="gap"))
    return page.gaps(view, selection.selected(site, view, release), counts)
