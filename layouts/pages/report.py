"""The page `/report`: the charts put by for a report, in order, and the files made of them.

The list lies in the visitor's browser alone; `assets/report.js` shows it and fills the form in.
"""

from layouts.parts import html
from layouts.parts.components import aria, data, page
from layouts.parts.html import Element
from layouts.view import View

FILES = ("docx", "pptx", "xlsx")
TITLE_LENGTH = 80  # signs; what a title page holds
# What the script says; it fills in the holes itself.
SAYS = ("up", "down", "remove", "clear", "confirm", "moved", "removed", "cleared", "unsaved")
HOLES = {name: f"{{{name}}}" for name in ("title", "place", "count")}


def report(view: View) -> Element:
    """The page: a title, the list that the script fills, and a button for each kind of file."""
    t = view.words
    return page(view, t("nav.report"), t("basket.lead"), _form(view), [])


def _form(view: View) -> Element:
    """A plain form: the answer is a file, so that no callback is needed."""
    return html.Form(
        [*_title(view), *_list(view), _buttons(view)],
        className="basket",
        method="post",
        action="/report.docx",
        **aria(label=view.words("nav.report")),
    )


def _title(view: View) -> list[Element]:
    t = view.words
    field = html.Input(
        id="basket-title",
        name="title",
        type="text",
        value=t("basket.default_title"),
        maxLength=TITLE_LENGTH,
        autoComplete="off",
    )
    label = html.Label(t("basket.title"), htmlFor="basket-title")
    return [
        html.Div([label, field], className="basket-title"),
        html.Input(type="hidden", name="charts", value="[]"),
        html.Input(type="hidden", name="lang", value=view.lang),
    ]


def _list(view: View) -> list[Element]:
    """The empty list with the words for it, what happened to it, and what stands in its place."""
    t = view.words
    says = data(**{word: t(f"basket.{word}", **HOLES) for word in SAYS})
    return [
        html.P(t("basket.hint"), className="hint basket-hint"),
        html.Ol(className="basket-list", **aria(label=t("basket.list")), **says),
        html.P(t("basket.empty"), className="empty", tabIndex="-1"),
        html.P(className="basket-said hint", role="status", **aria(live="polite")),
    ]


def _buttons(view: View) -> Element:
    t = view.words
    files = [
        _button(t(f"basket.{kind}"), type="submit", formAction=f"/report.{kind}") for kind in FILES
    ]
    clear = _button(t("basket.clear"), type="button", **data(basket="clear"))
    return html.Div([*files, clear], className="basket-buttons")


def _button(text: str, **look: str) -> Element:
    return html.Button(text, className="copy", **look)
