"""The page of a base: how it stands, where and who, what was proposed, what is not known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from charts.chart import Chart
from indicators.precedence import Reported
from indicators.projects import ProjectHistory
from indicators.records import Area, Base, Event, Indicator, Proposal, Source
from layouts.parts import html, ids, listings
from layouts.parts.areas import areas
from layouts.parts.chart import chart_card
from layouts.parts.components import contents, data, empty, link, name, page, section, source_link
from layouts.parts.filters import OF_FIGURES, filters
from layouts.parts.html import Element
from layouts.parts.projects import projects as project_table
from layouts.parts.report_links import documents
from layouts.parts.tiles import HeadlineFigure, indicator_link, tile, tiles
from layouts.targets.summary import NAME as TARGETS
from layouts.targets.summary import TargetSummary, rollup
from layouts.view import View
from targets.rules import MISSING
from wording import formats

SHOWN_EVENTS = 8  # the others fold away
ON_PAPER = data(paper="")  # what is folded away on a screen is open on paper


@dataclass(frozen=True, slots=True)
class Unknown:
    """What is not known of a base."""

    silent: Sequence[Indicator]  # without any figure
    stale: Sequence[Reported]  # the latest figure is years old
    silent_targets: int  # without any figure for their indicator and region
    overdue: int  # due, and no figure published
    conflicts: int  # figures on which sources disagree


@dataclass(frozen=True, slots=True)
class BasePage:
    """What the page of a base shows, in the order of the page.

    `tiles` are the headline figures of the province, or of the regions asked for; `local` those of
    other regions and of companies, which lead nothing.
    `where` are map, ranking and plan, the map first; `proposals` are those of the base and what
    answers them, by id; `others` are the values of indicators that are no headline, and
    `local_others` those of other regions and of companies; `regions` names the regions asked for,
    empty for all.
    """

    base: Base
    tiles: Sequence[HeadlineFigure]
    local: Sequence[HeadlineFigure]
    targets: TargetSummary
    trends: Sequence[Chart]
    where: Sequence[Chart]
    areas: Sequence[Area]
    projects: Sequence[ProjectHistory]
    proposals: tuple[Sequence[Proposal], Mapping[str, Sequence[Proposal]]]
    events: Sequence[Event]
    unknown: Unknown
    others: Sequence[HeadlineFigure]
    local_others: Sequence[HeadlineFigure]
    sources: Sequence[Source]
    regions: str


def base(view: View, content: BasePage) -> Element:
    """The page `/base/<id>`, in the colour of the base."""
    t = view.words
    base = content.base
    lead = [html.P(base.note(view.lang)), _until(view, base)]
    return html.Div(
        page(
            view,
            base.name(view.lang),
            lead,
            [filters(view, *OF_FIGURES), contents(view, [(n, t(f"base.{n}")) for n in SECTIONS])],
            [
                section(
                    t("base.headlines"),
                    *_grouped(view, content.tiles, content.local),
                    name="headlines",
                ),
                _targets(view, content),
                _trends(view, content),
                _where(view, content),
                section(t("base.projects"), _projects(view, content.projects), name="projects"),
                section(
                    t("base.proposals"),
                    listings.proposals(view, *content.proposals),
                    name="proposals",
                ),
                section(t("base.events"), *_events(view, content.events), name="events"),
                _unknown(view, content),
                _others(view, content),
                sources_foot(view, content.sources),
            ],
            taken=documents(view, f"/report/{base.id}"),
        ),
        className=f"base-{base.id}",
    )


def _until(view: View, base: Base) -> Element | None:
    """How far the figures of the base reach; None where it has none."""
    month = view.context.until.get(base.id)
    if not month:
        return None
    text = view.words("base.until", month=formats.period(month, view.words))
    return html.P(text, className="hint")


SECTIONS = ("headlines", TARGETS, "trends", "where", "projects", "proposals", "events", "unknown")


def _tiles(view: View, leads: Sequence[HeadlineFigure]) -> Element:
    return tiles([tile(view, lead) for lead in leads])


def _grouped(
    view: View, leads: Sequence[HeadlineFigure], local: Sequence[HeadlineFigure]
) -> list[Element]:
    """The tiles of the page's own scope, then under their own heading those of others."""
    parts = [_tiles(view, leads)] if leads else []
    if local:
        key = "base.local_chosen" if view.state.region else "base.local"
        parts += [html.H3(view.words(key)), _tiles(view, local)]
    return parts


