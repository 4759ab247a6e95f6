"""A file as columns of distinct words, so that a check looks at each word once."""

import csv
import io
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
from numpy.typing import NDArray
from python_calamine import CalamineError, CalamineWorkbook

from loaders.contents import ContentsError, digest, utf8
from loaders.problems import Problem

Codes = NDArray[np.int32]
Rows = NDArray[np.int64]

# Arrow reads in blocks and no record may be longer than one; lines end at a quarter of it.
BLOCK = 4 << 20
HEADER_BYTES = 1 << 20
HALF_WIDTH = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0x2212: 0x2D}


@dataclass(frozen=True, slots=True)
class Column:
    """Cells as numbers of distinct words."""

    codes: Codes
    words: Any  # a pyarrow StringArray

    @classmethod
    def of(cls, texts: Any) -> "Column":
        """Number the words of a pyarrow array of texts."""
        numbered = pc.dictionary_encode(texts)
        return cls(numbered.indices.to_numpy(), numbered.dictionary)

    def texts(self) -> list[str]:
        """The distinct words, in the order of their numbers."""
        return self.words.to_pylist()

    def each(self, judge: Callable[[str], Any], kind: Any) -> NDArray[Any]:
        """What `judge` says of each distinct word, in the order of their numbers."""
        return np.fromiter((judge(word) for word in self.texts()), kind, len(self.words))

    def rewritten(self, words: Any) -> "Column":
        """The same cells in other words; words that became alike are one."""
        if words.equals(self.words):
            return self
        numbered = Column.of(words)
        return Column(numbered.codes[self.codes], numbered.words)

    def take(self, chosen: NDArray[Any]) -> "Column":
        """The cells that are chosen."""
        return Column(self.codes[chosen], self.words)

    def word(self, row: int) -> str:
        """The cell at a position."""
        return self.words[int(self.codes[row])].as_py()


def plain(column: Column) -> Column:
    """Return free text without outer blanks and with plain line breaks."""
    return column.rewritten(
        pc.replace_substring(pc.utf8_trim_whitespace(column.words), "\r\n", "\n")
    )


def half_width(column: Column) -> Column:
    """Return codes and numbers without outer blanks, in half-width signs."""
    words = pc.utf8_trim_whitespace(column.words)
    if not pc.all(pc.string_is_ascii(words), min_count=0).as_py():
        words = pa.array(
            [word.translate(HALF_WIDTH).strip() for word in words.to_pylist()], pa.string()
        )
    return column.rewritten(words)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file: its header words, its columns in their order, and each row's number."""

    name: str
    digest: str
    header: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: Rows
    problems: list[Problem] = field(default_factory=list)


def read(path: Path, name: str) -> Sheet:
    """Read a CSV file or the first sheet of an XLSX workbook; raise `ContentsError`."""
    if path.suffix.lower() == ".xlsx":
        return _workbook(path, name)
    raw, known = utf8(path, name)
    _refuse_open_quote(raw, name)
    first = io.StringIO(raw[:HEADER_BYTES].decode(errors="ignore"), newline="")
    header = tuple(next(csv.reader(first)))
    return _sheet(name, known, header, *_records(raw, name, len(header)))


def _refuse_open_quote(raw: bytes, name: str) -> None:
    if raw.count(b'"') % 2 == 0:
        return
    rows = 0
    reader = csv.reader(io.StringIO(raw.decode(), newline=""), strict=True)
    try:
        for _ in reader:
            rows += 1
    except csv.Error as error:
        raise ContentsError(Problem(name, rows + 1, "", "open_quote")) from error


def _records(raw: bytes, name: str, width: int) -> tuple[Any, list[Any]]:
    names = [str(number) for number in range(width)]
    refused: list[Any] = []

    def refuse(record: Any) -> str:
        refused.append((record.number, record.actual_columns))
        return "skip"

    try:
        table = pa.csv.read_csv(
            # Arrow takes a header without a line end for no file at all.
            pa.BufferReader(raw if raw.endswith((b"\n", b"\r")) else raw + b"\n"),
            # One thread, because only so does Arrow know a refused record's number.
            pa.csv.ReadOptions(
                use_threads=False, block_size=BLOCK, column_names=names, skip_rows_after_names=1
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
    return table.unify_dictionaries(), refused


def _sheet(name: str, known: str, header: tuple[str, ...], table: Any, refused: list[Any]) -> Sheet:
    columns = tuple(_column(chunks) for chunks in table.columns)
    rows = np.arange(2, 2 + table.num_rows + len(refused), dtype=np.int64)
    rows = np.delete(rows, [number - 2 for number, _ in refused])
    problems = [
        Problem(name, number, "", "row_length", str(found), {"expected": str(len(header))})
        for number, found in refused
    ]
    return _without_blank_rows(Sheet(name, known, header, columns, rows, problems))


def _column(chunks: Any) -> Column:
    if not chunks.num_chunks:
        return Column(np.empty(0, np.int32), pa.array([], pa.string()))
    codes = np.concatenate([chunk.indices.to_numpy() for chunk in chunks.chunks])
    return Column(codes, chunks.chunk(0).dictionary)


def _without_blank_rows(sheet: Sheet) -> Sheet:
    filled = np.zeros(len(sheet.rows), bool)
    for column in sheet.columns:
        filled |= np.asarray(pc.not_equal(column.words, ""), bool)[column.codes]
    if filled.all():
        return sheet
    columns = tuple(column.take(filled) for column in sheet.columns)
    return Sheet(
        sheet.name, sheet.digest, sheet.header, columns, sheet.rows[filled], sheet.problems
    )


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
    texts = [[_printed(row[at]) for row in cells[1:]] for at in range(len(header))]
    columns = tuple(Column.of(pa.array(column, pa.string())) for column in texts)
    rows = np.arange(2, 1 + len(cells), dtype=np.int64)
    return _without_blank_rows(Sheet(name, digest(path), header, columns, rows))


def _printed(cell: Any) -> str:
    """Return a cell as the spreadsheet shows it: 15 digits, and dates as days."""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else format(cell, ".15g")
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def header_word(text: str) -> str:
    """Return a header cell in the one spelling that is compared."""
    return re.sub(r"[\s_]+", "_", text.translate(HALF_WIDTH).strip().lower())
