"""The page `/sources`: all sources with conflicts and releases, or a single one."""

from collections.abc import Sequence
from dataclasses import dataclass

from charts.addresses import SOURCE_SORTS
from indicators.precedence import Reported
from indicators.records import Release, Source
from layouts.parts import html, listings
from layouts.parts.components import link, name, page, section, table, unfoldable
from layouts.parts.filters import filters
from layouts.parts.html import Children, Element
from layouts.parts.sorting import sort_head
from layouts.targets.table import target_table
from layouts.view import View
from targets.tracked import TrackedTarget
from wording import formats


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """The sources asked for, each with its numbers of figures and targets; conflicts, releases."""

    sources: Sequence[tuple[Source, int, int]]
    conflicts: Sequence[Reported]
    releases: Sequence[Release]


def sources(view: View, content: SourcesPage) -> Element:
    """The page `/sources`."""
    t = view.words
    bar = filters(view, "source_kind")
    names = ("title", "publisher", "published", "kind", "carrier", "figures", "targets")
    headings = [t(f"column.{name}") for name in names]
    heads = [
        sort_head(view, name, heading) if name in SOURCE_SORTS else html.Th(heading, scope="col")
        for name, heading in zip(names, headings, strict=True)
    ]
    rows = [_source(view, *counted) for counted in content.sources]
    return page(
        view,
        t("nav.sources"),
        t("sources.lead"),
        bar,
        [
            section(
                t("list.count_sources", n=len(rows)),
                unfoldable(view, table(headings, rows, t("nav.sources"), heads), len(rows)),
            ),
            section(
                t("sources.conflicts"),
                listings.reported(view, content.conflicts, indicator=True),
                hint=t("sources.conflicts_hint"),
            ),
            section(t("sources.releases"), _releases(view, content.releases)),
        ],
    )


def _source(view: View, source: Source, figures: int, aims: int) -> list[Children]:
    return [
        link(name(view, source.title), view.href("/sources", id=source.id)),
        name(view, source.publisher(view.lang)),
        formats.published(source, view.words),
        view.words(f"kind.{source.kind}"),
        view.words(f"carrier.{source.carrier}"),
        str(figures),
        str(aims),
    ]


def _releases(view: View, rows: Sequence[Release]) -> Element:
    t = view.words
    headings = [
        t("column.release"),
        t("column.time"),
        t("column.added"),
        t("column.changed"),
        t("column.removed"),
        t("column.digest"),
    ]
    cells: list[list[Children]] = [
        [
            link(str(row.number), view.here(asof=row.number)),
            f"{row.moment:%Y-%m-%d %H:%M}",
            str(row.added),
            str(row.changed),
            str(row.removed),
            html.Code(row.digest[:12]),
        ]
        for row in rows
    ]
    return table(headings, cells, t("sources.releases"))


def source(
    view: View, source: Source, reported: Sequence[Reported], tracked: Sequence[TrackedTarget]
) -> Element:
    """The page of one source: what it is, where it is, and every figure taken from it."""
    t = view.words
    lead = [_way(view, source), link(t("sources.all"), view.href("/sources"))]
    entries: list[tuple[str, Children]] = [
        (t("column.publisher"), name(view, source.publisher(view.lang))),
        (t("column.published"), formats.published(source, view.words)),
        (t("column.kind"), t(f"kind.{source.kind}")),
        (t("column.carrier"), t(f"carrier.{source.carrier}")),
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
            section(
                t("sources.taken", n=len(reported)),
                listings.reported(view, reported, indicator=True),
            ),
            section(t("base.targets"), target_table(view, tracked, t("sources.no_targets"))),
        ],
    )


def _way(view: View, source: Source) -> Element:
    """An original is linked; a reprint is cited, never linked."""
    if source.carrier.is_reprint:
        return html.Span(view.words("sources.reprint"))
    if not source.link:
        return html.Span(view.words("sources.no_address"))
    return html.A(
        view.words("sources.open"), href=source.link, target="_blank", rel="noopener noreferrer"
    )
