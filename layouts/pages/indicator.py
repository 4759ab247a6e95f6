"""The page of an indicator: its figures, targets, places, and what else was reported."""

from collections.abc import Sequence
from dataclasses import dataclass

from charts import addresses
from charts.chart import Chart
from indicators.precedence import Reported
from indicators.records import Indicator
from layouts.parts import html, ids, listings
from layouts.parts.chart import chart_card
from layouts.parts.components import empty, link, name, page, section, source_link
from layouts.parts.filters import OF_FIGURES, filters, is_set
from layouts.parts.html import Children, Element
from layouts.parts.tiles import HeadlineFigure, tile, tiles
from layouts.targets.method import assessments
from layouts.targets.ranking import ranking_section
from layouts.targets.table import target_table
from layouts.view import View
from targets.ranking import Ranking
from targets.tracked import TrackedTarget


@dataclass(frozen=True, slots=True)
class IndicatorPage:
    """What the page of an indicator shows of the `regions` (codes) that it is about.

    `leads` are a region and its headline figure each, `related` those of indicators beside it.
    `reference` is the id of the indicator drawn as a named level, empty for none; `reported` are
    the values of the regions and of their parts. An empty list or None has no place on the page.
    """

    indicator: Indicator
    regions: tuple[str, ...]
    leads: Sequence[tuple[str, HeadlineFigure]]
    related: Sequence[HeadlineFigure]
    charts: Sequence[Chart]
    where: Sequence[Chart]
    completion: Ranking | None
    tracked: Sequence[TrackedTarget]
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
            assessments(view, content.tracked),
            ranking_section(view, content.completion) if content.completion else None,
            *_places(view, content),
            _reported(view, content),
            _citation(view, content),
        ]),
        className=f"base-{base.id}",
    )  # fmt: skip


def _now(view: View, content: IndicatorPage) -> Element:
    main = [
        tile(view, lead) if lead.reported else _no_value(view, code) for code, lead in content.leads
    ]
    beside = [tile(view, lead) for lead in content.related]
    parts: list[Children] = [html.Div(tiles(main), className="main-tiles")]
    if beside:
        parts += [html.H3(view.words("indicator.beside")), tiles(beside)]
    return section(view.words("indicator.now"), *parts)


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
    t = view.words
    names = view.region_names(content.regions)
    none = [empty(t("indicator.no_target", region=names))]
    if content.reference:
        name = view.indicator(content.reference).name(view.lang)
        none.append(empty(t("indicator.reference", name=name)))
    if content.tracked:
        shown = target_table(view, content.tracked, without=("base", "indicator"))
        return section(t("base.targets"), shown)
    return section(t("base.targets"), *none)


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
    )


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
