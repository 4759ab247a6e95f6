"""`/conflicts`."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from callbacks.selection.ordering import ordered
from callbacks.site import Site
from indicators import periods, precedence
from indicators.records import Observation
from layouts.pages import conflicts as page
from layouts.parts.html import Element
from layouts.view import View
from store.snapshot import Filter, ReleaseData
from wording.conflicts import reason

Pair = tuple[Observation, Observation]  # what is shown, and what differs from it


def build(_: Site, view: View, release: ReleaseData, __: str) -> Element:
    """The conflicts of the bases, regions, years and kinds of sources that the address asks for."""
    keys = {name: partial(key, view) for name, key in SORT_KEYS.items()}
    return page.conflicts(view, ordered(_pairs(view, release), view.state.sort, keys))


def _pairs(view: View, release: ReleaseData) -> Iterator[Pair]:
    """Of kinds of sources the address names, either side may be; all others stay in the contest."""
    state = view.state
    where = Filter((), state.region, state.from_, state.to)
    for row in precedence.reported(release.observations(where), release.catalogue):
        if state.base and view.indicator(row.shown.indicator).base not in state.base:
            continue
        for other in row.conflicts:
            if not state.source or {row.shown.source.kind, other.source.kind} & {*state.source}:
                yield row.shown, other


def _difference(_: View, pair: Pair) -> float | None:
    """As a share of what is shown."""
    shown, other = (row.value for row in pair)
    return abs(other - shown) / abs(shown) if shown and other is not None else None


SORT_KEYS: dict[str, Callable[[View, Pair], Any]] = {
    "indicator": lambda view, pair: view.indicator(pair[0].indicator).name(view.lang),
    "region": lambda _, pair: pair[0].region,
    "period": lambda _, pair: periods.parse(pair[0].period).end,
    "difference": _difference,
    "reason": lambda view, pair: reason(*pair, view.context),
}
