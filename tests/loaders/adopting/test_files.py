"""A table is read from any kind of file, with what its cells show and what lies beside them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment

from loaders.adopting.command import adopt_command
from loaders.adopting.joined import both
from loaders.adopting.request import Request
from loaders.problems import Report
from tests.support import workbooks
from tests.support.foreign_tables import (
    BULLETIN,
    YEARS,
    Rows,
    adopted,
    brief,
    csv_file,
    folder,
    workbook,
    written,
)

Output = pytest.CaptureFixture[str]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return folder(tmp_path / "data")


def ods(path: Path, rows: Rows) -> Path:
    path.write_bytes(workbooks.ods(rows))
    return path


def separated(sign: str) -> Callable[[Path, Rows], Path]:
    def put(path: Path, rows: Rows) -> Path:
        path.write_text("".join(sign.join(row) + "\n" for row in rows), encoding="utf-8")
        return path

    return put


@pytest.mark.parametrize(
    ("name", "put"),
    [
        ("table.xlsx", workbook),
        ("table.ods", ods),
        ("table.csv", csv_file),
        ("table.csv", separated(";")),
        ("table.csv", separated("\t")),
    ],
    ids=["xlsx", "ods", "comma", "semicolon", "tab"],
)
def test_a_bulletin_in_any_kind_of_file(
    data: Path, tmp_path: Path, name: str, put: Callable[[Path, Rows], Path]
) -> None:
    rows = brief(adopted(put(tmp_path / name, BULLETIN), data, region="贵州"))
    assert len(rows) == 12
    assert rows[0] == ("power", "520000", "2025-10", "185.20", "亿千瓦时", "actual")


def raised(text: str, mark: str, after: str = "") -> CellRichText:
    return CellRichText(text, TextBlock(InlineFont(vertAlign="superscript"), mark), after)


@pytest.mark.parametrize(
    "note", ["注：1.2023年为初步核算数。", raised("注：", "1)", "2023年为初步核算数。")]
)
def test_a_raised_number_is_a_mark(data: Path, tmp_path: Path, note: object) -> None:
    file = workbook(tmp_path / "years.xlsx", YEARS)
    book = load_workbook(file)
    book.active["D3"] = raised("2023年", "1)")
    book.active["A7"] = note
    book.save(file)
    statuses = {(row[2], row[5]) for row in brief(adopted(file, data))}
    assert statuses == {("2021", "actual"), ("2022", "actual"), ("2023", "provisional")}


def test_numbers_are_as_the_cells_show_them(data: Path, tmp_path: Path) -> None:
    file = workbook(tmp_path / "years.xlsx", YEARS)
    book = load_workbook(file)
    for at, value, shown in (
        ("B4", 12.5, "0.00"),
        ("C4", 0.153, "0.0%"),
        ("D4", 5154.75, "#,##0.00"),
    ):
        book.active[at].value, book.active[at].number_format = value, shown
    book.active["C4"].number_format = "0.000"
    book.save(file)
    assert [row[3] for row in brief(adopted(file, data))][:3] == ["12.50", "0.153", "5154.75"]


def test_a_formula_without_its_result_is_an_error(
    data: Path, tmp_path: Path, capsys: Output
) -> None:
    file = workbook(tmp_path / "years.xlsx", YEARS)
    book = load_workbook(file)
    book.active["B4"] = "=B5+B6"
    book.save(file)
    assert adopt_command(Request(file, data, source="s3"), "en") == 1
    out = capsys.readouterr().out
    assert "row 4, column 2021年: " in out
    assert "“=B5+B6”" in out
    assert "[uncalculated]" in out


def test_what_lies_beside_the_texts_is_told(data: Path, tmp_path: Path, capsys: Output) -> None:
    file = workbook(tmp_path / "years.xlsx", YEARS)
    book = load_workbook(file)
    book.active["B4"].comment = Comment("口径有调整", "clerk")
    book.active.row_dimensions[5].hidden = True
    book.active.column_dimensions["C"].hidden = True
    book.create_sheet("旧表").append(["地区", "2020年"])
    book["旧表"].sheet_state = "hidden"
    book.save(file)
    assert adopt_command(Request(file, data, source="s3"), "en") == 0
    out = capsys.readouterr().out
    for rule in ("cell_comment", "hidden_rows", "hidden_columns", "hidden_sheet"):
        assert f"[{rule}]" in out


def sheets(path: Path, **of_sheets: Rows) -> Path:
    book = Workbook()
    book.remove(book.active)
    for name, rows in of_sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([text or None for text in row])
    book.save(path)
    return path


def test_one_of_several_sheets_is_asked_for(data: Path, tmp_path: Path, capsys: Output) -> None:
    explained = [["本表由统计局编制"]]
    file = sheets(tmp_path / "two.xlsx", 说明=explained, 产量=BULLETIN, 产值=YEARS)
    assert adopt_command(Request(file, data, source="s3"), "en") == 2
    assert "Several sheets look like tables: 产量, 产值" in capsys.readouterr().err
    rows = adopted(file, data, sheet="产值")
    assert {row["indicator"] for row in rows} == {"gdp"}
    assert "The sheet “产量”" in capsys.readouterr().out


def test_all_sheets_of_the_form_are_read(data: Path, tmp_path: Path) -> None:
    rows = [["地区", "2023年"], ["贵阳市", "5154.75"]]
    gdp = [["各市（州）地区生产总值"], ["单位：亿元"], *rows]
    adopted(csv_file(tmp_path / "gdp.csv", gdp), data)
    recipe = data / "recipes" / "form.toml"
    text = recipe.read_text("utf-8").replace("[regions]", '"发电量" = "power"\n\n[regions]')
    recipe.write_text(text, encoding="utf-8")
    power = [["各市（州）发电量"], ["单位：亿千瓦时"], *rows]
    file = sheets(tmp_path / "both.xlsx", 一=gdp, 二=power)
    assert adopt_command(Request(file, data, replace=True), "en") == 0
    assert [row["indicator"] for row in written(data / "observations" / "both.csv")] == ["power"]
    (data / "observations" / "gdp.csv").unlink()  # which says the same of 2023
    assert adopt_command(Request(file, data, replace=True), "en") == 0
    assert [row["indicator"] for row in written(data / "observations" / "both.csv")] == [
        "gdp",
        "power",
    ]


def test_what_two_reports_leave_out_is_counted_together() -> None:
    one, other = Report((), {"unit_slip": 3}), Report((), {"unit_slip": 4, "duplicate_key": 1})
    assert both(one, other).left_out == {"unit_slip": 7, "duplicate_key": 1}
