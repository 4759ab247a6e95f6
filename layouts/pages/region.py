"""The page of a prefecture, an area or a county."""

from collections.abc import Sequence
from dataclasses import dataclass

from charts.chart import Chart
from indicators.precedence import Reported
from indicators.projects import ProjectHistory
from indicators.records import Base, Indicator, Region
from layouts.parts import html, ids
from layouts.parts.chart import chart_card
from layouts.parts.components import NONE, empty, link, page, section, source_link, table
from layouts.parts.filters import OF_FIGURES, filters
from layouts.parts.html import Children, Element
from layouts.parts.projects import projects as project_table
from layouts.parts.report_links import documents
from layouts.parts.tiles import indicator_link, reported_link, status_word
from layouts.targets.summary import TargetSummary, rollup
from layouts.view import View
from wording import formats


@dataclass(frozen=True, slots=True)
class RegionRow:
    """An indicator's latest value, and its `share` (0 to 1) of the province's for that period.

    None where values do not add up or the province has none.
    """

    indicator: Indicator
    reported: Reported
    share: float | None


@dataclass(frozen=True, slots=True)
class RegionPage:
    """What the page of a region shows.

    `place` is the map with the region on it, None for the province; `groups` are a base and the
    values of its indicators each; `parts` are the regions directly below.
    """

    region: Region
    place: Chart | None
    groups: Sequence[tuple[Base, Sequence[RegionRow]]]
    targets: TargetSummary
    projects: Sequence[ProjectHistory]
    parts: Sequence[Region]


def region(view: View, content: RegionPage) -> Element:
    """The page `/region/<code>`."""
    t = view.words
    name = content.region.name(view.lang)
    return page(view, name, _lead(view, content), filters(view, *OF_FIGURES), [
        section(t("region.place"), _place(view, content)),
        rollup(view, content.targets, t("targets.none_here", regions=name),
               region=(content.region.id,)),
        section(t("region.figures"), *_groups(view, content), hint=t("region.share_hint")),
        section(t("base.projects"), project_table(view, content.projects)),
    ], taken=documents(view, f"/report/region/{content.region.id}"))  # fmt: skip


def _lead(view: View, content: RegionPage) -> list[Children]:
    words = view.words
    place = content.region
    parent = view.catalogue.regions.get(place.parent)
    up = [link(parent.name(view.lang), view.href(f"/region/{parent.id}"))] if parent else []
    return [html.Span(words(f"level.{place.level}")), html.Span(place.id, className="code"), *up]


def _place(view: View, content: RegionPage) -> Element:
    links = [
        link(part.short(view.lang), view.href(f"/region/{part.id}", region=(part.id,)))
        for part in content.parts
    ]
    parts = html.Div([part for each in links for part in (each, " ")], className="parts")
    below = html.Div([html.H3(view.words("region.parts")), parts])
    drawn = chart_card(view, ids.MAP, content.place) if content.place else None
    return html.Div([drawn, below if links else None], className="charts")


def _groups(view: View, content: RegionPage) -> list[Element]:
    if not content.groups:
        return [empty(view.words("region.none", region=content.region.name(view.lang)))]
    return [
        html.Div(
            [
                html.H3(link(base.name(view.lang), view.href(f"/base/{base.id}"))),
                _table(view, base.name(view.lang), rows),
            ],
            className=f"base-{base.id}",
        )
        for base, rows in content.groups
    ]


def _table(view: View, name: str, rows: Sequence[RegionRow]) -> Element:
    t = view.words
    headings = [t("column.indicator"), t("column.value"), t("column.period"), t("column.share"),
                t("column.source")]  # fmt: skip
    return table(headings, [_cells(view, row) for row in rows], name)


def _cells(view: View, row: RegionRow) -> list[Children]:
    shown = row.reported.shown
    words = [formats.period(shown.period, view.words), status_word(view, row.reported)]
    return [
        indicator_link(view, row.indicator, region=(shown.region,)),
        reported_link(view, row.reported),
        " · ".join(word for word in words if word),
        formats.share(row.share, view.words) if row.share is not None else NONE,
        source_link(view, shown.source),
    ]  # fmt: skip
