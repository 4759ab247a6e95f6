"""The way from a number to all that is known of it: `/figure/<indicator>`."""

from typing import Any

from indicators.records import Observation
from indicators.vocabulary import PROVINCE
from layouts.parts.components import link
from layouts.parts.html import Element
from layouts.view import View


def figure_path(view: View, row: Observation) -> str:
    """The address of the page of a figure; that of the province names no region."""
    region = () if row.region == PROVINCE else (row.region,)
    return view.href(f"/figure/{row.indicator}", region=region, period=row.period)


def figure_link(view: View, row: Observation, text: str, **attributes: Any) -> Element:
    """The text of a number as a link to its card."""
    return link(text, figure_path(view, row), **attributes)
