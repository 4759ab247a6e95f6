"""The page of a prefecture, an area or a county."""

from collections.abc import Sequence
from dataclasses import dataclass

from charts.chart import Chart
from indicators.precedence import Reported
from indicators.records import Base, Indicator, Project, Region
from layouts.parts import html, ids, listings
from layouts.parts.chart import chart
from layouts.parts.components import NONE, empty, link, page, section, source_link, table
from layouts.parts.filters import FACTS, filters
from layouts.parts.html import Children, Component
from layouts.parts.report_links import documents
from layouts.parts.tiles import figure_link, indicator_link, status_word
from layouts.targets.summary import rollup
from layouts.view import View
from targets.tracker import TrackedTarget
from wording import formats


@dataclass(frozen=True, slots=True)
class Row:
    """An indicator's leading figure, and its share of the province's for the same period."""

    indicator: Indicator
    figure: Reported
    share: float | None


@dataclass(frozen=True, slots=True)
class RegionPage:
    """What is known of a region."""

    region: Region
    place: Chart | None
    groups: Sequence[tuple[Base, Sequence[Row]]]
    standings: Sequence[TrackedTarget]
    projects: Sequence[Project]
    parts: Sequence[Region]


def region(view: View, profile: RegionPage) -> Component:
    """The page `/region/<code>`."""
    t = view.words
    name = profile.region.name(view.lang)
    return page(view, name, _lead(view, profile), filters(view, *FACTS), [
        section(t("region.place"), _place(view, profile)),
        rollup(view, profile.standings, t("targets.none_here", regions=name),
               region=(profile.region.id,)),
        section(t("region.figures"), *_groups(view, profile), hint=t("region.share_hint")),
        section(t("base.projects"), listings.projects(view, profile.projects)),
    ], taken=documents(view, f"/report/region/{profile.region.id}"))  # fmt: skip


def _lead(view: View, profile: RegionPage) -> list[Children]:
    words = view.words
    own = profile.region
    parent = view.catalogue.regions.get(own.parent)
    up = [link(parent.name(view.lang), view.href(f"/region/{parent.id}"))] if parent else []
    return [html.Span(words(f"level.{own.level}")), html.Span(own.id, className="code"), *up]


def _place(view: View, profile: RegionPage) -> Component:
    links = [
        link(part.short(view.lang), view.href(f"/region/{part.id}", region=(part.id,)))
        for part in profile.parts
    ]
    parts = html.Div([part for each in links for part in (each, " ")], className="parts")
    below = html.Div([html.H3(view.words("region.parts")), parts])
    drawn = chart(view, ids.MAP, profile.place) if profile.place else None
    return html.Div([drawn, below if links else None], className="charts")


def _groups(view: View, profile: RegionPage) -> list[Component]:
    if not profile.groups:
        return [empty(view.words("region.none", region=profile.region.name(view.lang)))]
    return [
        html.Div(
            [
                html.H3(link(base.name(view.lang), view.href(f"/base/{base.id}"))),
                _table(view, base.name(view.lang), rows),
            ],
            className=f"base-{base.id}",
        )
        for base, rows in profile.groups
    ]


def _table(view: View, name: str, rows: Sequence[Row]) -> Component:
    t = view.words
    headings = [t("column.indicator"), t("column.value"), t("column.period"), t("column.share"),
                t("column.source")]  # fmt: skip
    return table(headings, [_cells(view, row) for row in rows], name)


def _cells(view: View, row: Row) -> list[Children]:
    shown = row.figure.shown
    words = [formats.period(shown.period, view.words), status_word(view, row.figure)]
    return [
        indicator_link(view, row.indicator, region=(shown.region,)),
        figure_link(view, row.figure),
        " · ".join(word for word in words if word),
        formats.share(row.share, view.words) if row.share is not None else NONE,
        source_link(view, shown.source),
    ]  # fmt: skip
