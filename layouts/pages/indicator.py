"""The page of an indicator: its figures, targets, places, and what else was reported."""

from collections.abc import Sequence
from dataclasses import dataclass

from charts import addresses
from charts.chart import Chart
from indicators.precedence import Reported
from indicators.records import Indicator
from layouts.parts import html, ids, listings
from layouts.parts.chart import chart_card
from layouts.parts.components import data, empty, link, name, page, section, source_link
from layouts.parts.filters import OF_FIGURES, filters, is_set
from layouts.parts.html import Element
from layouts.parts.region_values import region_values
from layouts.parts.tiles import HeadlineFigure, indicator_link, tile, tiles
from layouts.targets.method import assessments
from layouts.targets.ranking import ranking_section
from layouts.targets.rows import target_lines
from layouts.targets.summary import NAME as TARGETS
from layouts.targets.table import target_table
from layouts.view import View
from targets.ranking import Ranking
from targets.tracked import TrackedTarget

MOST_TILES = 3  # regions with a tile each; more stand in a table


@dataclass(frozen=True, slots=True)
class IndicatorPage:
    """What the page of an indicator shows of the `regions` (codes) that it is about.

    `leads` are a region and its headline figure each, `below` the latest values of the parts of
    the regions, `related` the headline figures of indicators beside it. `trend` is the course of
    the values, None for a single one. `tracked` are the current targets of the regions, `earlier`
    those of past plans and superseded ones, `elsewhere` the current ones of other regions.
    `reference` is the id of the indicator drawn as a named level, empty for none; `reported` are
    the values of the regions and of their parts. An empty list or None has no place on the page.
    """

    indicator: Indicator
    regions: tuple[str, ...]
    leads: Sequence[tuple[str, HeadlineFigure]]
    below: Sequence[Reported]
    related: Sequence[HeadlineFigure]
    trend: Chart | None
    charts: Sequence[Chart]
    where: Sequence[Chart]
    completion: Ranking | None
    tracked: Sequence[TrackedTarget]
    earlier: Sequence[TrackedTarget]
    elsewhere: Sequence[TrackedTarget]
    reference: str
    reported: Sequence[Reported]


def indicator(view: View, content: IndicatorPage) -> Element:
    """The page `/indicator/<id>`."""
    i = content.indicator
    base = view.catalogue.bases[i.base]
    lead = [
        link(base.name(view.lang), view.href(f"/base/{base.id}"), className=f"tag base-{base.id}"),
        html.Span(i.definition(view.lang)),
    ]
    return html.Div(
        page(view, i.name(view.lang), lead, filters(view, *OF_FIGURES), [
            _now(view, content),
            _charts(view, content),
            _targets(view, content),
            assessments(view, [*content.tracked, *content.earlier]),
            ranking_section(view, content.completion) if content.completion else None,
            _elsewhere(view, content),
            *_places(view, content),
            _below(view, content),
            _related(view, content),
            _reported(view, content),
            _citation(view, content),
        ]),
        className=f"base-{base.id}",
    )  # fmt: skip


def _now(view: View, content: IndicatorPage) -> Element:
    """What the page is opened for: the figure, its targets, and its course beside them."""
    first = [_figures(view, content), _goals(view, content)]
    chart = chart_card(view, "indicator-trend-0", content.trend) if content.trend else None
    class_name = "first-look" if chart else "first-look is-alone"
    body = html.Div([html.Div(first), chart], className=class_name)
    return section(view.words("indicator.now"), body)


def _figures(view: View, content: IndicatorPage) -> Element:
    if len(content.leads) > MOST_TILES:
        rows = [(code, lead.reported) for code, lead in content.leads]
        return region_values(view, content.indicator, rows)
    main = [
        tile(view, lead) if lead.reported else _no_value(view, code) for code, lead in content.leads
    ]
    return html.Div(tiles(main), className="main-tiles")


def _goals(view: View, content: IndicatorPage) -> Element:
    """The current targets in a line each; that there is none is said, too."""
    t = view.words
    if content.tracked:
        return target_lines(view, content.tracked, f"#{TARGETS}")
    if content.earlier:
        return html.P(t("indicator.no_current"), className="hint")
    return html.P(t("indicator.no_target", region=view.region_names(content.regions)),
                  className="hint")  # fmt: skip


