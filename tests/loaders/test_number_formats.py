"""What a number shows in the formats of offices, and what is said where it shows less."""

import pytest

from loaders.reading.number_formats import BUILT_IN
from loaders.reading.shown import Shown, shown

ACCOUNTING = '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '
WHOLE = [  # the number, its format, what is read
    (0.153, "0.0%", "15.3%"),
    (1, "0%", "100%"),
    (-0.153, "0.0%;-0.0%", "-15.3%"),
    (12.5, "General", "12.5"),
    (0.1 + 0.2, "General", "0.3"),
    (12.5, "G/通用格式", "12.5"),
    (12.5, "@", "12.5"),
    (12.5, "0.00", "12.50"),
    (12.5, "#.##", "12.5"),
    (12, "#.##", "12"),
    (0.5, "#.00", ".50"),
    (1234567.5, "#,##0.00", "1234567.50"),
    (1234.5, ACCOUNTING, "1234.50"),
    (-1234.5, ACCOUNTING, "-1234.50"),
    (1234, "000000", "001234"),
    (12.5, "0.0_ ", "12.5"),
    (-12, "#,##0_);(#,##0)", "-12"),
    (-12, "#,##0_);[Red]\\(#,##0\\)", "-12"),
    (-12.5, "0.00;[Red]0.00", "-12.50"),  # red alone says that it is negative
    (-3, "0;△0", "-3"),
    (-3, "General;-General", "-3"),
    (12, "[Color 5][DBNum1]0", "12"),
    (5, "[<10]0.0;0", "5.0"),
    (123000, "0.00E+00", "1.23E+5"),
    (0.5, "# ?/?", "0.5"),
    (12.5, '0.0"万吨"', "12.5万吨"),
    (1234.5, '"¥"#,##0.0', "¥1234.5"),
    (44713, "yyyy-mm", "2022-06"),
    (44743, "mmm-yy", "2022-07"),
    (44713, "mmmm yyyy", "2022-06"),
    (44713, 'yyyy"年"m"月"', "2022-06"),
    (44713, '[$-804]yyyy"年"m"月";@', "2022-06"),
    (44713, '[DBNum1][$-804]e"年"m"月"', "2022-06"),
    (44713, "yyyy", "2022"),
    (44742, "yyyy/m/d", "2022-06-30"),
    (44742.75, "yyyy/m/d h:mm", "2022-06-30"),
    (44742, 'm"月"d"日"', "6月30日"),  # no year is shown, so none is read
    (44742, 'm"月"', "6月"),
    (44742.5, "h:mm", "12:00:00"),
    (1.5, "[h]:mm:ss", "36:00:00"),
    (1, "yyyy-mm-dd", "1900-01-01"),
    (59, "yyyy-mm-dd", "1900-02-28"),
    (61, "yyyy-mm-dd", "1900-03-01"),
]
LESS = [  # the number, its format, what is read instead
    (12.345, "0.00", "12.35"),
    (2.675, "0.00", "2.68"),  # halves go up, as a spreadsheet rounds
    (0.1534, "0.0%", "15.3%"),
    (-0.001, "0.0", "0.0"),
    (12345678, "#,##0,", "12346"),
    (12345678, "0.0,,", "12.3"),
    (123456, "0\\.0000", "12.3456"),
    (123456, '0!.0,"万"', "12.3万"),
    (0, ACCOUNTING, "-"),
    (0, "0;-0;", ""),
    (5, ";;;", ""),
    (123456, "0.00E+00", "1.23E+5"),
]


@pytest.mark.parametrize(("number", "code", "text"), WHOLE)
def test_a_number_is_read_as_its_format_shows_it(number: float, code: str, text: str):
    assert shown(float(number), code) == Shown(text)


@pytest.mark.parametrize(("number", "code", "text"), LESS)
def test_what_a_format_leaves_out_is_kept_to_be_told(number: float, code: str, text: str):
    assert shown(float(number), code) == Shown(text, str(number))


def test_a_workbook_may_count_its_days_from_1904():
    assert shown(43281.0, "yyyy-mm-dd", since_1904=True) == Shown("2022-07-01")


@pytest.mark.parametrize(
    ("number", "text"), [(27, "2022-06"), (31, "2022-06-30"), (57, "2022-06"), (58, "6月30日")]
)
def test_the_formats_built_into_a_chinese_excel_are_known(number: int, text: str):
    assert shown(44742.0, BUILT_IN[number]).text == text
