"""Header words: which column each means, as the data, offices and our own downloads write them.

What downloads write is taken from the catalogues of both languages.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from types import MappingProxyType

from loaders.problems import Problem, Problems
from loaders.signs import header_word
from store.columns import ColumnSpec, TableSpec
from wording.words import LANGUAGES, Words, words

CODES = ("代码", "编号", "代号", "code", "id")  # at the end of a heading: beside another with names
LISTED = 12  # headings told in one sentence


@dataclass(frozen=True, slots=True)
class Download:
    """A table that the site offers; its headings are those of the keys below `head`.

    By key: `own` are columns of the data, `names` stand beside the code of a column, `computed`
    beside what was printed. What else it holds belongs to other tables.
    """

    head: str
    own: Mapping[str, str]
    names: Mapping[str, str] = field(
        default_factory=lambda: {"name": "indicator", "region_name": "region", "title": "source"}
    )
    computed: Mapping[str, str] = field(default_factory=lambda: {"value": "value", "unit": "unit"})


PRINTED = {"printed": "value", "printed_unit": "unit"}
ALIKE = {key: key for key in ("indicator", "region", "period", "qualifier", "source")}
NOTES = {key: key for key in ("note_zh", "note_en")}
FIGURES = Download("csv", {**PRINTED, **ALIKE, **NOTES, "status": "status"})
TRACKER = Download(
    "tracker_column", {**PRINTED, **ALIKE, **NOTES, "comparator": "comparator", "kind": "kind"}
)
DOWNLOADS: Mapping[str, tuple[Download, ...]] = MappingProxyType(
    {"observations": (FIGURES,), "targets": (TRACKER, FIGURES)}
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a header word may mean: a column, names or a computed value beside one, or neither."""

    own: str = ""
    name: str = ""
    computed: str = ""


@dataclass(frozen=True, slots=True)
class Header:
    """Where the columns of a file stand: by name the position of each, and of what is beside it.

    `passed` are the headings of which nothing is taken.
    """

    own: Mapping[str, int]
    names: Mapping[str, int]
    computed: Mapping[str, int]
    passed: tuple[str, ...]


@cache
def lexicon(spec: TableSpec) -> Mapping[str, Meaning]:
    """All header words of a table, spelled as they are compared."""
    found = {word: Meaning(own=column.name) for column in spec.columns
             for word in (column.name, *column.headers, *column.former)}  # fmt: skip
    found = {header_word(word): meaning for word, meaning in found.items()}
    for download in DOWNLOADS.get(spec.name, ()):
        _add_headings(found, download, spec)
    return found


def _add_headings(found: dict[str, Meaning], download: Download, spec: TableSpec) -> None:
    for key, word in _headings(download):
        known = found.get(word, Meaning())
        if download.own.get(key) in spec.names:
            found[word] = replace(known, own=download.own[key])
        else:
            name, computed = download.names.get(key, ""), download.computed.get(key, "")
            found[word] = replace(known, name=name, computed=computed)


def _headings(download: Download) -> Iterator[tuple[str, str]]:
    """The keys of a download's headings, each with the word of a language."""
    start = f"{download.head}."
    for say in map(words, LANGUAGES):
        for key in say.keys:
            if key.startswith(start):
                yield key.removeprefix(start), header_word(say(key))


def is_as_written(spec: TableSpec, header: Sequence[str]) -> bool:
    """Whether all words of a header are names of columns, each once, as the data are written.

    Such a header needs no catalogue of words, which takes a while to read.
    """
    spelled = [header_word(word) for word in header]
    return len({*spelled}) == len(spelled) and {*spelled} <= {*spec.names}


def _meant(spec: TableSpec, header: tuple[str, ...]) -> list[Meaning | None]:
    """What each word of a header means in a table; None where it means nothing."""
    if is_as_written(spec, header):
        return [Meaning(own=header_word(word)) for word in header]
    return [lexicon(spec).get(header_word(word)) for word in header]


def column_name(spec: TableSpec, word: str) -> str | None:
    """Return the column of `spec` that a header word means."""
    return lexicon(spec).get(header_word(word), Meaning()).own or None


def likeness(spec: TableSpec, header: tuple[str, ...]) -> float:
    """The share of header words and columns that are each other's, from 0 to 1."""
    meant = _meant(spec, header)
    own = {meaning.own for meaning in meant if meaning} - {""}
    return len(own) / (len(spec.names) + meant.count(None))


def read_header(
    spec: TableSpec, file: str, header: tuple[str, ...], problems: Problems, row: int = 1
) -> Header | None:
    """Find the columns of a table in its header, row `row` of a file; None when it does not fit."""
    meant = _meant(spec, header)
    found = _sorted_out(spec, header, meant)
    wrong = _unfit(spec, (file, row), header, meant, found)
    problems.extend(wrong)
    if wrong:
        return None
    if found.passed:
        problems.add(_about((file, row), "extra_columns", "", {"value": found.passed}))
    return found.header


