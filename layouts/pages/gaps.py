"""The page `/gaps`: what the data do not hold, what would close each gap, and whose it is."""

from collections.abc import Mapping, Sequence

from charts import addresses
from charts.addresses import GAP_SORTS
from layouts.parts import html
from layouts.parts.components import (
    empty,
    lang_attribute,
    link,
    page,
    section,
    table,
    unfoldable,
)
from layouts.parts.filters import filters
from layouts.parts.html import Children, Element
from layouts.parts.listings import region_link
from layouts.parts.sorting import sort_heads
from layouts.parts.source_tabs import tabs
from layouts.view import View
from targets.gaps import Gap, GapKind
from wording import gaps as said

COLUMNS = ("gap_kind", "base", "indicator", "region", "closes", "office")


def gaps(view: View, rows: Sequence[Gap], counts: Mapping[GapKind, int]) -> Element:
    """The page `/gaps`; `counts` are the gaps of each kind, whatever kind is asked for."""
    t = view.words
    bar = [tabs(view), filters(view, "base", "region", "gap")]
    body = section(
        t("list.count_gaps", n=len(rows)),
        _kinds(view, counts),
        _file(view) if rows else None,
        _templates(view),
        _table(view, rows) if rows else empty(t("gaps.none")),
        hint=t("gaps.hint"),
    )
    return page(view, t("nav.gaps"), t("gaps.lead"), bar, [body])


def _kinds(view: View, counts: Mapping[GapKind, int]) -> Element:
    """How many there are of each kind, as links to them."""
    items = [html.Li(_kind(view, kind, counts[kind])) for kind in GapKind if counts.get(kind)]
    return html.Ul(items, className="parts")


def _kind(view: View, kind: GapKind, count: int) -> Element:
    text = view.words("gaps.of_kind", kind=view.words(f"gap.{kind}"), n=count)
    return link(text, view.here(gap=(kind,)), title=view.words(f"gap.means.{kind}"))


def _file(view: View) -> Element:
    """The same rows as a workbook, by office; the address is that of the page."""
    query = addresses.query(view.state)
    file = html.A(
        view.words("gaps.file"), href=f"/gaps.xlsx{query}", download="", className="button"
    )
    return html.P(file, className="files")


def _templates(view: View) -> Element:
    """A workbook for each base of the filter that an office can fill in, what is due on top."""
    links = [
        html.A(base.short(view.lang), href=view.href(f"/template/{base.id}.xlsx"), download="")
        for base in view.catalogue.bases.values()
        if not view.state.base or base.id in view.state.base
    ]
    return html.P([view.words("gaps.templates"), *links], className="files")


def _table(view: View, rows: Sequence[Gap]) -> Element:
    headings = [view.words(f"column.{name}") for name in COLUMNS]
    heads = sort_heads(view, COLUMNS, GAP_SORTS, [""] * len(COLUMNS))
    cells = [_cells(view, gap) for gap in rows]
    return unfoldable(view, table(headings, cells, view.words("nav.gaps"), heads), len(rows))


def _cells(view: View, gap: Gap) -> list[Children]:
    base = view.catalogue.bases[gap.base]
    return [
        view.words(f"gap.{gap.kind}"),
        link(base.short(view.lang), view.href(f"/base/{base.id}")),
        _subject(view, gap),
        region_link(view, gap.region),
        said.closes(gap, view.context),
        _office(view, gap),
    ]


def _subject(view: View, gap: Gap) -> Children:
    text = said.subject(gap, view.context)
    if not gap.indicator:
        return text
    return link(text, view.href(f"/indicator/{gap.indicator}", region=(gap.region,)))


def _office(view: View, gap: Gap) -> Children:
    """The office, as a link to the publication that speaks for it; and why it."""
    name, source = said.office(gap, view.context), gap.office.source
    if source is None:
        return html.Span(name, className="muted")
    to = link(
        name, view.href("/sources", id=source.id), title=source.title, **lang_attribute(view, name)
    )
    return html.Div([html.Div(to), html.Div(said.ground(gap, view.context), className="muted")])
