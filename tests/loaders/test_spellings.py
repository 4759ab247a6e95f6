"""What may be written for a code, period or word of a list: a table of spellings, row by row."""

from pathlib import Path

import pytest

from indicators.vocabulary import MISSING
from loaders.check import check, check_folder
from loaders.folder import files, read_all
from loaders.numbers import number
from loaders.problems import Problems, remedy
from loaders.references import References
from loaders.signs import half_width
from loaders.spellings import periods, vocabulary
from loaders.tables import assemble
from store.schema import BY_NAME, CATALOGUE, SPECS
from tests.conftest import TINY, write
from wording.words import LANGUAGES, words

DATA = Path(__file__).resolve().parents[2] / "data"
COAL = "observations/coal.csv"


@pytest.fixture(scope="module")
def references() -> References:
    """Those of the published data."""
    found = files(DATA, Problems())
    tables = {}
    for name in (*CATALOGUE, "proposals"):
        table = assemble(BY_NAME[name], read_all(found[name], Problems()) or [], Problems())
        assert table
        tables[name] = table
    return References(tables)


@pytest.mark.parametrize(
    ("word", "period"),
    [
        ("2021年", "2021"),
        ("2021年度", "2021"),
        ("2021 年", "2021"),
        ("2021年全年", "2021"),
        ("2022年1—6月", "2022-06/ytd"),
        ("2022年1–6月", "2022-06/ytd"),
        ("2022年1-6月", "2022-06/ytd"),
        ("2022年1~6月", "2022-06/ytd"),
        ("2022年1至6月", "2022-06/ytd"),
        ("2022年1～6月累计", "2022-06/ytd"),
        ("2022年1-10月累计", "2022-10/ytd"),
        ("2022年1月—10月", "2022-10/ytd"),
        ("2022年10月累计", "2022-10/ytd"),
        ("2022年前10个月", "2022-10/ytd"),
        ("2021年上半年", "2021-H1"),
        ("2021年下半年", "2021-H2"),
        ("2021年一季度", "2021-Q1"),
        ("2021年第一季度", "2021-Q1"),
        ("2021年1季度", "2021-Q1"),
        ("2021年Q1", "2021-Q1"),
        ("2021年第4季度", "2021-Q4"),
        ("2021年前三季度", "2021-09/ytd"),
        ("2021年1-3季度", "2021-09/ytd"),
        ("2021年6月", "2021-06"),
        ("2021年6月份", "2021-06"),
        ("二〇二一年六月", "2021-06"),
        ("2021-6", "2021-06"),
        ("2021/6", "2021-06"),
        ("2021.6", "2021-06"),
        ("2021.10", "2021-10"),
        ("2021.01", "2021-01"),
        ("202106", "2021-06"),
        ("2021-6-3", "2021-06-03"),
        ("2021年6月30日", "2021-06-30"),
        ("2021/6/30", "2021-06-30"),
        ("2021-06-30 00:00:00", "2021-06-30"),
        ("2021H1", "2021-H1"),
        ("2021Q3", "2021-Q3"),
        ("2021-q3", "2021-Q3"),
        ("2022 1-6", "2022-06/ytd"),
        ("2022.1-6", "2022-06/ytd"),
        ("2022-1—6", "2022-06/ytd"),
        ("2022年1—6月（累计）", "2022-06/ytd"),
        ("2022年6月（当月）", "2022-06"),
        ("Jan-Jun 2022", "2022-06/ytd"),
        ("January to June 2022", "2022-06/ytd"),
        ("H1 2022", "2022-H1"),
        ("Q3 2022", "2022-Q3"),
        ("first half of 2022", "2022-H1"),
        ("June 2022", "2022-06"),
        ("Sept 2022", "2022-09"),
        ("2 August 2021", "2021-08-02"),
        ("\u200b２０２１年６月\ufeff", "2021-06"),
        ("2021\u00a0年6月", "2021-06"),
    ],
)
def test_a_period_is_understood(word: str, period: str) -> None:
    assert periods.canonical(word) == period
    assert not periods.is_end(word)


@pytest.mark.parametrize(
    "word",
    ["2021.1", "2021年13月", "2021年3—6月", "2021—2025年", "21年", "2021-02-30", "20216",
     "2021-", "Jun-22", "2021年第5季度", "上半年", "2021年累计", "2021.0", "20٢١年6月末", ""],
)  # fmt: skip
def test_what_is_no_period_or_may_be_two_stays_as_typed(word: str) -> None:
    assert periods.canonical(word) == word


@pytest.mark.parametrize(
    "word", ["2021年末", "2021年底", "2021年年底", "截至2021年末", "the end of 2021"]
)
def test_the_end_of_a_year_is_the_year_for_what_holds_at_a_moment(word: str) -> None:
    assert periods.is_end(word)
    assert periods.canonical(word) == "2021-12-31"
    assert periods.ending_with("2021-12-31") == "2021"
    assert periods.ending_with(periods.canonical("2021年6月末")) == "2021-06"


