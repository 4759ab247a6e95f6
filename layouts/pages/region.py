"""The page of a prefecture, an area or a county."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from charts.chart import Chart
from figures.spark import Spark
from indicators.precedence import Reported
from indicators.projects import ProjectHistory
from indicators.records import Base, Indicator, Region
from indicators.standings import Standings
from layouts.parts import html, ids
from layouts.parts.chart import chart_card
from layouts.parts.components import NONE, empty, link, page, quotable, section, source_link, table
from layouts.parts.filters import OF_FIGURES, filters
from layouts.parts.html import Children, Element
from layouts.parts.projects import projects as project_table
from layouts.parts.report_links import documents
from layouts.parts.standings import choices, standings_table
from layouts.parts.tiles import indicator_link, reported_link, status_word
from layouts.targets.summary import TargetSummary, rollup
from layouts.view import View
from wording import formats
from wording import standings as said


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

    `standings` is how the prefectures stand by the indicator chosen, one of those `offered`, with
    the shapes of their series by region (`sparks`); None for a county, and where too few have
    values. `place` is the map with the region on it, None for the province; `groups` are a base
    and the values of its indicators each; `parts` are the regions directly below.
    """

    region: Region
    standings: Standings | None
    sparks: Mapping[str, Spark | None]
    offered: Sequence[Standings]
    trends: Sequence[Chart]
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
        _standings(view, content),
        rollup(view, content.targets, t("targets.none_here", regions=name),
               region=(content.region.id,)),
        _trends(view, content),
        section(t("region.figures"), *_groups(view, content), hint=t("region.share_hint")),
        section(t("base.projects"), project_table(view, content.projects)),
        _place(view, content),
    ], taken=documents(view, f"/report/region/{content.region.id}"))  # fmt: skip


def _standings(view: View, content: RegionPage) -> Element | None:
    """Where the region stands, by one indicator in full and by the others in a number each."""
    found, code = content.standings, content.region.id
    if found is None:
        return None
    own = found.of(code)
    sentence = said.sentence(found, own, view.context) if own and own.rank else ""
    offered = [
        (one.indicator, _place_in(view, one, code))
        for one in content.offered
        if own is None or one is found or _has_place(one, code)
    ]
    return section(
        view.words("standings.title" if own else "standings.title_all"),
        quotable(view, sentence) if sentence else None,
        choices(view, offered, found.indicator),
        *standings_table(view, found, content.sparks, {code, *view.state.region}),
        name="standings",
    )


def _has_place(one: Standings, code: str) -> bool:
    row = one.of(code)
    return row is not None and row.rank is not None


def _place_in(view: View, one: Standings, code: str) -> str:
    """The place of a region among those ranked, and when: 8/9（2023年）; without one the period."""
    row, when = one.of(code), formats.period(one.period, view.words)
    if row is None or row.rank is None:
        return when
    return view.words("standings.place_in", rank=row.rank, n=str(len(one.ranked)), period=when)


def _trends(view: View, content: RegionPage) -> Element | None:
    if not content.trends:
        return None
    cards = [
        chart_card(
            view, f"region-trend-{n}", chart, view.href(f"/indicator/{chart.state.indicator}")
        )
        for n, chart in enumerate(content.trends)
    ]
    body = html.Div(cards, className="charts charts-small")
    return section(view.words("base.trends"), body, name="trends")


def _lead(view: View, content: RegionPage) -> list[Children]:
    words = view.words
    place = content.region
    parent = view.catalogue.regions.get(place.parent)
    up = [link(parent.name(view.lang), view.href(f"/region/{parent.id}"))] if parent else []
    return [html.Span(words(f"level.{place.level}")), html.Span(place.id, className="code"), *up]


def _place(view: View, content: RegionPage) -> Element | None:
    """The map and the regions directly below; None where there is neither."""
    links = [
        link(part.short(view.lang), view.href(f"/region/{part.id}", region=(part.id,)))
        for part in content.parts
    ]
    t = view.words
    names = html.Div([part for each in links for part in (each, " ")], className="parts")
    below = html.Div([html.H3(t(f"region.parts.{content.region.level}")), names]) if links else None
    drawn = chart_card(view, ids.MAP, content.place) if content.place else None
    if not (drawn or below):
        return None
    return section(t("region.place"), html.Div([drawn, below], className="charts"))


def _groups(view: View, content: RegionPage) -> list[Element]:
    if not content.groups:
        return [empty(view.words("region.none", region=content.region.name(view.lang)))]
    return [
        html.Div(
            [
                html.H3(link(base.name(view.lang), view.href(f"/base/{base.id}"))),
                _table(view, base.name(view.lang), rows),
            ],
            className=f"alike base-{base.id}",
        )
        for base, rows in content.groups
    ]


def _table(view: View, name: str, rows: Sequence[RegionRow]) -> Element:
    t = view.words
    headings = [t("column.indicator"), t("column.value"), t("column.period"), t("column.share"),
                t("column.source")]  # fmt: skip
    looks = ["", "number", "", "number", ""]
    return table(headings, [_cells(view, row) for row in rows], name, looks=looks)


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
