"""Reports as slides: native charts with their figures, read by LibreOffice and python-pptx."""

import io
from datetime import timedelta
from typing import Any

import pptx
import pytest
from openpyxl import load_workbook
from pptx.enum.chart import XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE

from exports.documents.report_pptx import report_pptx
from figures.native import EPOCH_OF_DAYS
from tests.support import report_rows as rows
from tests.support.office import Pages

LAST = 12


@pytest.fixture(scope="module")
def slides() -> list[Any]:
    return list(pptx.Presentation(io.BytesIO(report_pptx(rows.REPORT))).slides)


@pytest.fixture(scope="module")
def pages(pages_in_office: Pages) -> list[str]:
    return pages_in_office(report_pptx(rows.REPORT), "pptx")


def chart(slide: Any) -> Any:
    return next(shape for shape in slide.shapes if shape.has_chart)


def test_another_program_shows_figures_sources_and_passports(pages: list[str]) -> None:
    assert len(pages) == LAST + 1
    assert "贵州省能源基地发展情况报告" in pages[0]
    assert "数据期至2024年5月·第7版（2024年6月20日）" in pages[0]
    for said in ("1.32", "1.66", "2021", "约1.7（预测数）", "目标下限（", "亿吨",
                 "图片编号：R7-K3F9Q2",
                 "来源：统计局，2024年5月20日；省政府（转引），2021年1月"):  # fmt: skip
        assert said in pages[1]
    assert "7102.35" in pages[4]
    assert "请在网页查看" in pages[3]
    assert "表2原煤产量月度数据（续）" in pages[LAST]


def test_the_slides_are_wide_and_each_has_its_title(slides: list[Any]) -> None:
    made = pptx.Presentation(io.BytesIO(report_pptx(rows.REPORT)))
    assert made.slide_width / made.slide_height == pytest.approx(16 / 9, abs=0.001)
    assert [slide.shapes.title.text for slide in slides[:8]] == [
        "贵州省能源基地发展情况报告", "贵州省原煤产量", "表1　能源基地发展目标完成情况", "目标进展",
        "各市州原煤产量排名", "原煤产量分布图", "三、说明", "表2　原煤产量月度数据",
    ]  # fmt: skip


def test_a_line_chart_holds_its_figures_at_their_day_and_a_gap_is_no_zero(
    slides: list[Any],
) -> None:
    lines = {line.name: drawn(line) for line in chart(slides[1]).chart.plots[0].series}
    assert lines == {
        "年度": [("2021-07-02", 1.32), ("2022-07-02", 1.28), ("2024-07-02", 1.66)],
        "年度（预测数）": [("2024-07-02", 1.66), ("2025-07-02", 1.7)],
        "目标下限（≥）": [("2024-07-02", 1.5)],
        "目标上限（≤）": [("2024-07-02", 1.7)],
    }
    description = chart(slides[1])._element.nvGraphicFramePr.cNvPr.get("descr")
    assert description == "折线图：贵州省原煤产量2021年至2024年"


def test_its_axes_start_where_those_of_the_picture_do(slides: list[Any]) -> None:
    made = chart(slides[1]).chart
    values, time = made.value_axis, made.category_axis
    assert (values.minimum_scale, values.maximum_scale, values.major_unit) == (0, 2, 0.5)
    assert days(time.minimum_scale) == "2020-07-02"
    assert time.tick_labels.number_format == "yyyy"
    assert [axis.axis_title.text_frame.text for axis in (values, time)] == ["亿吨", "年份"]


def test_a_forecast_is_dashed_and_what_may_change_is_open(slides: list[Any]) -> None:
    own, foreseen, *goals = chart(slides[1]).chart.plots[0].series
    assert (own.format.line.dash_style, foreseen.format.line.dash_style) == (None, MSO_LINE.DASH)
    hearts = [line.points[n].marker.format.fill.fore_color.rgb for line, n in
              ((own, 3), (foreseen, 4))]  # fmt: skip
    assert [str(heart) for heart in hearts] == ["FFFFFF", "FFFFFF"]
    assert str(own.marker.format.fill.fore_color.rgb) == "1F4E79"
    shapes = [goal.marker.style for goal in goals]
    assert shapes == [XL_MARKER_STYLE.DIAMOND, XL_MARKER_STYLE.SQUARE]


def test_what_the_picture_writes_is_written(slides: list[Any]) -> None:
    assert texts(slides) == ["1.32", "1.66", "约1.7（预测数）", "≥1.5", "≤1.7", "约7102.35", "−12"]


def texts(slides: list[Any]) -> list[str]:
    labels = [label for slide in (slides[1], slides[4])
              for label in chart(slide).chart._chartSpace.xpath("//c:dLbl")]  # fmt: skip
    return ["".join(label.xpath(".//a:t/text()")) for label in labels]


def test_the_longest_line_stands_first_though_it_is_named_in_its_place(slides: list[Any]) -> None:
    """LibreOffice loses a first line that is shorter than another."""
    sizes = chart(slides[1]).chart._chartSpace.xpath("//c:ser/c:yVal//c:ptCount/@val")
    assert max(map(int, sizes)) == int(sizes[0])


