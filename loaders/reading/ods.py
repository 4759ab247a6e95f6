"""ODS: the sheets of a document as its cells show them; a cell carries the text that it shows."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

from loaders.contents import ContentsError
from loaders.problems import Problem
from loaders.reading.grid import MOST_CELLS, Finding, Gathered, Grid, rectangle
from loaders.reading.ods_styles import Styles, attribute, local, styles
from loaders.reading.shown import NEGATIVE, plain
from loaders.reading.xlsx import UNREADABLE

ROW_GROUPS = ("table-row-group", "table-header-rows", "table-rows")
COLUMN_GROUPS = ("table-column-group", "table-header-columns", "table-columns")
NUMBERS = ("float", "percentage", "currency")
VALUE_TYPE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}value-type"
At = tuple[int, int]


@dataclass(slots=True)
class _Table(Gathered):
    """A sheet on the way, with what its cells need to be read."""

    styles: Styles
    file: str
    defaults: list[tuple[int, str]] = field(default_factory=list)  # the column after, its style


def workbook(path: Path, name: str) -> list[Grid]:
    """All sheets of a document, in order; raises `ContentsError`."""
    try:
        with ZipFile(path) as archive:
            if b"encryption-data" in archive.read("META-INF/manifest.xml"):
                raise ContentsError(Problem(name, None, "", "password"))
            content = fromstring(archive.read("content.xml"))
            parts = [fromstring(archive.read("styles.xml"))] if _has_styles(archive) else []
        known = styles([*parts, content])
        return [_grid(table, known, name) for table in content.iter() if local(table) == "table"]
    except UNREADABLE as error:
        raise ContentsError(Problem(name, None, "", "unreadable_workbook")) from error


def _has_styles(archive: ZipFile) -> bool:
    return "styles.xml" in archive.namelist()


def _grid(table: Element, known: Styles, file: str) -> Grid:
    found = _Table(known, file)
    _read_columns(found, table)
    at = 0
    for row in _inside(table, "table-row", ROW_GROUPS):
        at = _read_row(found, row, at)
    for shapes in table:
        if local(shapes) == "shapes":
            found.findings += _boxes(shapes)
    return Grid(
        attribute(table, "name"),
        rectangle(found.texts, file),
        found.merged,
        attribute(table, "style-name") not in known.hidden,
        found.findings,
        found.notes,
        frozenset(found.hidden_rows),
        frozenset(found.hidden_columns),
    )


def _inside(element: Element, name: str, groups: tuple[str, ...]) -> Iterator[Element]:
    for child in element:
        if local(child) == name:
            yield child
        elif local(child) in groups:
            yield from _inside(child, name, groups)


def _read_columns(found: _Table, table: Element) -> None:
    at = 0
    for column in _inside(table, "table-column", COLUMN_GROUPS):
        end = at + int(attribute(column, "number-columns-repeated") or 1)
        if _is_hidden(column):
            found.hidden_columns.update(range(at, end))
        found.defaults.append((end, attribute(column, "default-cell-style-name")))
        at = end


def _is_hidden(element: Element) -> bool:
    return attribute(element, "visibility") in ("collapse", "filter")


def _read_row(found: _Table, row: Element, at: int) -> int:
    """Read the cells of a row and return the number of the row below its repetitions."""
    end = at + int(attribute(row, "number-rows-repeated") or 1)
    cells = list(_cells(found, row, at))
    if cells and _is_hidden(row):
        found.hidden_rows.update(range(at, end))
    if len(found.texts) + len(cells) * (end - at) > MOST_CELLS:
        raise ContentsError(Problem(found.file, at + 1, "", "stray_cell", f"A{end}"))
    for number in range(at, end) if cells else ():
        found.texts.update({(number, column): text for column, text in cells})
    return end


def _cells(found: _Table, row: Element, at: int) -> Iterator[tuple[int, str]]:
    column = 0
    for cell in row:
        if local(cell) not in ("table-cell", "covered-table-cell"):
            continue
        end = column + int(attribute(cell, "number-columns-repeated") or 1)
        if local(cell) == "table-cell" and len(cell) + len(attribute(cell, "formula")):
            text = _read_cell(found, cell, (at, column))
            yield from ((number, text) for number in range(column, end) if text)
        column = end


def _read_cell(found: _Table, cell: Element, at: At) -> str:
    _remember(found, cell, at)
    base, whole = found.styles.texts(cell)
    kind = cell.get(VALUE_TYPE, "")
    if attribute(cell, "formula") and not kind and not _is_calculated(cell):
        found.findings.append(Finding("uncalculated", *at, attribute(cell, "formula")))
        return "="
    style = attribute(cell, "style-name") or next(
        (style for end, style in found.defaults if at[1] < end), ""
    )
    if kind == "date":
        return found.styles.date(style, attribute(cell, "date-value"), base)
    if kind in NUMBERS:
        return _number(found, attribute(cell, "value"), style, base, at)
    if whole != base:
        found.notes[at] = whole
    return base


def _is_calculated(cell: Element) -> bool:
    """Whether a formula has a result: an empty text stands there as an empty paragraph."""
    return any(local(part) == "p" for part in cell)


def _remember(found: _Table, cell: Element, at: At) -> None:
    """Keep what a cell holds besides its text: its size, its comment, drawings on it."""
    rows = int(attribute(cell, "number-rows-spanned") or 1)
    columns = int(attribute(cell, "number-columns-spanned") or 1)
    if rows > 1 or columns > 1:
        found.merged.append((*at, at[0] + rows - 1, at[1] + columns - 1))
    for part in cell:
        if local(part) == "annotation":
            found.findings.append(Finding("cell_comment", *at, found.styles.texts(part)[1]))
        elif local(part) not in ("p", "h"):
            found.findings += _boxes(part)


def _boxes(drawn: Element) -> Iterator[Finding]:
    for shape in drawn.iter():
        paragraphs = [part for part in shape if local(part) in ("p", "h")]
        text = " ".join(" ".join("".join(p.itertext()) for p in paragraphs).split())
        if text:
            yield Finding("text_box", -1, -1, text)


def _number(found: _Table, stored: str, style: str, text: str, at: At) -> str:
    value = float(stored)
    if found.styles.is_general(style) or not text:
        return plain(value)
    if value < 0 and not text.startswith("-"):
        text = "-" + text.lstrip(NEGATIVE + " ").rstrip(")） ")
    text = text.replace(",", "").strip()
    if not _says(text, Decimal(plain(value))):
        found.findings.append(Finding("hidden_digits", *at, text, {"stored": plain(value)}))
    return text


def _says(text: str, value: Decimal) -> bool:
    try:
        said = Decimal(text.rstrip("% "))
    except InvalidOperation:
        return any(map(str.isdigit, text))  # words stand beside it: no number is read
    return said == (value.scaleb(2) if text.endswith("%") else value)
