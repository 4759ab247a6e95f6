"""Events, proposals and reported figures as lists and tables."""

from collections.abc import Mapping, Sequence

from indicators.precedence import Reported
from indicators.records import Event, Observation, Proposal
from layouts.parts import html
from layouts.parts.components import (
    empty,
    lang_attribute,
    link,
    name,
    source_link,
    table,
    unfoldable,
)
from layouts.parts.figure_link import figure_link
from layouts.parts.html import Children, Element
from layouts.parts.tiles import indicator_link
from layouts.view import View
from wording import formats

REPORTED_COLUMNS = ("region", "period", "value", "printed", "status", "source", "note")


def events(view: View, rows: Sequence[Event]) -> Element:
    """Events, the latest first."""
    if not rows:
        return empty(view.words("events.none"))
    return html.Ol([html.Li(_event(view, row)) for row in rows], className="events")


def _event(view: View, row: Event) -> list[Children]:
    return [
        html.Time(formats.period(row.date, view.words), dateTime=row.date),
        html.Span(view.words(f"event.{row.kind}"), className="tag"),
        html.Span(row.title(view.lang)),
        source_link(view, row.source),
    ]


def proposals(
    view: View, rows: Sequence[Proposal], answers: Mapping[str, Sequence[Proposal]]
) -> Element:
    """Proposals with their responses and follow-ups below them; research topics stand alone."""
    if not rows:
        return empty(view.words("proposals.none"))
    return html.Ol(
        [html.Li([_proposal(view, row), _answers(view, answers.get(row.id, ()))]) for row in rows],
        className="proposals",
    )


def _answers(view: View, rows: Sequence[Proposal]) -> Element | None:
    return html.Ol([html.Li(_proposal(view, row)) for row in rows]) if rows else None


def _proposal(view: View, row: Proposal) -> Element:
    base = view.catalogue.bases[row.base]
    about = [
        html.Span(view.words(f"proposal.{row.kind}"), className=f"tag tag-{row.kind}"),
        html.Strong(name(view, row.person)),
        html.Time(formats.period(row.date, view.words), dateTime=row.date),
        link(base.short(view.lang), view.href(f"/base/{base.id}")),
        region_link(view, row.region),
        source_link(view, row.source),
    ]
    return html.Article(
        [
            html.P(row.title(view.lang), className="proposal-title"),
            html.Div(about, className="meta"),
        ],
        id=row.id,
    )


def region_link(view: View, code: str) -> Element:
    """The short name of a region as a link to its page."""
    return link(view.region(code).short(view.lang), view.href(f"/region/{code}"))


def reported(view: View, values: Sequence[Reported], *, indicator: bool = False) -> Element:
    """Every reported figure with its source; those not shown first are marked, and conflicts."""
    if not values:
        return empty(view.words("chart.empty"))
    t = view.words
    headings = [t(f"column.{name}") for name in REPORTED_COLUMNS]
    rows = [_reported(view, row, word) for each in values for row, word in marked(each)]
    if indicator:
        headings = [t("column.indicator"), *headings]
        named = [row for each in values for row, _ in marked(each)]
        rows = [[_name(view, row), *cells] for row, cells in zip(named, rows, strict=True)]
    return unfoldable(view, table(headings, rows, t("reported.caption")), len(rows))


def marked(reported: Reported) -> list[tuple[Observation, str]]:
    """The observations of a figure with the word that says how each stands to the shown one."""
    rows = [(reported.shown, "")]
    for other in reported.others:
        rows.append((other, "also.conflict" if other in reported.conflicts else "also.reported"))
    return rows


def _name(view: View, row: Observation) -> Element:
    return indicator_link(view, view.indicator(row.indicator), region=(row.region,))


def _reported(view: View, row: Observation, word: str) -> list[Children]:
    t = view.words
    value = formats.quantity(row, view.catalogue, t, decimals=formats.EXACT)
    printed = formats.as_printed(row, view.catalogue, t)
    mark = [html.Span(t(word), className=f"tag {word.replace('.', '-')}")] if word else []
    return [
        region_link(view, row.region),
        formats.period(row.period, t),
        [
            figure_link(view, row, value, className="figure-link"),
            *mark,
        ],
        html.Span(printed, **lang_attribute(view, row.unit)),
        t(f"status.{row.status}"),
        source_link(view, row.source),
        _remarks(view, row),
    ]


def _remarks(view: View, row: Observation) -> list[Children]:
    """The clerk's note; where the source was read stands on the page of the source alone."""
    note = row.note(view.lang)
    return [html.Span(note, **lang_attribute(view, note))] if note else []
