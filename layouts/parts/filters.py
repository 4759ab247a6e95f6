"""The filters of a page. Their values are those of the address, which is where changes go."""

from collections.abc import Sequence
from typing import Any

from dash import dcc

from charts import addresses
from charts.addresses import COMPARATOR_WORDS
from indicators.records import Region
from indicators.vocabulary import SOURCE_KINDS, TARGET_KINDS
from layouts.parts import html, ids
from layouts.parts.components import aria, fold, link
from layouts.parts.html import Component
from layouts.view import View
from targets.rules import STATUSES

Option = dict[str, str]
UNSET: dict[str, Any] = {"region": (), "from_": None, "to": None, "source": ()}
DROPDOWN_WORDS = (
    "select_all", "deselect_all", "selected_count", "search", "clear_search",
    "clear_selection", "no_options_found",
)  # fmt: skip


def facts(view: View, *, is_folded: bool = False) -> Component:
    """The analyst's filters: prefecture, years and kind of source.

    `is_folded` folds them away at every width until one is set; else only on a phone.
    """
    controls = [regions(view), *_years(view), source_kinds(view)]
    return _bar(view, controls, is_folded=is_folded)


def lists(view: View, *controls: Component) -> Component:
    """The filters of a list."""
    return _bar(view, list(controls))


def _bar(view: View, controls: list[Component], *, is_folded: bool = False) -> Component:
    reset = link(view.words("filter.reset"), view.href(view.path, **UNSET), className="reset")
    label = view.words("filter.label")
    bar = html.Div([*controls, reset], className="filters", role="search", **aria(label=label))
    is_set = view.path + addresses.query(view.state) != view.href(view.path, **UNSET)
    class_name = "fold-always" if is_folded else "fold-narrow"
    return fold("filters", label, bar, class_name=class_name, is_open=is_folded and is_set)


def regions(view: View) -> Component:
    """Prefectures and counties, several at once, found by name or code in either language."""
    options = [_region_option(view, region) for region in view.catalogue.regions.values()]
    return multi_select(view, "region", options, view.state.region)


def _region_option(view: View, region: Region) -> Option:
    names = (region.name_zh, region.short_zh, region.name_en, region.id)
    return {
        "label": region.short(view.lang),
        "value": region.id,
        "search": " ".join(names),
        "title": f"{region.name(view.lang)} {region.id}",
    }


def source_kinds(view: View) -> Component:
    """Kinds of source."""
    options = [{"label": view.words(f"kind.{k}"), "value": k} for k in SOURCE_KINDS]
    return multi_select(view, "source", options, view.state.source)


def bases(view: View) -> Component:
    """Bases."""
    options = [
        {"label": base.short(view.lang), "value": base.id} for base in view.catalogue.bases.values()
    ]
    return multi_select(view, "base", options, view.state.base)


def vocabulary_select(
    view: View, name: str, known: Sequence[str], chosen: Sequence[str], head: str = ""
) -> Component:
    """A filter whose options are words of the vocabulary, in the catalogues under `head`."""
    options = [{"label": view.words(f"{head or name}.{word}"), "value": word} for word in known]
    return multi_select(view, name, options, chosen)


def multi_select(view: View, name: str, options: list[Option], chosen: Sequence[str]) -> Component:
    """A labelled list to choose several of."""
    element = ids.FILTERS[name]
    labels: Any = {
        key: view.words(f"dropdown.{key}", num_selected="{num_selected}") for key in DROPDOWN_WORDS
    }
    control = dcc.Dropdown(
        id=element,
        options=options,
        value=list(chosen),
        multi=True,
        placeholder=view.words(f"filter.{name}.all"),
        labels=labels,
        maxHeight=320,
    )
    return html.Div(
        [html.Label(view.words(f"filter.{name}"), htmlFor=element), control],
        className=f"filter filter-{name}",
    )


def targets(view: View) -> Component:
    """The filters of the tracker."""
    state = view.state
    return _bar(view, [
        bases(view), regions(view), *_years(view),
        vocabulary_select(view, "kind", TARGET_KINDS, state.kind, "target"),
        vocabulary_select(view, "status", STATUSES, state.status, "tstatus"),
        vocabulary_select(view, "comparator", tuple(COMPARATOR_WORDS), state.comparator),
    ])  # fmt: skip


def _years(view: View) -> list[Component]:
    return [_year(view, "from", view.state.from_), _year(view, "to", view.state.to)]


def _year(view: View, name: str, value: int | None) -> Component:
    element = ids.FILTERS[name]
    control = dcc.Input(
        id=element, type="number", value=value, min=1949, max=2100, step=1, debounce=True,
        placeholder=view.words(f"filter.{name}.all"),
    )  # fmt: skip
    return html.Div(
        [html.Label(view.words(f"filter.{name}"), htmlFor=element), control],
        className="filter filter-year",
    )
