"""The frame around every page: header, navigation, footer, and the stores of the wiring."""

from dash import dcc, html
from dash.development.base_component import Component

from figures import formats
from layouts import ids
from layouts.components import Children, aria, link
from layouts.view import View

LISTS = ("targets", "projects", "proposals", "sources", "report", "about")


def shell(view: View | None, page: Children, address: str) -> Component:
    """The whole document. Without a view (no release yet) there is only the page."""
    return html.Div(
        [
            dcc.Location(id=ids.LOCATION, refresh="callback-nav"),
            dcc.Store(id=ids.SHOWN, data=address),
            dcc.Store(id=ids.WANT_PAGE),
            dcc.Store(id=ids.WANT_RESULTS),
            html.A(view.words("shell.skip"), href="#main", className="skip") if view else None,
            html.Header(navigation(view) if view else None, id=ids.NAVIGATION, className="top"),
            html.Main(html.Div(page, id=ids.PAGE), id="main", tabIndex="-1"),
        ]
    )


def navigation(view: View) -> list[Component]:
    """The product's name, the pages, and the language switch; links keep the state."""
    items = [("/", view.words("nav.overview"))]
    items += [(f"/base/{base.id}", base.short(view.lang)) for base in view.catalogue.bases.values()]
    items += [(f"/{name}", view.words(f"nav.{name}")) for name in LISTS]
    brand = link(
        [html.Span(className="mark"), html.Span(view.words("product.name"))],
        view.href("/"),
        className="brand",
    )
    return [
        html.Div([brand, _chosen(view), _language(view)], className="top-line"),
        html.Nav(
            [_item(view, path, text) for path, text in items],
            **aria(label=view.words("nav.label")),
        ),
    ]


def _item(view: View, path: str, text: str) -> Component:
    here = view.path == path
    inner = html.Span(text, **(aria(current="page") if here else {}))
    return link(inner, view.href(path), className="here" if here else "")


def _chosen(view: View) -> Component:
    names = view.region_names(view.state.region) if view.state.region else ""
    return html.Span(view.words("shell.chosen", regions=names) if names else "", className="chosen")


def _language(view: View) -> Component:
    other = "en" if view.lang == "zh" else "zh"
    return link(view.words("shell.other_language"), view.here(lang=other), className="language")


def footer(view: View) -> Component:
    """Release and date, and where the method stands."""
    release = view.context.release
    return html.Footer(
        [
            html.Span(
                view.words(
                    "shell.release",
                    n=release.number,
                    date=formats.period(release.time[:10], view.words),
                )
            ),
            link(view.words("nav.sources"), view.href("/sources")),
            link(view.words("nav.about"), view.href("/about")),
            link(view.words("nav.verify"), view.href("/verify")),
        ]
    )
