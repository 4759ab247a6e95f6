"""The latest values of one indicator by region, as a table: the best first."""

from collections.abc import Sequence

from indicators.precedence import Reported
from indicators.records import Indicator
from indicators.vocabulary import Direction
from layouts.parts import html
from layouts.parts.components import NONE, source_link, table
from layouts.parts.html import Children, Element
from layouts.parts.listings import region_link
from layouts.parts.tiles import observation_link, status_word
from layouts.view import View
from wording import columns, formats

Values = Sequence[tuple[str, Reported | None]]  # a region's code and its value, None for none


def region_values(
    view: View, indicator: Indicator, rows: Values, *, has_source: bool = False
) -> Element:
    """A row a region, with the unit in the head; those without a value last."""
    t = view.words
    ordered = sorted(rows, key=lambda row: _order(indicator, row[1]))
    view = view.in_scale_of(columns.smallest([each.shown for _, each in rows if each]))
    texts = columns.numbers([each.shown if each else None for _, each in ordered], view.context)
    unit = formats.unit_name(indicator, view.catalogue, t)
    value = t("column.value_in", unit=unit) if unit else t("column.value")
    headings = [t("column.region"), value, t("column.period")]
    if has_source:
        headings.append(t("column.source"))
    cells = [
        _cells(view, code, each, text, has_source=has_source)
        for (code, each), text in zip(ordered, texts, strict=True)
    ]
    looks = ["", "number", "", "extra"][: len(headings)]
    box = table(headings, cells, t("reported.latest"), looks=looks)
    return html.Div(box, className="compact")


def _order(indicator: Indicator, reported: Reported | None) -> tuple[bool, float]:
    if reported is None or reported.shown.value is None:
        return True, 0.0
    sign = 1 if indicator.direction == Direction.DOWN else -1
    return False, sign * reported.shown.value


def _cells(
    view: View, code: str, reported: Reported | None, text: str, *, has_source: bool
) -> list[Children]:
    if reported is None:
        return [region_link(view, code), NONE, NONE, *([NONE] if has_source else [])]
    shown = reported.shown
    when = [formats.period(shown.period, view.words), status_word(view, reported)]
    return [
        region_link(view, code),
        observation_link(view, shown, text),
        " · ".join(word for word in when if word),
        *([source_link(view, shown.source)] if has_source else []),
    ]
