"""What any chart can be drawn from: an indicator with targets, places, a base with areas."""

from figures.chart_input import ChartInput
from figures.maps.outlines import tile_grid
from indicators.records import Area, Base
from indicators.vocabulary import AreaKind
from tests.support.figures_rows import (
    EVENT,
    OUTPUT,
    SOURCE,
    context,
    figure,
    target,
    tracked_targets,
)

BASE = Base("baijiu", "白酒<b>基地", "Baijiu <b>base", "白酒", "Baijiu")
HOME = "520100"
SERIES = [
    figure("2024", "500", HOME), figure("2025-06/ytd", "260", HOME), figure("2025", "550", HOME),
    figure("2026-06/ytd", "300", HOME, status="provisional"),
]  # fmt: skip
GOALS = [target("2026", "600", region=HOME, kind="annual"), target("2030", "900", region=HOME)]
PLACES = {
    (OUTPUT.id, code): [figure("2025", str(number * 100), code)]
    for number, code in enumerate(("520300", "520199", "520200", "520400"), 1)
}
AREAS = [Area(BASE.id, AreaKind.CORE, "核心<b>", "Core <b>", HOME, SOURCE),
         Area(BASE.id, AreaKind.ZONE, "北部", "North", "520300", SOURCE)]  # fmt: skip


def chart_input(lang: str = "zh") -> ChartInput:
    """All that charts need, so that each of the registry has something to draw."""
    return ChartInput(
        context=context(lang),
        indicator=OUTPUT,
        base=BASE,
        regions=(HOME,),
        marked=(HOME,),
        series={(OUTPUT.id, HOME): SERIES} | PLACES,
        tracked=tracked_targets(GOALS, SERIES),
        events=[EVENT],
        areas=AREAS,
        outlines={code: shape for code, shape in tile_grid().items() if code != "520199"},
        approval="黔S1",
    )
