"""The overview: three sentences to quote, the bases one a line, what is awaited, what is new."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from charts.chart import Chart
from indicators.records import Event, Indicator
from layouts.parts import html, ids
from layouts.parts.base_rows import BaseRow, base_table
from layouts.parts.chart import chart_card
from layouts.parts.components import copy_button, empty, link, page, section, source_link
from layouts.parts.filters import OF_FIGURES, filters, is_set
from layouts.parts.html import Children, Element
from layouts.parts.standings import choices
from layouts.targets.status import chip
from layouts.view import View
from targets.rules import LAGGING, TargetStatus
from targets.tracked import TargetTime, TrackedTarget
from wording import formats, sentences

ANYTIME = {"from_": None, "to": None}


@dataclass(frozen=True, slots=True)
class Overview:
    """What the overview shows of the region asked for, else of the province.

    `rows` are the bases, the most urgent first; `told` the targets to quote; `awaited` the numbers
    of current targets that await their figure by base id; `places` the targets of prefectures
    that lag, the current ones first. `silent` and `times` are the numbers of current targets
    without any figure, and of all targets by kind of time. `maps` are the headline indicators
    that can be mapped, `mapped` is the map of the one chosen, None without any. `events` are the
    newest.
    """

    rows: Sequence[BaseRow]
    told: Sequence[TrackedTarget]
    awaited: Mapping[str, int]
    places: Sequence[TrackedTarget]
    silent: int
    maps: Sequence[Indicator]
    mapped: Chart | None
    times: Mapping[TargetTime, int]
    events: Sequence[Event]


def overview(view: View, content: Overview) -> Element:
    """The page `/`."""
    aside = [_awaited(view, content), _places(view, content), _happened(view, content.events)]
    results = html.Div(
        [
            _quotes(view, content.told),
            html.Div([base_table(view, content.rows), _beside(view, content)], className="bases"),
            html.Div(aside, className="aside"),
        ],
        className="overview",
    )
    bar = filters(view, *OF_FIGURES, is_folded=True)
    return page(view, _title(view), _lead(view, content), None, results, actions=bar)


def _title(view: View) -> str:
    """The name of the product, and the regions that the page is confined to."""
    title, regions = view.words("product.title"), view.region_names(view.state.region)
    return view.words("overview.of_regions", title=title, regions=regions) if regions else title


def _lead(view: View, content: Overview) -> Children:
    """The day of assessment, and which bases are behind: what the page is opened for."""
    day = formats.day(view.context.today, view.words)
    return [html.Span(view.words("overview.day", day=day)), *_behind(view, content.rows)]


def _behind(view: View, rows: Sequence[BaseRow]) -> list[Children]:
    """Which bases have current targets that lag, the one with most first."""
    t = view.words
    behind = sorted((row for row in rows if _lagging(row)), key=lambda row: -_lagging(row))
    if not behind:
        return _undecided(view, rows)
    named = [t("overview.behind_base", base=r.base.short(view.lang), n=_lagging(r)) for r in behind]
    key = "overview.behind" if len(behind) < len(rows) else "overview.all_behind"
    bases = tuple(row.base.id for row in behind)
    href = view.href("/targets", base=bases, status=LAGGING, **ANYTIME)
    sentence = html.Span(t(key, bases=t("list.join").join(named)))
    return [sentence, link(t("overview.behind_all"), href)]


def _lagging(row: BaseRow) -> int:
    return sum(row.counts.get(status, 0) for status in LAGGING)


def _undecided(view: View, rows: Sequence[BaseRow]) -> list[Children]:
    """How much of the current targets is judged and how much awaited: no news is not good news."""
    total = Counter({s: sum(row.counts.get(s, 0) for row in rows) for s in TargetStatus})
    judged = sum(n for status, n in total.items() if status.is_judged)
    awaited = total[TargetStatus.AWAITED]
    if not judged + awaited:
        key = "overview.none_judged" if total.total() else "overview.no_targets"
        return [html.Span(view.words(key, n=total.total()))]
    values = {"n": total.total(), "judged": judged, "awaited": awaited}
    sentence = html.Span(view.words("overview.none_behind", **values))
    bases = tuple(row.base.id for row in rows)
    href = view.href("/targets", base=bases, status=(TargetStatus.AWAITED,), **ANYTIME)
    return [sentence, link(view.words("overview.awaited_all"), href)]


def _quotes(view: View, told: Sequence[TrackedTarget]) -> Element:
    """The sentences to quote, each with its status and a button that copies it."""
    if not told:
        hidden = is_set(view, *OF_FIGURES)
        return empty(view.words("overview.hidden" if hidden else "overview.untold"))
    return html.Ol([html.Li(_quote(view, row)) for row in told], className="quotes")


def _quote(view: View, row: TrackedTarget) -> list[Children]:
    """What is copied names all sources; beside the sentence stands that of its figure."""
    said, latest = html.Span(sentences.statement(row, view.context)), row.assessment.latest
    source = [" ", source_link(view, latest.row.source)] if latest else []
    copied = copy_button(view, sentences.sentence(row, view.context))
    return [chip(view, row.status, linked=True), html.Div([said, *source]), copied]


def _beside(view: View, content: Overview) -> Element:
    """What the rows leave out, each with its number and the way to it."""
    t, times = view.words, content.times
    past, replaced, silent = (
        times.get(TargetTime.PAST, 0),
        times.get(TargetTime.SUPERSEDED, 0),
        content.silent,
    )
    parts: list[tuple[str, int, dict[str, Any]]] = [
        (t("overview.past", n=past), past, {"time": (TargetTime.PAST,)}),
        (t("overview.replaced", n=replaced), replaced, {"time": (TargetTime.SUPERSEDED,)}),
        (t("overview.silent", n=silent), silent, {"status": (TargetStatus.NO_DATA,)}),
    ]
    links = [link(text, view.href("/targets", **ANYTIME, **more)) for text, n, more in parts if n]
    shown = [html.Span(t("overview.bars")), *links, *_map(view, content)]
    return html.Div(shown, className="muted beside")


def _map(view: View, content: Overview) -> list[Element]:
    """The prefectures on a map, folded away until one is chosen: the page needs no scrolling."""
    chart = content.mapped
    if chart is None:
        return []
    indicator = view.indicator(chart.state.indicator)
    title = html.Summary(view.words("overview.map", name=indicator.name(view.lang)))
    offered = choices(view, [(each, "") for each in content.maps], indicator)
    card = chart_card(view, ids.MAP, chart, view.href(f"/indicator/{indicator.id}"))
    is_chosen = bool(view.state.indicator)
    return [html.Details([title, *([offered] if offered else []), card], open=is_chosen)]


def _awaited(view: View, content: Overview) -> Element:
    """What is due and awaits its figure, by base: a work list to take along."""
    t, waiting = view.words, {"status": (TargetStatus.AWAITED,), **ANYTIME}
    title = t("overview.awaited", n=sum(content.awaited.values()))
    if not content.awaited:
        return section(title, empty(t("overview.none_awaited")))
    bases = view.catalogue.bases
    items = [
        html.Li([
            link(bases[base].short(view.lang), view.href("/targets", base=(base,), **waiting)),
            html.Span(str(n), className="count"),
        ])
        for base, n in content.awaited.items()
    ]  # fmt: skip
    file = view.href("/targets.xlsx", **waiting)
    taken = html.A(t("overview.work_list"), href=file, download="")
    ways = html.P([taken, link(t("overview.gaps"), view.href("/gaps"))], className="ways-on")
    return section(title, html.Ul(items, className="plain counted"), ways)


def _places(view: View, content: Overview) -> Element:
    """The targets of prefectures that lag, and the way to all prefectures."""
    t = view.words
    items = [html.Li(_place(view, row)) for row in content.places]
    body = html.Ul(items, className="plain") if items else empty(t("overview.none_lag"))
    return section(
        t("overview.places"), body, link(t("overview.ranking"), view.href("/prefectures"))
    )


def _place(view: View, row: TrackedTarget) -> list[Children]:
    target = row.target
    text = view.words(
        "overview.place",
        region=view.region(target.region).short(view.lang),
        name=view.indicator(target.indicator).name(view.lang),
        due=formats.period(target.period, view.words),
        goal=formats.target_quantity(target, view.catalogue, view.words),
    )
    href = view.href(f"/indicator/{target.indicator}", region=(target.region,))
    gap = sentences.gap(row.assessment, view.context)
    return [link(text, href), html.Span([chip(view, row.status), " ", gap])]


def _happened(view: View, events: Sequence[Event]) -> Element:
    t = view.words
    items = [
        html.Li([
            link(event.title(view.lang), view.href("/sources", id=event.source.id)),
            html.Span(formats.period(event.date, t), className="muted"),
        ])
        for event in events
    ]  # fmt: skip
    body = html.Ul(items, className="plain") if items else empty(t("events.none"))
    return section(t("overview.new_events"), body)
