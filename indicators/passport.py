"""The passport of a picture, `R7-K3F9Q2`: of which release, and of exactly which rows it is.

It is computed from chart, parameters and rows alone. Nothing is stored when a picture is made:
the rows of a release never change, so the number can be computed again at any time.
"""

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from indicators.records import Area, Observation, Target

Row = Observation | Target | Area

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O or U
LENGTH = 6  # signs of the digest, 5 bits each
LONGEST = 200  # characters that are looked at: more is no passport
MISREAD = str.maketrans("OIL", "011")
DASHES = re.compile("[\u2010-\u2015\u2212\u30fc\u4e00\ufe58\ufe63\uff0d_-]+")
GRAMMAR = re.compile(rf"R-?(?P<release>0*[1-9][0-9]{{0,8}})-?(?P<digest>[{SIGNS}]{{{LENGTH}}})")


class PassportError(ValueError):
    """The text is no passport number."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """What became of a row: `word` is "changed", "added" or "removed".

    `before` is None for an added row, `after` for a removed one.
    """

    word: str
    before: Row | None
    after: Row | None

    @property
    def row(self) -> Row:
        """The row as it is, else as it was."""
        row = self.after or self.before
        assert row is not None  # a change has at least one side
        return row


def passport(release: int, chart: str, parameters: str, rows: Sequence[Row]) -> str:
    """Return the number of a picture, such as `R7-K3F9Q2`, whatever the order of its rows.

    `release` is its number, `chart` the chart's name. `parameters` are a query string in its one
    spelling: without `asof`, without language and without what only shapes
    the picture.
    """
    drawn = sorted({_seen(row) for row in rows})
    text = json.dumps([release, chart, parameters, drawn])
    return f"R{release}-{_signs(hashlib.blake2b(text.encode()).digest())}"


def _signs(digest: bytes) -> str:
    number = int.from_bytes(digest[:8], "big")
    return "".join(SIGNS[number >> 5 * place & 31] for place in range(LENGTH))


def read(text: str) -> tuple[int, str]:
    """Return release and digest of a number as people type it: (7, "K3F9Q2").

    Lower case, blanks, full-width signs, any dash or none, O for 0 and I or L for 1 are read.
    Raises `PassportError` for a text that is none.
    """
    plain = unicodedata.normalize("NFKC", text[:LONGEST]).upper()
    dense = "".join(sign for sign in plain if unicodedata.category(sign)[0] not in "ZC")
    match = GRAMMAR.fullmatch(DASHES.sub("-", dense).translate(MISREAD))
    if match is None or len(text) > LONGEST:
        raise PassportError(text[:LONGEST])
    return int(match["release"]), match["digest"]


def changes(before: Iterable[Row], after: Iterable[Row]) -> list[RowChange]:
    """Return what became of the rows of a picture, in order of their key; empty for nothing."""
    old, new = _by_key(before), _by_key(after)
    return [change for key in sorted(old.keys() | new.keys())
            for change in _pairs(old.get(key, []), new.get(key, []))]  # fmt: skip


def _by_key(rows: Iterable[Row]) -> dict[tuple[str, ...], list[Row]]:
    """Distinct rows by key. A key may have several: a source can state a floor and a cap."""
    distinct = {_seen(row): row for row in rows}
    groups: dict[tuple[str, ...], list[Row]] = {}
    for seen in sorted(distinct):
        groups.setdefault(_key(distinct[seen]), []).append(distinct[seen])
    return groups


def _pairs(old: list[Row], new: list[Row]) -> Iterable[RowChange]:
    kept = {_seen(row) for row in old} & {_seen(row) for row in new}
    gone, come = ([row for row in rows if _seen(row) not in kept] for rows in (old, new))
    both = min(len(gone), len(come))
    yield from (RowChange("changed", *pair) for pair in zip(gone, come, strict=False))
    yield from (RowChange("removed", row, None) for row in gone[both:])
    yield from (RowChange("added", None, row) for row in come[both:])


def _key(row: Row) -> tuple[str, ...]:
    if isinstance(row, Area):
        return (row.base, row.region, "", row.source.id, type(row).__name__, row.kind)
    kind = row.kind if isinstance(row, Target) else ""
    return (row.indicator, row.region, row.period, row.source.id, type(row).__name__, kind)


def _seen(row: Row) -> tuple[str, ...]:
    """Every published field of a row that a reader can see; one without a note as before notes."""
    if isinstance(row, Area):
        return (*_key(row), row.name_zh, row.name_en)
    if isinstance(row, Target):
        more = (row.comparator, *([] if row.qualifier.is_exact else [row.qualifier]))
    else:
        more = (row.qualifier, row.status)
    notes = (row.note_zh, row.note_en) if row.note_zh or row.note_en else ()
    return (*_key(row), row.printed, row.unit, *more, *notes)
