"""A table of rows below a header, as files of all forms become one."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from loaders.problems import Problem
from loaders.reading.grid import address, letters

ERROR = (  # what spreadsheets show where a formula failed, as text in a CSV file, too
    r"#(?:N/A|GETTING_DATA|NAME\?|(?:REF|DIV/0|VALUE|NUM|NULL|SPILL|CALC|FIELD|BLOCKED|CONNECT"
    r"|BUSY|UNKNOWN|PYTHON|EXTERNAL)!)|Err:[0-9]{3}"
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as it was read: its header words, and below each a categorical column of texts.

    `file` is the name of its file; `name` says the sheet, too, where a workbook has several, and
    `title` is that of the sheet, "" in a CSV file. The columns of `cells` are numbered from 0; its
    index holds the number of each row as a spreadsheet counts, where the first row of the file is
    row 1. `problems` are those of what was left out, and of what is worth a look.
    """

    name: str
    digest: str
    header: tuple[str, ...]
    cells: pd.DataFrame
    problems: list[Problem] = field(default_factory=list)
    file: str = ""
    title: str = ""
    header_row: int = 1


def cleaned(sheet: Sheet, left_out: Collection[int] = ()) -> Sheet:
    """The sheet without columns that have no header, rows that hold an error, and blank rows.

    `left_out` are further rows to leave out, whose problems are told already.
    """
    problems = list(sheet.problems)
    header, cells = _with_headers(sheet, problems)
    stays = np.ones(len(cells), bool)
    if left_out:
        stays &= ~cells.index.isin(list(left_out))
    for word, (_, column) in zip(header, cells.items(), strict=True):
        wrong = _error_words(column)
        if wrong.any():
            failed = wrong[column.cat.codes]
            problems += [
                Problem(sheet.name, int(str(row)), word, "error_value", str(text))
                for row, text in column[failed].items()
            ]
            stays &= ~failed
    filled = np.zeros(len(cells), bool)
    for _, column in cells.items():
        filled |= (column.cat.categories != "")[column.cat.codes]
    stays &= filled
    kept = cells if stays.all() else cells[stays]
    return replace(sheet, header=header, cells=kept, problems=problems)


def _error_words(column: pd.Series) -> NDArray[np.bool_]:
    words = column.cat.categories.str
    found = np.asarray(words.startswith(("#", "Err:", " ")), bool)
    if found.any():  # few words begin so, and a pattern takes time
        found[found] = column.cat.categories[found].str.strip().str.fullmatch(ERROR)
    return found


def _with_headers(sheet: Sheet, problems: list[Problem]) -> tuple[tuple[str, ...], pd.DataFrame]:
    """The columns that have a header; the first cell in each of the others is told."""
    named = [at for at, word in enumerate(sheet.header) if word.strip()]
    if len(named) == len(sheet.header):
        return sheet.header, sheet.cells
    for at in sorted({*range(len(sheet.header))} - {*named}):
        column = sheet.cells[at].astype("str")
        for row, text in column[column.str.strip() != ""].head(1).items():
            where = {"address": address(int(str(row)) - 1, at)}
            problems.append(
                Problem(sheet.name, int(str(row)), letters(at), "beyond_header", text, where)
            )
    cells = sheet.cells[named].set_axis(range(len(named)), axis=1)
    return tuple(sheet.header[at] for at in named), cells


def titles(rows: Sequence[Sequence[str]], header: int, name: str) -> Iterator[Problem]:
    """What stands above the header at a position, as one problem."""
    above = [at for at in range(header) if any(word.strip() for word in rows[at])]
    if above:
        text = " ".join(word.strip() for at in above for word in rows[at] if word.strip())
        details = {"rows": numbers(at + 1 for at in above), "header": str(header + 1)}
        yield Problem(name, above[0] + 1, "", "title_rows", text, details)


def numbers(rows: Iterable[int]) -> str:
    """Rising numbers with those in a row drawn together: 1–2, 5."""
    parts = []
    for _, run in groupby(enumerate(rows), lambda pair: pair[1] - pair[0]):
        first, *rest = (number for _, number in run)
        parts.append(f"{first}–{rest[-1]}" if rest else str(first))
    return ", ".join(parts)
