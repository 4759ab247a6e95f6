"""A stored recipe reads the next file of its form, and lets nothing vanish."""

import shutil
from pathlib import Path

import pytest

from loaders.adopting.command import adopt_command
from loaders.adopting.findings import KINDS
from loaders.adopting.recipe import RecipeError, read
from loaders.adopting.request import Request
from tests.support.foreign_tables import (
    BULLETIN,
    PORTAL,
    YEARS,
    Rows,
    adopted,
    brief,
    csv_file,
    folder,
    workbook,
    written,
)
from wording.words import words

Output = pytest.CaptureFixture[str]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return folder(tmp_path / "empty")


@pytest.fixture(scope="module")
def with_recipes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the recipes of bulletins and of tables with a column a year."""
    path = tmp_path_factory.mktemp("recipes")
    data = folder(path / "data")
    adopted(csv_file(path / "october.csv", BULLETIN), data, region="贵州", save="products")
    adopted(csv_file(path / "2023.csv", YEARS), data, save="years")
    return data


@pytest.fixture
def bulletins(with_recipes: Path, tmp_path: Path) -> Path:
    """A folder like it of one's own, of which one recipe fits bulletins, and one years."""
    return Path(shutil.copytree(with_recipes, tmp_path / "data"))


def november(*more: list[str], title: str = "2025年11月规模以上工业主要产品产量") -> Rows:
    head = ["产品名称", "计量单位", "11月", "同比（%）", "1—11月", "同比（%）"]
    power = ["发电量", "亿千瓦时", "190.5", "2.0", "2200.9", "5.0"]
    return [
        [title, "", "", "", "", ""],
        head,
        power,
        *more,
        ["注：1.“#”表示其中。", "", "", "", "", ""],
    ]


def adopt(file: Path, data: Path, **asked: str) -> int:
    return adopt_command(Request(file, data, **asked), "en")


def test_the_next_month_is_one_command(bulletins: Path, tmp_path: Path, capsys: Output) -> None:
    file = csv_file(tmp_path / "november.csv", november(), "gb18030")
    assert adopt(file, bulletins) == 0
    assert brief(written(bulletins / "observations" / "november.csv")) == [
        ("power", "520000", "2025-11", "190.5", "亿千瓦时", "actual"),
        ("power_growth", "520000", "2025-11", "2.0", "%", "actual"),
        ("power", "520000", "2025-11/ytd", "2200.9", "亿千瓦时", "actual"),
        ("power_growth", "520000", "2025-11/ytd", "5.0", "%", "actual"),
    ]
    assert "products.toml: 4 rows" in capsys.readouterr().out


def test_january_and_february_have_no_month_of_their_own(bulletins: Path, tmp_path: Path) -> None:
    rows = [
        ["2026年1—2月规模以上工业主要产品产量", "", "", ""],
        ["产品名称", "计量单位", "1—2月", "同比（%）"],
        ["水力发电量", "亿千瓦时", "60.5", "-2.0"],
    ]
    file = csv_file(tmp_path / "february.csv", rows)
    assert adopt(file, bulletins) == 0
    assert brief(written(bulletins / "observations" / "february.csv")) == [
        ("hydro", "520000", "2026-02/ytd", "60.5", "亿千瓦时", "actual"),
        ("hydro_growth", "520000", "2026-02/ytd", "-2.0", "%", "actual"),
    ]


def test_an_unknown_product_is_an_error(bulletins: Path, tmp_path: Path, capsys: Output) -> None:
    file = csv_file(tmp_path / "november.csv", november(["水泥", "万吨", "5", "1", "50", "2"]))
    assert adopt(file, bulletins) == 1
    assert not (bulletins / "observations" / "november.csv").exists()
    assert "row 4: The recipe products does not know the name “水泥”" in capsys.readouterr().out


def test_what_the_recipe_leaves_out_is_said(
    bulletins: Path, tmp_path: Path, capsys: Output
) -> None:
    recipe = bulletins / "recipes" / "products.toml"
    recipe.write_text('not_taken = ["水泥"]\n' + recipe.read_text("utf-8"), encoding="utf-8")
    file = csv_file(tmp_path / "november.csv", november(["水泥", "万吨", "5", "1", "50", "2"]))
    capsys.readouterr()
    assert adopt(file, bulletins) == 0
    left = capsys.readouterr().out.partition("Not taken:\n")[2]
    assert "november.csv, row 5: The note ““#”表示其中”" in left
    assert "november.csv, row 4: “水泥”, as the recipe says" in left


