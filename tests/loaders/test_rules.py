"""Each rule has a bad file that breaks that rule, at that row and column, and nothing else."""

from datetime import date
from pathlib import Path

import pytest

from loaders.check import check_folder
from loaders.folder import files
from loaders.load import check
from loaders.problems import Problems, place, remedy, sentence
from loaders.rules import RULES
from tests.conftest import TINY, write
from tests.support import workbook_cases
from wording.words import words

TODAY = date(2026, 6, 1)
COAL, TARGETS = "observations/coal.csv", "targets/coal.csv"
HEADER = TINY[COAL].split("\n")[0]


def bad(name: str, old: str, new: str) -> dict[str, bytes]:
    assert TINY[name].count(old) == 1, "the case must change one place"
    return {name: TINY[name].replace(old, new).encode()}


def more(name: str, line: str) -> dict[str, bytes]:
    return {name: (TINY[name] + line + "\n").encode()}


def more_columns(header: str, line: str) -> dict[str, bytes]:
    return {"observations/form.csv": f"{HEADER},{header}\n{line}\n".encode()}


def correction(line: str) -> dict[str, bytes]:
    head = "indicator,region,period,source,field,stated,corrected,reason_zh,reason_en,date"
    return {"corrections.csv": f"{head}\n{line}\n".encode()}


