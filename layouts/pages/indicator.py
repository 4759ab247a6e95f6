"""The page of an indicator: its figures, targets, places, and what else was reported."""

from collections.abc import Sequence
from dataclasses import dataclass

from charts import addresses
from charts.chart import Chart
from indicators.precedence import Reported
from indicators.records import Indicator
from layouts.parts import html, ids, listings
from layouts.parts.chart import chart
from layouts.parts.components import empty, link, name, page, section, source_link
from layouts.parts.filters import FACTS, filters
from layouts.parts.html import Children, Component
from layouts.parts.tiles import HeadlineFigure, tile, tiles
from layouts.targets.method import panels
from layouts.targets.ranking import ranking_section
from layouts.targets.table import target_table
from layouts.view import View
from targets.ranking import Ranking
from targets.tracker import TrackedTarget


@dataclass(frozen=True, slots=True)
class IndicatorPage:
    """What is known of an indicator for the regions asked for."""

    indicator: Indicator
    regions: tuple[str, ...]
    leads: Sequence[tuple[str, HeadlineFigure]]
    related: Sequence[HeadlineFigure]
    charts: Sequence[Chart]
    where: Sequence[Chart]
    completion: Ranking | None
    standings: Sequence[TrackedTarget]
    reference: str
    figures: Sequence[Reported]


def indicator(view: View, dossier: IndicatorPage) -> Component:
    """The page `/indicator/<id>`."""
    i = dossier.indicator
    base = view.catalogue.bases[i.base]
    lead = [
        link(base.name(view.lang), view.href(f"/base/{base.id}"), className=f"tag base-{base.id}"),
        html.Span(i.definition(view.lang)),
    ]
    return html.Div(
        page(view, i.name(view.lang), lead, filters(view, *FACTS), [
            _now(view, dossier),
            _charts(view, dossier),
            _targets(view, dossier),
            panels(view, dossier.standings),
            ranking_section(view, dossier.completion) if dossier.completion else None,
            *_places(view, dossier),
            _figures(view, dossier),
            _citation(view, dossier),
        ]),
        className=f"base-{base.id}",
    )  # fmt: skip


def _now(view: View, dossier: IndicatorPage) -> Component:
    main = [
        tile(view, lead) if lead.figure else _no_figure(view, code) for code, lead in dossier.leads
    ]
    beside = [tile(view, lead) for lead in dossier.related]
    parts: list[Children] = [html.Div(tiles(main), className="main-tiles")]
    if beside:
        parts += [html.H3(view.words("indicator.beside")), tiles(beside)]
    return section(view.words("indicator.now"), *parts)


def _no_figure(view: View, code: str) -> Component:
    name = view.region(code).name(view.lang)
    return html.Article(empty(view.words("indicator.no_figure", region=name)), className="tile")


def _charts(view: View, dossier: IndicatorPage) -> Component | None:
    panels = [
        chart(view, f"indicator-{panel.name}-{n}", panel) for n, panel in enumerate(dossier.charts)
    ]
    if not panels:
        return None
    return section(view.words("indicator.course"), html.Div(panels, className="charts"))


def _targets(view: View, dossier: IndicatorPage) -> Component:
    t = view.words
    names = view.region_names(dossier.regions)
    none = [empty(t("indicator.no_target", region=names))]
    if dossier.reference:
        name = view.indicator(dossier.reference).name(view.lang)
        none.append(empty(t("indicator.reference", name=name)))
    if dossier.standings:
        shown = target_table(view, dossier.standings, without=("base", "indicator"))
        return section(t("base.targets"), shown)
    return section(t("base.targets"), *none)


def _places(view: View, dossier: IndicatorPage) -> list[Component]:
    if not dossier.where:
        return []
    charts = [
        chart(view, ids.MAP if n == 0 else f"indicator-where-{n}", panel)
        for n, panel in enumerate(dossier.where)
    ]
    t = view.words
    return [section(t("base.where"), html.Div(charts, className="charts"), hint=t("map.hint"))]


def _figures(view: View, dossier: IndicatorPage) -> Component:
    t = view.words
    return section(
        t("indicator.figures"),
        listings.reported(view, dossier.figures),
        hint=t("indicator.figures_hint"),
    )


def _citation(view: View, dossier: IndicatorPage) -> Component:
    sources = {f.shown.source.id: f.shown.source for f in dossier.figures}
    items = [html.Li([name(view, s.title), " ", source_link(view, s)]) for s in sources.values()]
    return section(
        view.words("indicator.sources"),
        html.Ol(items, className="plain"),
        html.P(
            html.A(
                view.words("indicator.download"),
                href=_download(view, dossier),
                download="",
                className="button",
            )
        ),
        html.P(_cite(view, dossier), className="citation"),
    )


def _download(view: View, dossier: IndicatorPage) -> str:
    return f"/data/{dossier.indicator.id}.csv{addresses.query(view.state)}"


def _cite(view: View, dossier: IndicatorPage) -> str:
    return view.words(
        "indicator.citation",
        name=dossier.indicator.name(view.lang),
        product=view.words("product.name"),
        release=view.context.release.number,
        date=view.context.release.time[:10],
        path=view.path,
    )
