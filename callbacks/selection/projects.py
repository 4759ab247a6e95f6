"""The projects that an address asks for, on their page and in their files."""

from collections.abc import Callable
from functools import partial
from typing import Any

from callbacks.selection.ordering import ordered
from callbacks.selection.regional import matching
from indicators.projects import ProjectHistory, histories
from indicators.records import Project
from layouts.view import View
from store.snapshot import ReleaseData

TAKES = ("base", "stage", "sort")  # parameters beside those of every page


def selected(view: View, release: ReleaseData) -> list[ProjectHistory]:
    """The projects of the bases, regions and stages of the address, in the order it asks for."""
    stages = view.state.stage
    rows = [
        row
        for row in histories(matching(view, release.projects))
        if not stages or row.newest.stage in stages
    ]
    return ordered(rows, view.state.sort, {n: partial(key, view) for n, key in SORT_KEYS.items()})


def _capacity(view: View, row: ProjectHistory) -> Any:
    """By dimension, then by size: tonnes and kilowatts have no common order."""
    unit = view.catalogue.units.get(row.sized.unit) if row.sized else None
    size = _number(row.sized, "capacity")
    return None if unit is None or size is None else (unit.dimension, size * float(unit.factor))


def _number(row: Project | None, name: str) -> float | None:
    return None if row is None else float(getattr(row, name))


SORT_KEYS: dict[str, Callable[[View, ProjectHistory], Any]] = {
    "project": lambda view, row: row.newest.name(view.lang),
    "base": lambda view, row: view.catalogue.bases[row.newest.base].order,
    "region": lambda _, row: row.newest.region,
    "stage": lambda _, row: row.newest.stage.order,
    "year": lambda _, row: row.newest.year or None,
    "capacity": _capacity,
    "investment": lambda _, row: _number(row.funded, "investment"),
}
