"""The page of a base."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from indicators.precedence import Figure
from indicators.tracker import Standing
from indicators.vocabulary import Base, Event, Indicator, Project, Proposal
from layouts import facts, filters, ids
from layouts.chart import chart
from layouts.components import empty, link, page, section, tile, tiles
from layouts.documents import documents
from layouts.panel import Panel
from layouts.rollup import rollup
from layouts.view import View


@dataclass(frozen=True, slots=True)
class Story:
    """What the page of a base tells, in this order."""

    base: Base
    tiles: Sequence[tuple[Indicator, Figure | None, str]]
    standings: Sequence[Standing]
    trends: Sequence[Panel]
    bullets: Sequence[Panel]
    where: Sequence[Panel]
    projects: Sequence[Project]
    proposals: tuple[Sequence[Proposal], Mapping[str, Sequence[Proposal]]]
    events: Sequence[Event]
    others: Sequence[tuple[Indicator, Figure | None]]
    regions: str


def base(view: View, story: Story) -> Component:
    """The page `/base/<id>`."""
    return html.Div(
        page(view, story.base.name(view.lang), story.base.note(view.lang), filters.facts(view), [
            section(view.words("base.headlines"), _tiles(view, story)),
            documents(view, f"/report/{story.base.id}"),
            _targets(view, story),
            *_charts(view, story),
            *_people(view, story),
            _others(view, story),
        ]),
        className=f"base-{story.base.id}",
    )  # fmt: skip


def _tiles(view: View, story: Story) -> Component:
    return tiles([tile(view, i.id, figure, note) for i, figure, note in story.tiles])


def _charts(view: View, story: Story) -> list[Component]:
    t = view.words
    parts = [
        section(t("base.trends"), _panels(view, "trend", story.trends)) if story.trends else None,
        section(t("base.bullets"), _panels(view, "progress", story.bullets))
        if story.bullets
        else None,
        section(t("base.where"), _panels(view, "where", story.where), hint=t("map.hint"))
        if story.where
        else None,
    ]
    return [part for part in parts if part] or [empty(t("base.no_charts"))]


def _panels(view: View, name: str, panels: Sequence[Panel]) -> Component:
    return html.Div(
        [
            chart(
                view,
                ids.MAP if name == "where" and n == 0 else f"base-{name}-{n}",
                panel,
                view.href(f"/indicator/{panel.state.indicator}"),
            )
            for n, panel in enumerate(panels)
        ],
        className="charts",
    )


def _targets(view: View, story: Story) -> Component:
    t = view.words
    none = t("targets.none_here", regions=story.regions) if story.regions else t("targets.none")
    return rollup(view, story.standings, none, base=(story.base.id,))


def _people(view: View, story: Story) -> list[Component]:
    t = view.words
    return [
        section(t("base.projects"), facts.projects(view, story.projects)),
        section(t("base.proposals"), facts.proposals(view, *story.proposals)),
        section(t("base.events"), facts.events(view, story.events)),
    ]


def _others(view: View, story: Story) -> Component:
    t = view.words
    known = [tile(view, i.id, figure) for i, figure in story.others if figure]
    silent = [
        html.Li(link(i.name(view.lang), view.href(f"/indicator/{i.id}")))
        for i, figure in story.others
        if not figure
    ]
    folds = [
        (t("base.others_count", n=len(known)), tiles(known), known),
        (t("base.unknown_count", n=len(silent)), html.Ul(silent, className="plain"), silent),
    ]
    parts = [html.Details([html.Summary(text), body]) for text, body, rows in folds if rows]
    return section(t("base.others"), *parts)
