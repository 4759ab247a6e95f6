from datetime import date

import pytest

from indicators import periods


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
