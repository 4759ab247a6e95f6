"""The gaps that an address asks for, on their page and in their file."""

from collections.abc import Callable
from functools import partial
from typing import Any

from callbacks.selection.ordering import ordered
from callbacks.site import Site
from indicators import precedence
from layouts.view import View
from store.snapshot import ReleaseData
from targets.gaps import Gap, Holdings, gaps
from wording.gaps import office, subject

TAKES = ("base", "gap", "sort")  # parameters beside those of every page


def every(site: Site, release: ReleaseData) -> list[Gap]:
    """All gaps of a release, the most pressing first."""
    reported = precedence.reported(release.observations(), release.catalogue)
    holdings = Holdings(release.catalogue, reported, site.assessed(release).tracked)
    return gaps(holdings, release.info.day)


def selected(site: Site, view: View, release: ReleaseData) -> list[Gap]:
    """The gaps of the bases, regions and kinds of the address, in the order it asks for."""
    rows = [gap for gap in every(site, release) if matches(view, gap)]
    return ordered(rows, view.state.sort, {n: partial(key, view) for n, key in SORT_KEYS.items()})


def matches(view: View, gap: Gap, but: str = "") -> bool:
    """Whether a gap passes the filters of the address, `but` one."""
    state = view.state
    checks = {
        "base": not state.base or gap.base in state.base,
        "region": not state.region or gap.region in state.region,
        "gap": not state.gap or gap.kind in state.gap,
    }
    return all(passes for name, passes in checks.items() if name != but)


SORT_KEYS: dict[str, Callable[[View, Gap], Any]] = {
    "gap_kind": lambda _, gap: gap.kind.order,
    "base": lambda view, gap: view.catalogue.bases[gap.base].order,
    "indicator": lambda view, gap: subject(gap, view.context),
    "region": lambda _, gap: gap.region,
    "office": lambda view, gap: office(gap, view.context) if gap.office.source else None,
}
