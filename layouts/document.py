"""The HTML document of a page: its head, its body, and the scripts that make it work.

Without scripts it is complete. Our own scripts wait until it is read; those of Dash lie in a
template, where they do nothing until `assets/live.js` wakes them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from layouts.parts import html
from layouts.parts.html import Children, Element, Verbatim
from layouts.parts.render import render
from wording.words import TAGS

STYLES = ("10-tokens.css", "20-page.css", "30-parts.css", "35-overview.css", "40-menu.css",
          "50-report.css", "90-print.css")  # fmt: skip
# One that only some pages need stands with the text that marks such a page.
SCRIPTS = {"base.js": "", "shell.js": "", "plots.js": "", "menu.js": "",
           "report.js": 'class="basket"', "live.js": "", "watch.js": ""}  # fmt: skip
PLOTLY = "plotly-basic.min.js"  # loaded by plots.js when a page has charts
DASH_TEMPLATE = "live"  # the id of the template that holds what Dash needs
# Before anything is painted: how the reader set the display, and whether it is the first visit.
DISPLAY = (
    '(function(e){try{var s=localStorage,d=JSON.parse(s.getItem("sixbases-display")||"{}");'
    "for(var n in d)e.dataset[n]=d[n];"
    'if(!s.getItem("sixbases-hint"))e.dataset.hint=""}catch(_){}})(document.documentElement)'
)


@dataclass(frozen=True, slots=True)
class Head:
    """What a document says of itself.

    `picture` is the address of a picture that shows the page elsewhere, empty for none. `assets`
    are the addresses of our files by name. `dash_parts` is what Dash needs, as HTML; empty on a
    page without filters.
    """

    title: str
    site: str
    lang: str
    picture: str
    assets: Mapping[str, str]
    dash_parts: str = ""


def document(head: Head, body: str, *, has_charts: bool) -> str:
    """Return the document around `body`, which is HTML; with charts it fetches plotly early."""
    scripts = [name for name, mark in SCRIPTS.items() if mark in body]
    parts = [*_about(head), *_files(head, scripts, has_charts=has_charts)]
    page = html_page(head, [
        Verbatim(body),
        html.Template(Verbatim(head.dash_parts), id=DASH_TEMPLATE) if head.dash_parts else None,
    ], parts)  # fmt: skip
    return "<!DOCTYPE html>\n" + render(page)


def html_page(head: Head, body: Children, parts: Sequence[Element]) -> Element:
    """The whole tree: the language, the head with its `parts`, and the body."""
    encoding = Element("meta", None, {"charset": "utf-8"})
    width = _meta(name="viewport", content="width=device-width, initial-scale=1")
    title = Element("title", head.title, {})
    return Element("html", [
        Element("head", [encoding, width, title, *parts], {}),
        Element("body", body, {"data-plotly": head.assets[PLOTLY]}),
    ], {"lang": TAGS[head.lang]})  # fmt: skip


def _about(head: Head) -> list[Element]:
    """What a link to the page shows elsewhere: title, site and picture."""
    named = {"og:title": head.title, "og:site_name": head.site, "og:type": "website"}
    if head.picture:
        named["og:image"] = head.picture
    return [_meta(property=name, content=text) for name, text in named.items()]


def _files(head: Head, names: Sequence[str], *, has_charts: bool) -> list[Element]:
    """Icon, style sheets and scripts; a module waits until the page is read."""
    styles = [_link("stylesheet", head.assets[name]) for name in STYLES]
    scripts = [Element("script", None, {"src": head.assets[n], "type": "module"}) for n in names]
    early = [_link("preload", head.assets[PLOTLY], **{"as": "script"})] if has_charts else []
    icon = _link("icon", head.assets["favicon.svg"], type="image/svg+xml")
    return [icon, Element("script", Verbatim(DISPLAY), {}), *styles, *early, *scripts]


def _meta(**attributes: str) -> Element:
    return Element("meta", None, attributes)


def _link(rel: str, href: str, **attributes: str) -> Element:
    return Element("link", None, {"rel": rel, "href": href, **attributes})
