"""The Dash side: the first page comes with the layout, later ones by two callbacks."""

import re
from typing import Any
from urllib.parse import urlsplit

from dash import ClientsideFunction, Dash, Input, Output, State, html
from dash.development.base_component import Component
from flask import Response, g, request

from callbacks.routes import Answer, answer
from callbacks.site import Site
from layouts import ids
from layouts.components import data
from layouts.markup import still
from layouts.shell import footer, navigation, shell

CLIENT = "sixbases"
# Dash sends its table to every page, and no page has one.
UNUSED = re.compile(r'<script src="[^"]*/dash_table/[^"]*"></script>\s*')


def register(app: Dash, site: Site) -> None:
    """Give `app` its layout, its callbacks and its pages' titles and statuses."""
    app.layout = lambda: document(site, _asked())
    _register_pages(app, site)
    _register_client(app)
    _register_index(app, site)


def document(site: Site, address: str) -> Component:
    """The whole document of an address, with the first figures in it."""
    found = answer(site, address)
    return still(shell(found.view, _page(found), address))


def _asked() -> str:
    """The address whose layout is fetched: the page names itself as the referrer."""
    parts = urlsplit(request.referrer or "/")
    return f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"


def _page(found: Answer) -> Component:
    foot = [footer(found.view)] if found.view else []
    return html.Div([found.build(), *foot], **data(title=found.title))


def _navigation(found: Answer) -> object:
    return still(navigation(found.view)) if found.view else None


def _results(page: Component) -> object:
    """The part of a page that its filters change."""
    return page[ids.RESULTS].children


def _register_pages(app: Dash, site: Site) -> None:
    @app.callback(
        Output(ids.PAGE, "children"),
        Output(ids.NAVIGATION, "children"),
        Input(ids.WANT_PAGE, "data"),
        prevent_initial_call=True,
    )
    def show_page(address: str) -> tuple[object, object]:
        found = answer(site, str(address))
        return still(_page(found)), _navigation(found)

    @app.callback(
        Output(ids.RESULTS, "children"),
        Output(ids.NAVIGATION, "children", allow_duplicate=True),
        Input(ids.WANT_RESULTS, "data"),
        prevent_initial_call=True,
    )
    def show_results(address: str) -> tuple[object, object]:
        found = answer(site, str(address))
        return still(_results(found.build())), _navigation(found)


def _register_client(app: Dash) -> None:
    """What needs no server: address ↔ filters, and a click on the map."""
    app.clientside_callback(
        ClientsideFunction(CLIENT, "route"),
        Output(ids.WANT_PAGE, "data"),
        Output(ids.WANT_RESULTS, "data"),
        Output(ids.SHOWN, "data"),
        Input(ids.LOCATION, "pathname"),
        Input(ids.LOCATION, "search"),
        State(ids.SHOWN, "data"),
    )
    app.clientside_callback(
        ClientsideFunction(CLIENT, "pick"),
        Output(ids.LOCATION, "search", allow_duplicate=True),
        Input(ids.MAP, "clickData"),
        prevent_initial_call=True,
    )
    _register_filters(app)


def _register_filters(app: Dash) -> None:
    """Each filter writes the address and follows it."""
    for name, element in ids.FILTERS.items():
        app.clientside_callback(
            f"(value) => window.dash_clientside.{CLIENT}.filter('{name}', value)",
            Output(ids.LOCATION, "search", allow_duplicate=True),
            Input(element, "value"),
            prevent_initial_call=True,
        )
        app.clientside_callback(
            f"(to, value) => window.dash_clientside.{CLIENT}.restore('{name}', to, value)",
            Output(element, "value"),
            Input(ids.WANT_RESULTS, "data"),
            State(element, "value"),
            prevent_initial_call=True,
        )


def _register_index(app: Dash, site: Site) -> None:
    """Title, language and status of the document, known before its layout is asked for."""
    plain = app.interpolate_index

    def interpolate(**parts: Any) -> str:
        found = answer(site, request.full_path.rstrip("?"))
        g.status = found.status
        scripts = UNUSED.sub("", parts["scripts"])
        text = plain(**(parts | {"title": _escaped(found.title), "scripts": scripts}))
        return text.replace("{%lang%}", "en" if found.lang == "en" else "zh-CN")

    setattr(app, "interpolate_index", interpolate)  # noqa: B010  mypy forbids the plain assignment

    def finish(response: Response) -> Response:
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

    app.server.after_request(finish)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