# id: files that are put in place (None: removed), file, row, column
CASES: dict[str, tuple[dict[str, bytes | None], str, int | None, str]] = {
    "missing_file": ({"events.csv": None}, "events.csv", None, ""),
    "two_files": ({"units.CSV": TINY["units.csv"].encode()}, "units.csv", None, ""),
    "unknown_form": ({"events.csv": "日期\n2023\n".encode()}, "events.csv", 1, ""),
    "wrong_separator": (
        {"events.csv": TINY["events.csv"].replace(",", "|").encode()},
        "events.csv",
        1,
        "",
    ),
    "empty_file": ({"events.csv": b" \r\n"}, "events.csv", None, ""),
    "nul_byte": (bad(COAL, "12813", "128\x0013"), COAL, 2, ""),
    "binary_file": ({"events.csv": b"PK\x03\x04rest"}, "events.csv", None, ""),
    "long_line": ({"events.csv": b"date\n" + b"9" * (3 << 20)}, "events.csv", 2, ""),
    "encoding": ({"events.csv": b"date\n\xff\xff\xff\n"}, "events.csv", None, ""),
    "open_quote": (bad(COAL, "上半年", '"上半年'), COAL, 3, ""),
    "missing_column": (
        {"events.csv": b"date,base,title_zh,title_en,kind,source\n"},
        "events.csv",
        1,
        "region",
    ),
    "unknown_column": ({COAL: HEADER.encode() + b",colour"}, COAL, 1, "colour"),
    "foreign_header": ({"events.csv": "日期,地区,产品名称,累计\n".encode()}, "events.csv", 1, ""),
    "extra_columns": ({COAL: HEADER.encode() + b",publisher"}, COAL, 1, ""),
    "name_differs": (
        {
            COAL: (
                f"{HEADER},region_name\ncoal.share,522600,2022,6,%,exact,actual,s1,,,贵州\n"
            ).encode()
        },
        COAL,
        2,
        "region",
    ),
    "converted_differs": (
        {COAL: (f"{HEADER},换算值\ncoal.share,522600,2022,6,%,exact,actual,s1,,,7\n").encode()},
        COAL,
        2,
        "value",
    ),
    "duplicate_column": ({COAL: HEADER.encode() + ",备注".encode()}, COAL, 1, "note_zh"),
    "row_length": (bad(COAL, "12813", "12,813"), COAL, 2, ""),
    "empty_cell": (bad(COAL, "12813,万吨", "12813,"), COAL, 2, "unit"),
    "unknown_indicator": (
        bad(COAL, "coal.output,522600", "coal.outptu,522600"),
        COAL,
        4,
        "indicator",
    ),
    "unknown_region": (bad(COAL, "coal.share,522600", "coal.share,622600"), COAL, 6, "region"),
    "unknown_unit": (bad(COAL, "12813,万吨", "12813,万顿"), COAL, 2, "unit"),
    "unknown_source": (bad(COAL, "actual,s2", "actual,s9"), COAL, 4, "source"),
    "unknown_base": (bad("events.csv", "coal", "cola"), "events.csv", 2, "base"),
    "unknown_proposal": (
        bad("proposals.csv", ",q1,s1", ",q7,s1"),
        "proposals.csv",
        3,
        "responds_to",
    ),
    "ambiguous_name": (
        {
            "indicators.csv": TINY["indicators.csv"].replace("占比", "产煤比重").encode()
            + "coal.part,coal,,,产煤 比重,Part,%,none,ratio,比重。,Part.\n".encode(),
            **bad(COAL, "coal.share,522600", "产煤比重,522600"),
        },
        COAL,
        6,
        "indicator",
    ),
    "national_figure": (bad(COAL, "coal.share,522600", "coal.share,全国"), COAL, 6, "region"),
    "unknown_word": (bad(TARGETS, ">=", ">"), TARGETS, 2, "comparator"),
    "bad_period": (bad(COAL, "2023-H1", "2023-H3"), COAL, 3, "period"),
    "ambiguous_month": (bad(COAL, "2023-H1", "2023.1"), COAL, 3, "period"),
    "bad_date": (bad("events.csv", "2023-08-02", "2023-02-30"), "events.csv", 2, "date"),
    "not_a_number": (bad(COAL, "12813", '"1,28"'), COAL, 2, "value"),
    "not_finite": (bad(COAL, "12813", "1e999"), COAL, 2, "value"),
    "not_positive": (bad("units.csv", ",50,", ",-50,"), "units.csv", 4, "factor"),
    "not_an_integer": (bad("bases.csv", "coal,1,", "coal,first,"), "bases.csv", 2, "order"),
    "percent_unit": (bad(COAL, "12813", "12813%"), COAL, 2, "value"),
    "unit_dimension": (bad(COAL, "12813,万吨", "12813,%"), COAL, 2, "unit"),
    "duplicate_key": (
        more(COAL, "coal.output,520000,2023-06/ytd,6500,万吨,exact,actual,s1,,"),
        COAL,
        7,
        "indicator",
    ),
    "future_actual": (
        more(COAL, "coal.output,520000,2026,12000,万吨,exact,actual,s1,,"),
        COAL,
        7,
        "period",
    ),
    "flow_of_a_day": (
        more(COAL, "coal.output,520000,2021-06-30,1000,万吨,exact,actual,s1,,"),
        COAL,
        7,
        "period",
    ),
    "unreadable_workbook": (
        {"events.csv": None, "events.xlsx": b"PK\x03\x04"},
        "events.xlsx",
        None,
        "",
    ),
    "not_read": ({"observations/2024/coal.csv": b"x"}, "observations/2024/coal.csv", None, ""),
    "unknown_file": ({"observation/coal.csv": b"x"}, "observation/coal.csv", None, ""),
    "unknown_parent": (
        bad("regions.csv", "county,522600", "county,522700"),
        "regions.csv",
        4,
        "parent",
    ),
    "share_range": (bad(COAL, "67", "167"), COAL, 5, "value"),
    "unit_slip": (
        more(
            COAL,
            "coal.output,520000,2021,13000,万吨,exact,actual,s1,,\n"
            "coal.output,520000,2020,1.2,万吨,exact,actual,s1,,",
        ),
        COAL,
        8,
        "value",
    ),
    "fraction_of_percent": (
        more(COAL, "coal.share,520000,2021,0.66,%,exact,actual,s1,,"),
        COAL,
        7,
        "value",
    ),
    "above_province": (bad(COAL, "1.1,吨", "12814,万吨"), COAL, 4, "value"),
    "stale_correction": (
        correction("coal.output,520000,2022,s1,value,12831,12813,x,x,2024-05-01"),
        "corrections.csv",
        2,
        "stated",
    ),
    "lost_correction": (
        correction("coal.output,520000,2021,s1,value,12813,12814,x,x,2024-05-01"),
        "corrections.csv",
        2,
        "indicator",
    ),
    "left_empty": (
        more_columns("去年同期（参考）", "coal.output,520000,2024,,万吨,exact,actual,s1,,,12813"),
        "observations/form.csv",
        None,
        "",
    ),
    "early_actual": (bad("sources.csv", "2023-01", "2022-01"), COAL, 4, "period"),
    "early_target": (bad(TARGETS, "2025", "2020"), TARGETS, 2, "period"),
} | workbook_cases.CASES


