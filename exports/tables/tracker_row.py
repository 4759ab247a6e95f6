"""A tracked target in its context: what the columns of the tracker's table are read from."""

from dataclasses import dataclass

from indicators.points import Point
from indicators.records import Base, Indicator, Observation, Region, Source, Target
from targets import comparison
from targets.assessment import Assessment, Reading
from targets.projection import Projection
from targets.tracked import TrackedTarget
from wording.context import Context
from wording.words import Words


@dataclass(frozen=True, slots=True)
class TrackerRow:
    """A tracked target, and the words to write it in."""

    tracked: TrackedTarget
    context: Context

    @property
    def words(self) -> Words:
        return self.context.words

    @property
    def target(self) -> Target:
        return self.tracked.target

    @property
    def assessment(self) -> Assessment:
        return self.tracked.assessment

    @property
    def projection(self) -> Projection:
        return self.assessment.projection

    @property
    def indicator(self) -> Indicator:
        return self.context.catalogue.indicators[self.target.indicator]

    @property
    def base(self) -> Base:
        return self.context.catalogue.bases[self.indicator.base]

    @property
    def region(self) -> Region:
        return self.context.catalogue.regions[self.target.region]

    def unit(self, unit: str) -> str:
        """A unit of the data as this language names it; a number beside it stays the same."""
        named = self.context.catalogue.units[unit]
        return named.name_en if self.words.lang == "en" else named.unit

    @property
    def latest(self) -> Observation | None:
        return self.assessment.latest.row if self.assessment.latest else None

    @property
    def trend_end(self) -> Point | None:
        """The latest point that growth or path was read at; None where neither is defined."""
        reading = self.reading("growth") or self.reading("path")
        return reading.current if reading else None

    @property
    def last_part(self) -> Point | None:
        """Last year's value over the same months; None where the target is not read by it."""
        reading = self.reading("own_pace")
        return reading.baseline if reading else None

    def reading(self, method: str) -> Reading | None:
        """The reading by a method, None where it is not defined."""
        return next((r for r in self.assessment.readings if r.method == method), None)

    @property
    def decided(self) -> Reading | None:
        """The reading that the status rests on; None where a figure or the calendar settled it."""
        return self.assessment.decided

    @property
    def ground(self) -> str:
        """What the status rests on, in words: a figure, the calendar, or a reading."""
        basis = self.assessment.basis
        return self.words(f"method.{basis}") if basis else ""

    @property
    def disagree(self) -> str:
        """Whether the readings disagree, as yes or no; empty where there are not two of them."""
        if len(self.assessment.readings) < 2:
            return ""
        return "yes" if self.assessment.disagree else "no"

    @property
    def reason(self) -> str:
        """Why the target is not assessable; empty where it is."""
        reason = self.assessment.reason
        return self.words(f"reason.{reason}") if reason else ""

    @property
    def headroom(self) -> float | None:
        """What is left below a cap, in the indicator's unit; None without a cap or a value."""
        latest, target = self.assessment.latest, self.target
        is_cap = target.comparator.is_cap
        return comparison.headroom(latest.value, target) if latest and is_cap else None

    @property
    def sources(self) -> list[Source]:
        """Every publication that the row rests on or names."""
        assessment, tracked = self.assessment, self.tracked
        points = [assessment.latest, assessment.baseline, assessment.reached]
        points += [point for r in assessment.readings for point in (r.baseline, r.current)]
        stated = (*tracked.statements, tracked.revised_by, *tracked.replaces)
        return [
            *(point.row.source for point in points if point),
            *(target.source for target in stated if target),
        ]
