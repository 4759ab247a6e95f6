"""A long table pivoted to any wide form and adopted gives back the same rows."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.adopting.apply import Application
from loaders.adopting.findings import Findings
from loaders.adopting.form import fitting
from loaders.adopting.known import Known
from loaders.adopting.layout import Cells
from loaders.adopting.names import Names, names_of
from loaders.adopting.propose import propose
from loaders.adopting.recipe import Recipe, read, text
from loaders.read import Grid
from tests.support.foreign_tables import ACROSS, BULLETIN, PORTAL, YEARS, Rows, folder
from tests.support.readme import ROOT

Key = tuple[str, str, str]  # indicator, region, period
Long = Mapping[Key, str]

REGIONS = {"520000": "全省", "520100": "贵阳市", "520300": "遵义", "522300": "黔西南州"}
PRODUCTS = {
    "power": "发电量",
    "thermal": "其中：火力发电量",
    "hydro": "  #水力发电量",
    "metals": "十种有色金属",
}
LEVELS = {"gdp": "地区生产总值", "people": "常住人口", "industry_growth": "规模以上工业增加值增速"}
UNITS = {"gdp": "亿元", "people": "万人", "industry_growth": "%", "metals": "万吨"} | dict.fromkeys(
    ("power", "thermal", "hydro"), "亿千瓦时"
)
GROWTHS = {"power": "power_growth", "hydro": "hydro_growth"}

tried = settings(database=None, deadline=None, max_examples=30)
numbers = st.decimals(-99999, 99999, places=2).map(lambda n: format(n, "f"))
values = numbers | st.integers(0, 99999).map(str) | st.sampled_from(("…", "—"))
years = st.lists(st.sampled_from(range(2000, 2026)), min_size=1, max_size=4, unique=True)
regions = st.lists(st.sampled_from(list(REGIONS)), min_size=1, unique=True)
months = st.integers(2, 12)


@cache
def names() -> Names:
    with TemporaryDirectory() as path:
        return names_of(folder(Path(path)))


def filled(keys: list[Key]) -> st.SearchStrategy[Long]:
    """Any values for some of the keys, for one at least."""
    some = st.lists(st.sampled_from(keys), min_size=1, unique=True)
    return some.flatmap(lambda chosen: st.fixed_dictionaries(dict.fromkeys(chosen, values)))


def adopt(rows: Rows, region: str = "", of: Names | None = None) -> dict[Key, tuple[str, str]]:
    """The rows of a table by the recipe that is proposed for it, read again from its file."""
    of = of or names()
    width = max(map(len, rows))
    cells = Cells(Grid("表", [[*row, *[""] * (width - len(row))] for row in rows]))
    proposed = propose(cells, of, Recipe(source="s3", region=region), Findings())
    assert proposed is not None
    with TemporaryDirectory() as path:
        file = Path(path) / "form.toml"
        file.write_text(text(proposed), encoding="utf-8")
        recipe = read(file)
    known = Known(recipe, of)
    form = fitting(recipe, cells, known)
    assert form is not None
    application = Application(recipe, form, cells, known)
    figures = application.figures()
    assert application.findings.of("error") == []
    return {
        (f.cells["indicator"], f.cells["region"], f.cells["period"]): (
            f.cells["value"],
            f.cells["unit"],
        )
        for f in figures
    }


def with_units(table: Long) -> dict[Key, tuple[str, str]]:
    return {key: (value, UNITS.get(key[0], "%")) for key, value in table.items()}


@tried
@given(st.data(), years, regions)
def test_a_year_a_column(data: st.DataObject, columns: list[int], places: list[str]) -> None:
    keys = [("gdp", place, str(year)) for place in places for year in columns]
    table = data.draw(filled(keys))
    rows = [
        ["各市（州）地区生产总值"],
        ["", "", "单位：亿元"],
        ["地区", *(f"{year}年" for year in columns)],
        *([REGIONS[p], *(table.get(("gdp", p, str(y)), "") for y in columns)] for p in places),
        ["数据来源：统计局"],
    ]
    assert adopt(rows) == with_units(table)


@tried
@given(st.data(), years, regions)
def test_a_region_a_column(data: st.DataObject, several: list[int], places: list[str]) -> None:
    year = str(several[0])
    table = data.draw(filled([(i, place, year) for i in LEVELS for place in places]))
    rows = [
        [f"{year}年主要指标"],
        ["指标", *(REGIONS[place] for place in places)],
        *(
            [f"{name}（{UNITS[i]}）", *(table.get((i, place, year), "") for place in places)]
            for i, name in LEVELS.items()
        ),
    ]
    assert adopt(rows) == with_units(table)


@tried
@given(st.data(), years, regions)
def test_an_indicator_a_column(data: st.DataObject, some: list[int], places: list[str]) -> None:
    keys = [(i, place, str(year)) for i in LEVELS for place in places for year in some]
    table = data.draw(filled(keys))
    rows = [
        ["市州", "年份", *(f"{name}({UNITS[i]})" for i, name in LEVELS.items())],
        *(
            [REGIONS[p], f"{y}年", *(table.get((i, p, str(y)), "") for i in LEVELS)]
            for p in places
            for y in some
        ),
    ]
    assert adopt(rows) == with_units(table)


def spans(month: int) -> dict[str, tuple[str, str]]:
    """The periods of a bulletin: as it writes them in its head, and in the data."""
    period = f"2025-{month:02}"
    return {"month": (f"{month}月", period), "cumulated": (f"1—{month}月", f"{period}/ytd")}


@tried
@given(st.data(), months, st.permutations(("month", "cumulated")))
def test_a_bulletin(data: st.DataObject, month: int, order: list[str]) -> None:
    said = spans(month)
    periods = [said[one][1] for one in order]
    every = [*PRODUCTS, *GROWTHS.values()]
    table = data.draw(filled([(i, "520000", p) for i in every for p in periods]))

    def pair(i: str, period: str) -> list[str]:
        growth = table.get((GROWTHS.get(i, ""), "520000", period), "")
        return [table.get((i, "520000", period), ""), growth]

    rows = [
        [f"2025年{month}月规模以上工业主要产品产量"],
        ["产品名称", "计量单位", *(text for one in order for text in (said[one][0], "同比（%）"))],
        *(
            [name, UNITS[i], *(cell for period in periods for cell in pair(i, period))]
            for i, name in PRODUCTS.items()
        ),
        ["注：1.“#”表示其中。"],
    ]
    assert adopt(rows, "520000") == with_units(table)


@tried
@given(st.data(), st.lists(months, min_size=1, max_size=4, unique=True))
def test_an_export_of_a_portal(data: st.DataObject, some: list[int]) -> None:
    parts: dict[str, Callable[[str], Key]] = {
        "发电量当期值(亿千瓦时)": lambda p: ("power", "520000", p),
        "发电量累计值(亿千瓦时)": lambda p: ("power", "520000", f"{p}/ytd"),
        "发电量同比增长(%)": lambda p: ("power_growth", "520000", p),
        "发电量累计增长(%)": lambda p: ("power_growth", "520000", f"{p}/ytd"),
    }
    columns = [f"2025-{month:02}" for month in sorted(some, reverse=True)]
    table = data.draw(filled([key(p) for key in parts.values() for p in columns]))
    rows = [
        ["地区：贵州省"],
        ["指标", *(f"2025年{int(p[5:])}月" for p in columns)],
        *([name, *(table.get(key(p), "") for p in columns)] for name, key in parts.items()),
    ]
    assert adopt(rows) == with_units(table)


@pytest.mark.parametrize(
    "written", ["1,234.50", "１２３４．５０", "1 234.50", " 1234.50 ", "1234.50"]
)
def test_a_number_is_as_printed(written: str) -> None:
    rows = [["地区", "2023年"], ["贵阳市", written]]
    recipe = [["各市（州）地区生产总值"], ["单位：亿元"], *rows]
    assert adopt(recipe) == {("gdp", "520100", "2023"): (str(Decimal("1234.50")), "亿元")}


# Of each form some figures by the names of the catalogue that is published.
PUBLISHED: list[tuple[Rows, str, dict[Key, tuple[str, str]]]] = [
    (
        YEARS,
        "",
        {
            ("economy.gdp", "520000", "2021"): ("19458.9", "亿元"),
            ("economy.gdp", "522300", "2021"): ("…", "亿元"),
            ("economy.gdp", "520100", "2023"): ("5154.75", "亿元"),
        },
    ),
    (
        BULLETIN,
        "520000",
        {
            ("coal.thermal_generation", "520000", "2025-10"): ("120.5", "亿千瓦时"),
            ("coal.hydro_generation", "520000", "2025-10/ytd"): ("431.9", "亿千瓦时"),
            ("coal.hydro_generation_growth", "520000", "2025-10/ytd"): ("9.6", "%"),
            ("resources.ten_nonferrous_output", "520000", "2025-10"): ("17.3", "万吨"),
        },
    ),
    (
        ACROSS,
        "",
        {
            ("economy.gdp", "522700", "2023"): ("1800.95", "亿元"),
            ("economy.above_scale_iva_growth", "520500", "2023"): ("-1.3", "%"),
        },
    ),
    (
        PORTAL,
        "",
        {
            ("coal.thermal_generation", "520000", "2025-03"): ("131.9", "亿千瓦时"),
            ("coal.thermal_generation", "520000", "2024-12/ytd"): ("1633.6", "亿千瓦时"),
        },
    ),
]


@pytest.mark.parametrize(
    ("rows", "region", "figures"), PUBLISHED, ids=("years", "bulletin", "across", "portal")
)
def test_the_published_catalogue_has_the_names(
    rows: Rows, region: str, figures: dict[Key, tuple[str, str]]
) -> None:
    assert figures.items() <= adopt(rows, region, published()).items()


@cache
def published() -> Names:
    return names_of(ROOT / "data")