def test_an_unknown_column_is_an_error(bulletins: Path, tmp_path: Path, capsys: Output) -> None:
    rows = [[*row, more] for row, more in zip(november(), ("", "上年同期", "186", ""), strict=True)]
    assert adopt(csv_file(tmp_path / "november.csv", rows), bulletins) == 1
    assert (
        "column 上年同期: The recipe products does not speak of this column"
        in capsys.readouterr().out
    )


def test_another_title_is_another_form(bulletins: Path, tmp_path: Path, capsys: Output) -> None:
    file = csv_file(tmp_path / "november.csv", november(title="2025年11月主要工业品价格"))
    assert adopt(file, bulletins, source="s3") == 1
    out = capsys.readouterr().out
    assert "The recipe products has these columns, but “2025年11月主要工业品价格”" in out
    assert adopt(file, bulletins, recipe="products") == 1
    assert "is like no line of the recipe products" in capsys.readouterr().out


def test_a_title_of_another_month_is_told(bulletins: Path, tmp_path: Path, capsys: Output) -> None:
    file = csv_file(tmp_path / "november.csv", november(title="2025年10月规模以上工业主要产品产量"))
    assert adopt(file, bulletins) == 1
    assert "2025-11 is after 2025-10, which the title says" in capsys.readouterr().out
    late = csv_file(tmp_path / "late.csv", november(title="2025年12月规模以上工业主要产品产量"))
    assert adopt(late, bulletins) == 0
    expected = "Warning: late.csv: The title says 2025-12, and the latest figure is of 2025-11"
    assert expected in capsys.readouterr().out


def test_of_several_recipes_one_is_asked_for(
    bulletins: Path, tmp_path: Path, capsys: Output
) -> None:
    recipes = bulletins / "recipes"
    (recipes / "again.toml").write_bytes((recipes / "products.toml").read_bytes())
    file = csv_file(tmp_path / "november.csv", november())
    assert adopt(file, bulletins) == 2
    assert "Several recipes fit this table: again, products" in capsys.readouterr().err
    assert adopt(file, bulletins, recipe="again") == 0
    assert adopt(file, bulletins, recipe="none") == 2


def test_no_other_file_is_overwritten(bulletins: Path, tmp_path: Path, capsys: Output) -> None:
    file = csv_file(tmp_path / "coal.csv", november())
    before = (bulletins / "observations" / "coal.csv").read_bytes()
    assert adopt(file, bulletins) == 1
    assert (bulletins / "observations" / "coal.csv").read_bytes() == before
    assert "is there already and was not overwritten" in capsys.readouterr().err
    out = tmp_path / "elsewhere.csv"
    assert adopt_command(Request(file, bulletins, out=out), "en") == 0
    assert adopt_command(Request(file, bulletins, out=out), "en") == 0
    assert "holds these very rows already" in capsys.readouterr().out
    assert adopt_command(Request(file, bulletins, replace=True), "en") == 0
    assert len(written(bulletins / "observations" / "coal.csv")) == 4


def test_a_problem_of_a_row_names_the_cell_that_it_came_from(
    bulletins: Path, tmp_path: Path, capsys: Output
) -> None:
    rows = november(["十种有色金属", "亿千瓦时", "17", "", "172", ""])
    assert adopt(csv_file(tmp_path / "november.csv", rows), bulletins) == 1
    out = capsys.readouterr().out
    assert "november.csv, row 4 and others, 2 in all, column 11月" in out
    assert "[unit_dimension]" in out


def test_the_rows_are_checked_within_the_data_that_they_join(
    bulletins: Path, tmp_path: Path, capsys: Output
) -> None:
    file = csv_file(tmp_path / "november.csv", november())
    assert adopt(file, bulletins) == 0
    rows = november()
    rows[2] = ["发电量", "亿千瓦时", "190.6", "2.0", "2200.9", "5.0"]
    other = csv_file(tmp_path / "other.csv", rows)
    capsys.readouterr()
    assert adopt(other, bulletins) == 1
    out = capsys.readouterr().out
    assert "other.csv, row 3, column 11月" in out
    assert "observations/november.csv" in out
    assert not (bulletins / "observations" / "other.csv").exists()


