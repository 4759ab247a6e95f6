"""CSV and its kin as offices and their programs write them: read, or refused in one sentence."""

from datetime import date
from pathlib import Path

import pytest

from loaders.check import check
from loaders.contents import ContentsError
from loaders.read import read
from tests.conftest import TINY

TODAY = date(2026, 6, 1)
COAL = "observations/coal.csv"
TABLE = TINY[COAL]
EVENTS = TINY["events.csv"]


def written(tiny: Path, content: str | bytes, name: str = COAL) -> Path:
    (tiny / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return tiny


def told(tiny: Path, content: str | bytes) -> list[tuple[str, int | None, str, str]]:
    problems = check([written(tiny, content)], tiny, TODAY).problems
    return [(p.rule, p.row, p.column, p.value) for p in problems]


def separated(sign: str, text: str = TABLE) -> str:
    return text.replace(",", sign)


READ = {
    "semicolon": separated(";"),
    "tab": separated("\t"),
    "Unicode text": separated("\t").encode("utf-16"),
    "sep=,": "sep=,\r\n" + TABLE,
    "sep=; with a mark": "\ufeffsep=;\n" + separated(";"),
    'quoted "sep=;"': '"sep=;"\n' + separated(";"),
    "SEP=tab": "SEP=\t\n" + separated("\t"),
    "an empty line": "\r\n" + TABLE,
    "lines of blanks and commas": "  \n,,,,\n\n" + TABLE,
    "empty lines behind sep=": "sep=;\n\n" + separated(";"),
    "more columns than words": TABLE.replace("\n", ",,\n"),
    "old line ends": TABLE.replace("\n", "\r"),
    "one line": TABLE.split("\n")[0],
}


@pytest.mark.parametrize("case", READ)
def test_it_is_read_without_a_word(tiny: Path, case: str):
    assert told(tiny, READ[case]) == []
    (sheet,) = read(tiny / COAL, COAL)
    rows = sheet.cells.astype(str).to_numpy().tolist()
    expected = [] if case == "one line" else [line.split(",") for line in TABLE.splitlines()[1:]]
    assert rows == expected


@pytest.mark.parametrize(
    ("above", "row"), [("\n", 3), ("sep=,\n", 3), ("标题,,\n\n单位：万吨\n", 5)]
)
def test_rows_are_counted_from_the_first_of_the_file(tiny: Path, above: str, row: int):
    errors = [t for t in told(tiny, above + TABLE.replace("12813", "many")) if t[0] != "title_rows"]
    assert errors == [("not_a_number", row, "value", "many")]
    short = TABLE.replace("12813,", "")
    errors = [t for t in told(tiny, above + short) if t[0] != "title_rows"]
    assert errors == [("row_length", row, "", "9")]


def test_an_unknown_column_is_told_in_the_row_of_the_header(tiny: Path):
    content = "\n\n" + TABLE.replace("note_en", "colour", 1)
    assert told(tiny, content) == [("unknown_column", 3, "colour", "colour")]


@pytest.mark.parametrize("header", [1, 2, 4])
def test_titles_above_the_header_are_one_warning(tiny: Path, header: int):
    titles = ["2022年贵州省原煤产量,,,,\n", "\n", "单位：万吨\n"][: header - 1]
    problems = check([written(tiny, "".join(titles) + TABLE)], tiny, TODAY).problems
    assert len(problems) == bool(titles)
    for problem in problems:
        assert (problem.rule, problem.row, problem.is_error) == ("title_rows", 1, False)
        assert problem.details["header"] == str(header)
        assert problem.details["rows"] == {2: "1", 4: "1, 3"}[header]


@pytest.mark.parametrize("sign", ["|", "，", "^"])
def test_a_separator_that_is_not_read_is_one_sentence(tiny: Path, sign: str):
    assert told(tiny, separated(sign)) == [("wrong_separator", 1, "", sign)]


def test_a_separator_that_is_told_is_believed(tiny: Path):
    assert told(tiny, "sep=|\n" + separated("|")) == [("wrong_separator", 1, "", "|")]


@pytest.mark.parametrize(
    "content",
    ["上半年,12813\n下半年,13000\n", "<html><table></table></html>", "\n\n\nx\n"],
)
def test_a_file_without_a_header_is_one_sentence(tiny: Path, content: str):
    assert told(tiny, content) == [("unknown_form", 1, "", "")]


def test_problems_of_other_files_are_told_all_the_same(tiny: Path):
    written(tiny, EVENTS.replace("coal", "cola"), "events.csv")
    assert [t[0] for t in told(tiny, separated("|"))] == ["unknown_base", "wrong_separator"]


@pytest.mark.parametrize("column", ["value", "note_zh", "region"])
@pytest.mark.parametrize(
    "word", ["#N/A", "#REF!", "#DIV/0!", "#NAME?", "#SPILL!", " #VALUE! ", "Err:502"]
)
def test_an_error_value_is_an_error_in_any_column(tiny: Path, column: str, word: str):
    header, first, *rest = TABLE.splitlines()
    cells = first.split(",")
    cells[header.split(",").index(column)] = word
    found = told(tiny, "\n".join([header, ",".join(cells), *rest]))
    assert found == [("error_value", 2, column, word)]


def test_a_note_may_have_a_number_sign(tiny: Path):
    assert told(tiny, TABLE.replace("上半年", "#1机组投产")) == []


def test_cells_without_a_header_are_named(tiny: Path):
    lines = TABLE.splitlines()
    wide = [lines[0] + ",", lines[1] + ",超出", *(line + "," for line in lines[2:])]
    (problem,) = check([written(tiny, "\n".join(wide))], tiny, TODAY).problems
    assert (problem.rule, problem.row, problem.value) == ("beyond_header", 2, "超出")
    assert problem.details["address"] == "K2"


def test_a_quote_that_stays_open_is_found_with_any_separator(tiny: Path):
    content = separated(";").replace("上半年", '"上半年')
    assert told(tiny, content) == [("open_quote", 3, "", "")]
    assert told(tiny, separated(";").replace("上半年", '"上;半"";年"')) == []


def test_a_text_that_calls_itself_a_workbook_is_read_as_text(tiny: Path):
    path = tiny / "observations" / "more.xls"
    path.write_bytes(separated("\t").encode("gb18030"))
    (sheet,) = read(path, "more.xls")
    assert len(sheet.cells) == len(TABLE.splitlines()) - 1
    path.write_bytes(b"\xff\xff\x81")
    with pytest.raises(ContentsError):
        read(path, "more.xls")
