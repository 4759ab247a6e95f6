"""The Dash side: the first page comes with the layout, later ones by two callbacks."""

from urllib.parse import urlsplit

from dash import ClientsideFunction, Dash, Input, Output, State, no_update
from flask import request

from callbacks import documents
from callbacks.page_cache import Pages
from callbacks.site import Site
from layouts.parts import ids
from layouts.parts.html import Live

CLIENT = "sixbases"


def register(app: Dash, site: Site) -> None:
    """Give `app` its layout, its callbacks and its documents."""
    pages = Pages(site)
    app.layout = lambda: _layout(pages)
    _register_pages(app, pages)
    _register_client(app)
    documents.register(app, site, pages)


def _layout(pages: Pages) -> Live:
    address = _asked()
    return pages.document(address, pages.get(address))


def _asked() -> str:
    """The address whose layout is fetched: the page names itself as the referrer."""
    parts = urlsplit(request.referrer or "/")
    return f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"


def _register_pages(app: Dash, pages: Pages) -> None:
    @app.callback(
        Output(ids.PAGE, "children"),
        Output(ids.NAVIGATION, "children"),
        Input(ids.WANT_PAGE, "data"),
        prevent_initial_call=True,
    )
    def show_page(address: str) -> tuple[object, object]:
        found = pages.get(str(address))
        return found.page, found.navigation

    @app.callback(
        *(Output(name, "children") for name in ids.FILTERED),
        Output(ids.NAVIGATION, "children", allow_duplicate=True),
        Input(ids.WANT_RESULTS, "data"),
        prevent_initial_call=True,
    )
    def show_results(address: str) -> tuple[object, ...]:
        found = pages.get(str(address))
        header = no_update if found.navigation is None else found.navigation
        return *(found.part(name) for name in ids.FILTERED), header


def _register_client(app: Dash) -> None:
    """What needs no server: address ↔ filters."""
    app.clientside_callback(
        ClientsideFunction(CLIENT, "route"),
        Output(ids.WANT_PAGE, "data"),
        Output(ids.WANT_RESULTS, "data"),
        Output(ids.SHOWN, "data"),
        Input(ids.LOCATION, "pathname"),
        Input(ids.LOCATION, "search"),
        State(ids.SHOWN, "data"),
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
