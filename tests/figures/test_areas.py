"""The named areas of a plan on the map."""

import plotly.graph_objects as go

from figures.frame import framed
from figures.maps.areas import areas
from figures.maps.outlines import Outline
from indicators.records import Area, Base
from indicators.vocabulary import AreaKind
from tests.support.figures_rows import REGIONS, SOURCE, context

BASE = Base("batteries", "电池基地", "Battery base", "电池", "Batteries")
CODES = ("520100", "520300", "522700")
SQUARES = {
    code: Outline((((n * 9, 0), (n * 9 + 8, 0), (n * 9 + 8, 8), (n * 9, 0)),), (n * 9 + 4, 4), ())
    for n, code in enumerate(CODES)
}


def area(kind: str, name: str, region: str) -> Area:
    return Area(BASE.id, AreaKind(kind), name, name.upper(), region, SOURCE)


def test_whole_prefectures_are_filled_and_the_others_bare() -> None:
    rows = [area("core", "贵阳贵安", "520100"), area("zone", "遵义", "520300")]
    drawing = areas(BASE, rows, context(), outlines=SQUARES, approval="黔S1")
    assert drawing is not None
    go.Figure(framed(drawing))
    first, second, bare = framed(drawing)["data"][:3]
    assert len({first["fillcolor"], second["fillcolor"], bare["fillcolor"]}) == 3
    names = framed(drawing)["data"][3]["text"]
    assert names == ["贵阳贵安", "遵义", "522700"]  # an area stands for its prefecture's own name
    assert [t["name"] for t in framed(drawing)["data"] if t.get("name")] == [
        "核心承载区", "重点承载区",
    ]  # fmt: skip
    assert "审图号" in drawing.heading.note
    assert "黔S1" in drawing.heading.note


def test_a_prefecture_of_which_a_county_belongs_is_hatched() -> None:
    county = next(code for code, region in REGIONS.items() if region.parent == "520100")
    drawing = areas(BASE, [area("core", "开阳", county)], context(), outlines=SQUARES, approval="")
    assert drawing is not None
    hatched, *bare = framed(drawing)["data"][:3]
    assert hatched["fillpattern"]["shape"] == "/"
    assert not any(trace.get("fillpattern") for trace in bare)


def test_without_outlines_the_areas_are_tiles() -> None:
    tiled = areas(BASE, [area("core", "贵安", "520199")], context(), outlines={}, approval="")
    assert tiled is not None
    assert "方格" in tiled.heading.note
    assert areas(BASE, [], context(), outlines=SQUARES, approval="") is None


def test_the_alt_text_names_every_area_with_its_regions_the_core_first() -> None:
    rows = [area("zone", "北部", "520300"), area("core", "中部", "520100"),
            area("core", "中部", "520199")]  # fmt: skip
    drawing = areas(BASE, rows, context(), outlines=SQUARES, approval="")
    assert drawing is not None
    assert drawing.alt == ("电池基地的布局。核心承载区“中部”：贵阳、贵安。重点承载区“北部”：遵义")
