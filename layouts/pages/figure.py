"""The page of a single figure: all that the site knows of it. A card shows the same over a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from indicators.catalogue import Catalogue
from indicators.change import Change, PublishedGrowth
from indicators.precedence import Reported
from indicators.records import Indicator, Observation, Source
from indicators.release import Release
from layouts.parts import html, ids
from layouts.parts.components import (
    data,
    lang_attribute,
    link,
    name,
    section,
    source_link,
    table,
)
from layouts.parts.figure_link import figure_link, figure_path
from layouts.parts.html import Children, Element
from layouts.parts.tiles import status_word
from layouts.targets.status import chip, goal_link, revision
from layouts.view import View
from targets.tracked import TrackedTarget
from wording import changes, citations, conflicts, corrections, formats, observations
from wording.releases import withdrawn
from wording.words import TAGS


@dataclass(frozen=True, slots=True)
class Edition:
    """What was shown of a figure from a release on, None for nothing; `catalogue` is of then."""

    release: Release
    shown: Observation | None
    catalogue: Catalogue


@dataclass(frozen=True, slots=True)
class FigurePage:
    """A figure with what stands beside it.

    `change` is its growth over a year, None for none; `answered` are the targets that it answers.
    `editions` are its values from the first release on, each another than the one before.
    """

    indicator: Indicator
    reported: Reported
    change: Change | None
    answered: Sequence[TrackedTarget]
    editions: Sequence[Edition]


def figure(view: View, content: FigurePage) -> Element:
    """The page `/figure/<indicator>`."""
    shown = content.reported.shown
    parts = [
        _head(view, content),
        _sentence(view, shown),
        _record(view, content),
        _corrections(view, shown),
        _others(view, content.reported),
        _targets(view, content),
        _editions(view, content.editions),
        _quotes(view, shown),
    ]
    card = html.Article(parts, className=f"figure-card base-{content.indicator.base}")
    results = html.Div(card, id=ids.RESULTS, className="results")
    return html.Div(results, className="page", lang=TAGS[view.lang])


def _head(view: View, content: FigurePage) -> Element:
    """Name, region and period, and the value, large."""
    shown, indicator = content.reported.shown, content.indicator
    where = {
        "region": view.region(shown.region).name(view.lang),
        "period": formats.period(shown.period, view.words),
    }
    t, status = view.words, status_word(view, content.reported)
    value: list[Children] = [formats.quantity(shown, view.catalogue, t)]
    if status:
        value += [" ", html.Span(status, className="tag")]
    href = view.href(f"/indicator/{indicator.id}", region=(shown.region,))
    title = html.Div([
        html.H1(indicator.name(view.lang)),
        html.Div([html.Span(t("figure.at", **where)), link(t("figure.series"), href)],
                 className="lead"),
    ])  # fmt: skip
    return html.Header([title, html.P(value, className="figure-value")], className="page-head")


def _sentence(view: View, shown: Observation) -> Element | None:
    """The sentence to quote; None for a missing value, of which there is none."""
    text = observations.sentence(shown, view.context)
    return _copied(view, "sentence", html.Blockquote(text), text) if text else None


def _quotes(view: View, shown: Observation) -> Element:
    """What else can be copied: the citation in two styles, and the address."""
    t, source = view.words, shown.source
    address = figure_path(view, shown)
    parts = [
        _cited(view, "gb", citations.citation(source, view.context.release.day, t)),
        _cited(view, "apa", citations.apa(source, t)),
        _copied(view, "link", html.P(link(address, address)), address),
    ]
    return section(t("figure.quote"), html.Div(parts, className="quotes"))


def _cited(view: View, kind: str, text: str) -> Element:
    """A citation is as the publication has it, in whatever language."""
    return _copied(view, kind, html.P(text), text, "quotable name")


def _copied(view: View, kind: str, said: Element, text: str, look: str = "quotable") -> Element:
    """A text with the button that copies it."""
    marks = data(copy=text, done=view.words("copy.done"))
    label = view.words(f"figure.copy_{kind}")
    return html.Div([said, html.Button(label, className="copy", type="button", **marks)],
                    className=look)  # fmt: skip


def _record(view: View, content: FigurePage) -> Element:
    t, shown = view.words, content.reported.shown
    source, catalogue = shown.source, view.catalogue
    region, base = view.region(shown.region), catalogue.bases[content.indicator.base]
    converted = formats.quantity(shown, catalogue, t, formats.EXACT)
    has_value = shown.value is not None
    printed = _printed(view, shown) if has_value else converted
    note = shown.note(view.lang)
    entries: list[tuple[str, Children]] = [
        ("printed", html.Span(printed, **lang_attribute(view, shown.unit))),
        ("right" if shown.corrections else "converted", converted if converted != printed else ""),
        ("qualifier", t(f"qualifier_word.{shown.qualifier}")),
        ("status", formats.status(shown, t)),
        ("period", formats.period(shown.period, t)),
        ("region", link(region.name(view.lang), view.href(f"/region/{region.id}"))),
        ("base", link(base.name(view.lang), view.href(f"/base/{base.id}"))),
        ("definition", content.indicator.definition(view.lang)),
        ("publisher", name(view, source.publisher(view.lang))),
        ("title", link(name(view, source.title), view.href("/sources", id=source.id))),
        ("published", formats.published(source, t)),
        ("read", _read(view, source)),
        ("original", _original(source)),
        ("note", html.Span(note, **lang_attribute(view, note)) if note else ""),
        _change(view, content),
    ]
    rows = [part for key, value in entries if value
            for part in (html.Dt(t(f"figure.{key}")), html.Dd(value))]  # fmt: skip
    return html.Dl(rows, className="record")


def _printed(view: View, row: Observation) -> str:
    """The number as its source prints it, with 约 or 超."""
    printed = formats.as_printed(row, view.catalogue, view.words)
    return view.words(f"qualifier.{row.stated.qualifier}", quantity=printed)


def _corrections(view: View, row: Observation) -> Element | None:
    """What the source states, what stands instead, why and since when; None where it is right."""
    if not row.corrections:
        return None
    t = view.words
    headings = [
        t(f"correction.{key}") for key in ("field", "stated", "corrected", "reason", "date")
    ]
    rows: list[list[Children]] = [
        [
            t(f"correction.of.{each.field}"),
            corrections.cell(each.field, each.stated, t),
            html.B(corrections.cell(each.field, each.corrected, t)),
            each.reason(view.lang),
            formats.period(each.date, t),
        ]
        for each in row.corrections
    ]
    box = table(headings, rows, t("figure.corrections"))
    return section(t("figure.corrections"), box, hint=t("figure.corrections_hint"))


def _read(view: View, source: Source) -> Children:
    """Whether the original or a copy was read, and whose."""
    carrier = view.words(f"carrier.{source.carrier}")
    return [carrier, " · ", name(view, source.via)] if source.via else carrier


def _original(source: Source) -> Children:
    """The address of an original; a reprint is never linked."""
    if not source.link:
        return ""
    return html.A(source.link, href=source.link, target="_blank", rel="noopener noreferrer")


def _change(view: View, content: FigurePage) -> tuple[str, Children]:
    """The growth as published, with its own card, or as computed, with the values it rests on."""
    change, shown = content.change, content.reported.shown
    if change is None:
        return "change", ""
    difference, since = changes.difference(change, view.context)
    if isinstance(change, PublishedGrowth):
        told = view.indicator(change.row.indicator).name(view.lang)
        number = figure_link(view, change.row, difference, className="figure-link")
        return "growth", [number, f" {told} ", source_link(view, change.row.source)]
    inputs = changes.inputs(shown, change, view.context)
    words = {"difference": difference, "since": since, "inputs": inputs}
    return "change", view.words("figure.change_text", **words)


def _others(view: View, reported: Reported) -> Element | None:
    if not reported.others:
        return None
    t = view.words
    headings = [t(f"column.{key}") for key in ("value", "status", "source")]
    rows = [_other(view, reported, other) for other in reported.others]
    box = table([*headings, t("figure.why")], rows, t("figure.others"))
    return section(t("figure.others"), box, hint=t("figure.others_hint"))


def _other(view: View, reported: Reported, other: Observation) -> list[Children]:
    t = view.words
    value = formats.quantity(other, view.catalogue, t, formats.EXACT)
    differs = other in reported.conflicts
    mark = [" ", html.Span(t("also.conflict"), className="tag also-conflict")] if differs else []
    return [
        [html.B(value), *mark],
        formats.status(other, t),
        source_link(view, other.source),
        conflicts.reason(reported.shown, other, view.context),
    ]


def _targets(view: View, content: FigurePage) -> Element:
    t = view.words
    if not content.answered:
        return section(t("figure.targets"), html.P(t("figure.no_targets"), className="empty"))
    items = [html.Li(_target(view, row)) for row in content.answered]
    return section(t("figure.targets"), html.Ul(items, className="answered"))


def _target(view: View, row: TrackedTarget) -> list[Children]:
    """Verdict with the year of its target, the goal, and the document that states it."""
    due = formats.period(row.target.period, view.words)
    verdict = view.words("tile.status", due=due, status=view.words(f"tstatus.{row.status}"))
    kind = html.Span(view.words(f"target.{row.target.kind}"), className="tag")
    return [chip(view, row.status, verdict, linked=True), " ", goal_link(view, row), " ", kind, " ",
            source_link(view, row.target.source), *revision(view, row)]  # fmt: skip


def _editions(view: View, editions: Sequence[Edition]) -> Element | None:
    """Each change of the value, the latest first; None where it never changed."""
    if len(editions) < 2:
        return None
    t = view.words
    headings = [t(f"figure.{key}") for key in ("edition", "was", "is")]
    pairs = [*pairwise(editions)]
    rows = [_turn(view, before, after) for before, after in reversed(pairs)]
    box = table(headings, rows, t("figure.editions"))
    return section(t("figure.editions"), box, hint=t("figure.editions_hint"))


def _turn(view: View, before: Edition, after: Edition) -> list[Children]:
    release = after.release
    day, mark = formats.day(release.day, view.words), withdrawn(release, view.words)
    told = view.words("verify.release", number=release.number, date=day)
    return [
        [told, " ", html.Strong(mark)] if mark else told,
        _edition(view, before),
        _edition(view, after),
    ]


def _edition(view: View, edition: Edition) -> Children:
    """The value of then, its status, and its source by name: it may be gone by now."""
    shown = edition.shown
    if shown is None:
        return view.words("figure.not_held")
    value = formats.quantity(shown, edition.catalogue, view.words, formats.EXACT)
    source = name(view, formats.source_short(shown.source, view.words))
    return [html.B(value), f" {formats.status(shown, view.words)} · ", source]
