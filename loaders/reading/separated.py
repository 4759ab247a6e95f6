"""CSV and its kin: which sign separates the cells, where the header stands, and the rows."""

import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.csv

from loaders.contents import ContentsError, count, utf8
from loaders.problems import Problem
from loaders.reading.grid import Grid
from loaders.reading.header import LOOKED_AT, header_row, is_as_written
from loaders.reading.sheet import Sheet, cleaned, titles

# Arrow reads in blocks and no record may be longer than one; lines end at a quarter of it.
BLOCK = 4 << 20
HEADER_BYTES = 1 << 20
SEPARATORS = (",", ";", "\t")
OTHERS = ("|", "，", "；", "、", "^", "~", "\x1f")  # seen in files, and none that may be meant
TOLD = re.compile(r'"?sep=(.)"?[,;\t]*', re.IGNORECASE)

Text = bytes | bytearray
Refused = list[tuple[int, int]]  # the number of a record, and how many cells it has


@dataclass(frozen=True, slots=True)
class _Head:
    """The first records of a file up to its header: how they are separated, where they end.

    `line` is 1 when the file tells its separator in a line of its own; `end` counts bytes.
    """

    separator: str
    rows: list[list[str]]
    end: int


def separated_sheet(path: Path, name: str) -> Sheet:
    """Read a file of separated cells; raises `ContentsError`."""
    raw, file_digest = utf8(path, name)
    head = _head(raw, name)
    _refuse_open_quote(raw, name, head.separator)
    at = len(head.rows)
    header = tuple(head.rows[-1])
    cells, refused = _records(raw, name, head)
    problems = [*titles(_without_told(head.rows), at - 1, name)]
    problems += [
        Problem(name, number, "", "row_length", str(width), {"expected": str(len(header))})
        for number, width in refused
    ]
    return cleaned(Sheet(name, file_digest, header, cells, problems, name, "", at))


def separated_grid(path: Path, name: str) -> Grid:
    """The cells of a file as they stand there, whatever their form; raises `ContentsError`."""
    raw, _ = utf8(path, name)
    text = raw.decode()
    try:
        separator = _head(raw, name).separator
    except ContentsError:
        separator = max(SEPARATORS, key=lambda sign: text[:HEADER_BYTES].count(sign))
    _refuse_open_quote(raw, name, separator)
    rows = _without_told(list(csv.reader(io.StringIO(text, newline=""), delimiter=separator)))
    width = max(map(len, rows), default=0)
    return Grid(name, [row + [""] * (width - len(row)) for row in rows])


def _without_told(rows: list[list[str]]) -> list[list[str]]:
    """The rows, with nothing in that which tells the separator."""
    for at, row in enumerate(rows[:LOOKED_AT]):
        if any(row):
            return [[], *rows[1:]] if at == 0 and row[0].lower().startswith("sep=") else rows
    return rows


def _head(raw: Text, name: str) -> _Head:
    text = raw[:HEADER_BYTES].decode(errors="ignore")
    first = next((line for line in text.splitlines() if line.strip()), "")
    told = TOLD.fullmatch(first.strip(" "))
    tried = (told[1],) if told and told[1] in SEPARATORS else SEPARATORS
    heads = []
    for sign in tried:
        if head := _head_by(text, sign):
            if is_as_written(head.rows[-1]):
                return head
            heads.append(head)
    if heads:
        return max(heads, key=lambda head: len({*head.rows[-1]}))
    other = told[1] if told else next((sign for sign in OTHERS if _head_by(text, sign)), "")
    if other:
        raise ContentsError(Problem(name, 1, "", "wrong_separator", other))
    raise ContentsError(Problem(name, 1, "", "unknown_form"))


def _head_by(text: str, separator: str) -> _Head | None:
    """The records up to the header, if a sign separates them; None when there is no header."""
    lines = io.StringIO(text, newline="")
    reader = csv.reader(lines, delimiter=separator)
    rows, ends = [], []
    try:
        for row in reader:
            rows.append(row)
            ends.append(lines.tell())
            if len(rows) == LOOKED_AT:
                break
    except csv.Error:
        return None
    at = header_row(rows)
    if at is None:
        return None
    return _Head(separator, rows[: at + 1], len(text[: ends[at]].encode()))


def _refuse_open_quote(raw: Text, name: str, separator: str) -> None:
    if count(raw, b'"') % 2 == 0:
        return
    rows = 0
    text = io.StringIO(raw.decode(), newline="")
    reader = csv.reader(text, delimiter=separator, strict=True)
    try:
        for _ in reader:
            rows += 1
    except csv.Error as error:
        raise ContentsError(Problem(name, rows + 1, "", "open_quote")) from error


def _records(raw: Text, name: str, head: _Head) -> tuple[pd.DataFrame, Refused]:
    """The records of as many cells as the header has, and those of another number."""
    first = len(head.rows) + 1
    cells, refused = _parsed(raw, name, head, has_threads=True)
    if refused:  # only a single thread knows their numbers
        cells, refused = _parsed(raw, name, head, has_threads=False)
    # Arrow keeps what it no longer needs, which would lie idle beside all that a load takes later.
    pa.default_memory_pool().release_unused()
    rows = np.arange(first, first + len(cells) + len(refused), dtype=np.int32)
    cells.index = np.delete(rows, [number - 1 for number, _ in refused])
    return cells, [(first - 1 + number, width) for number, width in refused]


def _parsed(
    raw: Text, name: str, head: _Head, *, has_threads: bool
) -> tuple[pd.DataFrame, Refused]:
    names = [str(number) for number in range(len(head.rows[-1]))]
    refused: Refused = []

    def refuse(record: Any) -> str:
        refused.append((record.number, record.actual_columns))
        return "skip"

    if head.end >= len(raw):
        empty = pd.Categorical([], categories=pd.Index([], dtype="str"))
        return pd.DataFrame(dict.fromkeys(range(len(names)), empty)), refused
    try:
        table = pa.csv.read_csv(
            pa.BufferReader(pa.py_buffer(raw).slice(head.end)),
            pa.csv.ReadOptions(use_threads=has_threads, block_size=BLOCK, column_names=names),
            pa.csv.ParseOptions(
                delimiter=head.separator,
                newlines_in_values=b'"' in raw,
                ignore_empty_lines=False,
                invalid_row_handler=refuse,
            ),
            pa.csv.ConvertOptions(
                strings_can_be_null=False,
                column_types=dict.fromkeys(names, pa.dictionary(pa.int32(), pa.string())),
            ),
        )
    except pa.ArrowInvalid as error:  # a record over many lines, longer than a block
        raise ContentsError(Problem(name, None, "", "long_line")) from error
    cells = table.unify_dictionaries().to_pandas(self_destruct=True)
    return cells.set_axis(range(len(names)), axis=1), refused
