"""The numbers of headings, figures, tables and references."""

from dataclasses import replace

import pytest

from exports.documents.plain import plain
from exports.documents.report import ReportRow, Table
from exports.documents.report_order import References, chapters, numeral
from exports.documents.table_text import shares
from tests.support import report_rows as rows
from tests.support.exports_rows import LATER, PLAN, YEARBOOK
from wording.citations import marks, source_line
from wording.words import words


def test_headings_count_by_level_and_figures_apart_from_tables() -> None:
    found = chapters(rows.REPORT)
    assert [chapter.heading for chapter in found] == [
        "一、总体情况", "二、目标进展", "（一）各项目标", "（二）各市州情况", "三、说明",
    ]  # fmt: skip
    labels = [one.label for chapter in found for one in chapter.blocks if one.label]
    assert labels == ["图1", "表1", "图2", "图3", "图4", "表2"]


def test_english_headings_have_digits() -> None:
    assert [c.heading for c in chapters(rows.english())] == ["1. Overview", "(1) Details"]


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (25, "二十五"),
        (99, "九十九"),
        (100, "100"),
    ],
)
def test_chinese_numerals(number: int, written: str) -> None:
    assert numeral(number, words("zh")) == written


@pytest.mark.parametrize(
    ("numbers", "written"),
    [([], ""), ([2], "[2]"), ([2, 1, 2], "[1,2]"), ([1, 2, 3, 5], "[1-3,5]"), ([9, 4], "[4,9]")],
)
def test_references_share_a_pair_of_brackets(numbers: list[int], written: str) -> None:
    assert marks(numbers) == written


def test_references_are_numbered_as_they_are_first_mentioned() -> None:
    assert References(rows.REPORT).listed() == [
        ("[1]", "统计局. 统计年鉴[EB/OL]. (2024-05-20)[2024-06-20]. https://example.org/y."),
        ("[2]", "省政府（转引）. =1+1[Z]. 2021-01."),
        ("[3]", "省政府. 中期评估[EB/OL]. (2023-06)[2024-06-20]. https://example.org/l."),
        ("[4]", "贵州日报. 贵州能源发展综述[EB/OL]. [2024-06-20]. https://example.org/u."),
    ]


def test_a_source_line_names_a_few_of_many() -> None:
    many = [replace(YEARBOOK, id=str(n), publisher_zh=f"局{n}") for n in range(6)]
    said = words("zh")
    assert source_line(many, said).endswith("局3，2024年5月20日等6个来源")
    assert source_line((PLAN, LATER), said) == "来源：省政府（转引），2021年1月；省政府，2023年6月"
    assert source_line((), said) == ""


def test_a_text_of_the_data_is_one_line_without_signs_that_documents_bar() -> None:
    assert plain(rows.EVIL) == rows.EVIL_SHOWN
    assert plain(" a\r\n\tb\x85 ") == "a b"


def test_wide_columns_give_way_to_short_ones() -> None:
    assert shares([["产量", "x" * 200]], 60) == [10, 50]
    assert shares([["a", "产量产量"]], 60) == [10, 12]


def test_a_report_whose_parts_do_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="one cell a heading"):
        Table("t", ("a",), (), (ReportRow(()),))
    with pytest.raises(ValueError, match="has a column"):
        Table("t", (), (), ())
