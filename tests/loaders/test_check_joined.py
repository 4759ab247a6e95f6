"""Files are judged within the data that they will join, and beside one another."""

from datetime import date
from pathlib import Path

from loaders.check import check
from loaders.problems import Problem
from tests.support.tiny_folder import TINY, write

TODAY = date(2026, 6, 1)
COAL = "observations/coal.csv"
HEAD, *ROWS = TINY[COAL].splitlines(keepends=True)


def figure(indicator: str, region: str, period: str, value: str, unit: str, source: str) -> str:
    return f"{indicator},{region},{period},{value},{unit},exact,actual,{source},,\n"


OUTPUT = figure("coal.output", "520000", "2022", "12813", "万吨", "s1")
SOURCE = (
    TINY["sources.csv"].splitlines()[0] + "\ns3,年报,统计局,Bureau,2025,,statistics,original,,,\n"
)


def found(tiny: Path, files: dict[str, str], today: date = TODAY) -> list[Problem]:
    """The problems of files that lie outside the data folder."""
    desk = write(tiny.parent / "desk", files)
    return list(check([desk / name for name in files], tiny, today).problems)


def rules(problems: list[Problem]) -> list[tuple[str, int | None, str]]:
    return [(p.file, p.row, p.rule) for p in problems]


def test_a_row_that_the_folder_has_is_named_with_its_file(tiny: Path) -> None:
    (problem,) = found(tiny, {"new.csv": HEAD + OUTPUT})
    assert (problem.file, problem.row, problem.rule) == ("new.csv", 2, "duplicate_key")
    assert (problem.details["file"], problem.details["row"]) == (COAL, "2")


def test_a_row_that_two_files_have_is_named(tiny: Path) -> None:
    more = HEAD + figure("coal.output", "520000", "2021", "12000", "万吨", "s1")
    assert rules(found(tiny, {"one.csv": more, "two.csv": more})) == [
        ("two.csv", 2, "duplicate_key")
    ]


def test_a_file_stands_for_the_one_of_its_name(tiny: Path) -> None:
    assert found(tiny, {"coal.csv": TINY[COAL]}) == []
    (problem,) = found(tiny, {"other.csv": TINY[COAL].replace("12813", "12814")})[:1]
    assert problem.rule == "duplicate_key"


def test_a_new_source_in_the_second_file_is_known_to_the_first(tiny: Path) -> None:
    figures = HEAD + figure("coal.output", "520000", "2021", "12000", "万吨", "s3")
    assert rules(found(tiny, {"figures.csv": figures})) == [("figures.csv", 2, "unknown_source")]
    assert found(tiny, {"figures.csv": figures, "new_sources.csv": SOURCE}) == []


def test_the_row_that_is_new_is_the_slip(tiny: Path) -> None:
    write(tiny, {COAL: HEAD + figure("coal.output", "520000", "2022", "630", "万吨", "s1")})
    slip = HEAD + figure("coal.output", "520000", "2023", "6300000", "万吨", "s1")
    (problem,) = found(tiny, {"slip.csv": slip})
    assert (problem.rule, problem.value) == ("unit_slip", "6300000")


def test_what_the_file_itself_held_before_is_no_slip(tiny: Path) -> None:
    before = figure("coal.output", "520000", "2022", "630", "万吨", "s1")
    write(tiny, {COAL: HEAD + before})
    slip = figure("coal.output", "520000", "2023", "6300000", "万吨", "s1")
    (problem,) = found(tiny, {"coal.csv": HEAD + before + slip})
    assert (problem.file, problem.row, problem.rule) == ("coal.csv", 3, "unit_slip")


def test_a_file_alone_cannot_tell_which_of_two_is_the_slip(tiny: Path) -> None:
    both = [figure("coal.output", "520000", y, v, "万吨", "s1")
            for y, v in (("2022", "630"), ("2023", "6300000"))]  # fmt: skip
    write(tiny, {COAL: HEAD + "".join(both)})
    report = check([tiny], tiny, TODAY)
    assert [p.value for p in report.problems] == ["630", "6300000"]


def test_a_prefecture_above_the_province_of_another_file(tiny: Path) -> None:
    above = HEAD + figure("coal.output", "522600", "2022", "20000", "万吨", "s1")
    problems = found(tiny, {"qdn.csv": above})
    assert [p.rule for p in problems if p.rule != "unit_slip"] == ["above_province"]
    assert {p.file for p in problems} == {"qdn.csv"}


def test_problems_of_the_rest_of_the_folder_are_not_repeated(tiny: Path) -> None:
    wrong = "".join(
        figure("coal.nothing", "520000", str(y), "1", "顿", "s9") for y in range(1950, 2020)
    )
    write(tiny, {"observations/wrong.csv": HEAD + wrong, "events.csv": "strange\n1\n"})
    write(tiny, {"observations/broken.csv": "\0"})
    assert rules(found(tiny, {"new.csv": HEAD + OUTPUT.replace(",12813,", ",many,")})) == [
        ("new.csv", 2, "duplicate_key"), ("new.csv", 2, "not_a_number"),
    ]  # fmt: skip


def test_two_files_of_one_name_are_told_apart(tiny: Path) -> None:
    bad = HEAD + OUTPUT.replace("coal.output", "coal.outptu").replace("2022", "2021")
    desk = write(tiny.parent / "desk", {"a/new.csv": bad, "b/new.csv": bad})
    report = check([desk / "a/new.csv", desk / "b/new.csv"], tiny, TODAY)
    assert {p.file for p in report.problems} <= {
        (desk / "a/new.csv").as_posix(), (desk / "b/new.csv").as_posix(),
    }  # fmt: skip
    assert report.errors


def test_a_file_that_is_not_there_is_named_and_the_others_are_judged(tiny: Path) -> None:
    desk = write(tiny.parent / "desk", {"new.csv": HEAD + OUTPUT})
    report = check([desk / "new.csv", desk / "nothing.csv"], tiny, TODAY)
    assert sorted(p.rule for p in report.errors) == ["duplicate_key", "missing_file"]


def test_a_file_without_rows_joins_nothing(tiny: Path) -> None:
    write(tiny, {"observations/later.csv": HEAD})
    assert check([tiny], tiny, TODAY).problems == ()
    assert found(tiny, {"new.csv": HEAD}) == []
