"""The overview: six cards, where, what is new, what is missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from figures import formats
from figures.spark import Spark
from indicators.precedence import Figure
from indicators.tracker import Standing
from indicators.vocabulary import Base, Event, Indicator, Source
from layouts import facts, filters, ids
from layouts.chart import chart
from layouts.components import empty, figure_link, link, page, place, section, source_link
from layouts.panel import Panel
from layouts.standing import counts, leading_line
from layouts.view import View


@dataclass(frozen=True, slots=True)
class Card:
    """A base at a glance: leading figures, the leading target, and how much is behind them."""

    base: Base
    leads: Sequence[tuple[Indicator, Figure]]
    spark: Spark | None
    standing: Standing | None
    counts: Mapping[str, int]
    targets: int
    figures: int


@dataclass(frozen=True, slots=True)
class Gaps:
    """What is missing: headline indicators and targets without any figure."""

    headlines: Sequence[Indicator]
    silent_targets: int
    silent_indicators: int


def overview(
    view: View,
    cards: Sequence[Card],
    where: Sequence[Panel],
    news: tuple[Sequence[tuple[Source, int]], Sequence[Event]],
    gaps: Gaps,
) -> Component:
    """The page `/`."""
    t = view.words
    return page(view, t("product.title"), t("overview.lead"), filters.facts(view), [
        html.Div([_card(view, card) for card in cards], className="cards"),
        _where(view, where),
        html.Div([_new(view, *news), _missing(view, gaps)], className="columns"),
    ])  # fmt: skip


def _card(view: View, card: Card) -> Component:
    base = card.base
    head = link(
        [html.H2(base.short(view.lang)), html.Span(base.name(view.lang), className="muted")],
        view.href(f"/base/{base.id}"),
        className="card-head",
    )
    lead = _lead(view, card) if card.leads else html.P(view.words("figure.missing"))
    minor = [_minor(view, *pair) for pair in card.leads[1:3]]
    tally = counts(view, card.counts, base=(base.id,))
    foot = link(
        view.words("card.counts", targets=card.targets, figures=card.figures),
        view.href("/targets", base=(base.id,)),
        className="card-foot",
    )
    return html.Article(
        [
            head,
            lead,
            html.Dl(minor, className="minor"),
            _standing(view, card.standing),
            tally,
            foot,
        ],
        className=f"card base-{base.id}",
    )


def _lead(view: View, card: Card) -> Component:
    indicator, figure = card.leads[0]
    spark = card.spark
    href = view.href(f"/indicator/{indicator.id}")
    return html.Div(
        [
            link(indicator.name(view.lang), href, className="tile-name"),
            html.Div(
                [
                    html.Div(figure_link(view, figure), className="tile-value"),
                    html.Img(src=spark.uri, alt=spark.alt, className="spark") if spark else None,
                ],
                className="lead-line",
            ),
            html.Div(place(view, figure), className="tile-place"),
            source_link(view, figure.shown.source),
        ],
        className="card-lead",
    )  # fmt: skip


def _minor(view: View, indicator: Indicator, figure: Figure) -> Component:
    shown = figure.shown
    where = (
        f"{view.region(shown.region).short(view.lang)} {formats.period(shown.period, view.words)}"
    )
    return html.Div(
        [
            html.Dt(link(indicator.name(view.lang), view.href(f"/indicator/{indicator.id}"))),
            html.Dd([figure_link(view, figure), html.Span(where, className="muted")]),
        ]
    )


def _standing(view: View, standing: Standing | None) -> Component:
    if standing is None:
        return html.P(view.words("card.no_target"), className="card-target muted")
    return html.Div(leading_line(view, standing), className="card-target")


def _where(view: View, panels: Sequence[Panel]) -> Component:
    t = view.words
    names = (ids.MAP, "overview-ranking")
    charts = [chart(view, name, panel) for name, panel in zip(names, panels, strict=False)]
    body = html.Div(charts, className="charts") if charts else empty(t("chart.empty"))
    return section(t("overview.where"), body, hint=t("map.hint"))


def _new(view: View, sources: Sequence[tuple[Source, int]], events: Sequence[Event]) -> Component:
    t = view.words
    items = [
        html.Li([source_link(view, source), html.Span(source.title),
                 html.Span(t("sources.figures", n=count), className="muted")])
        for source, count in sources
    ]  # fmt: skip
    return section(
        t("overview.new"),
        html.H3(t("overview.new_sources")),
        html.Ul(items, className="plain"),
        html.H3(t("overview.new_events")),
        facts.events(view, events),
    )


def _missing(view: View, gaps: Gaps) -> Component:
    t = view.words
    items = [
        html.Li([
            link(i.name(view.lang), view.href(f"/indicator/{i.id}")),
            html.Span(view.catalogue.bases[i.base].short(view.lang), className="muted"),
        ])
        for i in gaps.headlines
    ]  # fmt: skip
    return section(
        t("overview.missing"),
        html.P(t("gaps.targets", n=gaps.silent_targets)),
        html.P(t("gaps.indicators", n=gaps.silent_indicators)),
        html.H3(t("gaps.headlines")),
        html.Ul(items, className="plain"),
    )
