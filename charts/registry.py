"""Every chart by its name: what it is of, what its address takes, how it is drawn.

`/chart`, `/embed`, `/verify`, the pages, README and tests read this table.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from charts import draw
from charts.addresses import LASTING_NAMES, BadParameterError
from figures.chart_input import ChartInput
from figures.drawing import Drawing

log = logging.getLogger(__name__)

Need = Literal["indicator", "base", "region"]


@dataclass(frozen=True, slots=True)
class ChartType:
    """A chart: `draw` returns None where there is nothing to draw.

    `needs` is the parameter without which there is no such chart, `parameters` are others that
    it takes beside those of every page. A chart that `is_of_one_region` is that of the first
    region asked for that has one. `marks_regions`: it shows all prefectures and only marks those
    asked for. `is_unfiltered`: it is drawn from all values, whatever years and sources are asked
    for.
    """

    name: str
    needs: Need
    draw: Callable[[ChartInput], Drawing | None]
    parameters: tuple[str, ...] = ()
    is_of_one_region: bool = False
    marks_regions: bool = False
    is_unfiltered: bool = False

    @property
    def takes(self) -> tuple[str, ...]:
        """Every parameter of its address."""
        return (self.needs, *self.parameters, *(n for n in LASTING_NAMES if n != self.needs))


ROWS = (
    ChartType("trend", "indicator", draw.draw_trend, ("axis",)),
    ChartType("progress", "indicator", draw.draw_progress, is_of_one_region=True),
    ChartType("pace", "indicator", draw.draw_pace, is_of_one_region=True, is_unfiltered=True),
    ChartType("map", "indicator", draw.draw_map, marks_regions=True),
    ChartType("ranking", "indicator", draw.draw_ranking, marks_regions=True),
    ChartType("locator", "region", draw.draw_locator),
    ChartType("areas", "base", draw.draw_areas),
)  # fmt: skip
CHARTS = {row.name: row for row in ROWS}
# What charts take beside the parameters of every page.
PARAMETERS = tuple(
    dict.fromkeys(name for row in ROWS for name in row.takes if name not in LASTING_NAMES)
)


def chart_type(name: str) -> ChartType:
    """The chart of a name; raise `BadParameterError` for a name that is none."""
    if name not in CHARTS:
        raise BadParameterError("chart", name[:40], ", ".join(CHARTS))
    return CHARTS[name]


def drawn(kind: ChartType, data: ChartInput) -> tuple[Drawing | None, bool]:
    """The drawing, and whether drawing it failed; what nobody foresaw goes to the log."""
    try:
        return kind.draw(data), False
    except Exception:
        log.exception("the chart %s of %s cannot be drawn", kind.name, _subject(data))
        return None, True


def _subject(data: ChartInput) -> str:
    named = data.indicator or data.base
    return " ".join([named.id if named else "", *data.regions]).strip()