@pytest.mark.parametrize(
    "word",
    [
        "2021年6月末",
        "2021年6月底",
        "截至2021年6月",
        "截至2021年6月末",
        "2021年二季度末",
        "2021年上半年末",
    ],
)
def test_the_end_of_a_part_of_a_year_is_the_month_that_ends_then(word: str) -> None:
    assert periods.is_end(word)
    assert periods.ending_with(periods.canonical(word)) == "2021-06"


def test_no_flow_has_a_value_at_an_end_and_a_target_is_of_the_whole_year(tiny: Path) -> None:
    """A stock, a share: the period that ends then. A flow keeps the day, for a check to see."""
    lines = TINY[COAL].replace("520000,2022,12813", "520000,2022年末,12813")
    lines = lines.replace("520000,2022,67", "520000,2022年6月末,67")
    targets = TINY["targets/coal.csv"].replace("520000,2025", "520000,2025年底")
    write(tiny, {COAL: lines, "targets/coal.csv": targets})
    checked = _checked(tiny)
    assert checked["observations"][:4] == ["2022-12-31", "2023-H1", "2022", "2022-06"]
    assert checked["targets"] == ["2025"]


def _checked(folder: Path) -> dict[str, list[str]]:
    tables = check_folder(files(folder, Problems()), Problems()).tables
    return {name: tables[name].cells["period"].tolist() for name in ("observations", "targets")}


@pytest.mark.parametrize(
    ("table", "word", "code"),
    [
        ("regions", "520000", "520000"),
        ("regions", "贵州", "520000"),
        ("regions", "贵州省", "520000"),
        ("regions", "全省", "520000"),
        ("regions", "我省", "520000"),
        ("regions", "Guizhou Province", "520000"),
        ("regions", "贵阳市", "520100"),
        ("regions", "贵阳", "520100"),
        ("regions", "贵州省贵阳市", "520100"),
        ("regions", "Guiyang", "520100"),
        ("regions", "黔西南州", "522300"),
        ("regions", "黔西南", "522300"),
        ("regions", "黔西南布依族苗族自治州", "522300"),
        ("regions", "黔西南自治州", "522300"),
        ("regions", "Qianxinan Prefecture", "522300"),
        ("regions", "黔西", "520581"),
        ("regions", "凯里", "522601"),
        ("regions", "凯里市", "522601"),
        ("regions", "黔东南州凯里市", "522601"),
        ("regions", "威宁县", "520526"),
        ("regions", "威宁自治县", "520526"),
        ("regions", "毕节市威宁彝族回族苗族自治县", "520526"),
        ("regions", "六枝", "520203"),
        ("regions", "贵安新区", "520199"),
        ("regions", "gui’an new area", "520199"),
        ("regions", "贵\u200b阳 市", "520100"),
        ("indicators", "火电发电量", "coal.thermal_generation"),
        ("indicators", "火力发电量", "coal.thermal_generation"),
        ("indicators", "Thermal power generation", "coal.thermal_generation"),
        ("indicators", "水力发电量", "coal.hydro_generation"),
        ("indicators", "GDP", "economy.gdp"),
        ("indicators", "地区生产总值（GDP）", "economy.gdp"),
        ("indicators", "规上工业增加值增速", "economy.above_scale_iva_growth"),
        ("indicators", "西电东送（外送）电量", "coal.power_export"),
        ("indicators", "Coal.Raw_Coal_Output", "coal.raw_coal_output"),
        ("units", "Mt", "Mt"),
        ("units", "10 kt", "万吨"),
        ("units", "亿 千瓦小时", "亿千瓦小时"),
        ("sources", "《2023年全国分省原煤产量》", "bulletins-s40"),
        ("sources", "2023年全国分省原煤产量", "bulletins-s40"),
        ("bases", "能源", "coal"),
        ("bases", "新型综合能源基地", "coal"),
        ("bases", "Energy", "coal"),
    ],
)
def test_a_name_stands_for_its_code(
    references: References, table: str, word: str, code: str
) -> None:
    assert references.code(table, half_width(word)) == code


@pytest.mark.parametrize("word", ["sites", "ml", "gbps"])
def test_a_unit_of_two_meanings_is_none(references: References, word: str) -> None:
    """Units are told apart by large and small letters; an English word of two is ambiguous."""
    assert references.code("units", word) == word
    assert references.rule("units", word) in ("ambiguous_name", "unknown_unit")


@pytest.mark.parametrize(
    "word", ["全国", "中国", "全国平均", "全国平均水平", "China", "national average"]
)
def test_the_nation_is_refused_by_name(references: References, word: str) -> None:
    assert references.rule("regions", word) == "national_figure"


def test_two_places_beside_one_another_are_not_one_in_the_other(references: References) -> None:
    assert references.named("regions", "贵阳贵安") == ()
    assert references.named("regions", "贵阳市贵安新区") == ("520199",)


