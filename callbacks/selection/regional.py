"""Rows of the places that an address asks for."""

from collections.abc import Iterable
from typing import TypeVar

from indicators.records import Event, Project, Proposal
from layouts.view import View

RegionalRow = TypeVar("RegionalRow", bound=Event | Project | Proposal)


def matching(view: View, rows: Iterable[RegionalRow]) -> list[RegionalRow]:
    """The rows of the bases and regions of the address, those of parts of a region among them.

    Where the address names no base or no region, rows of any are kept.
    """
    bases, codes = view.state.base, view.state.region
    places = {place for code in codes for place in with_parts(view, code)}
    return [
        row
        for row in rows
        if (not bases or row.base in bases) and (not codes or row.region in places)
    ]


def with_parts(view: View, code: str) -> set[str]:
    """The code of a region and those of the regions directly below it."""
    return {code, *(part.id for part in view.catalogue.children(code))}
