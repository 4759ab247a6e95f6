"""The page `/projects`."""

from collections.abc import Sequence

from indicators.records import Project
from layouts.parts import listings
from layouts.parts.components import page, section
from layouts.parts.filters import filters
from layouts.parts.html import Element
from layouts.view import View


def projects(view: View, rows: Sequence[Project]) -> Element:
    """The page `/projects`."""
    t = view.words
    bar = filters(view, "base", "region", "stage")
    body = section(t("list.count_projects", n=len(rows)), listings.projects(view, rows))
    return page(view, t("nav.projects"), t("projects.lead"), bar, body)
