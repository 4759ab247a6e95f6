"""The parts pages are made of, whatever they show."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from figures.text import width
from indicators.records import Source
from indicators.typography import is_chinese
from layouts.parts import html, ids
from layouts.parts.html import Children, Element
from layouts.view import View
from wording import formats
from wording.words import TAGS

SHOWN_SOURCES = 2
SHOWN_ROWS = 24  # of a long list on a phone; the style sheet hides the rows after them
SHORT = 11.5  # em of a cell that is not worth a second line
NONE = "—"  # a cell without a value; on a phone it takes no place


def aria(**names: str) -> Any:
    """The accessibility attributes of an element."""
    return {f"aria-{name}": value for name, value in names.items()}


def data(**names: str) -> Any:
    """The data attributes of an element."""
    return {f"data-{name}": value for name, value in names.items()}


def link(text: Children, href: str, **attributes: Any) -> Element:
    """A link inside the dashboard."""
    return html.A(text, href=href, **attributes)


def lang_attribute(view: View, text: str) -> Any:
    """The `lang` of a name or a note that is written in the other language, for who reads aloud."""
    if is_chinese(text):
        return {"lang": TAGS["zh"]} if view.lang == "en" else {}
    is_latin = any(sign.isalpha() and sign.isascii() for sign in text)
    return {"lang": TAGS["en"]} if view.lang == "zh" and is_latin else {}


def name(view: View, text: str) -> Element:
    """A name from the data, of a publication or a person: it stays as it is in both languages."""
    return html.Span(text, className="name", **lang_attribute(view, text))


def page(
    view: View,
    heading: Children,
    lead: Children,
    filters: Children,
    results: Children,
    *,
    actions: Children = None,
    taken: Children = None,
) -> Element:
    """A page: heading, what it is about, filters, and what they leave.

    `actions` stand beside the heading, and so does `taken`: what can be taken away, in the state
    of the page.
    """
    title = html.Div([html.H1(heading), html.Div(lead, id=ids.LEAD, className="lead")])
    head = html.Header([title, html.Div(taken, id=ids.TAKEN), actions], className="page-head")
    heard = data(said=view.words("results.shown"))
    return html.Div(
        [head, filters, html.Div(results, id=ids.RESULTS, className="results", **heard)],
        className="page",
        lang=TAGS[view.lang],
    )


def section(
    title: str, *children: Children, hint: str = "", class_name: str = "", name: str = ""
) -> Element:
    """A part of a page under a heading of the second level; `name` makes it a place to go to."""
    head = [html.H2(title), *([html.P(hint, className="hint")] if hint else [])]
    place: Any = {"id": name} if name else {}
    return html.Section(
        [html.Div(head, className="section-head"), *children], className=class_name, **place
    )


def contents(view: View, sections: Sequence[tuple[str, str]]) -> Element:
    """Links to the sections of a long page, which are pairs of name and title."""
    items = [html.Li(html.A(title, href=f"#{name}")) for name, title in sections]
    return html.Ul(items, className="contents", **aria(label=view.words("page.contents")))


def fold(name: str, title: str, body: Children, *, class_name: str, is_open: bool) -> Element:
    """A part behind a button; the class says at which widths it is folded away."""
    state = aria(expanded="true" if is_open else "false", controls=name)
    button = html.Button(title, type="button", className="fold-button button", **state)
    parts = [button, html.Div(body, id=name, className="fold-body")]
    return html.Div(parts, className=f"fold {class_name}{' is-open' if is_open else ''}")


def empty(text: str) -> Element:
    """The sentence that stands where nothing can be shown."""
    return html.P(text, className="empty")


def source_link(view: View, source: Source) -> Element:
    """A link to the page of a source, under its publisher and date."""
    text = formats.source_short(source, view.words)
    href = view.href("/sources", id=source.id)
    return link(name(view, text), href, title=source.title, className="source-link")


def source_line(view: View, sources: Iterable[Source]) -> Element | None:
    """The sources of a chart, each once, all but `SHOWN_SOURCES` folded away; None without any."""
    distinct = list({source.id: source for source in sources}.values())
    if not distinct:
        return None
    t = view.words
    links = [source_link(view, source) for source in distinct]
    shown, folded = (
        joined(part, t("foot.join")) for part in (links[:SHOWN_SOURCES], links[SHOWN_SOURCES:])
    )
    rest = len(links) - SHOWN_SOURCES
    more = [html.Details([html.Summary(t("sources.more", n=rest)), *folded])]
    return html.Div(
        [
            html.Span(t("sources.label"), className="label"),
            *shown,
            *(more if rest > 0 else []),
        ],
        className="source-line",
    )


def quotable(view: View, text: str) -> Element:
    """A sentence to be quoted, with the button that copies it."""
    return html.Div([html.Blockquote(text), copy_button(view, text)], className="quotable")


def joined(parts: Sequence[Element], between: str) -> list[Children]:
    """The parts in a line with the text `between` them."""
    return [each for n, part in enumerate(parts) for each in ([between] if n else [], part)]


def copy_button(view: View, text: str) -> Element:
    """A button that copies a text."""
    said = data(copy=text, done=view.words("copy.done"))
    return html.Button(view.words("copy.button"), className="copy", type="button", **said)


def table(
    headings: Sequence[str],
    rows: Sequence[Sequence[Children]],
    name: str,
    heads: Sequence[Element] = (),
    *,
    looks: Sequence[str] = (),
    marked: Collection[int] = (),
) -> Element:
    """A table that scrolls in its own box; cells name their column for the phone layout.

    `heads` are header cells that do more than say their heading. `looks` are the classes of the
    columns, such as "number" for one that is aligned right; `marked` are the numbers of rows that
    stand out.
    """
    of = looks or [""] * len(headings)
    plain = heads or [
        html.Th(text, scope="col", className=look or None)
        for text, look in zip(headings, of, strict=True)
    ]
    head = html.Thead(html.Tr(list(plain)))
    body = html.Tbody(
        [
            html.Tr(
                [_cell(*cell) for cell in zip(headings, row, of, strict=True)],
                className="marked" if number in marked else None,
            )
            for number, row in enumerate(rows)
        ]
    )
    return html.Div(
        html.Table([html.Caption(name, className="unseen"), head, body]),
        className="table-box",
        tabIndex="0",
        role="region",
        **aria(label=name),
    )


def unfoldable(view: View, box: Element, count: int) -> Element:
    """A table of `count` rows, of which a phone shows the first until it is asked for all."""
    if count <= SHOWN_ROWS:
        return box
    label = view.words("table.all", n=count)
    button = html.Button(
        label, type="button", className="fold-button button", **aria(expanded="false")
    )
    return html.Div([box, button], className="unfoldable")


def _cell(heading: str, cell: Children, look: str) -> Element:
    looks = [look]
    if isinstance(cell, str) and width(cell) <= SHORT:
        looks.append("is-none" if cell == NONE else "short")
    return html.Td(cell, className=" ".join(filter(None, looks)) or None, **data(label=heading))
