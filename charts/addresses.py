"""The state of a page as its address writes it: readable, only what differs from the default."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qsl, quote, unquote

from indicators import periods
from indicators import vocabulary as v
from targets.gaps import GapKind
from targets.rules import TargetStatus
from targets.tracked import TargetTime
from wording.words import LANGUAGES


class BadParameterError(ValueError):
    """A parameter that cannot be read; `name` and `value` as given, `known` what is allowed."""

    def __init__(self, name: str, value: str, known: str) -> None:
        super().__init__(f"{name}={value}")
        self.name, self.value, self.known = name, value, known


class UnknownParameterError(BadParameterError):
    """A parameter that the address does not take; `known` are those that it takes."""


class EncodingError(BadParameterError):
    """An address with bytes that are no UTF-8."""

    def __init__(self) -> None:
        super().__init__("", "", "UTF-8")


# What other software adds to links that are passed on: no matter of ours.
ADDED = ("isappinstalled", "scene", "spm", "share_token")
ADDED_HEAD = "utm_"
ADDED_FROM = ("timeline", "singlemessage", "groupmessage")
YEARS = (1949, 2100)
MAX_LENGTH = 800  # every code of the province, with commas
MAX_QUERY = 8000
# An address has no room for signs: ≥ is a floor, ≤ a cap.
COMPARATOR_WORDS = {"floor": ">=", "cap": "<=", "exact": "="}
# One of every kind, to say what can be read.
PERIODS = "2023, 2023-H1, 2023-Q3, 2023-06, 2023-06/ytd, 2023-06-30"
SORTS = ("status", "base", "indicator", "region", "due", "target", "latest", "attainment", "gap",
         "reading", "kind")  # fmt: skip

PROJECT_SORTS = ("project", "base", "region", "stage", "year", "capacity", "investment")
SOURCE_SORTS = ("title", "publisher", "published", "kind", "figures", "targets", "others")
CONFLICT_SORTS = ("indicator", "region", "period", "difference", "reason")
GAP_SORTS = ("gap_kind", "base", "indicator", "region", "office")
ALL_SORTS = tuple(
    dict.fromkeys((*SORTS, *PROJECT_SORTS, *SOURCE_SORTS, *CONFLICT_SORTS, *GAP_SORTS))
)

Reader = Callable[[str, str], Any]


def _one_of(known: tuple[str, ...]) -> Reader:
    def read(name: str, text: str) -> tuple[str, ...]:
        chosen = tuple(dict.fromkeys(part for part in text.split(",") if part))
        if not set(chosen) <= set(known):
            raise BadParameterError(name, text, ", ".join(known))
        return chosen

    return read


def _codes(name: str, text: str) -> tuple[str, ...]:
    chosen = tuple(dict.fromkeys(part for part in text.split(",") if part))
    if not all(len(code) == 6 and code.isascii() and code.isdigit() for code in chosen):
        raise BadParameterError(name, text, "520000, 522600,522700 …")
    return chosen


def _number(low: int, high: int) -> Reader:
    def read(name: str, text: str) -> int:
        if not (text.isascii() and text.isdigit() and low <= int(text) <= high):
            raise BadParameterError(name, text, f"{low} … {high}")
        return int(text)

    return read


def _axis(name: str, text: str) -> tuple[int, int]:
    low, high = YEARS
    first, comma, last = text.partition(",")
    if not comma or _number(low, high)(name, first) >= _number(low, high)(name, last):
        raise BadParameterError(name, text, "2000,2030")
    return int(first), int(last)


def _words(_: str, text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for part in text.split(",") if part))


def _text(_: str, text: str) -> str:
    return text


def _period(name: str, text: str) -> str:
    try:
        return periods.parse(text).text
    except periods.PeriodError:
        raise BadParameterError(name, text, PERIODS) from None


def _order(name: str, text: str) -> str:
    return order_of(text, ALL_SORTS, name)


def order_of(text: str, known: Collection[str], name: str = "sort") -> str:
    """An order that is empty or one of `known`, falling with a minus; else `BadParameterError`."""
    if text and text.removeprefix("-") not in known:
        raise BadParameterError(name, text, ", ".join(known))
    return text


def _language(name: str, text: str) -> str:
    if text not in LANGUAGES:
        raise BadParameterError(name, text, ", ".join(LANGUAGES))
    return text


def _read_by(reader: Reader, default: Any = "") -> Any:
    """A field that holds what `reader` makes of the parameter."""
    return field(default=default, metadata={"reader": reader})


def _chosen(known: Iterable[str], head: str) -> Any:
    """A field of words, several of which may be chosen; catalogues say them as `<head>.<word>`."""
    words = tuple(known)
    return field(default=(), metadata={"reader": _one_of(words), "choices": (words, head)})


@dataclass(frozen=True, slots=True)
class State:
    """What a page is asked to show: one row a parameter, with what reads it.

    Names are those of the address, but for Python's words. What is `_chosen` has a filter that a
    page may show.
    """

    indicator: str = _read_by(_text)
    region: tuple[str, ...] = _read_by(_codes, ())
    period: str = _read_by(_period)  # of a single figure; behind its region, as on points of charts
    from_: int | None = _read_by(_number(*YEARS), None)
    to: int | None = _read_by(_number(*YEARS), None)
    axis: tuple[int, int] | None = _read_by(_axis, None)  # years that time axes have in common
    source: tuple[str, ...] = _chosen(v.SourceKind, "kind")
    base: tuple[str, ...] = _read_by(_words, ())
    kind: tuple[str, ...] = _read_by(_one_of((*v.ProposalKind, *v.SourceKind, *v.TargetKind)), ())
    time: tuple[str, ...] = _read_by(_one_of(tuple(TargetTime)), ())
    stage: tuple[str, ...] = _chosen(v.Stage, "stage")
    status: tuple[str, ...] = _chosen(TargetStatus, "tstatus")
    comparator: tuple[str, ...] = _chosen(COMPARATOR_WORDS, "comparator")
    gap: tuple[str, ...] = _chosen(GapKind, "gap")
    sort: str = _read_by(_order)
    id: str = _read_by(_text)  # of a source
    q: str = _read_by(_text)  # words to look for
    number: int | None = _read_by(_number(1, 10**9), None)  # of a release
    since: int | None = _read_by(_number(1, 10**9), None)  # the release after which to look
    passport: str = _read_by(_text)
    chart: str = _read_by(_text)
    address: str = _read_by(_text)
    lang: str = _read_by(_language)
    asof: int | None = _read_by(_number(1, 10**9), None)


PARAMETERS = {each.name.rstrip("_"): each.metadata for each in fields(State)}
# Where a state holds its parameters, each with its place in an address.
PLACES = {each.name: n for n, each in enumerate(fields(State))}
# The words to choose from and their head in the catalogues, by parameter.
CHOICES: dict[str, tuple[tuple[str, ...], str]] = {
    name: how["choices"] for name, how in PARAMETERS.items() if "choices" in how
}
# What follows the reader from page to page; the rest belongs to the page it was set on.
LASTING = ("region", "from_", "to", "source", "lang", "asof")
# The same as parameters: every page and file takes them, for every link carries them.
LASTING_NAMES = tuple(name.rstrip("_") for name in LASTING)


def pairs(search: str) -> list[tuple[str, str]]:
    """The parameters of a query string in order, without what other software added to it.

    Raises `EncodingError` for bytes that are no UTF-8.
    """
    decoded(search)
    found = parse_qsl(search.lstrip("?")[:MAX_QUERY], keep_blank_values=True)
    return [(name, text) for name, text in found if not _is_added(name, text)]


def decoded(text: str) -> str:
    """A part of an address without its percent signs; raise `EncodingError` if it is no UTF-8."""
    try:
        plain = unquote(text, errors="strict")
        plain.encode()  # bytes that were never percent-encoded
    except UnicodeError:
        raise EncodingError from None
    return plain


def _is_added(name: str, text: str) -> bool:
    is_passed_on = name == "from" and text in ADDED_FROM
    return is_passed_on or name in ADDED or name.startswith(ADDED_HEAD)


def read(search: str, takes: Collection[str] = tuple(PARAMETERS)) -> State:
    """Read the query string of an address that takes the parameters `takes`.

    Raises `UnknownParameterError` for any other, `BadParameterError` for one that is double or
    wrong. A parameter without a value is the same as none.
    """
    values: dict[str, Any] = {}
    for name, text in pairs(search):
        if name not in takes:
            raise UnknownParameterError(name, text[:MAX_LENGTH], ", ".join(takes))
        if not text:
            continue
        place = field_of(name)
        # an address that is asked about holds parameters of its own
        limit = MAX_QUERY if name == "address" else MAX_LENGTH
        if place in values or len(text) > limit:
            raise BadParameterError(name, text[:MAX_LENGTH], "1")
        values[place] = PARAMETERS[name]["reader"](name, text)
    return _ordered_years(State(**values))


def _ordered_years(state: State) -> State:
    if state.from_ and state.to and state.from_ > state.to:
        raise BadParameterError("from", str(state.from_), f"≤ {state.to}")
    return state


def field_of(name: str) -> str:
    """The field of `State` that holds a parameter."""
    return "from_" if name == "from" else name


def query(state: State) -> str:
    """Write the state as a query string with its question mark; empty for the default."""
    return _query({name: getattr(state, name) for name in PLACES})


def _query(values: Mapping[str, Any]) -> str:
    """Write what fields of a state hold, in their order; one that holds nothing is left out."""
    held = [name for name in sorted(values, key=PLACES.__getitem__) if values[name]]
    return "?" + "&".join(_parameter(name, values[name]) for name in held) if held else ""


@lru_cache(maxsize=2048)  # the links of a page have most of their parameters in common
def _parameter(name: str, value: object) -> str:
    return f"{name.rstrip('_')}={quote(written(value), safe=',/')}"


def written(value: object) -> str:
    """A value as an address writes it: the parts of several with commas."""
    return ",".join(map(str, value)) if isinstance(value, tuple) else str(value)


def page_of(state: State) -> str:
    """The address of the page that a chart of this state stands on."""
    if state.indicator:
        return f"/indicator/{state.indicator}" + query(replace(state, indicator="", axis=None))
    if state.base:
        return f"/base/{state.base[0]}" + query(replace(state, base=()))
    if state.region:
        return f"/region/{state.region[0]}" + query(replace(state, region=()))
    return "/" + query(state)


def href(path: str, state: State, **changes: Any) -> str:
    """Return the address of another page, with what lasts of `state` and the `changes`."""
    lasting = {name: getattr(state, name) for name in LASTING}
    return path + _query(lasting | changes)
