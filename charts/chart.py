"""A chart on a page: its drawing, the rows drawn in it, and its address."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from charts import addresses
from charts.addresses import State
from figures.drawing import Drawing
from indicators.passport import Row
from indicators.records import Area, Observation, Source, Target


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart by its name and parameters; `drawing` is None where there is nothing to draw.

    `title` names it in a list and a file, `sentence` says in words what it shows.
    """

    chart: str
    state: State
    title: str
    drawing: Drawing | None
    rows: Sequence[Observation | Target] = ()
    passport: str = ""
    areas: Sequence[Area] = ()

    @property
    def sources(self) -> list[Source]:
        """The sources of what is drawn, each once."""
        return list({row.source.id: row.source for row in self.proven}.values())

    @property
    def proven(self) -> tuple[Row, ...]:
        """All rows that are drawn; the passport stands for them."""
        return (*self.rows, *self.areas)

    @property
    def parameters(self) -> str:
        """What the passport stands for besides the rows: no language, no release."""
        return addresses.query(replace(self.state, lang="", asof=None))

    @property
    def address(self) -> str:
        """The address of the chart without its format: `/chart/trend?indicator=…`."""
        return f"/chart/{self.chart}{addresses.query(self.state)}"

    @property
    def sentence(self) -> str:
        """The figures of the chart in words."""
        return self.drawing.alt if self.drawing else ""
