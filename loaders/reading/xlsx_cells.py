"""The cells of one sheet of an XLSX workbook."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import IO
from xml.etree.ElementTree import Element, iterparse

from loaders.reading.grid import Finding, Gathered, Grid, lifted, rectangle
from loaders.reading.shown import FIRST_DAYS, shown

ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]+)")
GUARD = re.compile(r'=IF\(\$?([A-Z]{1,3})\$?([0-9]+)="","",')
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
MOST_COLUMNS = 16_384
At = tuple[int, int]


@dataclass(frozen=True, slots=True)
class RichText:
    """The text of a cell without its raised signs, and with them; phonetic signs are in neither."""

    base: str
    whole: str


@dataclass(frozen=True, slots=True)
class Styles:
    """What the cells of all sheets share: formats by style, texts by number, the calendar.

    `is_uncalculated`: the program that wrote the workbook left all formulas to be calculated.
    """

    formats: Sequence[str]
    strings: Sequence[RichText]
    since_1904: bool
    is_uncalculated: bool


@dataclass(slots=True)
class _Cells(Gathered):
    """A sheet on the way, with what its cells need to be read."""

    styles: Styles
    row: int = -1
    column: int = -1


def local(tag: str) -> str:
    """A name without its namespace: that of strict workbooks differs."""
    return tag.rpartition("}")[2]


def rich_text(item: Element) -> RichText:
    """The text of runs; a raised 2 or 3 behind an m is that of a unit."""
    base = whole = ""
    for part in item:
        kind = local(part.tag)
        if kind == "t":
            base, whole = base + _text(part), whole + _text(part)
        elif kind == "r":
            text = "".join(_text(t) for t in part if local(t.tag) == "t")
            whole += text
            base += lifted(base, text) if _is_raised(part) else text
    return RichText(base, whole)


def _is_raised(run: Element) -> bool:
    align = next((e for e in run.iter() if local(e.tag) == "vertAlign"), None)
    return align is not None and align.get("val") == "superscript"


def _text(element: Element) -> str:
    return ESCAPED.sub(lambda match: chr(int(match[1], 16)), element.text or "")


def sheet_grid(
    name: str,
    file: IO[bytes],
    styles: Styles,
    of_file: str,
    texts: Sequence[tuple[str, Element]],
    *,
    is_visible: bool,
) -> Grid:
    """The grid of a sheet; `texts` are its comments and drawings, by their kind."""
    cells = _Cells(styles)
    for _, element in iterparse(file):
        read = READERS.get(local(element.tag))
        if read is not None:
            read(cells, element)
    findings = [finding for finding in cells.findings if not _gives_nothing(cells, finding)]
    for kind, root in texts:
        findings += _drawn(root) if kind.endswith("/drawing") else _comments(root)
    return Grid(
        name,
        rectangle(cells.texts, of_file),
        cells.merged,
        is_visible,
        findings,
        cells.notes,
        frozenset(cells.hidden_rows),
        frozenset(cells.hidden_columns),
    )


def _gives_nothing(cells: _Cells, finding: Finding) -> bool:
    """Whether a formula waits for a cell that is still empty, as those of a template do."""
    guard = GUARD.match(finding.value) if finding.rule == "uncalculated" else None
    if guard is None or cells.texts.get((int(guard[2]) - 1, _column(guard[1]))):
        return False
    cells.texts[finding.row, finding.column] = ""
    return True


def _read_row(cells: _Cells, row: Element) -> None:
    cells.row = int(row.get("r", cells.row + 2)) - 1
    cells.column = -1
    if row.get("hidden") in ("1", "true"):
        cells.hidden_rows.add(cells.row)
    for cell in row:
        if local(cell.tag) == "c":
            _read_cell(cells, cell)
    row.clear()


def _read_cell(cells: _Cells, cell: Element) -> None:
    address = ADDRESS.fullmatch(cell.get("r", ""))
    cells.column = _column(address[1]) if address else cells.column + 1
    parts = {local(part.tag): part for part in cell}
    if not parts:
        return
    kind, value = cell.get("t", "n"), parts.get("v")
    stored = "" if value is None else value.text or ""
    at = cells.row, cells.column
    if "f" in parts and _is_left_to_calculate(cells.styles, kind, value, stored):
        cells.findings.append(Finding("uncalculated", *at, "=" + (parts["f"].text or "")))
        cells.texts[at] = "="
    elif "is" in parts:
        _keep(cells, at, rich_text(parts["is"]))
    elif kind == "s" and stored:
        _keep(cells, at, cells.styles.strings[int(stored)])
    elif stored:
        cells.texts[at] = _stored(cells, cell, kind, stored)


def _is_left_to_calculate(styles: Styles, kind: str, value: Element | None, stored: str) -> bool:
    if value is None or (not stored and kind != "str"):
        return True
    return styles.is_uncalculated and kind == "n" and stored == "0"


def _keep(cells: _Cells, at: At, text: RichText) -> None:
    cells.texts[at] = text.base
    if text.whole != text.base:
        cells.notes[at] = text.whole


def _stored(cells: _Cells, cell: Element, kind: str, stored: str) -> str:
    if kind in ("str", "e"):
        return stored
    if kind == "b":
        return "TRUE" if stored == "1" else "FALSE"
    styles = cells.styles
    number = _serial(stored, since_1904=styles.since_1904) if kind == "d" else float(stored)
    code = styles.formats[int(cell.get("s", 0))]
    seen = shown(number, code, since_1904=styles.since_1904)
    if seen.stored:
        at = cells.row, cells.column
        cells.findings.append(Finding("hidden_digits", *at, seen.text, {"stored": seen.stored}))
    return seen.text


def _serial(stored: str, *, since_1904: bool) -> float:
    moment = datetime.fromisoformat(stored.removesuffix("Z"))
    first = datetime.combine(FIRST_DAYS[since_1904], datetime.min.time())
    return (moment.replace(tzinfo=None) - first).total_seconds() / 86400


def _read_columns(cells: _Cells, column: Element) -> None:
    if column.get("hidden") in ("1", "true"):
        last = min(int(column.attrib["max"]), MOST_COLUMNS)
        cells.hidden_columns.update(range(int(column.attrib["min"]) - 1, last))


def _read_merged(cells: _Cells, merged: Element) -> None:
    ends = ADDRESS.findall(merged.attrib["ref"])
    (left, top), (right, bottom) = ends[0], ends[-1]
    cells.merged.append((int(top) - 1, _column(left), int(bottom) - 1, _column(right)))


READERS = {"row": _read_row, "col": _read_columns, "mergeCell": _read_merged}


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1


def _comments(root: Element) -> Iterator[Finding]:
    for comment in root.iter():
        address = ADDRESS.fullmatch(comment.get("ref", ""))
        text = _joined(comment, "t")
        if local(comment.tag) == "comment" and address and text:
            at = int(address[2]) - 1, _column(address[1])
            yield Finding("cell_comment", *at, text, {"address": comment.attrib["ref"]})


def _drawn(root: Element) -> Iterator[Finding]:
    for body in root.iter():
        if local(body.tag) == "txBody" and (text := _joined(body, "t")):
            yield Finding("text_box", -1, -1, text)


def _joined(element: Element, name: str) -> str:
    parts = (e.text or "" for e in element.iter() if local(e.tag) == name)
    return " ".join("".join(parts).split())