@pytest.mark.parametrize(
    ("table", "column", "word", "code"),
    [
        ("observations", "status", "实际数", "actual"),
        ("observations", "status", "初步数", "provisional"),
        ("observations", "status", "初步核算数", "provisional"),
        ("observations", "status", "修订数", "revised"),
        ("observations", "status", "Actual", "actual"),
        ("observations", "qualifier", "准确", "exact"),
        ("observations", "qualifier", "约", "about"),
        ("observations", "qualifier", "超", "over"),
        ("observations", "qualifier", "不足", "under"),
        ("targets", "comparator", "≥", ">="),
        ("targets", "comparator", "不低于", ">="),
        ("targets", "comparator", "≤", "<="),
        ("targets", "comparator", "不超过", "<="),
        ("targets", "comparator", "目标下限（≥）", ">="),
        ("targets", "kind", "规划目标", "plan"),
        ("targets", "kind", "Annual goal", "annual"),
        ("projects", "stage", "在建", "building"),
        ("projects", "stage", "Under construction", "building"),
        ("regions", "level", "市州", "prefecture"),
        ("sources", "kind", "统计部门", "statistics"),
        ("sources", "carrier", "转载", "reprint"),
        ("events", "kind", "会议", "meeting"),
    ],
)
def test_a_word_of_a_list_is_understood(table: str, column: str, word: str, code: str) -> None:
    names = vocabulary.names(table, column)
    assert names
    assert names.named(half_width(word)) == (code,)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_word_that_the_site_says_comes_back(lang: str) -> None:
    for spec in SPECS:
        for column in (column for column in spec.columns if column.words):
            names = vocabulary.names(spec.name, column.name)
            assert names
            head = vocabulary.HEADS[spec.name, column.name]
            for word in column.words:
                assert names.named(word) == (word,)
                if head and head != vocabulary.COMPARATOR:
                    assert names.named(words(lang)(f"{head}.{word}")) == (word,)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("—", "—"), ("–", "—"), ("——", "—"), ("…", "…"), ("⋯", "…"), ("……", "…"),
     ("-", "-"), ("－", "-"), ("..", ".."), ("x", "x"), ("X", "x"),
     ("无", "无"), ("暂无", "暂无"), ("", "")],
)  # fmt: skip
def test_the_sign_of_a_missing_value_is_kept(typed: str, kept: str) -> None:
    assert number(half_width(typed), may_miss=True) == (kept, "")
    assert not kept or kept in MISSING
    assert number(half_width(typed), may_miss=False)[1] in ("not_a_number", "")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("−1.3", "-1.3"),
        ("－1.3", "-1.3"),
        ("﹣1.3", "-1.3"),
        ("1\u200b2", "12"),
        ("\ufeff12.50", "12.50"),
    ],
)
def test_a_minus_of_its_own_kind_is_a_minus_and_unseen_signs_are_none(
    typed: str, printed: str
) -> None:
    assert number(half_width(typed), may_miss=True) == (printed, "")


@pytest.mark.parametrize("typed", ["△1.3", "(1.3)", "–1.3", "▲5"])
def test_signs_that_may_mean_several_things_are_no_minus(typed: str) -> None:
    assert number(half_width(typed), may_miss=True)[1] == "not_a_number"


def test_a_file_in_the_words_of_an_office_is_clean(tiny: Path) -> None:
    lines = (
        "指标,地区,时期,数值,单位,口径,状态,来源,备注\n"
        "原煤产量,贵州,2021年,13100,万吨,准确,实际数,《统计公报》,\n"
        "原煤产量,我省,2022年1—6月,6500,万吨,约,初步核算数,统计公报,\n"
        "Share,黔东南,2021年末,–,%,Exact,Actual,S1,\n"
    )
    write(tiny, {"observations/office.csv": lines})
    assert check([tiny], tiny).problems == ()


def test_a_date_at_an_end_is_on_no_certain_day(tiny: Path) -> None:
    dates = TINY["events.csv"].replace("2023-08-02", "2023年8月2日")
    stages = TINY["projects.csv"].replace("building,2023", "在建,2023年底")
    parents = TINY["regions.csv"].replace("county,522600", "县级,黔东南")
    write(tiny, {"events.csv": dates, "projects.csv": stages, "regions.csv": parents})
    problems = Problems()
    tables = check_folder(files(tiny, problems), problems).tables
    assert problems.report().problems == ()
    assert tables["events"].cells["date"].tolist() == ["2023-08-02"]
    assert tables["projects"].cells["year"].tolist() == ["2023"]
    assert tables["projects"].cells["stage"].tolist() == ["building"]
    assert tables["regions"].cells["parent"].tolist()[-1] == "522600"


def test_the_words_of_a_list_are_told_as_the_site_says_them(tiny: Path) -> None:
    write(tiny, {COAL: TINY[COAL].replace("1.1,吨,exact", "1.1,吨,quite")})
    (problem,) = check([tiny], tiny).problems
    assert remedy(problem, words("zh")) == (
        "可用：exact（准确）、about（约）、over（超）、under（不足）"
    )
    assert remedy(problem, words("en")).startswith("Use one of: exact (exact), about (about)")
