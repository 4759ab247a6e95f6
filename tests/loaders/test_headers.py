"""Header words: which column each means, and what is said of a header that does not fit."""

import pytest

from loaders.headers import column_name, likeness, read_header
from loaders.problems import Problems
from store.schema import BY_NAME, SPECS

OBSERVATIONS, TARGETS = BY_NAME["observations"], BY_NAME["targets"]


@pytest.mark.parametrize(
    ("word", "column"),
    [
        ("指标", "indicator"), ("地区代码", "region"), ("时期", "period"), ("原文数值", "value"),
        ("原文单位", "unit"), ("限定", "qualifier"), ("来源编号", "source"), ("printed", "value"),
        ("Printed Unit", "unit"), ("中文备注", "note_zh"), ("英文备注", "note_en"),
        ("\ufeff地\u200b区", "region"), (" STATUS ", "status"), ("colour", None),
    ],
)  # fmt: skip
def test_a_word_of_the_data_of_offices_and_of_downloads_is_known(
    word: str, column: str | None
) -> None:
    assert column_name(OBSERVATIONS, word) == column


@pytest.mark.parametrize("word", ["目标值（原文）", "Target as printed", "目标值"])
def test_the_words_of_the_targets_file_are_known(word: str) -> None:
    header = (
        "指标代码",
        "地区代码",
        "目标时期",
        word,
        "单位",
        "比较符",
        "目标类别",
        "目标来源代码",
        "备注",
    )
    found = read_header(TARGETS, "targets.csv", header, Problems())
    assert found
    assert found.own["value"] == 3
    assert found.own["source"] == 7


def test_every_column_is_told_by_its_own_name_and_headers() -> None:
    for spec in SPECS:
        for column in spec.columns:
            for word in (column.name, *column.headers, *column.former):
                assert column_name(spec, word) == column.name


HEADER = ("指标", "地区代码", "地区", "时期", "数值", "单位", "口径", "状态", "来源", "备注")


def test_names_beside_codes_are_no_second_column() -> None:
    found = read_header(OBSERVATIONS, "a.csv", HEADER, Problems())
    assert found
    assert (found.own["region"], found.names["region"]) == (1, 2)
    assert found.passed == ()


def test_a_name_alone_stands_for_the_code() -> None:
    header = tuple("名称" if word == "指标" else word for word in HEADER if word != "地区代码")
    found = read_header(OBSERVATIONS, "a.csv", header, Problems())
    assert found
    assert (found.own["indicator"], found.own["region"]) == (0, 1)


def test_a_converted_value_alone_is_not_what_was_printed() -> None:
    problems = Problems()
    header = tuple("换算值" if word == "数值" else word for word in HEADER)
    assert read_header(OBSERVATIONS, "a.csv", header, problems) is None
    (problem,) = problems.report().problems
    assert (problem.rule, problem.value) == ("missing_column", "value")


@pytest.mark.parametrize(
    "header",
    [
        ("产品名称", "10月", "1—10月", "同比"),
        ("全省10月主要产品产量",),
        ("a;b;c;d", ""),
        ("1", "2", "3"),
    ],
)
def test_a_header_most_of_which_does_not_fit_is_one_sentence(header: tuple[str, ...]) -> None:
    problems = Problems()
    assert read_header(OBSERVATIONS, "a.csv", header, problems) is None
    (problem,) = problems.report().problems
    assert (problem.rule, problem.row) == ("foreign_header", 1)
    assert problem.value == ", ".join(header)
    assert problem.details["missing_en"].startswith("indicator, region, period, value")
    assert problem.details["missing_zh"].startswith("指标、地区、时期、数值")


def test_a_download_is_like_the_table_that_it_was_made_from() -> None:
    chinese = (
        "指标", "名称", "地区代码", "地区", "时期", "原文数值", "原文单位", "换算值", "单位",
        "限定", "状态", "来源编号", "来源标题", "发布者", "发布日期", "网址",
        "中文备注", "英文备注",
    )  # fmt: skip
    assert max(SPECS, key=lambda spec: likeness(spec, chinese)) is OBSERVATIONS
    assert likeness(OBSERVATIONS, chinese) == 1
