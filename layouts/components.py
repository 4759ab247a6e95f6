"""The parts pages are made of."""

from collections.abc import Iterable, Sequence
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from figures import formats
from indicators.precedence import Figure
from indicators.vocabulary import Observation, Source
from layouts.view import View

Children = Any
SHOWN_SOURCES = 4


def aria(**names: str) -> Any:
    """The accessibility attributes of an element."""
    return {f"aria-{name}": value for name, value in names.items()}


def data(**names: str) -> Any:
    """The data attributes of an element."""
    return {f"data-{name}": value for name, value in names.items()}


def link(text: Children, href: str, **attributes: Any) -> Component:
    """A link inside the dashboard; the page changes without loading anew."""
    return dcc.Link(text, href=href, **attributes)


def page(
    view: View, heading: str, lead: Children, filters: Children, results: Children
) -> Component:
    """A page: heading, what it is about, filters, and what they leave."""
    head = html.Header([html.H1(heading), html.Div(lead, className="lead")], className="page-head")
    return html.Div(
        [head, filters, html.Div(results, id="page-results", className="results")],
        className="page",
        lang="zh-CN" if view.lang == "zh" else "en",
    )


def section(title: str, *children: Children, hint: str = "", class_name: str = "") -> Component:
    """A part of a page under a heading of the second level."""
    head = [html.H2(title), *([html.P(hint, className="hint")] if hint else [])]
    return html.Section([html.Div(head, className="section-head"), *children], className=class_name)


def empty(text: str) -> Component:
    """The sentence that stands where nothing can be shown."""
    return html.P(text, className="empty")


def source_link(view: View, source: Source) -> Component:
    """A figure's way to its source, in one click."""
    text = formats.source_short(source, view.words)
    return link(
        text, view.href("/sources", id=source.id), title=source.title, className="source-link"
    )


def source_line(view: View, sources: Iterable[Source]) -> Component | None:
    """The sources of a chart; more than a few fold away."""
    distinct = list({source.id: source for source in sources}.values())
    if not distinct:
        return None
    links = [source_link(view, source) for source in distinct]
    rest = len(links) - SHOWN_SOURCES
    more = [
        html.Details(
            [html.Summary(view.words("sources.more", n=rest)), *_spaced(links[SHOWN_SOURCES:])]
        )
    ]
    return html.Div(
        [
            html.Span(view.words("sources.label"), className="label"),
            *_spaced(links[:SHOWN_SOURCES]),
            *(more if rest > 0 else []),
        ],
        className="source-line",
    )


def _spaced(links: Sequence[Component]) -> list[Children]:
    return [part for each in links for part in (each, " ")]


def table(
    headings: Sequence[str],
    rows: Sequence[Sequence[Children]],
    name: str,
    heads: Sequence[Component] = (),
) -> Component:
    """A table that scrolls in its own box; cells name their column for the phone layout.

    `heads` are header cells that do more than say their heading.
    """
    plain = heads or [html.Th(text, scope="col") for text in headings]
    head = html.Thead(html.Tr(list(plain)))
    body = html.Tbody(
        [
            html.Tr(
                [
                    html.Td(cell, **data(label=heading))
                    for heading, cell in zip(headings, row, strict=True)
                ]
            )
            for row in rows
        ]
    )
    return html.Div(
        html.Table([html.Caption(name, className="unseen"), head, body]),
        className="table-box",
        tabIndex="0",
        role="region",
        **aria(label=name),
    )


def figure_link(view: View, figure: Figure) -> Component:
    """A figure that leads to its source."""
    return observation_link(view, figure.shown)


def observation_link(view: View, shown: Observation) -> Component:
    """A reported figure that leads to its source."""
    return link(
        formats.quantity(shown, view.catalogue, view.words),
        view.href("/sources", id=shown.source.id),
        title=f"{shown.source.title} · {formats.as_printed(shown, view.catalogue, view.words)}",
        className="figure-link",
    )


def status_word(view: View, figure: Figure) -> str:
    """The word for a figure that is not final; empty for an actual one."""
    status = figure.shown.status
    return "" if status == "actual" else view.words(f"status.{status}")


def tile(view: View, indicator_id: str, figure: Figure | None, note: Children = None) -> Component:
    """A single figure, large: name, value, region and period, source."""
    indicator = view.indicator(indicator_id)
    name = link(
        indicator.name(view.lang),
        view.href(f"/indicator/{indicator.id}"),
        className="tile-name",
        title=indicator.definition(view.lang),
    )
    if figure is None:
        body: list[Children] = [html.Div(view.words("figure.missing"), className="tile-none")]
    else:
        body = [
            html.Div(figure_link(view, figure), className="tile-value"),
            html.Div(place(view, figure), className="tile-place"),
            source_link(view, figure.shown.source),
        ]
    extra = [html.Div(note, className="tile-note")] if note else []
    return html.Article([name, *body, *extra], className="tile")


def place(view: View, figure: Figure) -> str:
    """Where and when a figure holds, and its status when it is not final."""
    shown = figure.shown
    parts = [
        view.region(shown.region).short(view.lang),
        formats.period(shown.period, view.words),
        status_word(view, figure),
    ]
    return " · ".join(part for part in parts if part)


def tiles(children: Sequence[Component]) -> Component:
    """Tiles side by side."""
    return html.Div(list(children), className="tiles")
