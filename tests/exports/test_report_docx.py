"""Reports in Word: in the style of GB/T 9704-2012, read by LibreOffice and python-docx."""

import io
import re
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from exports.documents.report import Part
from exports.documents.report_docx import report_docx
from tests.support import report_rows as rows
from tests.support.office import Pages


@pytest.fixture(scope="module")
def chinese() -> Document:
    return docx.Document(io.BytesIO(report_docx(rows.REPORT)))


@pytest.fixture(scope="module")
def pages(pages_in_office: Pages) -> list[str]:
    return pages_in_office(report_docx(rows.REPORT), "docx")


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def test_another_program_reads_figures_sources_and_passports(pages: list[str]) -> None:
    text = "".join(pages)
    for said in (
        "一、总体情况", "（二）各市州情况", "完成“十四五”目标的110.7%，提前达到目标[1-3]。",
        "图1贵州省原煤产量[1,2]", "图片编号：R7-D4D4D4", "表1能源基地发展目标完成情况",
        "2025年12月31日",
        "此图未能生成图片，请在网页查看：https://six.example.org/base/coal",
        "[1]统计局.统计年鉴[EB/OL].(2024-05-20)[2024-06-20].https://example.org/y.",
    ):  # fmt: skip
        assert said in text


def test_every_page_has_its_number_and_the_last_one_date_and_release(pages: list[str]) -> None:
    assert len(pages) >= 4
    for number, page in enumerate(pages, 1):
        assert f"—{number}—" in page
    assert "贵州六大产业基地指标看板数据期至2024年5月·第7版（2024年6月20日）" in pages[-1]


def test_the_headings_of_a_long_table_stand_on_each_of_its_pages(pages: list[str]) -> None:
    of_table = [page for page in pages if any(f"第{n}月" in page for n in range(1, 61))]
    assert len(of_table) > 1
    assert all("月份产量（万吨）" in page for page in of_table)


def test_the_paper_is_that_of_the_norm(chinese: Document) -> None:
    section = chinese.sections[0]
    found = (section.page_width, section.page_height, section.top_margin, section.bottom_margin,
             section.left_margin, section.right_margin)  # fmt: skip
    wanted = (210, 297, 37, 35, 28, 26)
    assert found == tuple(pytest.approx(Mm(length), abs=Pt(0.1)) for length in wanted)


@pytest.mark.parametrize(
    ("name", "face", "size"),
    [("Title", "方正小标宋简体", 22), ("Body Text", "仿宋_GB2312", 16),
     ("Heading 1", "黑体", 16), ("Heading 2", "楷体_GB2312", 16)],
)  # fmt: skip
def test_chinese_is_set_in_its_types_and_digits_in_times(
    chinese: Document, name: str, face: str, size: int
) -> None:
    style = chinese.styles[name]
    fonts = style.element.rPr.rFonts
    assert fonts.get(qn("w:eastAsia")) == face
    assert fonts.get(qn("w:ascii")) == fonts.get(qn("w:hAnsi")) == "Times New Roman"
    assert style.font.size == Pt(size)
    assert style.font.color.rgb is None


def test_the_body_is_indented_by_two_signs(chinese: Document) -> None:
    style = chinese.styles["Body Text"]
    assert style.paragraph_format.line_spacing == Pt(28.9)
    assert style.element.pPr.find(qn("w:ind")).get(qn("w:firstLineChars")) == "200"


def test_references_are_superscripts_before_the_full_stop(chinese: Document) -> None:
    first = next(p for p in chinese.paragraphs if p.style.name == "Body Text")
    runs = [(run.text[-2:], run.font.superscript) for run in first.runs[1:]]
    assert runs == [("3]", True), ("。", None), ("发布", None), ("4]", True), ("。", None)]


def test_pictures_have_300_dots_an_inch_and_words_for_who_cannot_see_them(
    chinese: Document,
) -> None:
    shape = chinese.inline_shapes[0]
    assert 1890 / (shape.width / 914400) >= 300
    assert shape.height / shape.width == pytest.approx(1063 / 1890, abs=0.001)
    assert shape._inline.docPr.get("descr") == "折线图：贵州省原煤产量2021年至2024年"


