"""The words of the lists that the published files are made of, with the rules that hang on them.

A member equals its text: `Status.ACTUAL == "actual"`, and `Status("actual")` is the member.
The rules are cached: there are few words, and each is asked for every row.
"""

from enum import StrEnum
from functools import cached_property

PROVINCE = "520000"
CONTEXT_BASE = "economy"
# What sources print where they have no value; an empty cell is one more.
MISSING = ("—", "…", "-", "--", "..", "x", "无", "暂无")


class RankedWord(StrEnum):
    """Words whose order counts: `order` is 0 for the first."""

    order: int

    def __init__(self, _: str) -> None:
        self.order = len(type(self).__members__)


class Measure(StrEnum):
    """What kind of number an indicator is."""

    FLOW = "flow"
    STOCK = "stock"
    RATIO = "ratio"
    GROWTH = "growth"
    COUNT = "count"

    @cached_property
    def adds_up(self) -> bool:
        """Whether the values of parts sum up to that of the whole, as tonnes do and shares do not.

        What does not add up can be asked of each part alike: a province's growth rate is a
        yardstick for its prefectures.
        """
        return self not in (Measure.RATIO, Measure.GROWTH)

    @cached_property
    def is_rate(self) -> bool:
        """Whether it is a growth rate, which compares in percentage points, never as a share."""
        return self is Measure.GROWTH

    @cached_property
    def covers_a_period(self) -> bool:
        """Whether a value is of a stretch of time: a year's compares with a year's only."""
        return self in (Measure.FLOW, Measure.GROWTH)

    @cached_property
    def is_of_a_moment(self) -> bool:
        """Whether a value holds at a moment, so that any earlier one compares with it."""
        return self in (Measure.STOCK, Measure.COUNT)


class Subject(StrEnum):
    """Whose an indicator is, where it is not that of a region as a whole."""

    COMPANY = "company"


class Direction(StrEnum):
    """Which way an indicator gets better."""

    UP = "up"
    DOWN = "down"
    NONE = "none"

    @cached_property
    def sign(self) -> int:
        """1 where more is better, -1 where less is, 0 where neither."""
        return (self is Direction.UP) - (self is Direction.DOWN)


class Comparator(StrEnum):
    """How a target compares a value with its own."""

    AT_LEAST = ">="
    AT_MOST = "<="
    EQUAL = "="

    @cached_property
    def sign(self) -> str:
        """The sign as it is printed: ≥, ≤ or =."""
        return COMPARATOR_SIGNS[self]

    @cached_property
    def is_cap(self) -> bool:
        """Whether it is a limit from above, of which less is used."""
        return self is Comparator.AT_MOST

    @cached_property
    def is_exact(self) -> bool:
        """Whether the very value is wanted."""
        return self is Comparator.EQUAL


COMPARATOR_SIGNS = {Comparator.AT_LEAST: "≥", Comparator.AT_MOST: "≤", Comparator.EQUAL: "="}


class Status(RankedWord):
    """How final an observation is, best first: of two the better is shown (precedence)."""

    REVISED = "revised"
    ACTUAL = "actual"
    PROVISIONAL = "provisional"
    ESTIMATE = "estimate"
    FORECAST = "forecast"

    @cached_property
    def is_actual(self) -> bool:
        """Whether it is reported as happened, not estimated or foreseen."""
        return not self.is_foreseen

    @cached_property
    def is_foreseen(self) -> bool:
        """Whether it is an estimate or a forecast."""
        return self in (Status.ESTIMATE, Status.FORECAST)

    @cached_property
    def is_soft(self) -> bool:
        """Whether it may still change: provisional, estimated or foreseen."""
        return self is Status.PROVISIONAL or self.is_foreseen

    @cached_property
    def is_final(self) -> bool:
        """Whether nothing will change it, so that it cannot be of the future."""
        return self in (Status.REVISED, Status.ACTUAL)

    @cached_property
    def is_named(self) -> bool:
        """Whether it is written beside the value; that of an actual one goes without saying."""
        return self is not Status.ACTUAL


class Qualifier(StrEnum):
    """How exact a printed value is."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"

    @cached_property
    def is_exact(self) -> bool:
        """Whether the value is the printed one and no other."""
        return self is Qualifier.EXACT

    @cached_property
    def is_bound(self) -> bool:
        """Whether the value is only said to be over or under the printed one."""
        return self in (Qualifier.OVER, Qualifier.UNDER)

    @cached_property
    def turned(self) -> "Qualifier":
        """That of the distance to a higher value: what is over 80 is under 20 below 100."""
        return TURNED.get(self, self)


TURNED = {Qualifier.OVER: Qualifier.UNDER, Qualifier.UNDER: Qualifier.OVER}


class TargetKind(RankedWord):
    """How binding a target is, the most binding first."""

    PLAN = "plan"
    ANNUAL = "annual"
    ASPIRATION = "aspiration"


class SourceKind(RankedWord):
    """Who publishes, the most reliable first: of two values the better one's is shown."""

    STATISTICS = "statistics"
    GOVERNMENT = "government"
    PLAN = "plan"
    COMPANY = "company"
    ASSOCIATION = "association"
    PRESS = "press"

    @cached_property
    def counts_itself(self) -> bool:
        """Whether it tells values of its own, which no statistics bureau counts or revises."""
        return self in (SourceKind.COMPANY, SourceKind.ASSOCIATION)


class Carrier(RankedWord):
    """Where a publication was read; the original goes before a copy."""

    ORIGINAL = "original"
    REPRINT = "reprint"

    @cached_property
    def is_reprint(self) -> bool:
        """Whether it was read in a copy: it is cited and never linked."""
        return self is Carrier.REPRINT


class Level(RankedWord):
    """The level of a region, the highest first; an area is a new area such as Gui'an."""

    PROVINCE = "province"
    PREFECTURE = "prefecture"
    AREA = "area"
    COUNTY = "county"

    @cached_property
    def is_prefecture(self) -> bool:
        """Whether it is listed and ranked among the prefectures, as an area is."""
        return self in (Level.PREFECTURE, Level.AREA)


class Stage(RankedWord):
    """How far a project is, in the order of its life."""

    PLANNED = "planned"
    BUILDING = "building"
    OPERATING = "operating"


class EventKind(StrEnum):
    """What kind of thing happened to a base."""

    PROJECT = "project"
    PLAN = "plan"
    MEETING = "meeting"
    POLICY = "policy"
    REPORT = "report"
    PROPOSAL = "proposal"


class AreaKind(RankedWord):
    """A named area of a base's plan, the core before the zones around it."""

    CORE = "core"
    ZONE = "zone"


class ProposalKind(StrEnum):
    """A proposal, what answers or follows it, or a topic of research."""

    PROPOSAL = "proposal"
    RESPONSE = "response"
    FOLLOWUP = "followup"
    RESEARCH_TOPIC = "research_topic"
