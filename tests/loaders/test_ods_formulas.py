"""Formulas of an ODS file: an empty text is a result, no result at all is an error."""

import zipfile
from pathlib import Path

from loaders.load import check
from tests.conftest import TINY

OPEN = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
    '<office:spreadsheet><table:table table:name="data">'
)
CLOSE = "</table:table></office:spreadsheet></office:body></office:document-content>"
COAL = TINY["observations/coal.csv"].split("\n")[:2]
UNIT = COAL[0].split(",").index("unit")


def row(cells: list[str]) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def text(word: str) -> str:
    return (
        f'<table:table-cell office:value-type="string"><text:p>{word}</text:p></table:table-cell>'
    )


def rules(tiny: Path, inside: str) -> list[tuple[str, int | None]]:
    """The problems of the tiny file with a row below it in which a formula stands."""
    formula = f'<table:table-cell table:formula="of:=IF([.A3]=0;1;2)">{inside}</table:table-cell>'
    rows = [row([text(word) for word in line.split(",")]) for line in COAL]
    content = OPEN + "".join(rows) + row([text("")] * UNIT + [formula]) + CLOSE
    (tiny / "observations" / "coal.csv").unlink()
    with zipfile.ZipFile(tiny / "observations" / "coal.ods", "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        file.writestr("META-INF/manifest.xml", "<manifest/>")
        file.writestr("content.xml", content)
    return [(problem.rule, problem.row) for problem in check([tiny], tiny).errors]


def test_an_empty_text_is_a_result(tiny: Path) -> None:
    assert rules(tiny, "<text:p/>") == []


def test_a_formula_without_a_result_is_an_error(tiny: Path) -> None:
    assert rules(tiny, "") == [("uncalculated", 3)]