@pytest.mark.parametrize("rule", CASES)
def test_a_bad_file_breaks_its_rule_and_no_other(tiny: Path, rule: str):
    changed, file, row, column = CASES[rule]
    for name, content in changed.items():
        if content is None:
            (tiny / name).unlink()
        else:
            (tiny / name).parent.mkdir(exist_ok=True)
            (tiny / name).write_bytes(content)
    report = check([tiny], tiny, TODAY)
    assert [(p.rule, p.file, p.row, p.column) for p in report.problems] == [
        (rule, file, row, column)
    ]
    assert len(report.errors) == (RULES[rule] == "error")
    for language in ("zh", "en"):
        say = words(language)
        assert sentence(report.problems[0], say)
        assert remedy(report.problems[0], say)


@pytest.mark.parametrize(
    ("measure", "other", "is_again"),
    [
        ("stock", "2023-12-31", True),
        ("stock", "2023-Q4", True),
        ("count", "2023-12", True),
        ("stock", "2023-11-30", False),
        ("flow", "2023-12", False),  # one month of the year
        ("flow", "2023-12/ytd", True),
    ],
)
def test_one_time_told_twice_by_one_source_is_one_key(
    tiny: Path, measure: str, other: str, *, is_again: bool
) -> None:
    indicators = TINY["indicators.csv"].replace("万吨,up,flow", f"万吨,up,{measure}")
    (tiny / "indicators.csv").write_text(indicators, encoding="utf-8")
    rows = [f"coal.output,520000,{time},6,万吨,exact,actual,s1,,\n" for time in ("2023", other)]
    (tiny / COAL).write_text(HEADER + "\n" + "".join(rows), encoding="utf-8")
    problems = check([tiny], tiny, TODAY).problems
    assert [p.rule for p in problems] == ["duplicate_key"] * is_again