def test_captions_stand_below_figures_and_above_tables(chinese: Document) -> None:
    body = [element.tag.split("}")[1] for element in chinese.element.body]
    captions = [i for i, p in enumerate(chinese.element.body)
                if p.tag.endswith("}p") and p.style == "Caption"]  # fmt: skip
    said = ["".join(chinese.element.body[i].itertext())[:2] for i in captions]
    assert said == ["图1", "表1", "图2", "图3", "图4", "表2"]
    assert [body[i + 1] == "tbl" for i in captions] == [False, True, False, False, False, True]
    before = [chinese.element.body[i - 1] for i in captions]
    assert [bool(list(p.iter(qn("w:drawing")))) for p in before] == [
        True, False, False, False, True, False,
    ]  # fmt: skip


def test_tables_are_real_and_repeat_their_header(chinese: Document) -> None:
    table = chinese.tables[0]
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert cells == [
        ["指标", "目标值（亿吨）", "完成率", "到期日", "来源"],
        ["原煤产量", "1.5", "110.7%", "2025年12月31日", "[1,2]"],
        [rows.EVIL_SHOWN, "—", "—", "—", "[3]"],
    ]
    repeated = [list(row._tr.iter(qn("w:tblHeader"))) != [] for row in table.rows]
    assert repeated == [True, False, False]


def test_nothing_of_the_data_is_a_field_or_a_link() -> None:
    with zipfile.ZipFile(io.BytesIO(report_docx(rows.REPORT))) as package:
        parts = {name: package.read(name).decode("utf-8", "ignore") for name in package.namelist()}
    fields = [i for text in parts.values() for i in re.findall(r'w:instr="([^"]*)"', text)]
    assert fields == ["PAGE", "PAGE"]  # of odd and of even pages
    body = parts["word/document.xml"]
    assert "w:instrText" not in body
    assert "w:hyperlink" not in body
    assert not any("TargetMode" in text for text in parts.values())
    assert rows.EVIL_SHOWN in texts(docx.Document(io.BytesIO(report_docx(rows.REPORT))))


def test_the_properties_say_what_it_is(chinese: Document) -> None:
    said = chinese.core_properties
    assert (said.title, said.author) == ("贵州省能源基地发展情况报告", "贵州六大产业基地指标看板")
    assert said.comments == f"数据期至2024年5月 · 第7版（2024年6月20日） · {rows.ADDRESS}"
    assert said.modified is not None
    assert said.modified.isoformat() == "2024-06-20T08:00:00+00:00"


def test_the_same_report_gives_the_same_bytes_whenever_it_is_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = report_docx(rows.REPORT)
    monkeypatch.setattr("time.localtime", lambda *_: (2030, 1, 1, 0, 0, 0, 0, 1, 0))
    assert report_docx(rows.REPORT) == first


def test_english_has_the_same_skeleton() -> None:
    document = docx.Document(io.BytesIO(report_docx(rows.english())))
    found = texts(document)
    assert "1. Overview" in found
    assert "Output was 166 Mt in 2024[1]. It grew[2]." in found
    assert "Figure 1. Raw coal output[1,2]" in found
    assert "Table 1. Targets" in found
    assert "Data up to May 2024 · Release 7 (20 Jun 2024)" in found
    fonts = document.styles["Heading 1"].element.rPr.rFonts
    assert fonts.get(qn("w:ascii")) == "Arial"


def test_a_report_of_nothing_is_a_document_without_references() -> None:
    empty = replace(rows.REPORT, parts=(Part("", ()),))
    assert texts(docx.Document(io.BytesIO(report_docx(empty)))) == [
        "贵州省能源基地发展情况报告", "（2024年6月20日）", "贵州六大产业基地指标看板",
        "数据期至2024年5月 · 第7版（2024年6月20日）", f"网址：{rows.ADDRESS}",
    ]  # fmt: skip
