"""The HTML document of an address: its head, the page to read at once, and Dash's scripts.

Scripts wait until the page is read and painted; a module waits as a deferred script does.
"""

import re
from collections.abc import Mapping
from html import escape
from typing import Any

from dash import Dash
from flask import Response, g, request

from callbacks import asked
from callbacks.assets import asset
from callbacks.files.pictures import origin
from callbacks.page_cache import Built, Pages
from callbacks.site import Site
from layouts.parts.menu import file
from layouts.parts.render import static
from wording.words import words

PLOTLY = "plotly-basic.min.js"  # loaded by plots.js when a page has charts
# Before anything is painted: how the reader set the display, and whether it is the first visit.
DISPLAY = (
    '(function(e){try{var s=localStorage,d=JSON.parse(s.getItem("sixbases-display")||"{}");'
    "for(var n in d)e.dataset[n]=d[n];"
    'if(!s.getItem("sixbases-hint"))e.dataset.hint=""}catch(_){}})(document.documentElement)'
)
DOCUMENT = """<!DOCTYPE html>
<html lang="{lang}">
  <head>
    {metas}
    <title>{title}</title>
    {about}
    <link rel="icon" href="{icon}" type="image/svg+xml">
    <script>{display}</script>
    {css}
    <link rel="preload" href="/_dash-layout" as="fetch" crossorigin="anonymous">
    <link rel="preload" href="/_dash-dependencies" as="fetch" crossorigin="anonymous">
    {preload}
  </head>
  <body data-plotly="{plotly}">
    <div id="first-page">{page}</div>
    <div hidden>{app_entry}</div>
    {config}{scripts}
    <script defer src="/_dash-component-suites/dash/dcc/async-dropdown.js"></script>
    {renderer}
  </body>
</html>"""
# Dash sends its table to every page, and no page has one.
UNUSED = re.compile(r'<script src="[^"]*/dash_table/[^"]*"></script>\s*')


def register(app: Dash, site: Site, pages: Pages) -> None:
    """Let `app` answer every address with its own document and status."""

    def interpolate(**parts: Any) -> str:
        address = asked.address()
        found = pages.get(address)
        g.status = found.status
        return _document(site, pages, address, found, parts)

    setattr(app, "interpolate_index", interpolate)  # noqa: B010  mypy forbids the plain assignment
    app.server.after_request(_finish)


def _document(
    site: Site, pages: Pages, address: str, found: Built, parts: Mapping[str, str]
) -> str:
    plotly = escape(asset(PLOTLY))
    preload = f'<link rel="preload" href="{plotly}" as="script">' if found.charts else ""
    return DOCUMENT.format(
        lang="en" if found.lang == "en" else "zh-CN",
        metas=parts["metas"],
        title=escape(found.title),
        about="\n    ".join(_about(site, found, pages)),
        icon=escape(asset("favicon.svg")),
        display=DISPLAY,
        css=parts["css"],
        preload=preload,
        plotly=plotly,
        page=static(pages.document(address, found)),
        app_entry=parts["app_entry"],
        config=parts["config"],
        scripts=UNUSED.sub("", parts["scripts"]).replace("<script src=", "<script defer src="),
        renderer=parts["renderer"].replace("application/javascript", "module"),
    )


def _about(site: Site, found: Built, pages: Pages) -> list[str]:
    """What a link to the page shows elsewhere: title, site, and the page's leading chart.

    A page without a chart shows that of the overview.
    """
    say = words(found.lang)
    named = {"og:title": found.title, "og:site_name": say("product.name"), "og:type": "website"}
    if charts := found.charts or pages.get(f"/?lang={found.lang}").charts:
        named["og:image"] = origin(site) + file(charts[0].address, "png")
    return [f'<meta property="{name}" content="{escape(text)}">' for name, text in named.items()]


def _finish(response: Response) -> Response:
    response.status_code = g.pop("status", response.status_code)
    # Our own pages learn which page asks for a layout; no other site learns anything.
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["X-Content-Type-Options"] = "nosniff"
    if "Content-Security-Policy" not in response.headers:  # an embed says who may frame it
        response.headers["Content-Security-Policy"] = "frame-ancestors 'none'"
        response.headers["X-Frame-Options"] = "DENY"
    if request.path.startswith("/_dash-layout"):
        response.headers["Cache-Control"] = "no-store"
    return response