def _targets(view: View, content: BasePage) -> Element:
    t = view.words
    none = t("targets.none_here", regions=content.regions) if content.regions else t("targets.none")
    return rollup(view, content.targets, none, base=(content.base.id,))


def _trends(view: View, content: BasePage) -> Element:
    t = view.words
    charts = [_chart(view, f"base-trend-{n}", chart) for n, chart in enumerate(content.trends)]
    body = (
        html.Div(charts, className="charts charts-small") if charts else empty(t("base.no_charts"))
    )
    return section(t("base.trends"), body, hint=t("base.trends_hint"), name="trends")


def _where(view: View, content: BasePage) -> Element:
    """The first chart is the map; a click chooses a prefecture."""
    t = view.words
    charts = [
        _chart(view, ids.MAP if n == 0 else f"base-where-{n}", chart)
        for n, chart in enumerate(content.where)
    ]
    named = [areas(view, content.areas, content.projects)] if content.areas else []
    body = html.Div([*charts, *named], className="charts") if charts else empty(t("base.no_places"))
    return section(t("base.where"), body, hint=t("map.hint") if charts else "", name="where")


def _chart(view: View, name: str, chart: Chart) -> Element:
    indicator = chart.state.indicator
    return chart_card(view, name, chart, view.href(f"/indicator/{indicator}") if indicator else "")


def _projects(view: View, rows: Sequence[ProjectHistory]) -> Element:
    return project_table(view, rows, without=("base",))


def _events(view: View, rows: Sequence[Event]) -> list[Element]:
    later = rows[SHOWN_EVENTS:]
    shown = listings.events(view, rows[:SHOWN_EVENTS])
    if not later:
        return [shown]
    head = html.Summary(view.words("base.more_events", n=len(later)))
    return [shown, html.Details([head, listings.events(view, later)])]


def _unknown(view: View, content: BasePage) -> Element:
    """The gaps, so that nobody takes silence for a zero."""
    t, gaps, code = view.words, content.unknown, content.base.id
    counted = [
        (gaps.silent_targets, "gaps.targets", view.href("/targets", base=(code,))),
        (gaps.overdue, "gaps.overdue", view.href("/targets", base=(code,), status=MISSING)),
        (gaps.conflicts, "gaps.conflicts", view.href("/conflicts", base=(code,))),
    ]
    lines = [html.Li(link(t(key, n=n), href)) for n, key, href in counted if n]
    lines.append(html.Li(link(t("gaps.list"), view.href("/gaps", base=(code,)))))
    stale = [
        html.Li([indicator_link(view, view.indicator(reported.shown.indicator)),
                 html.Span(t("gaps.last", year=reported.shown.period[:4]), className="muted")])
        for reported in gaps.stale
    ]  # fmt: skip
    silent = [html.Li(indicator_link(view, i)) for i in gaps.silent]
    folds = [(t("gaps.stale", n=len(stale)), stale),
             (t("base.unknown_count", n=len(silent)), silent)]  # fmt: skip
    parts = [
        html.Details([html.Summary(text), html.Ul(items, className="plain many")], **ON_PAPER)
        for text, items in folds
        if items
    ]
    none = [] if len(lines) > 1 or parts else [empty(t("gaps.none"))]
    return section(
        t("base.unknown"), html.Ul(lines, className="plain"), *parts, *none, name="unknown"
    )


def _others(view: View, content: BasePage) -> Element | None:
    count = len(content.others) + len(content.local_others)
    if not count:
        return None
    t = view.words
    head = html.Summary(t("base.others_count", n=count))
    grouped = _grouped(view, content.others, content.local_others)
    return section(t("base.others"), html.Details([head, *grouped]), class_name="on-screen")


def sources_foot(view: View, sources: Sequence[Source]) -> Element:
    """Every source of the page; on paper it is open."""
    t = view.words
    items = [
        html.Li([name(view, source.title), " ",
                 source_link(view, source)])
        for source in sources
    ]  # fmt: skip
    head = html.Summary(t("page.sources_count", n=len(items)))
    return section(
        t("page.sources"),
        html.Details([head, html.Ol(items)], **ON_PAPER),
        class_name="sources-foot",
    )
