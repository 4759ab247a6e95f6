"""The live part of a page: the controls of the filters, and the one callback that answers them.

The layout is the same for every page and language. A control has no words of its own:
`assets/live.js` reads them out of the plain form of the page, writes the address when a control
changes, and puts the answer in place.
"""

from dash import ClientsideFunction, Dash, Input, Output, dcc, html

from callbacks.page_cache import PageCache
from charts.addresses import YEARS
from layouts.parts import ids
from layouts.parts.filters import FILTERS

SCRIPT = "sixbases"  # the namespace of the clientside functions
ADDRESS, ANSWER = "live-address", "live-answer"
RESET = "live-reset"
MANY = {row.parameter: row.options is not None for row in FILTERS.values()}


def layout() -> html.Div:
    """All controls, empty; those that a page does not have stay hidden."""
    return html.Div(
        [
            *(_control(parameter, has_many=many) for parameter, many in MANY.items()),
            html.A(id=RESET, className="reset"),
            dcc.Store(id=ADDRESS),
            dcc.Store(id=ANSWER),
        ],
        className="filters",
    )


def _control(parameter: str, *, has_many: bool) -> html.Div:
    name = ids.control(parameter)
    control = (
        dcc.Dropdown(id=name, multi=True, maxHeight=320)
        if has_many
        else dcc.Input(id=name, type="number", debounce=True, step=1, min=YEARS[0], max=YEARS[1])
    )
    label = html.Label(id=f"{name}-label", htmlFor=name)
    look = f"filter filter-{parameter if has_many else 'year'}"
    return html.Div([label, control], id=f"{name}-box", className=look, style={"display": "none"})


def register(app: Dash, pages: PageCache) -> None:
    """Give `app` its layout and its callbacks."""
    app.layout = layout()
    _register_script(app)

    @app.callback(Output(ANSWER, "data"), Input(ADDRESS, "data"), prevent_initial_call=True)
    def show(address: str) -> dict[str, object]:
        page = pages.get(str(address))
        return {"address": address, "title": page.title, "lang": page.lang, "parts": page.parts}


def _register_script(app: Dash) -> None:
    """What needs no server: a control writes the address; the answer is put in place."""
    app.clientside_callback(ClientsideFunction(SCRIPT, "fill"), Input(RESET, "id"))
    app.clientside_callback(
        ClientsideFunction(SCRIPT, "write"),
        *(Input(ids.control(parameter), "value") for parameter in MANY),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction(SCRIPT, "place"), Input(ANSWER, "data"), prevent_initial_call=True
    )
