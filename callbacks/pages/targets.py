"""`/targets`."""

from callbacks.selection.targets import matches, selected
from callbacks.site import Site
from layouts.pages.targets import TargetsPage
from layouts.pages.targets import tracker as page
from layouts.parts.html import Element
from layouts.view import View
from store.snapshot import ReleaseData
from targets import tracker


def build(site: Site, view: View, release: ReleaseData, _: str) -> Element:
    """Fetch the targets that the address asks for and lay them out."""
    wider = [row for row in site.assessed(release).tracked if matches(view, row, but="status")]
    rows = selected(site, view, release)
    shown = TargetsPage(
        rows=rows,
        counts=tracker.counts(wider),
        revised=sum(row.revised_by is not None for row in rows),
    )
    return page(view, shown)