def test_what_the_data_say_already_is_not_written_again(
    data: Path, tmp_path: Path, capsys: Output
) -> None:
    march = adopted(csv_file(tmp_path / "march.csv", PORTAL), data, save="portal")
    more = ("2025年4月", "140.1", "542.70", "3.9")
    next_month = [list(row) for row in PORTAL]
    for row, cell in zip(next_month[2:], more, strict=False):
        row.insert(1, cell)
    capsys.readouterr()
    assert adopt(csv_file(tmp_path / "april.csv", next_month), data) == 0
    april = written(data / "observations" / "april.csv")
    assert [(row["period"], row["value"]) for row in april] == [
        ("2025-04", "140.1"),
        ("2025-04/ytd", "542.70"),
    ]
    assert f"{len(march)} rows that observations/march.csv says already" in capsys.readouterr().out
    assert adopt(csv_file(tmp_path / "again.csv", next_month), data) == 0
    assert "nothing was written" in capsys.readouterr().out
    assert not (data / "observations" / "again.csv").exists()


def test_a_recipe_may_be_made_of_a_table_that_is_in_the_data_already(
    bulletins: Path, tmp_path: Path
) -> None:
    file = csv_file(tmp_path / "again.csv", BULLETIN)
    assert adopt(file, bulletins, source="s3", region="贵州", save="again") == 0
    assert (bulletins / "recipes" / "again.toml").exists()


def test_what_is_given_must_be_known(data: Path, tmp_path: Path, capsys: Output) -> None:
    file = csv_file(tmp_path / "october.csv", BULLETIN)
    assert adopt(file, data, source="s9", region="贵洲", status="final", indicator="煤") == 1
    out = capsys.readouterr().out
    for sentence in (
        "There is no region “贵洲”",
        "There is no indicator “煤”",
        "There is no status “final”",
        "There is no source “s9” in sources.csv",
    ):
        assert sentence in out


def test_a_region_that_the_table_does_not_need_is_worth_a_look(
    data: Path, tmp_path: Path, capsys: Output
) -> None:
    file = workbook(tmp_path / "years.xlsx", YEARS)
    assert adopt(file, data, source="s3", region="毕节") == 0
    assert "“毕节市” was not used" in capsys.readouterr().out


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_finding_has_its_sentence(lang: str) -> None:
    holes = ("hint", "title", "recipe", "says", "text", "first", "other", "head", "latest",
             "count")  # fmt: skip
    for kind in KINDS:
        details = dict.fromkeys(("value", "column", *holes), "x")
        assert words(lang)(f"adopt.found.{kind}", **details)


def test_a_table_of_the_whole_country_is_refused(
    bulletins: Path, tmp_path: Path, capsys: Output
) -> None:
    file = csv_file(tmp_path / "november.csv", november(title="2025年11月全国工业主要产品产量"))
    assert adopt(file, bulletins, source="s3", region="贵州") == 1
    assert "is of the whole country" in capsys.readouterr().out


def test_a_file_in_the_form_of_the_data_needs_no_recipe(bulletins: Path, capsys: Output) -> None:
    assert adopt(bulletins / "observations" / "october.csv", bulletins) == 1
    assert "has the form of the data already" in capsys.readouterr().out


def test_a_unit_that_is_nowhere_is_asked_for_once(
    data: Path, tmp_path: Path, capsys: Output
) -> None:
    rows = [["地区", "2022年发电量", "2023年发电量"], ["贵阳市", "1", "2"], ["遵义市", "3", "4"]]
    file = csv_file(tmp_path / "units.csv", rows)
    assert adopt(file, data, source="s3") == 1
    assert capsys.readouterr().out.count("does not say its unit") == 2
    assert adopt(file, data, source="s3", unit="亿千瓦时") == 0


def test_a_key_of_the_recipe_must_be_in_the_catalogue(
    bulletins: Path, tmp_path: Path, capsys: Output
) -> None:
    recipe = bulletins / "recipes" / "products.toml"
    text = recipe.read_text("utf-8").replace('"hydro"', '"hydroo"')
    recipe.write_text(text, encoding="utf-8")
    assert adopt(csv_file(tmp_path / "november.csv", november()), bulletins) == 1
    assert "“hydroo” in the recipe products is not in the catalogue" in capsys.readouterr().out