def _no_value(view: View, code: str) -> Element:
    """What the site does not hold is another thing than what a filter hides."""
    name = view.region(code).name(view.lang)
    key = "chart.empty" if is_set(view, "from", "to", "source") else "indicator.no_figure"
    return html.Article(empty(view.words(key, region=name)), className="tile")


def _charts(view: View, content: IndicatorPage) -> Element | None:
    charts = [
        chart_card(view, f"indicator-{chart.name}-{n}", chart)
        for n, chart in enumerate(content.charts)
    ]
    if not charts:
        return None
    return section(view.words("indicator.course"), html.Div(charts, className="charts"))


def _targets(view: View, content: IndicatorPage) -> Element:
    """The current targets as a table; those of past plans and superseded ones fold away."""
    t = view.words
    without = ("base", "indicator")
    parts: list[Element] = []
    if content.tracked:
        parts.append(target_table(view, content.tracked, without=without))
    if content.earlier:
        title = t("indicator.earlier", n=len(content.earlier))
        earlier = target_table(view, content.earlier, without=without, caption=title)
        parts.append(html.Details([html.Summary(title), earlier], open=not parts, **data(paper="")))
    if not parts:
        parts.append(empty(t("indicator.no_target", region=view.region_names(content.regions))))
        if content.reference:
            name = view.indicator(content.reference).name(view.lang)
            parts.append(empty(t("indicator.reference", name=name)))
    return section(t("base.targets"), *parts, name=TARGETS)


def _elsewhere(view: View, content: IndicatorPage) -> Element | None:
    """The targets that other regions have of the same."""
    if not content.elsewhere:
        return None
    title, without = view.words("indicator.elsewhere"), ("base", "indicator")
    shown = target_table(view, content.elsewhere, without=without, caption=title)
    return section(title, shown)


def _below(view: View, content: IndicatorPage) -> Element | None:
    if not content.below:
        return None
    rows = [(each.shown.region, each) for each in content.below]
    values = region_values(view, content.indicator, rows, has_source=True)
    return section(view.words("indicator.below"), values, hint=view.words("indicator.below_hint"))


def _related(view: View, content: IndicatorPage) -> Element | None:
    """Indicators of the same subject: a tile each for a few regions, else the way to each."""
    if not content.related:
        return None
    if len(content.regions) <= MOST_TILES:
        return section(
            view.words("indicator.beside"), tiles([tile(view, r) for r in content.related])
        )
    indicators = dict.fromkeys(lead.indicator for lead in content.related)
    items = [html.Li(indicator_link(view, each)) for each in indicators]
    return section(view.words("indicator.beside"), html.Ul(items, className="choices"))


def _places(view: View, content: IndicatorPage) -> list[Element]:
    if not content.where:
        return []
    charts = [
        chart_card(view, ids.MAP if n == 0 else f"indicator-where-{n}", chart)
        for n, chart in enumerate(content.where)
    ]
    t = view.words
    return [section(t("base.where"), html.Div(charts, className="charts"), hint=t("map.hint"))]


def _reported(view: View, content: IndicatorPage) -> Element:
    t = view.words
    return section(
        t("indicator.figures"),
        listings.reported(view, content.reported),
        hint=t("indicator.figures_hint"),
    )


def _citation(view: View, content: IndicatorPage) -> Element:
    sources = {f.shown.source.id: f.shown.source for f in content.reported}
    items = [html.Li([name(view, s.title), " ", source_link(view, s)]) for s in sources.values()]
    return section(
        view.words("indicator.sources"),
        html.Ol(items, className="plain"),
        html.P(
            html.A(
                view.words("indicator.download"),
                href=_download(view, content),
                download="",
                className="button",
            )
        ),
        html.P(_cite(view, content), className="citation"),
        html.P(link(view.words("indicator.changes"),
                    view.href("/releases", indicator=content.indicator.id))),
    )  # fmt: skip


def _download(view: View, content: IndicatorPage) -> str:
    return f"/data/{content.indicator.id}.csv{addresses.query(view.state)}"


def _cite(view: View, content: IndicatorPage) -> str:
    return view.words(
        "indicator.citation",
        name=content.indicator.name(view.lang),
        product=view.words("product.name"),
        release=view.context.release.number,
        date=view.context.today,
        path=view.path,
    )
