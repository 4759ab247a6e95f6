"""A chart: its drawing, the rows drawn in it, and its address."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from charts import addresses
from charts.addresses import State
from figures import theme
from figures.drawing import Drawing
from figures.frame import framed
from indicators.passport import Row
from indicators.records import Area, Source


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart by its name and parameters.

    `drawing` is None where there is nothing to draw, or where drawing `failed`. `title` names it
    in a list and a file. `rows` are those drawn, or those it would be drawn from. `scales` are
    the units that its numbers have, by indicator, where Chinese pages have a natural one.
    """

    name: str
    state: State
    title: str
    drawing: Drawing | None
    rows: Sequence[Row] = ()
    passport: str = ""
    failed: bool = False
    scales: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return self.drawing is None and not self.failed

    @property
    def sources(self) -> list[Source]:
        """The sources of what is drawn, each once."""
        return list({row.source.id: row.source for row in self.rows}.values())

    @property
    def areas(self) -> list[Area]:
        """The rows that are areas."""
        return [row for row in self.rows if isinstance(row, Area)]

    @property
    def parameters(self) -> str:
        """What the passport stands for besides the rows: no language, no release."""
        return addresses.query(replace(self.state, lang="", asof=None))

    @property
    def address(self) -> str:
        """The address of the chart without its format: `/chart/trend?indicator=…`."""
        return f"/chart/{self.name}{addresses.query(self.state)}"

    @property
    def lasting_address(self) -> str:
        """The address in its one spelling: that of no language and no release."""
        return f"/chart/{self.name}{self.parameters}"

    @property
    def sentence(self) -> str:
        """What is drawn, in words (its alternative text); empty without a drawing."""
        return self.drawing.alt if self.drawing else ""

    def figure(self, wide: int = theme.NARROWEST) -> dict[str, Any]:
        """The plotly figure that stands alone, its words broken for a figure that is `wide` px.

        Raises `ValueError` where there is no drawing.
        """
        if self.drawing is None:
            raise ValueError(f"{self.address} has no drawing")
        return framed(self.drawing, self.passport, wide)
