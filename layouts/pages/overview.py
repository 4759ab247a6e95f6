"""The overview: six cards, where, what is new, what is missing."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from charts.chart import Chart
from indicators.records import Base, Event, Indicator, Source
from layouts.parts import html, ids
from layouts.parts.chart import chart_card
from layouts.parts.components import empty, link, name, page, section
from layouts.parts.filters import OF_FIGURES, filters, is_set
from layouts.parts.html import Children, Element
from layouts.parts.tiles import HeadlineFigure, change_line, indicator_link, place, value_line
from layouts.targets.status import bullet, chip, counts
from layouts.view import View
from targets.rules import LAGGING, TargetStatus
from targets.tracked import TrackedTarget
from wording import formats, sentences


@dataclass(frozen=True, slots=True)
class Card:
    """A base at a glance: its headline figure and target, and the number of targets by status."""

    base: Base
    lead: HeadlineFigure | None
    tracked: TrackedTarget | None
    counts: Mapping[TargetStatus, int]

    @property
    def lagging(self) -> int:
        """The number of its targets that are behind or missed."""
        return sum(self.counts.get(status, 0) for status in LAGGING)

    @property
    def telling(self) -> dict[TargetStatus, int]:
        """The verdicts of due dates, and what is awaited; the rest says nothing of today."""
        told = [status for status in TargetStatus if status.is_judged]
        told.remove(TargetStatus.MET_LATER)  # a promise kept late is history
        return {s: self.counts[s] for s in (*told, TargetStatus.AWAITED) if self.counts.get(s)}

    @property
    def worst(self) -> TargetStatus | None:
        """The worst status that one of its targets has; None when none lags."""
        return next((s for s in reversed(LAGGING) if self.counts.get(s)), None)


@dataclass(frozen=True, slots=True)
class Gaps:
    """What is missing: headline indicators and targets without any figure."""

    headlines: Sequence[Indicator]
    silent_targets: int
    silent_indicators: int


def overview(
    view: View,
    cards: Sequence[Card],
    where: Sequence[Chart],
    news: tuple[Sequence[tuple[Source, int]], Sequence[Event]],
    gaps: Gaps,
) -> Element:
    """The page `/`.

    `where` are map and ranking; `news` are the newest sources, each with the number of its
    values, and the newest events.
    """
    t = view.words
    results = html.Div(
        [
            html.Div([_card(view, card) for card in cards], className="cards"),
            _where(view, where),
            html.Div(
                [_taken(view, news[0]), _happened(view, news[1]), _missing(view, gaps)],
                className="lists",
            ),
        ],
        className="overview",
    )
    bar = filters(view, *OF_FIGURES, is_folded=True)
    return page(view, t("product.title"), _verdict(view, cards), None, results, actions=bar)


def _verdict(view: View, cards: Sequence[Card]) -> Children:
    """Which bases are behind, the one with most first: the answer that the page is opened for."""
    t = view.words
    behind = sorted((c for c in cards if c.lagging), key=lambda c: -c.lagging)
    if not behind:
        return _undecided(view, cards)
    named = [t("overview.behind_base", base=c.base.short(view.lang), n=c.lagging) for c in behind]
    key = "overview.behind" if len(behind) < len(cards) else "overview.all_behind"
    sentence = html.Span(t(key, bases=t("list.join").join(named)))
    href = view.href(
        "/targets", base=tuple(c.base.id for c in behind), status=LAGGING,
        region=(), from_=None, to=None,
    )  # fmt: skip
    return [sentence, link(t("overview.behind_all"), href)]


def _undecided(view: View, cards: Sequence[Card]) -> Children:
    """How much of the current targets is judged and how much awaited: no news is not good news."""
    total = Counter({s: sum(c.counts.get(s, 0) for c in cards) for s in TargetStatus})
    sentence = view.words(
        "overview.none_behind",
        n=total.total(),
        judged=sum(n for status, n in total.items() if status.is_judged),
        awaited=total[TargetStatus.AWAITED],
    )
    bases = tuple(card.base.id for card in cards)
    href = view.href(
        "/targets", base=bases, status=(TargetStatus.AWAITED,), region=(), from_=None, to=None
    )
    return [html.Span(sentence), link(view.words("overview.awaited_all"), href)]


def _card(view: View, card: Card) -> Element:
    base = card.base
    parts = [
        _head(view, card),
        _lead(view, card.lead) if card.lead else html.P(view.words("figure.missing")),
        _target(view, card.tracked),
        counts(view, card.telling, base=(base.id,)),
    ]
    return html.Article(parts, className=f"card base-{base.id}")


def _head(view: View, card: Card) -> Element:
    base = card.base
    name = html.H2(link(base.short(view.lang), view.href(f"/base/{base.id}")))
    full = html.Span(base.name(view.lang), className="muted full-name", title=base.note(view.lang))
    badge = (
        chip(view, card.worst, view.words("card.lagging", n=card.lagging)) if card.worst else None
    )
    return html.Div([name, full, badge], className="card-head")


def _lead(view: View, lead: HeadlineFigure) -> Element:
    assert lead.reported is not None  # a card without a figure has no lead
    return html.Div(
        [
            indicator_link(view, lead.indicator, "tile-name"),
            value_line(view, lead.reported, lead.spark),
            html.Div([place(view, lead.reported), *_change(view, lead)], className="tile-place"),
        ],
        className="card-lead",
    )


def _change(view: View, lead: HeadlineFigure) -> list[Children]:
    line = change_line(view, lead)
    return [" · ", line] if line else []


def _target(view: View, row: TrackedTarget | None) -> Element:
    if row is None:
        key = "card.hidden_target" if is_set(view, *OF_FIGURES) else "card.no_target"
        return html.P(view.words(key), className="card-target muted")
    target = row.target
    text = view.words(
        "card.target",
        region=sentences.region_name(target.region, view.context),
        name=view.indicator(target.indicator).name(view.lang),
        due=formats.period(target.period, view.words),
        goal=formats.target_quantity(target, view.catalogue, view.words),
    )
    href = view.href(f"/indicator/{target.indicator}", region=(target.region,))
    share = sentences.attained(row.assessment, view.context, "share")
    state = [chip(view, row.status, linked=True), html.Span(share, className="attained")]
    return html.Div(
        [
            link(text, href, title=text),
            html.Div(state, className="card-state"),
            bullet(view, row.assessment),
        ],
        className="card-target",
    )


def _where(view: View, charts: Sequence[Chart]) -> Element:
    t = view.words
    names = (ids.MAP, "overview-ranking")
    cards = [
        chart_card(view, name, chart, view.href(f"/indicator/{chart.state.indicator}"))
        for name, chart in zip(names, charts, strict=False)
    ]
    body = html.Div(cards, className="charts") if cards else empty(t("chart.empty"))
    return section(t("overview.where"), body, hint=t("map.hint"), class_name="where")


def _taken(view: View, sources: Sequence[tuple[Source, int]]) -> Element:
    t = view.words
    items = [
        html.Li([
            link(name(view, source.title), view.href("/sources", id=source.id)),
            html.Span(t("sources.figures", n=count), className="muted"),
        ])
        for source, count in sources
    ]  # fmt: skip
    return section(t("overview.new_sources"), html.Ul(items, className="plain"))


def _happened(view: View, events: Sequence[Event]) -> Element:
    t = view.words
    items = [
        html.Li([
            link(event.title(view.lang), view.href("/sources", id=event.source.id)),
            html.Span(formats.period(event.date, t), className="muted"),
        ])
        for event in events
    ]  # fmt: skip
    return section(t("overview.new_events"), html.Ul(items, className="plain"))


def _missing(view: View, gaps: Gaps) -> Element:
    """What is not known, so that nobody takes silence for a zero."""
    t = view.words
    counted = [
        html.Li(link(t("gaps.targets", n=gaps.silent_targets), view.href("/targets"))),
        html.Li(link(t("gaps.indicators", n=gaps.silent_indicators), view.href("/about"))),
    ]
    headlines = [
        html.Li([
            indicator_link(view, i),
            html.Span(t("gaps.headline", base=view.catalogue.bases[i.base].short(view.lang)),
                      className="muted"),
        ])
        for i in gaps.headlines
    ]  # fmt: skip
    return section(t("overview.missing"), html.Ul([*counted, *headlines], className="plain"))
