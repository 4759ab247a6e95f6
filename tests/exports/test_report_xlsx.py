"""Reports as workbooks, read back by another program."""

import io
from dataclasses import replace
from datetime import datetime

import pytest
from openpyxl import Workbook, load_workbook

from exports.documents.report import Part
from exports.documents.report_xlsx import report_xlsx
from tests.support import report_rows as rows


@pytest.fixture(scope="module")
def book() -> Workbook:
    return load_workbook(io.BytesIO(report_xlsx(rows.REPORT)))


def values(book: Workbook, sheet: str) -> list[tuple[object, ...]]:
    return list(book[sheet].iter_rows(values_only=True))


def test_every_table_and_chart_has_a_sheet(book: Workbook) -> None:
    assert book.sheetnames == [
        "目录", "图1 贵州省原煤产量", "表1 能源基地发展目标完成情况", "图3 各市州原煤产量排名",
        "表2 原煤产量月度数据", "来源", "指标解释",
    ]  # fmt: skip
    assert {sheet.freeze_panes for sheet in book} == {"A2", "B2"}


def test_a_table_keeps_its_numbers_and_formats(book: Workbook) -> None:
    sheet = "表1 能源基地发展目标完成情况"
    assert values(book, sheet) == [
        ("指标", "目标值（亿吨）", "完成率", "到期日", "来源"),
        ("原煤产量", 1.5, 1.10667, datetime(2025, 12, 31), "[1,2]"),
        (rows.EVIL_SHOWN, None, None, None, "[3]"),
    ]
    formats = [cell.number_format for cell in book[sheet][2]]
    assert formats == ["@", "#,##0.0", "0.00%", "yyyy-mm-dd", "@"]


def test_a_chart_is_the_figures_it_is_drawn_from_with_their_unit(book: Workbook) -> None:
    assert values(book, "图1 贵州省原煤产量") == [
        ("分类", "原煤产量（单位：亿吨）", "目标（单位：亿吨）"),
        ("2021", 1.32, None), ("2022", 1.28, None), ("2023", None, None), ("2024", 1.66, 1.5),
    ]  # fmt: skip


def test_the_contents_tell_passports_sources_and_addresses(book: Workbook) -> None:
    found = values(book, "目录")
    assert found[0] == ("编号", "标题", "图片编号", "来源序号", "网址", "说明")
    assert found[1] == (
        "图1", "贵州省原煤产量", "R7-K3F9Q2", "[1,2]",
        "http://127.0.0.1:8050/indicator/coal.output", "折线图：贵州省原煤产量2021年至2024年",
    )  # fmt: skip
    assert found[2][:4] == ("表1", "能源基地发展目标完成情况", None, "[1-3]")
    assert found[2][5] == "完成率为最新值与目标值之比。"


def test_sources_and_definitions_are_listed(book: Workbook) -> None:
    found = values(book, "来源")
    assert [row[0] for row in found] == ["序号", 1, 2, 3, 4]
    assert found[1][1] == (
        "统计局. 统计年鉴[EB/OL]. (2024-05-20)[2024-06-20]. https://example.org/y."
    )
    assert found[2][-1] is None  # a reprint has no address
    assert values(book, "指标解释")[1] == (
        "原煤产量", "亿吨", "规模以上工业企业生产的原煤。",
    )  # fmt: skip


def test_no_cell_is_a_formula_or_a_link(book: Workbook) -> None:
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "=cmd()" in {cell.value for cell in cells}
    assert "f" not in {cell.data_type for cell in cells}
    assert not any(cell.hyperlink for cell in cells)


def test_a_title_that_no_sheet_may_have_is_shortened() -> None:
    table = replace(rows.LONG, title="'[年:月]/日?*\\" + "产量" * 20)
    made = replace(rows.REPORT, parts=(Part("", (table, table)),))
    names = load_workbook(io.BytesIO(report_xlsx(made))).sheetnames
    assert names[1:3] == [f"表{n} 年 月 日 " + "产量" * 11 for n in (1, 2)]


def test_the_same_report_gives_the_same_bytes() -> None:
    assert report_xlsx(rows.english()) == report_xlsx(rows.english())
