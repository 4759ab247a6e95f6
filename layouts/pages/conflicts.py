"""The page `/conflicts`: where publications disagree, which value is shown, and why."""

from collections.abc import Sequence

from charts.addresses import CONFLICT_SORTS
from indicators.records import Observation
from layouts.parts import html
from layouts.parts.components import (
    NONE,
    empty,
    page,
    section,
    source_link,
    table,
    unfoldable,
)
from layouts.parts.figure_link import figure_link
from layouts.parts.filters import filters
from layouts.parts.html import Children, Element
from layouts.parts.listings import region_link
from layouts.parts.sorting import sort_heads
from layouts.parts.source_tabs import tabs
from layouts.parts.tiles import indicator_link
from layouts.view import View
from wording import conflicts as said
from wording import formats

COLUMNS = ("indicator", "region", "period", "shown", "other", "difference", "reason")
LOOKS = tuple("number" if name in {"difference"} else "" for name in COLUMNS)


def conflicts(view: View, rows: Sequence[tuple[Observation, Observation]]) -> Element:
    """The page `/conflicts`; each row is the observation shown and one that differs from it."""
    t = view.words
    bar = [tabs(view), filters(view, "base", "region", "from", "to", "source")]
    count = section(t("list.count_conflicts", n=len(rows)), _table(view, rows))
    return page(view, t("nav.conflicts"), t("conflicts.lead"), bar, [count])


def _table(view: View, rows: Sequence[tuple[Observation, Observation]]) -> Element:
    if not rows:
        return empty(view.words("conflicts.none"))
    headings = [view.words(f"column.{name}") for name in COLUMNS]
    heads = sort_heads(view, COLUMNS, CONFLICT_SORTS, LOOKS)
    cells = [_cells(view, *pair) for pair in rows]
    return unfoldable(
        view, table(headings, cells, view.words("nav.conflicts"), heads, looks=LOOKS), len(rows)
    )


def _cells(view: View, shown: Observation, other: Observation) -> list[Children]:
    name = indicator_link(view, view.indicator(shown.indicator), region=(shown.region,))
    return [
        name,
        region_link(view, shown.region),
        formats.period(shown.period, view.words),
        _value(view, shown),
        _value(view, other),
        said.apart(shown, other, view.context) or NONE,
        said.reason(shown, other, view.context),
    ]


def _value(view: View, row: Observation) -> list[Children]:
    """The value as it is shown, its status where it has one, and its source."""
    t = view.words
    value = formats.quantity(row, view.catalogue, t, decimals=formats.EXACT)
    standing = formats.standing(row, t)
    status = html.Span(standing, className="tag") if standing else None
    return [
        html.Strong(figure_link(view, row, value)),
        " ",
        status,
        " ",
        html.Div(source_link(view, row.source)),
    ]
