"""The named areas of a base's plan as a list beside their map."""

from collections.abc import Sequence

from indicators.projects import ProjectHistory
from indicators.records import Area
from layouts.parts import html
from layouts.parts.components import joined, link, source_link
from layouts.parts.html import Children, Element
from layouts.view import View


def areas(view: View, rows: Sequence[Area], projects: Sequence[ProjectHistory]) -> Element:
    """Each area with its kind, the regions that it lies in, and its projects."""
    names = dict.fromkeys((row.kind, row.name(view.lang)) for row in rows)
    groups = [[row for row in rows if (row.kind, row.name(view.lang)) == key] for key in names]
    items = [html.Li(_area(view, group, projects)) for group in groups]
    head = html.H3(view.words("areas.list"))
    return html.Div([head, html.Ol(items, className="areas")], className="areas-card")


def _area(view: View, rows: Sequence[Area], projects: Sequence[ProjectHistory]) -> list[Children]:
    first = rows[0]
    codes = tuple(row.region for row in rows)
    inside = {*codes, *(part.id for code in codes for part in view.catalogue.children(code))}
    count = sum(project.newest.region in inside for project in projects)
    regions = [link(view.region(c).short(view.lang), view.href(f"/region/{c}")) for c in codes]
    href = view.href("/projects", base=(first.base,), region=codes)
    return [
        html.Span(view.words(f"area.{first.kind}"), className=f"tag area-{first.kind}"),
        html.Strong(first.name(view.lang)),
        html.Span(joined(regions, view.words("list.join"))),
        link(view.words("areas.projects", n=count), href) if count else None,
        source_link(view, first.source),
    ]
