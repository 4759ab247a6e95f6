import calendar
import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators import periods
from indicators.vocabulary import Measure


@pytest.mark.parametrize(
    ("text", "kind", "start", "end", "months", "canonical"),
    [
        ("2023", "year", date(2023, 1, 1), date(2023, 12, 31), 12, "2023"),
        ("2023-H1", "half", date(2023, 1, 1), date(2023, 6, 30), 6, "2023-06/ytd"),
        ("2023-H2", "half", date(2023, 7, 1), date(2023, 12, 31), 6, "2023-H2"),
        ("2023-Q1", "quarter", date(2023, 1, 1), date(2023, 3, 31), 3, "2023-03/ytd"),
        ("2023-Q4", "quarter", date(2023, 10, 1), date(2023, 12, 31), 3, "2023-Q4"),
        ("2024-02", "month", date(2024, 2, 1), date(2024, 2, 29), 1, "2024-02"),
        ("2023-09/ytd", "ytd", date(2023, 1, 1), date(2023, 9, 30), 9, "2023-09/ytd"),
        ("2023-12/ytd", "ytd", date(2023, 1, 1), date(2023, 12, 31), 12, "2023"),
        ("2023-06-30", "day", date(2023, 6, 30), date(2023, 6, 30), 0, "2023-06-30"),
    ],
)
def test_a_period_knows_its_stretch(
    text: str, kind: str, start: date, end: date, months: int, canonical: str
) -> None:
    period = periods.parse(text)
    assert (period.kind, period.start, period.end, period.months) == (kind, start, end, months)
    assert period.canonical == canonical


@pytest.mark.parametrize(
    "text",
    ["", "23", "2023-", "2023-13", "2023-02-30", "2023-H3", "2023-Q5", "2023/06", "2023-6",
     "2023-06/YTD", "2023-06-30/ytd", " 2023", "2023年", "20233", "1823", "２０２３"],
)  # fmt: skip
def test_anything_else_is_no_period(text: str) -> None:
    with pytest.raises(periods.PeriodError):
        periods.parse(text)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2022", 23),
        ("2024-12/ytd", 25),
        ("2023-01-01", 23 + 1 / 365),
        ("2024-02", 24 + 60 / 366),  # a leap year
        ("2023-H1", 23 + 181 / 365),
    ],
)
def test_the_years_since_the_end_of_1999_are_counted_in_fractions_of_each_year(
    text: str, years: float
) -> None:
    end = periods.parse(text).end
    assert periods.years_between(date(1999, 12, 31), end) == pytest.approx(years, abs=1e-12)


@pytest.mark.parametrize(
    ("years", "year"), [(0, 2022), (1, 2023), (1 + 1e-8, 2023), (0.5, 2023), (1.01, 2024)]
)
def test_the_very_end_of_a_year_still_lies_in_it(years: float, year: int) -> None:
    assert periods.year_after(date(2022, 12, 31), years) == year


@pytest.mark.parametrize(
    ("text", "months"),
    [("2023", 12), ("2023-H1", 6), ("2023-Q1", 3), ("2023-01", 1), ("2023-05/ytd", 5),
     ("2023-H2", 0), ("2023-Q2", 0), ("2023-05", 0), ("2023-01-31", 0)],
)  # fmt: skip
def test_what_begins_in_january_is_cumulated(text: str, months: int) -> None:
    assert periods.parse(text).cumulated == months


def spellings(end: date) -> set[str]:
    """Every text of the grammar that writes a period which ends on the last day of a month."""
    year, month = end.year, end.month
    texts = {f"{year}-{month:02}", f"{year}-{month:02}/ytd", end.isoformat()}
    texts |= {f"{year}-Q{month // 3}"} if month % 3 == 0 else set()
    texts |= {f"{year}-H{month // 6}"} if month % 6 == 0 else set()
    return texts | ({str(year)} if month == 12 else set())


months = st.builds(
    lambda year, month: date(year, month, calendar.monthrange(year, month)[1]),
    st.integers(1900, 2099),
    st.integers(1, 12),
)
moments = st.sampled_from([m for m in Measure if m.is_of_a_moment])
stretches = st.sampled_from([m for m in Measure if not m.is_of_a_moment])


@given(months, moments)
def test_all_spellings_of_a_moment_are_one_key(end: date, measure: Measure) -> None:
    keys = {periods.of(text, measure) for text in spellings(end)}
    assert len(keys) == 1
    assert keys.pop().end == end


@given(months, stretches)
def test_spellings_of_a_flow_are_one_key_if_they_cover_the_same_days(
    end: date, measure: Measure
) -> None:
    for one, other in itertools.combinations(spellings(end), 2):
        days = [(p.start, p.end) for p in (periods.parse(one), periods.parse(other))]
        is_one_key = periods.of(one, measure) == periods.of(other, measure)
        assert is_one_key is (days[0] == days[1]), (one, other)


@given(months, st.dates(date(1900, 1, 1), date(2099, 12, 31)), moments)
def test_other_days_are_other_moments(end: date, other: date, measure: Measure) -> None:
    keys = {periods.of(day.isoformat(), measure) for day in (end, other)}
    assert len(keys) == len({end, other})


@pytest.mark.parametrize(
    ("text", "measure", "key"),
    [
        ("2023-12-31", "stock", "2023"), ("2023-Q4", "stock", "2023"), ("2023-H2", "count", "2023"),
        ("2023-H1", "stock", "2023-06-30"), ("2023-06", "stock", "2023-06-30"),
        ("2023-06-29", "stock", "2023-06-29"), ("2024-02", "count", "2024-02-29"),
        ("2023-H1", "flow", "2023-06/ytd"), ("2023-Q1", "growth", "2023-03/ytd"),
        ("2023-12/ytd", "flow", "2023"), ("2023-12", "ratio", "2023-12"),
    ],
)  # fmt: skip
def test_the_key_is_one_of_the_spellings(text: str, measure: str, key: str) -> None:
    assert periods.of(text, Measure(measure)).text == key


@pytest.mark.parametrize(
    ("earlier", "later", "is_before"),
    [
        ("2022", "2023", True), ("2021", "2023", False), ("2022-06/ytd", "2023-06/ytd", True),
        ("2022-06/ytd", "2023-07/ytd", False), ("2022-Q3", "2023-Q3", True),
        ("2022-06", "2023-06/ytd", False), ("2022-05-14", "2023-05-14", True),
        ("2022-05-14", "2023-05-15", False), ("2024-02-29", "2025-02-28", True),
        ("2022", "2023-06", False),
    ],
)  # fmt: skip
def test_a_year_before_is_the_same_part_of_the_year_before(
    earlier: str, later: str, is_before: bool
) -> None:
    assert periods.is_year_before(periods.parse(earlier), periods.parse(later)) is is_before
