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
from wording import columns, corrections, formats

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
    shown = [pair for each in values for pair in marked(each)]
    rows = [row for row, _ in shown]
    headings = [t(f"column.{name}") for name in REPORTED_COLUMNS]
    texts = [formats.quantity(row, view.catalogue, t, decimals=formats.EXACT) for row in rows]
    looks = [""] * len(headings)
    if not indicator:
        place = REPORTED_COLUMNS.index("value")
        headings[place], texts = _in_one_unit(view, rows)
        looks[place] = "number"
    cells = [_reported(view, *pair, text) for pair, text in zip(shown, texts, strict=True)]
    if indicator:
        headings, looks = [t("column.indicator"), *headings], ["", *looks]
        cells = [[_name(view, row), *each] for row, each in zip(rows, cells, strict=True)]
    return unfoldable(view, table(headings, cells, t("reported.caption"), looks=looks), len(cells))


def _in_one_unit(view: View, rows: Sequence[Observation]) -> tuple[str, list[str]]:
    """The heading and the numbers of values of one indicator: their unit stands in the head.

    What has no value keeps the sign that was printed for it.
    """
    scaled = view.in_scale_of(columns.smallest(rows))
    unit = formats.unit_name(scaled.indicator(rows[0].indicator), scaled.catalogue, view.words)
    numbers = columns.numbers(rows, scaled.context)
    signs = (formats.missing(row.printed, view.words) for row in rows)
    texts = [text or sign for text, sign in zip(numbers, signs, strict=True)]
    heading = view.words("column.value_in", unit=unit) if unit else view.words("column.value")
    return heading, texts


def marked(reported: Reported) -> list[tuple[Observation, str]]:
    """The observations of a figure with the word that says how each stands to the shown one."""
    rows = [(reported.shown, "")]
    for other in reported.others:
        rows.append((other, "also.conflict" if other in reported.conflicts else "also.reported"))
    return rows


def _name(view: View, row: Observation) -> Element:
    return indicator_link(view, view.indicator(row.indicator), region=(row.region,))


def _reported(view: View, row: Observation, word: str, value: str) -> list[Children]:
    t = view.words
    printed = formats.as_printed(row, view.catalogue, t)
    tag = f"tag {word.replace('.', '-')}"
    mark: list[Children] = [html.Span(t(word), className=tag), " "] if word else []
    return [
        region_link(view, row.region),
        formats.period(row.period, t),
        [*mark, figure_link(view, row, value, className="figure-link")],
        html.Span(printed, **lang_attribute(view, row.unit)),
        formats.status(row, t),
        source_link(view, row.source),
        _remarks(view, row),
    ]


def _remarks(view: View, row: Observation) -> list[Children]:
    """The clerk's note and what was corrected.

    Where the source was read stands on the page of the source alone.
    """
    note = row.note(view.lang)
    told = [html.Div(text) for text in corrections.told(row, view.words)]
    return [*([html.Span(note, **lang_attribute(view, note))] if note else []), *told]
