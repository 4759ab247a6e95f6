"""The page `/places`."""

from collections.abc import Sequence

from indicators.records import Region
from layouts.parts import html
from layouts.parts.components import link, page
from layouts.parts.filters import filters
from layouts.parts.html import Element
from layouts.view import View


def places(view: View, rows: Sequence[Region]) -> Element:
    """The page `/places`."""
    t = view.words
    items = [html.Li(link(row.name(view.lang), view.href(f"/region/{row.id}"))) for row in rows]
    body = html.Ul(items, className="plain many")
    return page(view, t("nav.places"), t("places.lead"), filters(view, "level"), body)
