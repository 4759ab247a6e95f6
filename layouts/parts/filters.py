"""The filters of a page: a plain form, whose values are those of the address.

It works as it is. Where scripts run, `assets/live.js` reads words, options and values out of it
for the controls of Dash that take its place.
"""

import json
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from charts import addresses
from indicators.records import Region
from indicators.vocabulary import Level, ProposalKind, SourceKind, TargetKind
from layouts.parts import html, ids
from layouts.parts.components import aria, data, fold, link
from layouts.parts.html import Element
from layouts.view import View

INDENT = "\u2003"  # of what lies below: a list has no other tree, and a browser keeps this space
UNSET: dict[str, Any] = {"region": (), "from_": None, "to": None, "source": ()}
OF_FIGURES = ("region", "from", "to", "source")  # the filters of figures
# The words of Dash's dropdown.
DROPDOWN_WORDS = (
    "select_all", "deselect_all", "selected_count", "search", "clear_search",
    "clear_selection", "no_options_found",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Choice:
    """An option: its value in the address, its label, and what it is found by, besides."""

    value: str
    label: str
    title: str = ""
    search: str = ""


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter: the parameter that it writes, and its options, several of which may be chosen.

    One without options is a year.
    """

    parameter: str
    options: Callable[[View], list[Choice]] | None = None


def _words(known: Collection[str], head: str) -> Callable[[View], list[Choice]]:
    """Options that are words of the vocabulary, in the catalogues under `head`."""

    def options(view: View) -> list[Choice]:
        return [Choice(word, view.words(f"{head}.{word}")) for word in known]

    return options


def _regions(view: View) -> list[Choice]:
    """All regions as a tree, and its prefectures as one choice.

    Each is found by name or code in either language.
    """
    regions, codes = view.catalogue.regions.values(), view.catalogue.prefecture_codes()
    top = [_region(view, region) for region in regions if not region.parent]
    below = [_region(view, region) for region in regions if region.parent]
    nine = [Choice(addresses.written(codes), view.region_names(codes))] if len(codes) > 1 else []
    return [*top, *nine, *below]


def _region(view: View, region: Region) -> Choice:
    title = f"{region.name(view.lang)} {region.id}"
    names = (region.name_zh, region.short_zh, region.name_en)
    indent = INDENT if region.level is Level.COUNTY else ""
    return Choice(region.id, indent + region.short(view.lang), title, " ".join(names))


def _bases(view: View) -> list[Choice]:
    return [Choice(base.id, base.short(view.lang)) for base in view.catalogue.bases.values()]


# The filters in the order of the page. One of words is made of its row in `addresses.State`; its
# label is `filter.<parameter>`, what it says when nothing is chosen `filter.<parameter>.all`.
FILTERS: dict[str, Filter] = {
    "base": Filter("base", _bases),
    "region": Filter("region", _regions),
    "from": Filter("from"),
    "to": Filter("to"),
    "proposal_kind": Filter("kind", _words(tuple(ProposalKind), "kind")),
    "source_kind": Filter("kind", _words(tuple(SourceKind), "kind")),
    "target_kind": Filter("kind", _words(tuple(TargetKind), "target")),
    **{name: Filter(name, _words(*choices)) for name, choices in addresses.CHOICES.items()},
}


def filters(view: View, *names: str, is_folded: bool = False) -> Element:
    """The filters of these names, in the order of the table.

    `is_folded` folds them away at every width until one is set; else only on a phone.
    """
    label = view.words("filter.label")
    bar = html.Div(
        [
            _form(view, [row for name, row in FILTERS.items() if name in names]),
            html.Div(className="live-filters"),
        ],
        role="search",
        **aria(label=label),
    )
    is_chosen = view.path + addresses.query(view.state) != view.href(view.path, **UNSET)
    class_name = "fold-always" if is_folded else "fold-narrow"
    return fold(ids.FILTERS, label, bar, class_name=class_name, is_open=is_folded and is_chosen)


def is_set(view: View, *parameters: str) -> bool:
    """Whether the address chooses anything by one of these filters."""
    return any(getattr(view.state, addresses.field_of(name)) for name in parameters)


def _form(view: View, rows: Sequence[Filter]) -> Element:
    words = view.words
    labels = {
        key: words(f"dropdown.{key}", num_selected="{num_selected}") for key in DROPDOWN_WORDS
    }
    reset = link(words("filter.reset"), view.href(view.path, **UNSET), className="reset")
    apply = html.Button(words("filter.apply"), type="submit", className="apply button")
    return html.Form(
        [
            *(_control(view, row) for row in rows),
            *kept(view, {row.parameter for row in rows}),
            apply,
            reset,
        ],
        id=ids.PLAIN_FILTERS,
        className="filters",
        method="get",
        action=view.path,
        **data(labels=json.dumps(labels, ensure_ascii=False)),
    )


def _control(view: View, row: Filter) -> Element:
    name = f"plain-{row.parameter}"
    control = _select(view, row, name) if row.options else _year(view, row, name)
    look = f"filter filter-{row.parameter if row.options else 'year'}"
    label = html.Label(view.words(f"filter.{row.parameter}"), htmlFor=name)
    return html.Div([label, control], className=look)


def _select(view: View, row: Filter, name: str) -> Element:
    assert row.options is not None
    chosen: tuple[str, ...] = getattr(view.state, row.parameter)
    choices, written = row.options(view), addresses.written(chosen)
    return html.Select(
        [
            html.Option(view.words(f"filter.{row.parameter}.all"), value=""),
            *_several(choices, chosen),
            *(_option(choice, is_chosen=written == choice.value) for choice in choices),
        ],
        id=name,
        name=row.parameter,
    )


def _several(choices: Iterable[Choice], chosen: Sequence[str]) -> list[Element]:
    """Several at once are one option of the plain list, which holds one."""
    labels = {choice.value: choice.label.strip() for choice in choices}
    if len(chosen) < 2 or ",".join(chosen) in labels:
        return []
    text = " · ".join(labels[code] for code in chosen if code in labels)
    return [html.Option(text, value=",".join(chosen), selected=True, **data(several=""))]


def _option(choice: Choice, *, is_chosen: bool) -> Element:
    more = data(search=choice.search) if choice.search else {}
    return html.Option(
        choice.label, value=choice.value, selected=is_chosen, title=choice.title or None, **more
    )


def _year(view: View, row: Filter, name: str) -> Element:
    first, last = addresses.YEARS
    start = view.years[row.parameter == "to"]  # an empty field is stepped from there
    value = getattr(view.state, addresses.field_of(row.parameter))
    return html.Input(
        id=name, name=row.parameter, type="number", min=first, max=last, step=1, value=value,
        placeholder=view.words(f"filter.{row.parameter}.all"), **data(start=str(start)),
    )  # fmt: skip


def kept(view: View, shown: Collection[str]) -> list[Element]:
    """The rest of the state in a form, which a change of what it shows leaves as it is."""
    pairs = parse_qsl(addresses.query(view.state).removeprefix("?"))
    return [
        html.Input(type="hidden", name=name, value=value)
        for name, value in pairs
        if name not in shown
    ]
