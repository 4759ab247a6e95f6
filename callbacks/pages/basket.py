"""`/report`: the charts that a reader put aside; they lie in the reader's browser."""

from callbacks.site import Site
from layouts.html import Component
from layouts.report import report
from layouts.view import View
from store.snapshot import Snapshot


def build(_: Site, view: View, __: Snapshot, ___: str) -> Component:
    """The empty form; the browser fills in the charts."""
    return report(view)