@dataclass(slots=True)
class _Found:
    """What is found in a header so far; `doubles` are columns that several words claim."""

    claims: dict[str, list[int]] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    computed: dict[str, int] = field(default_factory=dict)
    passed: tuple[str, ...] = ()

    @property
    def doubles(self) -> list[str]:
        return [column for column, at in self.claims.items() if len(at) > 1]

    @property
    def header(self) -> Header:
        own = {column: at[0] for column, at in self.claims.items()}
        return Header(own, self.names, self.computed, self.passed)


def _sorted_out(spec: TableSpec, header: tuple[str, ...], meant: list[Meaning | None]) -> _Found:
    """Give each column its word, and the words beside them their places."""
    found = _Found()
    for at, meaning in enumerate(meant):
        if meaning and meaning.own:
            found.claims.setdefault(meaning.own, []).append(at)
    for column in spec.columns:
        if len(found.claims.get(column.name, ())) == 2:
            _settle(found, column, header, meant)
    for at, meaning in enumerate(meant):
        if meaning and not meaning.own:
            _place(found, at, meaning)
    taken = {*found.names.values(), *found.computed.values()}
    taken |= {at for claims in found.claims.values() for at in claims}
    found.passed = tuple(
        header[at] for at, meaning in enumerate(meant) if meaning and at not in taken
    )
    return found


def _settle(
    found: _Found, column: ColumnSpec, header: tuple[str, ...], meant: list[Meaning | None]
) -> None:
    """Of two words for one column keep what was printed beside what was computed, and the code."""
    claims = found.claims[column.name]
    computed = [at for at in claims if (word := meant[at]) and word.computed]
    codes = [at for at in claims if column.refers and _is_of_codes(header[at])]
    for beside, kept in ((found.computed, [at for at in claims if at not in computed]),
                         (found.names, codes)):  # fmt: skip
        if len(kept) == 1:
            found.claims[column.name] = kept
            beside[column.name] = next(at for at in claims if at != kept[0])
            return


def _is_of_codes(word: str) -> bool:
    return header_word(word).endswith(CODES)


def _place(found: _Found, at: int, meaning: Meaning) -> None:
    """Put a word that is no column's own: names beside a code, or instead of one."""
    if meaning.name and meaning.name not in found.claims:
        found.claims[meaning.name] = [at]
    elif meaning.name:
        found.names.setdefault(meaning.name, at)
    elif meaning.computed in found.claims:
        found.computed.setdefault(meaning.computed, at)


def _unfit(
    spec: TableSpec,
    place: tuple[str, int],
    header: tuple[str, ...],
    meant: list[Meaning | None],
    found: _Found,
) -> list[Problem]:
    """What is wrong with a header: each column, or in one sentence that most of it does not fit."""
    unknown = [word for word, meaning in zip(header, meant, strict=True) if meaning is None]
    missing = [column for column in spec.columns
               if column.name not in found.claims and not column.later]  # fmt: skip
    known: list[Named] = [*spec.columns]
    if len(unknown) + len(missing) > len(found.claims):
        told: dict[str, Sequence[Named]] = {
            "value": unknown or ["—"],
            "missing": missing,
            "known": known,
        }
        return [_about(place, "foreign_header", "", told)]
    wrong = [_about(place, "unknown_column", word, {"value": [word], "known": known})
             for word in unknown]  # fmt: skip
    wrong += [Problem(*place, name, "duplicate_column", name) for name in found.doubles]
    wrong += [_about(place, "missing_column", each.name, {"value": [each]}) for each in missing]
    return wrong


Named = str | ColumnSpec


def _about(
    place: tuple[str, int], rule: str, column: str, lists: Mapping[str, Sequence[Named]]
) -> Problem:
    """A problem of a header, with lists of words and columns as each language says them."""
    details = {f"{name}_{say.lang}": _listed(each, say)
               for name, each in lists.items() for say in map(words, LANGUAGES)}  # fmt: skip
    value = ", ".join(_called(each, words("en")) for each in lists["value"])
    return Problem(*place, column, rule, value, details)


def _listed(named: Sequence[Named], say: Words) -> str:
    texts = [_called(each, say) for each in named[:LISTED]]
    more = ["…"] if len(named) > LISTED else []
    return say("loaders.list_separator").join([*texts, *more])


def _called(each: Named, say: Words) -> str:
    """A word as it is; a column as a clerk calls it in Chinese, as the data do in English."""
    if isinstance(each, str):
        return each
    return each.headers[0] if say.lang == "zh" and each.headers else each.name
