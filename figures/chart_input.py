"""What is selected for a chart, before it is drawn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from figures.maps.outlines import Outline
from indicators.precedence import Reported
from indicators.records import Area, Base, Event, Indicator, Region
from targets.tracked import TrackedTarget
from wording.context import Context

Years = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ChartInput:
    """Plain records from which a chart is drawn; what it does not need may be left empty.

    `regions` are codes: those that the chart is of. `asked` are those that the address names,
    to be marked among others. `series` are the reported values by indicator and region, in order
    of time; `tracked` the assessed targets of the indicator and the regions, next due first.
    `years` are those that a small chart spans; `first_year` is the year from
    which on values are shown. Without `outlines` a map is drawn as tiles; `approval` is its
    review number.
    """

    context: Context
    indicator: Indicator | None = None
    base: Base | None = None
    regions: tuple[str, ...] = ()
    marked: tuple[str, ...] = ()
    series: Mapping[tuple[str, str], Sequence[Reported]] = field(default_factory=dict)
    tracked: Sequence[TrackedTarget] = ()
    events: Sequence[Event] = ()
    areas: Sequence[Area] = ()
    years: Years | None = None
    first_year: int | None = None
    outlines: Mapping[str, Outline] = field(default_factory=dict)
    approval: str = ""

    @property
    def subject(self) -> Indicator:
        """The indicator of a chart that needs one; `ValueError` where none was selected."""
        if self.indicator is None:
            raise ValueError("this chart is of an indicator")
        return self.indicator

    def region(self, code: str) -> Region:
        """The region of a code."""
        return self.context.catalogue.regions[code]

    def reported(self, region: str) -> Sequence[Reported]:
        """The series of the subject in a region; empty without values."""
        return self.series.get((self.subject.id, region), ())

    def reference(self, region: str) -> Sequence[Reported]:
        """The series of the indicator that stands beside the subject as a named level."""
        return self.series.get((self.subject.reference, region), ())
