"""Reports as workbooks, read back by another program."""

import io
import zipfile
from dataclasses import replace
from datetime import datetime
from xml.etree.ElementTree import fromstring

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


def test_a_chart_is_its_figures_each_with_unit_qualifier_status_and_source(book: Workbook) -> None:
    assert values(book, "图1 贵州省原煤产量") == [
        ("系列", "指标", "地区", "时期", "图上日期", "数值", "估计或预测值", "单位", "限定", "状态",
         "比较符", "来源"),
        ("年度", *OUTPUT, "2021年", day(2021), 1.32, None, "亿吨", "准确", "实际数", None, "[1]"),
        ("年度", *OUTPUT, "2022年", day(2022), 1.28, None, "亿吨", "准确", "实际数", None, "[1]"),
        ("年度", None, None, "间断", day(2023), *[None] * 7),
        ("年度", *OUTPUT, "2024年", day(2024), 1.66, 1.66, "亿吨", "准确", "初步数", None, "[1]"),
        ("年度（预测数）", *OUTPUT, "2025年", day(2025), None, 1.7, "亿吨", "约", "预计数", None,
         "[1]"),
        ("目标下限（≥）", *OUTPUT, "2024年", day(2024), 1.5, None, "亿吨", "准确", "规划目标", "≥",
         "[2]"),
        ("目标上限（≤）", *OUTPUT, "2024年", day(2024), 1.7, None, "亿吨", "准确", "规划目标", "≤",
         "[3]"),
        ("年度", *OUTPUT, "2023年", day(2023), None, None, "亿吨", "约", "—", None, "[1]"),
    ]  # fmt: skip


OUTPUT = ("原煤产量", "贵州省")


def day(year: int) -> datetime:
    return datetime(year, 7, 2)


def test_beside_them_stands_their_native_chart() -> None:
    with zipfile.ZipFile(io.BytesIO(report_xlsx(rows.REPORT))) as package:
        charts = sorted(name for name in package.namelist() if name.startswith("xl/charts/chart"))
        line, bars = (fromstring(package.read(name)) for name in charts)
    formulas = [node.text for node in line.iter(f"{{{CHART}}}f")]
    sheet = "'图1 贵州省原煤产量'"
    assert formulas == [
        f"{sheet}!{cells}" for cells in (
            "$A$2", "$E$2:$E$6", "$F$2:$F$6", "$A$6", "$E$2:$E$6", "$G$2:$G$6", "$A$7", "$E$7",
            "$F$7", "$A$8", "$E$8", "$F$8",
        )
    ]  # fmt: skip
    said = [node.text for node in line.iter(f"{{{DRAWING}}}t")]
    assert {"1.32", "约1.7（预测数）", "≥1.5", "≤1.7", "亿吨", "年份"} <= set(said)
    dashes = [node.get("val") for node in line.iter(f"{{{DRAWING}}}prstDash")]
    assert dashes == ["solid", "dash"]
    assert bars.find(f".//{{{CHART}}}barChart") is not None


CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


def test_the_contents_tell_passports_sources_and_addresses(book: Workbook) -> None:
    found = values(book, "目录")
    assert found[0] == ("编号", "标题", "图片编号", "来源序号", "网址", "说明")
    assert found[1] == (
        "图1", "贵州省原煤产量", "R7-K3F9Q2", "[1,2]",
        "https://six.example.org/indicator/coal.output", "折线图：贵州省原煤产量2021年至2024年",
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
