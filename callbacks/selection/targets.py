"""The targets that an address asks for, on their page and in its files."""

from collections.abc import Callable
from functools import partial
from typing import Any

from callbacks.selection.ordering import ordered
from callbacks.site import Site
from charts.addresses import COMPARATOR_WORDS
from indicators import periods
from layouts.view import View
from store.snapshot import ReleaseData
from targets.tracked import TargetTime, TrackedTarget

# parameters beside those of every page
TAKES = ("base", "time", "kind", "status", "comparator", "sort")


def selected(site: Site, view: View, release: ReleaseData) -> list[TrackedTarget]:
    """The targets that match the address, in the order that it asks for."""
    rows = [row for row in site.assessed(release).tracked if matches(view, row)]
    return ordered(rows, view.state.sort, {n: partial(key, view) for n, key in SORT_KEYS.items()})


def matches(view: View, row: TrackedTarget, but: str = "") -> bool:
    """Whether a target passes the filters of the address, `but` one."""
    state, target = view.state, row.target
    year = row.due.year
    checks = {
        "region": not state.region or target.region in state.region,
        "base": not state.base or view.indicator(target.indicator).base in state.base,
        "from": not state.from_ or year >= state.from_,
        "to": not state.to or year <= state.to,
        "time": row.time(view.context.today) in (state.time or (TargetTime.CURRENT,)),
        "kind": not state.kind or target.kind in state.kind,
        "status": not state.status or row.status in state.status,
        "comparator": not state.comparator
        or target.comparator in {COMPARATOR_WORDS[word] for word in state.comparator},
    }
    return all(passes for name, passes in checks.items() if name != but)


def _gap(view: View, row: TrackedTarget) -> float | None:
    """The gap as a share of the target: tonnes and yuan sort together."""
    assessment = row.assessment
    return (
        None
        if assessment.gap is None or not row.target.value
        else assessment.gap / abs(row.target.value)
    )


def _latest(view: View, row: TrackedTarget) -> Any:
    latest = row.assessment.latest
    return None if latest is None else latest.span.end


SORT_KEYS: dict[str, Callable[[View, TrackedTarget], Any]] = {
    "status": lambda _, row: row.status.order,
    "base": lambda view, row: view.catalogue.bases[view.indicator(row.target.indicator).base].order,
    "indicator": lambda view, row: view.indicator(row.target.indicator).name(view.lang),
    "region": lambda _, row: row.target.region,
    "due": lambda _, row: periods.parse(row.target.period).end,
    "target": lambda _, row: row.target.value,
    "latest": _latest,
    "attainment": lambda _, row: row.assessment.attainment,
    "gap": _gap,
    "reading": lambda _, row: row.assessment.basis or row.assessment.reason,
    "kind": lambda _, row: row.target.kind,
}
