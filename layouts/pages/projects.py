"""The page `/projects`."""

from collections.abc import Sequence

from indicators.records import Project
from indicators.vocabulary import STAGES
from layouts.parts import filters, listings
from layouts.parts.components import page, section
from layouts.parts.html import Component
from layouts.view import View


def projects(view: View, rows: Sequence[Project]) -> Component:
    """The page `/projects`."""
    t = view.words
    bar = filters.lists(
        view,
        filters.bases(view),
        filters.regions(view),
        filters.vocabulary_select(view, "stage", STAGES, view.state.stage),
    )
    body = section(t("list.count_projects", n=len(rows)), listings.projects(view, rows))
    return page(view, t("nav.projects"), t("projects.lead"), bar, body)