CASES: dict[str, tuple[list[str], str]] = {
    "not_a_number": (["水力发电量", "亿千瓦时", "5O.1", "1", "50", "2"], "“5O.1” is not a number"),
    "unknown_unit": (["水力发电量", "亿度电", "5", "1", "50", "2"], "There is no unit “亿度电”"),
    "two_units": (["水力发电量（%）", "亿千瓦时", "5", "1", "50", "2"], "two different units"),
    "no_unit": (["水力发电量", "", "5", "1", "50", "2"], "It does not say its unit"),
    "percent_unit": (["水力发电量", "亿千瓦时", "5%", "1", "50", "2"], "“5%” has a percent sign"),
    "no_name": (["", "亿千瓦时", "5", "1", "50", "2"], "does not say of what (indicator)"),
    "unknown_mark": (["水力发电量", "亿千瓦时", "5①", "1", "50", "2"], "what the mark “①” means"),
    "differs": (["发电量", "亿千瓦时", "5", "1", "50", "2"], "190.5 there, 5 here"),
}


@pytest.mark.parametrize("kind", CASES)
def test_what_hinders_is_named_and_nothing_is_written(
    bulletins: Path, tmp_path: Path, capsys: Output, kind: str
) -> None:
    row, sentence = CASES[kind]
    assert adopt(csv_file(tmp_path / "november.csv", november(row)), bulletins) == 1
    assert sentence in capsys.readouterr().out
    assert not (bulletins / "observations" / "november.csv").exists()


def test_figures_below_the_end_are_an_error(
    bulletins: Path, tmp_path: Path, capsys: Output
) -> None:
    rows = [*november(), ["水力发电量", "亿千瓦时", "5", "1", "50", "2"]]
    assert adopt(csv_file(tmp_path / "november.csv", rows), bulletins) == 1
    assert "row 5" in capsys.readouterr().out


def of_2024(note: str, mark: str = "①") -> Rows:
    return [
        ["各市（州）地区生产总值", "", ""],
        ["单位：亿元", "", ""],
        ["地区", "2023年", f"2024年{mark}"],
        ["贵阳市", "5154.75", "5777.41"],
        [note, "", ""],
    ]


def statuses(file: Path, data: Path) -> list[str]:
    assert adopt(file, data) == 0
    return [row["status"] for row in written(data / "observations" / f"{file.stem}.csv")]


def test_a_mark_means_the_same_in_another_year(bulletins: Path, tmp_path: Path) -> None:
    (bulletins / "observations" / "2023.csv").unlink()  # it holds the figure of 2023, too
    file = csv_file(tmp_path / "2024.csv", of_2024("注：①2024年为初步核算数。"))
    assert statuses(file, bulletins) == ["actual", "provisional"]


@pytest.mark.parametrize(
    ("note", "sentence"),
    [
        ("注：①按当年价格计算。", "The mark “①” says “按当年价格计算” here"),
        (
            "注：①2024年为初步核算数。2.2023年为最终核实数。",
            "“2023年为最终核实数” speaks of how final",
        ),
    ],
)
def test_another_meaning_is_an_error(
    bulletins: Path, tmp_path: Path, capsys: Output, note: str, sentence: str
) -> None:
    assert adopt(csv_file(tmp_path / "2024.csv", of_2024(note)), bulletins) == 1
    assert sentence in capsys.readouterr().out


def test_a_note_without_a_mark_makes_its_year_provisional(data: Path, tmp_path: Path) -> None:
    rows = of_2024("注：2024年数据为初步核算数。", mark="")
    file = csv_file(tmp_path / "2024.csv", rows)
    assert [row["status"] for row in adopted(file, data)] == ["actual", "provisional"]


def test_the_text_of_a_mark_that_is_no_status_goes_with_its_figures(
    data: Path, tmp_path: Path
) -> None:
    file = csv_file(tmp_path / "2024.csv", of_2024("注：①不含贵安新区。"))
    assert [row["note_zh"] for row in adopted(file, data)] == ["", "不含贵安新区"]


def test_a_recipe_that_cannot_be_read_is_named(data: Path, tmp_path: Path, capsys: Output) -> None:
    file = csv_file(tmp_path / "november.csv", november())
    (data / "recipes").mkdir()
    path = data / "recipes" / "wrong.toml"
    for text, place in (
        ("source = ", "Invalid value"),
        ('colour = "red"', "colour"),
        ('columns = [{ head = "地区", holds = "place" }]', "columns: 'place'"),
        ("source = 's3'", "columns"),
    ):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(RecipeError, match=place):
            read(path)
        assert adopt(file, data) == 1
        assert "wrong.toml cannot be read" in capsys.readouterr().err
