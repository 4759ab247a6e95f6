"""`/targets`."""

from collections import Counter
from dataclasses import replace

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
    every, today = site.assessed(release).tracked, view.context.today
    due = [row.due.year for row in every]
    view = replace(view, years=(min(due), max(due)) if due else view.years)
    shown = TargetsPage(
        rows=selected(site, view, release),
        counts=tracker.counts(row for row in every if matches(view, row, but="status")),
        times=Counter(row.time(today) for row in every if matches(view, row, but="time")),
    )
    return page(view, shown)
