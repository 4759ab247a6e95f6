"""The four forms in which offices keep tables, and variants of each, give their rows."""

from pathlib import Path

import pytest

from loaders.adopting.command import adopt_command
from loaders.adopting.request import Request
from tests.support.foreign_tables import (
    ACROSS,
    BULLETIN,
    PORTAL,
    YEARS,
    Rows,
    adopted,
    brief,
    csv_file,
    folder,
    workbook,
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return folder(tmp_path / "data")


def test_a_year_a_column(data: Path, tmp_path: Path) -> None:
    file = workbook(tmp_path / "years.xlsx", YEARS, ("A1:E1",))
    assert brief(adopted(file, data)) == [
        ("gdp", "520000", "2021", "19458.9", "亿元", "actual"),
        ("gdp", "520000", "2022", "20010", "亿元", "actual"),
        ("gdp", "520000", "2023", "20913.25", "亿元", "provisional"),
        ("gdp", "520100", "2021", "4711.04", "亿元", "actual"),
        ("gdp", "520100", "2022", "4921.17", "亿元", "actual"),
        ("gdp", "520100", "2023", "5154.75", "亿元", "provisional"),
        ("gdp", "522300", "2021", "…", "亿元", "actual"),
        ("gdp", "522300", "2022", "1508.69", "亿元", "actual"),
        ("gdp", "522300", "2023", "1552.24", "亿元", "provisional"),
    ]


OF_OCTOBER = [
    ("power", "520000", "2025-10", "185.20", "亿千瓦时", "actual"),
    ("power_growth", "520000", "2025-10", "3.1", "%", "actual"),
    ("power", "520000", "2025-10/ytd", "2010.4", "亿千瓦时", "actual"),
    ("power_growth", "520000", "2025-10/ytd", "5.2", "%", "actual"),
    ("thermal", "520000", "2025-10", "120.5", "亿千瓦时", "actual"),
    ("thermal", "520000", "2025-10/ytd", "1402.7", "亿千瓦时", "actual"),
    ("hydro", "520000", "2025-10", "45.1", "亿千瓦时", "actual"),
    ("hydro_growth", "520000", "2025-10", "12.0", "%", "actual"),
    ("hydro", "520000", "2025-10/ytd", "431.9", "亿千瓦时", "actual"),
    ("hydro_growth", "520000", "2025-10/ytd", "9.6", "%", "actual"),
    ("metals", "520000", "2025-10", "17.3", "万吨", "actual"),
    ("metals", "520000", "2025-10/ytd", "172.8", "万吨", "actual"),
]


def columns(rows: Rows, *order: int) -> list[list[str]]:
    return [[row[at] for at in order] for row in rows]


def two_rows(rows: Rows) -> list[list[str]]:
    """The bulletin with its periods above its kinds."""
    title, _, *body = (list(row) for row in rows)
    upper = ["产品名称", "计量单位", "10月", "", "1—10月", ""]
    return [title, upper, ["", "", "绝对量", "同比（%）", "绝对量", "同比（%）"], *body]


IN_WORDS = ["产品名称", "计量单位", "本月", "同比增长（%）", "本月止累计", "累计增长（%）"]


@pytest.mark.parametrize(
    "rows",
    [
        BULLETIN,
        columns(BULLETIN, 0, 1, 4, 5, 2, 3),
        columns(BULLETIN, 1, 0, 2, 3, 4, 5),
        two_rows(BULLETIN),
        [BULLETIN[0], IN_WORDS, *BULLETIN[2:]],
        [
            BULLETIN[0],
            ["产品名称", "计量单位", "本月", "累计", "本月同比（%）", "累计同比（%）"],
            *columns(BULLETIN[2:], 0, 1, 2, 4, 3, 5),
        ],
    ],
    ids=["as published", "cumulated first", "unit first", "two rows", "in words", "growth last"],
)
def test_a_bulletin_of_a_month(data: Path, tmp_path: Path, rows: Rows) -> None:
    file = workbook(tmp_path / "bulletin.xlsx", rows)
    assert sorted(brief(adopted(file, data, region="贵州"))) == sorted(OF_OCTOBER)


def test_a_merged_head_of_two_rows(data: Path, tmp_path: Path) -> None:
    areas = ("A1:F1", "A2:A3", "B2:B3", "C2:D2", "E2:F2")
    file = workbook(tmp_path / "bulletin.xlsx", two_rows(BULLETIN), areas)
    assert brief(adopted(file, data, region="520000")) == OF_OCTOBER


OF_2023 = [
    ("gdp", "520100", "2023", "5154.75", "亿元", "actual"),
    ("industry_growth", "520100", "2023", "7.0", "%", "actual"),
    ("gdp", "520500", "2023", "2302.02", "亿元", "actual"),
    ("industry_growth", "520500", "2023", "-1.3", "%", "actual"),
    ("gdp", "522700", "2023", "1800.95", "亿元", "actual"),
    ("industry_growth", "522700", "2023", "—", "%", "actual"),
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_an_indicator_a_column(data: Path, tmp_path: Path, encoding: str) -> None:
    file = csv_file(tmp_path / "across.csv", ACROSS, encoding)
    assert brief(adopted(file, data)) == OF_2023


def test_a_region_a_column(data: Path, tmp_path: Path) -> None:
    rows = [
        ["2023年主要指标", "", "", ""],
        ["指标", "贵阳", "毕节", "黔南州"],
        ["地区生产总值（亿元）", "5,154.75", "2,302.02", "1,800.95"],
        ["规模以上工业增加值增速（%）", "7.0", "-1.3", "—"],
    ]
    file = csv_file(tmp_path / "regions.csv", rows)
    assert sorted(brief(adopted(file, data))) == sorted(OF_2023)


def test_an_indicator_and_its_growth_in_a_head_of_two_rows(data: Path, tmp_path: Path) -> None:
    rows = [
        ["地区", "地区生产总值", "", "常住人口（万人）"],
        ["", "总量（亿元）", "增速（%）", ""],
        ["贵阳市", "5154.75", "6.0", "640.26"],
        ["遵义市", "4601.56", "5.5", "659.24"],
    ]
    file = workbook(tmp_path / "two.xlsx", rows, ("A1:A2", "B1:C1", "D1:D2"))
    assert brief(adopted(file, data, period="2023年"))[:3] == [
        ("gdp", "520100", "2023", "5154.75", "亿元", "actual"),
        ("gdp_growth", "520100", "2023", "6.0", "%", "actual"),
        ("people", "520100", "2023", "640.26", "万人", "actual"),
    ]


def test_an_export_of_a_portal(data: Path, tmp_path: Path) -> None:
    file = csv_file(tmp_path / "portal.csv", PORTAL, "utf-8-sig")
    assert brief(adopted(file, data)) == [
        ("thermal", "520000", "2025-03", "131.9", "亿千瓦时", "actual"),
        ("thermal", "520000", "2024-12", "160.2", "亿千瓦时", "actual"),
        ("thermal", "520000", "2025-03/ytd", "402.6", "亿千瓦时", "actual"),
        ("thermal", "520000", "2025-02/ytd", "270.7", "亿千瓦时", "actual"),
        ("thermal", "520000", "2024-12/ytd", "1633.6", "亿千瓦时", "actual"),
    ]


POWER_OF_TWO_PLACES = [
    ("power", "520100", "2022", "10.5", "亿千瓦时", "actual"),
    ("power", "520100", "2023", "11.5", "亿千瓦时", "actual"),
    ("power", "520300", "2022", "20.5", "亿千瓦时", "actual"),
    ("power", "520300", "2023", "21.5", "亿千瓦时", "actual"),
]
IN_OTHER_FORMS: dict[str, Rows] = {
    "places above their rows": [
        ["指标", "2022年", "2023年"],
        ["贵阳市", "", ""],
        ["发电量（亿千瓦时）", "10.5", "11.5"],
        ["一、遵义市", "", ""],
        ["发电量（亿千瓦时）", "20.5", "21.5"],
    ],
    "indicators above their rows": [
        ["地区", "2022年", "2023年"],
        ["发电量（亿千瓦时）", "", ""],
        ["贵阳市", "10.5", "11.5"],
        ["遵义市", "20.5", "21.5"],
    ],
    "a place named once": [
        ["地区", "年份", "发电量（亿千瓦时）"],
        ["贵阳市", "2022", "10.5"],
        ["", "2023", "11.5"],
        ["遵义市", "2022", "20.5"],
        ["", "2023", "21.5"],
    ],
    "units in a row of their own": [
        ["地区", "年份", "发电量"],
        ["", "", "亿千瓦时"],
        ["贵阳市", "2022", "10.5"],
        ["贵阳市", "2023", "11.5"],
        ["遵义市", "2022", "20.5"],
        ["遵义市", "2023", "21.5"],
    ],
    "years above places": [
        ["指标", "贵阳市", "", "遵义市", ""],
        ["", "2022年", "2023年", "2022年", "2023年"],
        ["发电量（亿千瓦时）", "10.5", "11.5", "20.5", "21.5"],
    ],
    "indicators above years": [
        ["地区", "发电量（亿千瓦时）", "", "水泥产量（万吨）", "", "", ""],
        ["", "2022年", "2023年", "2020年", "2021年", "2022年", "2023年"],
        ["贵阳市", "10.5", "11.5", "", "", "", ""],
        ["遵义市", "20.5", "21.5", "", "", "", ""],
    ],
    "a footnote without a heading": [
        ["各市州发电量", "", ""],
        ["单位：亿千瓦时", "", ""],
        ["地区", "2022年", "2023年*"],
        ["贵阳市", "10.5", "11.5"],
        ["遵义市", "20.5", "21.5"],
        ["*按可比口径计算", "", ""],
    ],
    "one figure a row": [
        ["指标", "地区", "时间", "数值", "单位"],
        ["发电量", "贵阳市", "2022年", "10.5", "亿千瓦时"],
        ["发电量", "贵阳市", "2023年", "11.5", "亿千瓦时"],
        ["发电量", "遵义市", "2022年", "20.5", "亿千瓦时"],
        ["发电量", "遵义市", "2023年", "21.5", "亿千瓦时"],
    ],
    "two pages of paper": [
        ["地区", "2022年发电量（亿千瓦时）", "2023年发电量（亿千瓦时）"],
        ["贵阳市", "10.5", "11.5"],
        ["地区", "2022年发电量（亿千瓦时）", "2023年发电量（亿千瓦时）"],
        ["遵义市", "20.5", "21.5"],
    ],
    "several units in a line": [
        ["各市州发电量", "", ""],
        ["单位：亿元、亿千瓦时", "", ""],
        ["市（州）", "2022", "2023"],
        ["贵　阳", "10.5", "11.5"],
        ["遵　义", "20.5", "21.5"],
    ],
}


@pytest.mark.parametrize("form", IN_OTHER_FORMS)
def test_other_forms_of_the_same_figures(data: Path, tmp_path: Path, form: str) -> None:
    file = csv_file(tmp_path / "form.csv", IN_OTHER_FORMS[form])
    assert sorted(brief(adopted(file, data))) == POWER_OF_TWO_PLACES


def test_rows_below_an_unknown_heading_are_of_no_place(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [
        ["指标", "2022年"],
        ["贵阳市", ""],
        ["发电量（亿千瓦时）", "10.5"],
        ["省直管", ""],
        ["发电量（亿千瓦时）", "30.5"],
    ]
    file = csv_file(tmp_path / "form.csv", rows)
    assert adopt_command(Request(file, data, source="s3", save="form"), "en") == 0
    assert "The rows below “省直管”: the name is unknown" in capsys.readouterr().out
    assert adopt_command(Request(file, data), "en") == 1
    assert "“省直管” is unknown" in capsys.readouterr().out
    recipe = data / "recipes" / "form.toml"
    recipe.write_text(
        recipe.read_text("utf-8").replace("[regions]", '[regions]\n"省直管" = "520000"'),
        encoding="utf-8",
    )
    assert adopt_command(Request(file, data), "en") == 0


def test_growth_goes_where_what_grows_goes(data: Path, tmp_path: Path) -> None:
    rows = [
        ["地区", "年份", "发电量（亿千瓦时）", "同比（%）", "用电量（亿千瓦时）", "同比（%）"],
        ["贵阳市", "2022", "10.5", "1.5", "30.5", "2.5"],
    ]
    file = csv_file(tmp_path / "growth.csv", rows)
    assert [row[0] for row in brief(adopted(file, data))] == ["power", "power_growth"]


def test_a_growth_below_what_grows(data: Path, tmp_path: Path) -> None:
    rows = [
        ["指标", "单位", "2023年"],
        ["发电量", "亿千瓦时", "10.5"],
        ["  同比增长", "%", "1.5"],
        ["用电量", "亿千瓦时", "30.5"],
        ["  同比增长", "%", "2.5"],
    ]
    file = csv_file(tmp_path / "below.csv", rows)
    assert [row[0] for row in brief(adopted(file, data, region="贵州"))] == [
        "power",
        "power_growth",
    ]


def test_a_growth_below_a_cumulated_value_is_cumulated(data: Path, tmp_path: Path) -> None:
    rows = [
        ["指标", "单位", "2025年3月"],
        ["发电量累计值", "亿千瓦时", ""],
        ["  同比增长", "%", "1.5"],
    ]
    file = csv_file(tmp_path / "below.csv", rows)
    assert brief(adopted(file, data, region="贵州")) == [
        ("power_growth", "520000", "2025-03/ytd", "1.5", "%", "actual")
    ]


@pytest.mark.parametrize("columns_", [("2025年10月", "2024年10月"), ("2024年10月", "2025年10月")])
def test_growth_is_that_of_the_later_of_two_years(
    data: Path, tmp_path: Path, columns_: tuple[str, str]
) -> None:
    rows = [
        ["产品名称", "单位", *columns_, "同比±%"],
        ["发电量", "亿千瓦时", "185.2", "179.6", "3.1"],
    ]
    file = csv_file(tmp_path / "years.csv", rows)
    assert brief(adopted(file, data, region="贵州"))[-1][:4] == (
        "power_growth",
        "520000",
        "2025-10",
        "3.1",
    )


def test_a_title_names_a_rate_and_the_place(data: Path, tmp_path: Path) -> None:
    rows = [
        ["表3 2025年1-10月贵阳市规模以上工业增加值增速情况", "", ""],
        ["", "增速（%）", "比上年同期提高（个百分点）"],
        ["本期", "6.9", "0.3"],
    ]
    file = csv_file(tmp_path / "rate.csv", rows)
    assert brief(adopted(file, data)) == [
        ("industry_growth", "520100", "2025-10/ytd", "6.9", "%", "actual")
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [["地区", "2022年", "2023年（初步数）"], ["贵阳市", "10.5", "11.5"]],
        [["地区", "2022年", "2023年*"], ["贵阳市", "10.5", "11.5"], ["*为初步核算数", "", ""]],
        [["地区", "2022年", "2023年"], ["贵阳市", "10.5", "11.5*"], ["说明：*初步核算数", "", ""]],
    ],
    ids=["in the head", "below", "at a figure"],
)
def test_what_is_not_final_is_provisional(data: Path, tmp_path: Path, rows: Rows) -> None:
    titled = [["各市州发电量", "", ""], ["单位：亿千瓦时", "", ""], *rows]
    file = csv_file(tmp_path / "soft.csv", titled)
    assert [row[5] for row in brief(adopted(file, data))] == ["actual", "provisional"]


def test_a_title_may_say_that_all_is_provisional(data: Path, tmp_path: Path) -> None:
    rows = [["2023年各市州发电量（快报）", ""], ["地区", "发电量（亿千瓦时）"], ["贵阳市", "10.5"]]
    file = csv_file(tmp_path / "soft.csv", rows)
    assert [row[5] for row in brief(adopted(file, data))] == ["provisional"]


@pytest.mark.parametrize("title", ["2025年10月主要产品产量", "2025年10月主要产品销售量"])
def test_a_product_means_its_output_where_nothing_else_is_said(
    data: Path, tmp_path: Path, title: str
) -> None:
    rows = [
        [title, "", ""],
        ["产品名称", "单位", "10月"],
        ["发电量", "亿千瓦时", "1"],
        ["水泥", "万吨", "2"],
    ]
    file = csv_file(tmp_path / "products.csv", rows)
    found = [row[0] for row in brief(adopted(file, data, region="贵州"))]
    assert found == (["power", "cement"] if title.endswith("产量") else ["power"])
