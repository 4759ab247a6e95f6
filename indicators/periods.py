"""Periods: `2023`, `2023-H1`, `2023-Q3`, `2023-06`, `2023-06/ytd`, `2023-06-30`."""

import math
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from indicators.vocabulary import Measure

GRAMMAR = re.compile(
    r"(?P<year>(?:19|20)\d\d)"
    r"(?:-(?:H(?P<half>[12])|Q(?P<quarter>[1-4])|(?P<month>0[1-9]|1[0-2])"
    r"(?:-(?P<day>0[1-9]|[12]\d|3[01])|(?P<ytd>/ytd))?))?",
    re.ASCII,
)

KINDS = ("year", "half", "quarter", "month", "ytd", "day")


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar from the day `start` to the day `end`, both included.

    `text` is as it was written, `kind` one of `KINDS`; `number` is the half, quarter or month,
    0 for a year.
    """

    text: str
    kind: str
    year: int
    number: int
    start: date
    end: date

    @property
    def months(self) -> int:
        """Length in whole months; 0 for a day."""
        return {"year": 12, "half": 6, "quarter": 3, "month": 1, "ytd": self.number, "day": 0}[
            self.kind
        ]

    @property
    def cumulated(self) -> int:
        """The months from January that it covers; 0 when it begins later, or is a day."""
        return self.end.month if self.kind != "day" and self.start.month == 1 else 0

    @property
    def canonical(self) -> str:
        """The one spelling of this stretch: `H1`, `Q1` and `12/ytd` have two."""
        return CANONICAL.get(self.text[4:], self.text[4:]).join((str(self.year), ""))


CANONICAL = {"-H1": "-06/ytd", "-Q1": "-03/ytd", "-01/ytd": "-01", "-12/ytd": ""}


class PeriodError(ValueError):
    """The text is not a period of the grammar."""


@lru_cache(maxsize=65536)
def parse(text: str) -> Period:
    """Return the period that `text` writes, in its own spelling; raise `PeriodError` for none."""
    match = GRAMMAR.fullmatch(text)
    if match is None:
        raise PeriodError(text)
    part = {name: int(value) for name, value in match.groupdict("0").items() if name != "ytd"}
    try:
        return _period(text, part, is_ytd=match["ytd"] is not None)
    except ValueError as error:  # 2023-02-30
        raise PeriodError(text) from error


@lru_cache(maxsize=65536)
def stretch(text: str) -> Period:
    """Return the period that `text` writes, in its one spelling: H1 is June, cumulated.

    Raises `PeriodError` when it writes none.
    """
    return parse(parse(text).canonical)


@lru_cache(maxsize=65536)
def moment(text: str) -> Period:
    """Return the year or day that ends when the period that `text` writes does.

    At the end of a year it is that year, for 2023-Q4, 2023-12 and 2023-12-31; else the day, which
    for 2023-H1, 2023-Q2 and 2023-06 is 2023-06-30. Raises `PeriodError` when `text` writes none.
    """
    end = parse(text).end
    year = parse(f"{end:%Y}")
    return year if year.end == end else parse(end.isoformat())


def of(text: str, measure: Measure) -> Period:
    """Return the one period of all spellings that say the same time of values of a measure.

    What holds at a moment is told by its moment, what is of a stretch of time by its stretch.
    Figures, targets and growth are told apart by it; `PeriodError` as for `parse`.
    """
    return moment(text) if measure.is_of_a_moment else stretch(text)


def is_year_before(earlier: Period, later: Period) -> bool:
    """Whether two periods in their one spelling are the same part of a year and of the next.

    The last of February is one day, whether the year leaps or not.
    """
    parts = [(p.kind, p.number, _day_of_month(p.end)) for p in (earlier, later)]
    return parts[0] == parts[1] and earlier.year == later.year - 1


def _day_of_month(day: date) -> int:
    """0 for the last day of a month."""
    return day.day if (day + timedelta(days=1)).month == day.month else 0


def years_between(start: date, end: date) -> float:
    """Years from the end of one day to the end of another; negative if that is earlier.

    From the end of a year to the end of the next is exactly 1, whether one of them leaps or not.
    """
    return _year_point(end) - _year_point(start)


def year_after(day: date, years: float) -> int:
    """The calendar year that the time `years` after the end of `day` lies in.

    The very end of a year still lies in that year; a millionth of a year is no time.
    """
    return math.ceil(round(_year_point(day) + years, 6)) - 1


@lru_cache(maxsize=65536)
def _year_point(day: date) -> float:
    """The end of a day as a year with its fraction: the end of 2022 is 2023.0."""
    first, next_first = date(day.year, 1, 1), date(day.year + 1, 1, 1)
    return day.year + ((day - first).days + 1) / (next_first - first).days


def _period(text: str, part: dict[str, int], *, is_ytd: bool) -> Period:
    year = part["year"]
    if part["day"]:
        day = date(year, part["month"], part["day"])
        return Period(text, "day", year, part["month"], day, day)
    for kind, months in (("half", 6), ("quarter", 3), ("month", 1)):
        if number := part[kind]:
            first = 1 if is_ytd else (number - 1) * months + 1
            kind = "ytd" if is_ytd else kind
            return Period(
                text, kind, year, number, date(year, first, 1), _last(year, number * months)
            )
    return Period(text, "year", year, 0, date(year, 1, 1), date(year, 12, 31))


def _last(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
