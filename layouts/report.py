"""The page `/report`: the charts put by for a report, in order, and the files made of them.

The list lies in the visitor's browser alone; `assets/report.js` shows it and fills the form in.
"""

from html import escape
from typing import Any

from dash.development.base_component import Component

from layouts.components import aria, data, page
from layouts.markup import Still
from layouts.view import View

FILES = ("docx", "pptx", "xlsx")
TITLE_LENGTH = 80  # signs; what a title page holds
# What the script says; it fills in the holes itself.
SAYS = ("up", "down", "remove", "clear", "confirm", "moved", "removed", "cleared", "unsaved")
HOLES = {name: f"{{{name}}}" for name in ("title", "place", "count")}


def report(view: View) -> Component:
    """The page: a title, the list that the script fills, and a button for each kind of file."""
    t = view.words
    return page(view, t("nav.report"), t("basket.lead"), _form(view), [])


def _form(view: View) -> Component:
    """A plain form: the answer is a file, so that no callback is needed."""
    look = {"className": "basket", "method": "post", "action": "/report.docx"}
    named = aria(label=view.words("nav.report"))
    return Still("form", look | named, _title(view) + _list(view) + _buttons(view)).component()


def _title(view: View) -> str:
    words = view.words
    label = Still("label", {"htmlFor": "basket-title"}, escape(words("basket.title"))).html()
    look = {"id": "basket-title", "type": "text", "maxLength": TITLE_LENGTH, "autoComplete": "off"}
    field = _input("title", words("basket.default_title"), look)
    hidden = {"type": "hidden"}
    sent = _input("charts", "[]", hidden) + _input("lang", view.lang, hidden)
    return Still("div", {"className": "basket-title"}, label + field).html() + sent


def _input(name: str, value: str, look: dict[str, Any]) -> str:
    return Still("input", look | {"name": name, "value": value}, "").html()


def _list(view: View) -> str:
    """The empty list with the words for it, what happened to it, and what stands in its place."""
    t = view.words
    says = data(**{word: t(f"basket.{word}", **HOLES) for word in SAYS})
    named = aria(label=t("basket.list"))
    parts = [
        Still("p", {"className": "hint basket-hint"}, escape(t("basket.hint"))),
        Still("ol", {"className": "basket-list"} | named | says, ""),
        Still("p", {"className": "empty", "tabIndex": "-1"}, escape(t("basket.empty"))),
        Still("p", {"className": "basket-said hint", "role": "status"} | aria(live="polite"), ""),
    ]
    return "".join(part.html() for part in parts)


def _buttons(view: View) -> str:
    t = view.words
    files = [
        _button(t(f"basket.{kind}"), type="submit", formAction=f"/report.{kind}") for kind in FILES
    ]
    clear = _button(t("basket.clear"), type="button", **data(basket="clear"))
    return Still("div", {"className": "basket-buttons"}, "".join([*files, clear])).html()


def _button(text: str, **look: str) -> str:
    return Still("button", {"className": "copy"} | look, escape(text)).html()
