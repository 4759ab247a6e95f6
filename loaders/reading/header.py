"""Which row of a table is its header: the first that holds most words of some table's columns."""

from collections.abc import Sequence
from functools import cache

from indicators.template_words import HELP_COLUMNS
from loaders import headers
from loaders.headers import lexicon
from loaders.signs import header_word
from store.schema import SPECS

LOOKED_AT = 25  # rows from the top, among which titles and notes may stand above a header


def header_row(rows: Sequence[Sequence[str]]) -> int | None:
    """The position of the header among the first rows; None when there is none."""
    best, most = None, 1  # a single word may stand in any title
    for at, row in enumerate(rows[:LOOKED_AT]):
        filled = [word for word in row if word.strip()]
        if len(filled) < 2:
            continue
        if best is None and is_as_written(filled):
            return at
        known = len({header_word(word) for word in filled} & known_words())
        if known > most and 2 * known >= len(filled):
            best, most = at, known
    return best


def is_as_written(row: Sequence[str]) -> bool:
    """Whether a row is the header of a table as the data are written."""
    return any(headers.is_as_written(spec, row) for spec in SPECS)


@cache
def known_words() -> frozenset[str]:
    """All words that may stand above a column of some table."""
    return frozenset(map(header_word, HELP_COLUMNS)).union(*(lexicon(spec) for spec in SPECS))


@cache
def text_words() -> frozenset[str]:
    """Those above a column of free text in every table that has it."""
    kinds: dict[str, set[str]] = {}
    for spec in SPECS:
        of_columns = {column.name: column.kind for column in spec.columns}
        for word, meaning in lexicon(spec).items():
            kinds.setdefault(word, set()).add(of_columns.get(meaning.own, "text"))
    return frozenset(word for word, found in kinds.items() if found == {"text"})
