"""The page `/sources`: all publications with what was taken from each, or a single one."""

from collections.abc import Sequence
from dataclasses import dataclass

from charts import addresses
from charts.addresses import SOURCE_SORTS
from indicators.precedence import Reported
from indicators.records import Area, Event, Project, Proposal, Source
from indicators.release import Release
from layouts.parts import html, listings
from layouts.parts.components import aria, empty, link, name, page, section, table, unfoldable
from layouts.parts.filters import filters, kept
from layouts.parts.html import Children, Element
from layouts.parts.release_table import release_table
from layouts.parts.sorting import sort_heads
from layouts.parts.source_tabs import tabs
from layouts.targets.table import target_table
from layouts.view import View
from targets.tracked import TrackedTarget
from wording import formats

OtherRow = Project | Event | Proposal | Area


@dataclass(frozen=True, slots=True)
class CountedSource:
    """A source with the numbers of figures, of targets, and of other rows taken from it.

    Others are projects, events, proposals and areas.
    """

    source: Source
    figures: int
    targets: int
    others: int


COLUMNS = ("title", "publisher", "published", "kind", "carrier", "figures", "targets", "others")
LOOKS = tuple("number" if name in {"figures", "targets", "others"} else "" for name in COLUMNS)


def sources(view: View, rows: Sequence[CountedSource], latest: Sequence[Release]) -> Element:
    """The page `/sources`: those that the address asks for, in its order; the latest releases."""
    t = view.words
    bar = [tabs(view), _search(view), filters(view, "source_kind")]
    body = section(t("list.count_sources", n=len(rows)), _table(view, rows))
    return page(view, t("nav.sources"), t("sources.lead"), bar, [body, _releases(view, latest)])


def _releases(view: View, rows: Sequence[Release]) -> Element:
    """The latest releases, and the way to all of them."""
    every = link(view.words("releases.all"), view.href("/releases"))
    title = view.words("sources.releases")
    return section(title, release_table(view, rows), html.P(every), name="releases")


def _search(view: View) -> Element:
    """A field of words to look for, which keeps what else the address holds."""
    t = view.words
    field = html.Input(
        type="search", name="q", id="source-words", value=view.state.q or None,
        maxlength=addresses.MAX_LENGTH,
    )  # fmt: skip
    button = html.Button(t("sources.find"), type="submit", className="button")
    label = html.Label(t("sources.words"), htmlFor="source-words")
    parts = [label, field, button, *kept(view, {"q"})]
    return html.Form(parts, method="get", action=view.path, className="find", role="search",
                     **aria(label=t("sources.find")))  # fmt: skip


def _table(view: View, rows: Sequence[CountedSource]) -> Element:
    if not rows:
        return empty(view.words("sources.none"))
    headings = [view.words(f"column.{name}") for name in COLUMNS]
    heads = sort_heads(view, COLUMNS, SOURCE_SORTS, LOOKS)
    cells = [_source(view, row) for row in rows]
    return unfoldable(
        view, table(headings, cells, view.words("nav.sources"), heads, looks=LOOKS), len(rows)
    )


def _source(view: View, row: CountedSource) -> list[Children]:
    source = row.source
    return [
        link(name(view, source.title), view.href("/sources", id=source.id)),
        name(view, source.publisher(view.lang)),
        formats.published(source, view.words),
        view.words(f"kind.{source.kind}"),
        formats.carrier(source, view.words),
        str(row.figures),
        str(row.targets),
        str(row.others),
    ]


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A source with all that was taken from it."""

    source: Source
    reported: Sequence[Reported]
    tracked: Sequence[TrackedTarget]
    others: Sequence[OtherRow]


def source(view: View, content: SourcePage) -> Element:
    """The page of one source: what it is, where it is, and all that was taken from it."""
    t, source, reported = view.words, content.source, content.reported
    lead = [_way(view, source), link(t("sources.all"), view.href("/sources"))]
    entries: list[tuple[str, Children]] = [
        (t("column.publisher"), name(view, source.publisher(view.lang))),
        (t("column.published"), formats.published(source, view.words)),
        (t("column.kind"), t(f"kind.{source.kind}")),
        (t("column.carrier"), formats.carrier(source, t)),
        (t("column.via"), name(view, source.via) if source.via else ""),
        (t("column.id"), source.id),
        (t("column.note"), source.note(view.lang)),
    ]
    record = [part for name, text in entries if text for part in (html.Dt(name), html.Dd(text))]
    return page(
        view,
        name(view, source.title),
        lead,
        None,
        [
            section(t("sources.record"), html.Dl(record, className="record")),
            section(t("sources.taken", n=len(reported)), _figures(view, reported)),
            section(
                t("base.targets"), target_table(view, content.tracked, t("sources.no_targets"))
            ),
            *([_others(view, content.others)] if content.others else []),
        ],
    )


def _figures(view: View, reported: Sequence[Reported]) -> Element:
    if not reported:
        return empty(view.words("sources.no_figures"))
    return listings.reported(view, reported, indicator=True)


def _others(view: View, rows: Sequence[OtherRow]) -> Element:
    items = [html.Li(_other(view, row)) for row in rows]
    title = view.words("sources.others", n=len(rows))
    return section(title, html.Ul(items, className="plain"))


def _other(view: View, row: OtherRow) -> list[Children]:
    """What kind of thing it is, its name as a link to where it stands, and its region."""
    word, title, path = _told(view, row)
    where = html.Span(view.region(row.region).short(view.lang), className="muted")
    tag = html.Span(view.words(word), className="tag")
    return [tag, " ", link(title, view.href(path, **_base_of(path, row))), " ", where]


def _told(view: View, row: OtherRow) -> tuple[str, str, str]:
    """The key of its kind, its name, and the path of the page that lists it."""
    if isinstance(row, Project):
        return f"stage.{row.stage}", row.name(view.lang), "/projects"
    if isinstance(row, Proposal):
        return f"proposal.{row.kind}", row.title(view.lang), "/proposals"
    if isinstance(row, Event):
        return f"event.{row.kind}", row.title(view.lang), f"/base/{row.base}"
    return f"area.{row.kind}", row.name(view.lang), f"/base/{row.base}"


def _base_of(path: str, row: OtherRow) -> dict[str, tuple[str, ...]]:
    """The parameter that leaves the base of a row on a page of all bases."""
    return {} if path.startswith("/base/") else {"base": (row.base,)}


def _way(view: View, source: Source) -> Element:
    """An original is linked; a reprint is cited, never linked."""
    if source.carrier.is_reprint:
        return html.Span(view.words("sources.reprint"))
    if not source.link:
        return html.Span(view.words("sources.no_address"))
    return html.A(
        view.words("sources.open"), href=source.link, target="_blank", rel="noopener noreferrer"
    )
