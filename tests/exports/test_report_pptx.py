"""Reports as slides: native charts with their figures, read by LibreOffice and python-pptx."""

import io
from typing import Any

import pptx
import pytest
from openpyxl import load_workbook

from exports.documents.report_pptx import report_pptx
from tests.exports.conftest import Pages
from tests.support import report_rows as rows

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
    for said in ("1.32", "1.66", "2021", "目标", "亿吨", "图片编号：R7-K3F9Q2",
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


def test_a_line_chart_holds_its_figures_and_a_gap_is_no_zero(slides: list[Any]) -> None:
    plot = chart(slides[1]).chart.plots[0]
    assert list(plot.categories) == ["2021", "2022", "2023", "2024"]
    assert [(s.name, tuple(s.values)) for s in plot.series] == [
        ("原煤产量", (1.32, 1.28, None, 1.66)), ("目标", (None, None, None, 1.5)),
    ]  # fmt: skip
    description = chart(slides[1])._element.nvGraphicFramePr.cNvPr.get("descr")
    assert description == "折线图：贵州省原煤产量2021年至2024年"


def test_the_workbook_behind_a_chart_holds_texts_and_no_formulas(slides: list[Any]) -> None:
    blob = chart(slides[4]).chart.part.chart_workbook.xlsx_part.blob
    sheet = load_workbook(io.BytesIO(blob)).worksheets[0]
    assert sheet.title == "Sheet1"
    assert list(sheet.iter_rows(values_only=True)) == [
        (None, rows.EVIL_SHOWN), ("毕节市", 7102.35), ("=cmd()", -12),
    ]  # fmt: skip
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"n", "s"}


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
        "网址：http://127.0.0.1:8050/indicator/coal.output",
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
