"""`/proposals`."""

from callbacks.selection.proposals import thread
from callbacks.selection.regional import matching
from callbacks.site import Site
from layouts.pages import proposals as page
from layouts.parts.html import Element
from layouts.view import View
from store.snapshot import ReleaseData


def build(_: Site, view: View, release: ReleaseData, __: str) -> Element:
    """The proposals that the address asks for, with all that answers them."""
    first, answers = thread(release.proposals)
    kinds = {*view.state.kind}
    rows = [
        row
        for row in matching(view, first)
        if not kinds or {row.kind, *(answer.kind for answer in answers.get(row.id, ()))} & kinds
    ]
    return page.proposals(view, rows, answers)