def test_a_single_file_like_no_form_is_named(tiny: Path):
    (tiny / "new.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    report = check([tiny / "new.csv"], tiny, TODAY)
    assert [(p.rule, p.file, p.row) for p in report.problems] == [("unknown_form", "new.csv", 1)]


def test_every_rule_has_a_case():
    assert {*CASES} == {*RULES}


def test_a_good_folder_has_no_problems(tiny: Path):
    assert check([tiny], tiny, TODAY).problems == ()


@pytest.mark.parametrize("name", list(TINY))
def test_a_good_single_file_has_no_problems(tiny: Path, name: str):
    assert check([tiny / name], tiny, TODAY).problems == ()


def test_a_file_from_elsewhere_is_checked_against_the_default_folder(tiny: Path, tmp_path: Path):
    line = "coal.outptu,520000,2022,1,万吨,exact,actual,s1,,\n"
    write(tmp_path / "inbox", {"june.csv": HEADER + "\n" + line})
    problems = check([tmp_path / "inbox" / "june.csv"], tiny, TODAY).problems
    assert [(p.file, p.row, p.rule) for p in problems] == [("june.csv", 2, "unknown_indicator")]
    assert problems[0].details["nearest"] == "coal.output"


def test_a_name_with_a_slip_suggests_the_code(tiny: Path):
    write(tiny, {COAL: TINY[COAL].replace("coal.share,522600", "coal.share,黔东南洲")})
    (problem,) = check([tiny], tiny, TODAY).problems
    assert (problem.rule, problem.details["nearest"]) == ("unknown_region", "522600")


def test_rows_are_numbered_as_a_spreadsheet_does(tiny: Path):
    # A line break inside quotes takes no row of a spreadsheet; an empty line takes one.
    lines = TINY[COAL].replace("上半年", '"上\n半\n年"').replace("1.1,吨", "w,吨")
    lines = lines.replace("\ncoal.share", "\n\ncoal.share").replace("—,%", "y,%")
    write(tiny, {COAL: lines})
    problems = check([tiny], tiny, TODAY).problems
    assert [(p.row, p.value) for p in problems] == [(4, "w"), (8, "y")]


def test_both_rows_of_a_duplicate_are_named(tiny: Path):
    write(tiny, {"observations/more.csv": "\n".join(TINY[COAL].split("\n")[:2])})
    (problem,) = check([tiny], tiny, TODAY).problems
    assert (problem.file, problem.row) == ("observations/more.csv", 2)
    assert (problem.details["file"], problem.details["row"]) == (COAL, "2")


def test_long_lists_are_cut_per_rule_with_a_count(tiny: Path):
    many = "".join(
        f"coal.output,520000,{year},n{year},万吨,exact,actual,s1,,\n" for year in range(1950, 2000)
    )
    write(tiny, {COAL: TINY[COAL] + many})
    report = check([tiny], tiny, TODAY)
    assert len(report.problems) == 20
    assert report.left_out == {"not_a_number": 30}


def test_one_word_in_many_rows_is_one_problem_that_counts_them(tiny: Path):
    """The count of a summary is that of causes, and a sentence says how many rows it is of."""
    rows = "".join(
        f"coal.output,520000,{year},n/a,万吨,exact,actual,s7,,\n" for year in range(1950, 2000)
    )
    write(tiny, {COAL: TINY[COAL] + rows, "observations/more.csv": f"{HEADER}\n{rows[:50]}\n"})
    report = check([tiny], tiny, TODAY)
    found = {p.rule: (p.file, p.row, p.rows, p.files) for p in report.problems}
    first = (COAL, 7, 51, 2)
    assert found["unknown_source"] == first
    assert found["not_a_number"] == first
    assert report.left_out == {}
    source = next(p for p in report.problems if p.rule == "unknown_source")
    assert place(source, words("zh")).startswith(f"{COAL}，第 7 行等共 51 行（2 个文件）")


def test_units_that_do_not_convert_are_one_problem_for_each_pair(tiny: Path):
    rows = "".join(
        f"coal.output,520000,{year},1,%,exact,actual,s1,,\n" for year in range(2000, 2009)
    )
    other = "coal.share,520000,2010,1,吨,exact,actual,s1,,\n"
    write(tiny, {COAL: TINY[COAL] + rows + other})
    problems = [p for p in check([tiny], tiny, TODAY).problems if p.rule == "unit_dimension"]
    assert [(p.row, p.rows, p.value) for p in problems] == [(7, 9, "%"), (16, 1, "吨")]


def test_a_column_is_called_as_in_the_file(tiny: Path):
    """The clerk looks for it by the word above it; the data's own name stays with the problem."""
    chinese = "指标,市州,报告期,数值,单位,口径,状态,来源,备注"
    line = "coal.output,黔南,2022,1,万吨,准确,实际数,s1,"
    write(tiny, {COAL: TINY[COAL], "observations/more.csv": f"{chinese}\n{line}\n"})
    (problem,) = check([tiny], tiny, TODAY).problems
    assert problem.column == "region"
    assert place(problem, words("zh")) == "observations/more.csv，第 2 行，市州 列"


def test_an_unreadable_catalogue_makes_nothing_unknown(tiny: Path):
    write(tiny, {"bases.csv": TINY["bases.csv"].replace("能源基地", "能源,基地")})
    problems = Problems()
    check_folder(files(tiny, problems), problems, TODAY)
    assert [problem.rule for problem in problems.report().problems] == ["row_length"]
