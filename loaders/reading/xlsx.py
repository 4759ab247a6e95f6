"""XLSX and XLSM: the sheets of a workbook as its cells show them.

Read from the parts of the file themselves (ECMA-376, part 1, 18), because no library tells all
that counts here: the formats that are built into a Chinese Excel, formulas that were never
calculated, raised signs, hidden rows and columns, texts in drawings.
"""

import posixpath
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, fromstring
from zipfile import BadZipFile, ZipFile

from loaders.contents import ContentsError
from loaders.problems import Problem
from loaders.reading.grid import Grid
from loaders.reading.number_formats import BUILT_IN
from loaders.reading.xlsx_cells import RichText, Styles, local, rich_text, sheet_grid

UNREADABLE = (  # what damaged or foreign files make of the reading
    BadZipFile,
    ParseError,
    zlib.error,
    LookupError,
    ValueError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
)
DOCUMENT, SHEET, TEXTS = "officeDocument", "/worksheet", ("/comments", "/drawing")


def workbook(path: Path, name: str) -> list[Grid]:
    """All sheets of a workbook, in order; raises `ContentsError`."""
    try:
        with ZipFile(path) as archive:
            return list(_Book(archive, name).grids())
    except UNREADABLE as error:
        raise ContentsError(Problem(name, None, "", "unreadable_workbook")) from error


@dataclass(frozen=True)
class _Book:
    archive: ZipFile
    file: str

    def grids(self) -> Iterator[Grid]:
        """The sheets, in the order of their tabs."""
        targets = self._related(self._workbook_part)
        for sheet in _all(self._root, "sheet"):
            kind, part = targets[{local(k): v for k, v in sheet.attrib.items()}["id"]]
            is_visible = sheet.get("state", "visible") == "visible"
            yield self._grid(sheet.get("name", ""), part, kind, is_visible=is_visible)

    def _grid(self, name: str, part: str, kind: str, *, is_visible: bool) -> Grid:
        if not kind.endswith(SHEET):
            return Grid(name, [], is_visible=is_visible, is_table=False)
        related = self._related(part).values()
        texts = [(kind, self._xml(target)) for kind, target in related if kind.endswith(TEXTS)]
        with self.archive.open(part) as file:
            return sheet_grid(name, file, self._styles, self.file, texts, is_visible=is_visible)

    @cached_property
    def _workbook_part(self) -> str:
        return {kind.rpartition("/")[2]: p for kind, p in self._related("").values()}[DOCUMENT]

    @cached_property
    def _root(self) -> Element:
        return self._xml(self._workbook_part)

    @cached_property
    def _styles(self) -> Styles:
        targets = {
            kind.rpartition("/")[2]: p for kind, p in self._related(self._workbook_part).values()
        }
        properties = next(_all(self._root, "workbookPr"), None)
        calculation = next(_all(self._root, "calcPr"), None)
        return Styles(
            self._formats(targets["styles"]) if "styles" in targets else ["General"],
            self._strings(targets["sharedStrings"]) if "sharedStrings" in targets else [],
            _is_on(properties, "date1904"),
            _is_on(calculation, "fullCalcOnLoad"),
        )

    def _formats(self, part: str) -> list[str]:
        """The number format of each style of a cell."""
        root = self._xml(part)
        own = {int(f.attrib["numFmtId"]): f.get("formatCode", "") for f in _all(root, "numFmt")}
        known = {**BUILT_IN, **own}
        styles = next(_all(root, "cellXfs"), None)
        used = [] if styles is None else [int(s.get("numFmtId", 0)) for s in styles]
        return [known.get(number, "General") for number in used] or ["General"]

    def _strings(self, part: str) -> list[RichText]:
        return [rich_text(item) for item in self._xml(part) if local(item.tag) == "si"]

    def _related(self, part: str) -> dict[str, tuple[str, str]]:
        """The kind and the name of each part that a part names, by the relation's id."""
        folder, _, base = part.rpartition("/")
        relations = f"{folder}/_rels/{base}.rels".removeprefix("/")
        if relations not in self.archive.namelist():
            return {}
        return {
            each.attrib["Id"]: (each.attrib["Type"], _joined(folder, each.attrib["Target"]))
            for each in self._xml(relations)
            if each.get("TargetMode") != "External"
        }

    def _xml(self, part: str) -> Element:
        return fromstring(self.archive.read(part))


def _joined(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/" + folder, target)).removeprefix("/")


def _all(root: Element, name: str) -> Iterator[Element]:
    return (element for element in root.iter() if local(element.tag) == name)


def _is_on(element: Element | None, name: str) -> bool:
    return element is not None and element.get(name) in ("1", "true")
