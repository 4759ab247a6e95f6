"""The small menu on every chart: its picture, figures, sentence, address, and a place in a report.

The menu stands still; `assets/menu.js` does what it says. Links that the server answers are
plain links, so that they work without the script, too.
"""

from dataclasses import replace
from html import escape
from typing import Any

from charts import addresses
from layouts.parts import html
from layouts.parts.html import Element
from layouts.view import View

HEIGHT = 480  # of an embedded chart, px: what an article has room for
COUNT = "{count}"  # the script fills it in
ANSWERS = ("working", "copied", "failed", "saved", "browser", "download", "added", "already")


def menu(
    view: View,
    address: str,
    title: str,
    sentence: str,
    origin: str = "",
    *,
    has_rows: bool = True,
) -> Element:
    """What can be done with a chart; one that is drawn from no rows has no table to take.

    `address` is the chart's path and query without a format. `origin` is the public address of
    the dashboard; without one the browser writes the origin that it sees.
    """
    name = view.words("menu.name", title=title)
    items = [
        *_pictures(view, address),
        *([_file(view, address, "csv")] if has_rows else []),
        *_copies(view, address, sentence),
        *_embed(view, address, title, origin),
        _report(view),
    ]
    head = html.Summary(
        html.Span("⋯", **_marks(aria_hidden="true")), title=view.words("menu.label"),
        **_marks(aria_label=name),
    )  # fmt: skip
    says = {f"data_said_{word}": view.words(f"menu.said_{word}", count=COUNT) for word in ANSWERS}
    return html.Div(
        [
            html.Details([head, html.Div(items, className="menu-items")], className="menu"),
            html.Span(className="menu-said", role="status", **_marks(aria_live="polite")),
        ],
        className="menu-box",
        **_marks(data_address=address, data_title=title, **says),
    )


def _marks(**names: str) -> Any:
    """Attributes whose names have a hyphen."""
    return {name.replace("_", "-"): value for name, value in names.items()}


def file(address: str, kind: str) -> str:
    """The address of a chart as a file of that kind: `/chart/trend.png?…`."""
    path, mark, query = address.partition("?")
    return f"{path}.{kind}{mark}{query}"


def snippets(view: View, address: str, title: str, origin: str) -> tuple[str, str]:
    """The HTML that embeds a chart: always in the newest release, and in the one shown."""
    state = addresses.read(address.partition("?")[2])
    path = address.partition("?")[0].replace("/chart/", "/embed/", 1)
    current, frozen = (
        origin.rstrip("/") + path + addresses.query(replace(state, asof=asof))
        for asof in (None, view.context.release.number)
    )
    return _frame(current, title), _frame(frozen, title)


def _frame(address: str, title: str) -> str:
    return (
        f'<iframe src="{escape(address)}" width="100%" height="{HEIGHT}" '
        f'style="border:0" loading="lazy" title="{escape(title)}"></iframe>'
    )


def _pictures(view: View, address: str) -> list[Element]:
    return [
        _button(view.words("menu.copy_picture"), "picture"),
        _file(view, address, "png", data_picture="png"),
        _file(view, address, "svg", data_picture="svg"),
    ]


def _file(view: View, address: str, kind: str, **marks: str) -> Element:
    href = file(address, kind)
    return html.A(view.words(f"menu.{kind}"), href=href, download="", **_marks(**marks))


def _copies(view: View, address: str, sentence: str) -> list[Element]:
    """Sentence and address; a chart without a sentence offers none."""
    text = view.words("menu.copy_sentence")
    sentence_copy = [_button(text, "copy", data_text=sentence)] if sentence else []
    href = file(address, "png")
    return [*sentence_copy, _button(view.words("menu.copy_address"), "copy", data_path=href)]


def _embed(view: View, address: str, title: str, origin: str) -> list[Element]:
    """A button that unfolds the two snippets."""
    current, frozen = snippets(view, address, title, origin)
    number = view.context.release.number
    parts = [
        *_snippet(view, view.words("menu.embed_live"), current),
        *_snippet(view, view.words("menu.embed_frozen", number=number), frozen),
    ]
    head = _button(view.words("menu.embed"), "embed", aria_expanded="false")
    return [head, html.Div(parts, className="menu-embed", hidden=True)]


def _snippet(view: View, hint: str, code: str) -> list[Element]:
    text = view.words("menu.embed_copy")
    return [html.P(hint), html.Code(code), _button(text, "snippet", title=hint)]


def _report(view: View) -> Element:
    children = [view.words("menu.report"), html.Span(className="menu-count")]
    return _button(children, "report")


def _button(children: str | list[Any], do: str, **marks: str) -> Element:
    return html.Button(children, type="button", **_marks(data_do=do, **marks))
