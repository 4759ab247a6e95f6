"""`/report`: the charts that a reader put aside; they lie in the reader's browser."""

from callbacks.site import Site
from layouts.pages.report import report
from layouts.parts.html import Element
from layouts.view import View
from store.snapshot import ReleaseData


def build(_: Site, view: View, __: ReleaseData, ___: str) -> Element:
    """The empty form; the browser fills in the charts."""
    return report(view)
