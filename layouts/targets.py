"""Targets in a table: what was promised, where it stands, and by which document."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from figures import formats
from indicators.precedence import Figure
from indicators.vocabulary import Target
from layouts.components import Children, empty, figure_link, link, source_link, table
from layouts.view import View

COLUMNS = ("indicator", "region", "due", "target", "latest", "attainment", "kind", "source")


@dataclass(frozen=True, slots=True)
class Standing:
    """A target with the figure that it is held against and their ratio, where there are any."""

    target: Target
    figure: Figure | None
    attainment: float | None


def standings(
    view: View, rows: Sequence[Standing], none: str = "", *, full: bool = True
) -> Component:
    """The targets as a table; the sentence `none` when there are none."""
    if not rows:
        return empty(none)
    t = view.words
    headings = [t(f"column.{name}") for name in COLUMNS]
    cells = [_row(view, row) for row in rows]
    if not full:
        headings, cells = headings[1:], [row[1:] for row in cells]
    return table(headings, cells, t("targets.caption"))


def _row(view: View, row: Standing) -> list[Children]:
    target = row.target
    indicator = view.indicator(target.indicator)
    href = view.href(f"/indicator/{indicator.id}", region=(target.region,))
    return [
        link(indicator.name(view.lang), href),
        view.region(target.region).short(view.lang),
        formats.period(target.period, view.words),
        link(
            formats.target_quantity(target, view.catalogue, view.words),
            view.href("/sources", id=target.source.id),
            title=target.source.title,
            className="figure-link",
        ),
        _latest(view, row.figure),
        _attained(view, row),
        view.words(f"target.{target.kind}"),
        source_link(view, target.source),
    ]


def _latest(view: View, figure: Figure | None) -> Children:
    if figure is None:
        return html.Span(view.words("target.unreported"), className="muted")
    period = formats.period(figure.shown.period, view.words)
    return [figure_link(view, figure), html.Span(f" {period}", className="muted")]


def _attained(view: View, row: Standing) -> Children:
    if row.attainment is None:
        return html.Span("—", className="muted")
    text = formats.share(row.attainment, view.words)
    reached = max(0.0, min(row.attainment, 1.0)) * 100
    word = "attainment.cap" if row.target.comparator == "<=" else "attainment.goal"
    return html.Div(
        [
            html.Span(view.words(word, share=text), className="attained"),
            html.Span(html.Span(style={"width": f"{reached:.1f}%"}), className="bar"),
        ],
        className="attainment",
    )