def test_the_workbook_behind_a_chart_holds_texts_and_no_formulas(slides: list[Any]) -> None:
    blob = chart(slides[4]).chart.part.chart_workbook.xlsx_part.blob
    sheet = load_workbook(io.BytesIO(blob)).worksheets[0]
    assert sheet.title == "Sheet1"
    found = list(sheet.iter_rows(values_only=True))
    assert found[0] == ("系列", "指标", "地区", "时期", "数值", "单位", "限定", "状态")
    assert [(row[0], row[2], row[4], *row[6:]) for row in found[1:]] == [
        (rows.EVIL_SHOWN, "毕节市", 7102.35, "约", "实际数"),
        (rows.EVIL_SHOWN, "=cmd()", -12, "约", "实际数"),
        ("年度", "贵州省", None, "约", "—"),
    ]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"n", "s"}


def test_the_lines_are_those_cells(slides: list[Any]) -> None:
    """What is edited in the sheet moves in the chart."""
    made = chart(slides[1]).chart
    sheet = load_workbook(io.BytesIO(made.part.chart_workbook.xlsx_part.blob)).worksheets[0]
    for line in made.plots[0].series:
        name, places, values = (
            cells(sheet, line._element.xpath(f"c:{part}//c:f")[0].text)
            for part in ("tx", "xVal", "yVal")
        )
        assert name == [line.name]
        pairs = zip(places, values, strict=True)
        kept = [(f"{day:%Y-%m-%d}", value) for day, value in pairs if value is not None]
        assert kept == drawn(line)


def cells(sheet: Any, address: str) -> list[Any]:
    found = sheet[address.partition("!")[2].replace("$", "")]
    return [cell.value for (cell,) in found] if isinstance(found, tuple) else [found.value]


def drawn(line: Any) -> list[tuple[str, float]]:
    """The days and values that a program shows without reading the workbook."""
    columns = [
        {int(point.get("idx")): float(point.v.text if hasattr(point, "v") else point[0].text)
         for point in line._element.xpath(f"c:{axis}//c:pt")}
        for axis in ("xVal", "yVal")
    ]  # fmt: skip
    return [(days(columns[0][n]), value) for n, value in columns[1].items()]


def days(serial: float) -> str:
    return str(EPOCH_OF_DAYS + timedelta(days=serial))


def test_the_speaker_has_the_sentences_and_the_publications(slides: list[Any]) -> None:
    assert slides[1].notes_slide.notes_text_frame.text.split("\n") == [
        "2024年原煤产量为1.66亿吨。[1]",
        "2024年全省原煤产量1.66亿吨，完成“十四五”目标的110.7%，提前达到目标。[1-3]",
        "2023年数据未发布。[4]",
        "资料来源",
        "[1] 统计局. 统计年鉴[EB/OL]. (2024-05-20)[2024-06-20]. https://example.org/y.",
        "[2] 省政府（转引）. =1+1[Z]. 2021-01.",
        "[3] 省政府. 中期评估[EB/OL]. (2023-06)[2024-06-20]. https://example.org/l.",
        "[4] 贵州日报. 贵州能源发展综述[EB/OL]. [2024-06-20]. https://example.org/u.",
        "网址：https://six.example.org/indicator/coal.output",
    ]


def test_what_has_no_native_form_is_a_picture_with_words(slides: list[Any]) -> None:
    picture = next(shape for shape in slides[5].shapes if shape.shape_type == 13)
    assert picture._element.nvPicPr.cNvPr.get("descr") == "地图"
    assert picture.width / picture.height == pytest.approx(1890 / 1063, abs=0.001)


def test_a_table_is_native_and_long_ones_go_on(slides: list[Any]) -> None:
    tables = [shape.table for slide in slides for shape in slide.shapes if shape.has_table]
    first = [[cell.text for cell in row.cells] for row in tables[0].rows]
    assert first[1] == ["原煤产量", "1.5", "110.7%", "2025年12月31日", "[1,2]"]
    assert [len(list(table.rows)) - 1 for table in tables] == [2, 11, 11, 11, 11, 11, 5]


def test_no_slide_has_a_link(slides: list[Any]) -> None:
    external = [rel for slide in slides for rel in slide.part.rels.values() if rel.is_external]
    assert external == []


def test_the_same_report_gives_the_same_bytes_whenever_it_is_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = report_pptx(rows.REPORT)
    monkeypatch.setattr("time.localtime", lambda *_: (2030, 1, 1, 0, 0, 0, 0, 1, 0))
    assert report_pptx(rows.REPORT) == first


def test_english_slides_speak_english() -> None:
    made = pptx.Presentation(io.BytesIO(report_pptx(rows.english()))).slides
    feet = [shape.text for shape in made[1].shapes if shape.has_text_frame]
    assert "Data up to May 2024 · Release 7 (20 Jun 2024) · Picture number: R7-K3F9Q2" in "\n".join(
        feet
    )
