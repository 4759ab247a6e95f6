"""Known errors of sources: the cells of figures that are replaced before their values are read.

A period and a region are no cells to be corrected: they say which figure it is, and a wrong one is
changed in the file of the figures itself.
"""

from collections.abc import Iterator, MutableMapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from loaders.checks.keys import of_a_moment
from loaders.checks.times import times
from loaders.columns import Column, codes, each_cell
from loaders.numbers import number
from loaders.problems import Problems
from loaders.references import References
from loaders.signs import half_width
from loaders.spellings import vocabulary
from loaders.spellings.canonical import speller
from loaders.tables import Table
from store.schema import BY_NAME

COLUMNS = {column.name: column for column in BY_NAME["observations"].columns}
NAMED = ("indicator", "region", "source")  # the key of a figure beside its time


@dataclass(frozen=True, slots=True)
class Replacement:
    """A cell of a figure in another place of its table: what takes the place of what is there."""

    correction: int  # positions of rows, counted from 0
    figure: int
    field: str
    word: str


def correct(tables: MutableMapping[str, Table], references: References, problems: Problems) -> None:
    """Replace in the figures of `tables` what its corrections name, and keep those that did.

    One whose figure is gone, or whose source states something else by now, is reported and has no
    part in the release.
    """
    if "corrections" not in tables or tables["corrections"].cells.empty:
        return
    figures = tables["observations"]
    corrections = tables["corrections"] = _spelled(tables["corrections"], references)
    wrong = _check(corrections, references, problems)
    places = _places(corrections, figures, of_a_moment(tables.get("indicators")))
    kept = [
        found
        for at, place in enumerate(places)
        if at not in wrong and _is_read(corrections, at, references)
        if (found := _replacement(corrections, at, figures, place, problems))
    ]
    tables["observations"] = _replaced(figures, kept)
    tables["corrections"] = _only(corrections, [each.correction for each in kept])


def _spelled(corrections: Table, references: References) -> Table:
    """What is stated and what is right, in the spelling of the column that they are cells of."""
    fields = corrections.cells["field"].tolist()
    texts = {
        name: [
            _canonical(field, word, references)
            for field, word in zip(fields, corrections.cells[name].tolist(), strict=True)
        ]
        for name in ("stated", "corrected")
    }
    columns = {
        name: pd.Series(words, dtype="str").astype("category") for name, words in texts.items()
    }
    return replace(corrections, cells=corrections.cells.assign(**columns))


def _canonical(field: str, word: str, references: References) -> str:
    if field == "value":
        return number(half_width(word).strip(), may_miss=True)[0]
    spell = speller("observations", COLUMNS[field], references) if field in COLUMNS else None
    return spell(half_width(word).strip()) if spell else word


def _check(corrections: Table, references: References, problems: Problems) -> set[int]:
    """Report what cannot stand in the column that it is to be put into; return these rows."""
    wrong = set()
    for at, word in enumerate(corrections.cells["corrected"].tolist()):
        field = corrections.cell("field", at)
        rule, details = _rule(field, word, references) if word and field in COLUMNS else ("", {})
        if rule:
            problems.add(corrections.problem(at, "corrected", rule, word, **details))
            wrong.add(at)
    return wrong


def _rule(field: str, word: str, references: References) -> tuple[str, dict[str, str]]:
    spec = COLUMNS[field]
    if field == "value":
        return number(word, may_miss=True)[1], {}
    if spec.refers:
        rule = references.rule(spec.refers, word)
        known = " ".join(references.named(spec.refers, word))
        return rule, {"nearest": references.nearest(spec.refers, word), "known": known}
    if word in spec.words:
        return "", {}
    names = vocabulary.names("observations", field)
    nearest = names.nearest(word) if names else ""
    return "unknown_word", {"nearest": nearest, "known": " ".join(spec.words)}


def _is_read(corrections: Table, at: int, references: References) -> bool:
    """Whether nothing of a row is reported as unknown, so that it can be said what it is about."""
    named = (references.rule(COLUMNS[n].refers, corrections.cell(n, at)) for n in NAMED)
    return not any(named) and corrections.cell("field", at) in COLUMNS


def _places(corrections: Table, figures: Table, moments: set[str]) -> Iterator[int]:
    """The position of the figure that each correction is about; -1 where there is none."""
    of_figures, of_corrections = _times(figures, moments), _times(corrections, moments)
    for at, time in enumerate(of_corrections.tolist()):
        is_it = (of_figures == time) & (time >= 0)
        for name in NAMED:
            is_it &= (figures.cells[name] == corrections.cell(name, at)).to_numpy()
        found = np.flatnonzero(is_it)
        yield int(found[0]) if len(found) else -1


def _times(table: Table, moments: set[str]) -> NDArray[np.int64]:
    is_moment = each_cell(table.cells["indicator"], lambda word: word in moments, bool)
    return times(table.cells["period"], is_moment)


def _replacement(
    corrections: Table, at: int, figures: Table, place: int, problems: Problems
) -> Replacement | None:
    """What a correction replaces; None, and reported, where it has nothing to replace any more."""
    field, stated = corrections.cell("field", at), corrections.cell("stated", at)
    if place < 0:
        key = " · ".join(corrections.cell(name, at) for name in corrections.spec.key[:-1])
        problems.add(corrections.problem(at, "indicator", "lost_correction", key))
        return None
    printed = figures.cell(field, place)
    if _compared(field, printed) != _compared(field, stated):
        where = {"file": str(figures.files[place]), "row": str(figures.rows[place])}
        details = {"printed": printed, **where}
        problems.add(corrections.problem(at, "stated", "stale_correction", stated, **details))
        return None
    return Replacement(at, place, field, corrections.cell("corrected", at))


def _compared(field: str, word: str) -> str | Decimal:
    """A cell as it is compared: 12.50 is 12.5."""
    text = number(word, may_miss=True)[0] if field == "value" else word
    try:
        return Decimal(text) if field == "value" else text
    except InvalidOperation:  # the sign for a missing value
        return text


def _replaced(figures: Table, replacements: Sequence[Replacement]) -> Table:
    cells = {
        field: _with(figures.cells[field], [each for each in replacements if each.field == field])
        for field in dict.fromkeys(each.field for each in replacements)
    }
    return replace(figures, cells=figures.cells.assign(**cells)) if cells else figures


def _with(column: Column, replacements: Sequence[Replacement]) -> Column:
    known = column.cat.categories
    words = pd.Index([each.word for each in replacements], dtype="str")
    distinct = known.append(words).unique()
    numbers = codes(column).astype(np.int32)
    numbers[[each.figure for each in replacements]] = distinct.get_indexer(words)
    return pd.Series(pd.Categorical.from_codes(numbers, categories=distinct), column.index)


def _only(table: Table, positions: Sequence[int]) -> Table:
    """Some rows of a table."""
    kept = np.array(positions, np.intp)
    cells = table.cells.iloc[kept].reset_index(drop=True)
    return replace(table, cells=cells, files=table.files[kept], rows=table.rows[kept])
