"""A file as a frame of categorical columns, so that a check looks at each distinct word once."""

import csv
import io
import re
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.csv
from python_calamine import CalamineError, CalamineWorkbook

from loaders.contents import ContentsError, count, digest, utf8
from loaders.problems import Problem
from loaders.signs import half_width

# Arrow reads in blocks and no record may be longer than one; lines end at a quarter of it.
BLOCK = 4 << 20
HEADER_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file: its header words, and below each a categorical column of texts.

    The columns of `cells` are numbered from 0; its index holds the number of each row as a
    spreadsheet counts, where the header is row 1. `problems` are those of rows left out.
    """

    name: str
    digest: str
    header: tuple[str, ...]
    cells: pd.DataFrame
    problems: list[Problem] = field(default_factory=list)


def read(path: Path, name: str) -> Sheet:
    """Read a CSV file or the first sheet of an XLSX workbook; raise `ContentsError`."""
    if path.suffix.lower() == ".xlsx":
        return _workbook(path, name)
    raw, file_digest = utf8(path, name)
    _refuse_open_quote(raw, name)
    first = io.StringIO(raw[:HEADER_BYTES].decode(errors="ignore"), newline="")
    header = tuple(next(csv.reader(first)))
    cells, refused = _records(raw, name, len(header))
    problems = [
        Problem(name, number, "", "row_length", str(width), {"expected": str(len(header))})
        for number, width in refused
    ]
    return Sheet(name, file_digest, header, _without_blank_rows(cells), problems)


def _refuse_open_quote(raw: bytes | bytearray, name: str) -> None:
    if count(raw, b'"') % 2 == 0:
        return
    rows = 0
    reader = csv.reader(io.StringIO(raw.decode(), newline=""), strict=True)
    try:
        for _ in reader:
            rows += 1
    except csv.Error as error:
        raise ContentsError(Problem(name, rows + 1, "", "open_quote")) from error


Refused = list[tuple[int, int]]  # the number of a record, and how many cells it has


def _records(raw: bytes | bytearray, name: str, width: int) -> tuple[pd.DataFrame, Refused]:
    """The records of `width` cells, and those of another."""
    cells, refused = _parsed(raw, name, width, has_threads=True)
    if refused:  # only a single thread knows their numbers
        cells, refused = _parsed(raw, name, width, has_threads=False)
    # Arrow keeps what it no longer needs, which would lie idle beside all that a load takes later.
    pa.default_memory_pool().release_unused()
    rows = np.arange(2, 2 + len(cells) + len(refused), dtype=np.int32)
    cells.index = np.delete(rows, [number - 2 for number, _ in refused])
    return cells, refused


def _parsed(
    raw: bytes | bytearray, name: str, width: int, *, has_threads: bool
) -> tuple[pd.DataFrame, Refused]:
    names = [str(number) for number in range(width)]
    refused: Refused = []

    def refuse(record: Any) -> str:
        refused.append((record.number, record.actual_columns))
        return "skip"

    try:
        table = pa.csv.read_csv(
            # Arrow takes a header without a line end for no file at all.
            pa.BufferReader(raw if raw.endswith((b"\n", b"\r")) else raw + b"\n"),
            pa.csv.ReadOptions(
                use_threads=has_threads,
                block_size=BLOCK,
                column_names=names,
                skip_rows_after_names=1,
            ),
            pa.csv.ParseOptions(
                newlines_in_values=b'"' in raw, ignore_empty_lines=False, invalid_row_handler=refuse
            ),
            pa.csv.ConvertOptions(
                strings_can_be_null=False,
                column_types=dict.fromkeys(names, pa.dictionary(pa.int32(), pa.string())),
            ),
        )
    except pa.ArrowInvalid as error:  # a record over many lines, longer than a block
        raise ContentsError(Problem(name, None, "", "long_line")) from error
    cells = table.unify_dictionaries().to_pandas(self_destruct=True)
    return cells.set_axis(range(width), axis=1), refused


def _without_blank_rows(cells: pd.DataFrame) -> pd.DataFrame:
    filled = np.zeros(len(cells), bool)
    for _, column in cells.items():
        filled |= (column.cat.categories != "")[column.cat.codes]
    return cells if filled.all() else cells[filled]


def _workbook(path: Path, name: str) -> Sheet:
    try:
        book = CalamineWorkbook.from_path(str(path))
        cells = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (CalamineError, OSError, IndexError) as error:
        raise ContentsError(Problem(name, None, "", "unreadable_workbook")) from error
    if not cells:
        raise ContentsError(Problem(name, None, "", "empty_file"))
    header = tuple(_printed(cell) for cell in cells[0])
    while header and not header[-1]:  # Excel keeps columns that were once written in
        header = header[:-1]
    texts = [[_printed(cell) for cell in row[: len(header)]] for row in cells[1:]]
    rows = range(2, 1 + len(cells))
    frame = pd.DataFrame(texts, rows, range(len(header)), "str").astype("category")
    return Sheet(name, digest(path), header, _without_blank_rows(frame))


def _printed(cell: Any) -> str:
    """Return a cell as the spreadsheet shows it: 15 digits, and dates as days."""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else format(cell, ".15g")
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def header_word(text: str) -> str:
    """Return a header cell in the one spelling that is compared."""
    return re.sub(r"[\s_]+", "_", half_width(text).strip().lower())
