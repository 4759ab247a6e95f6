"""Every period, written in every form that is accepted, comes back; those of our pages, too."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators import periods
from loaders.spellings.periods import LONG, MONTHS, canonical
from wording import formats, observations
from wording.words import LANGUAGES, words

DASHES = "-—–~～至"
NUMERALS = "一二三四"


def year_forms(year: int) -> list[str]:
    return [f"{year}", f"{year}年", f"{year}年度", f"{year} 年", f"{year}年全年"]


def half_forms(year: int, half: int) -> list[str]:
    name = "上下"[half - 1]
    return [f"{year}-H{half}", f"{year}H{half}", f"{year}年{name}半年", f"{year}{name}半年",
            f"H{half} {year}", f"{year} H{half}"]  # fmt: skip


def quarter_forms(year: int, quarter: int) -> list[str]:
    numbers = (NUMERALS[quarter - 1], quarter)
    chinese = [f"{year}年{th}{number}季度" for th in ("", "第") for number in numbers]
    return [*chinese, f"{year}-Q{quarter}", f"{year}Q{quarter}", f"Q{quarter} {year}"]


def month_forms(year: int, month: int) -> list[str]:
    chinese = [f"{year}年{month}月", f"{year}年{month:02}月份", f"{year} 年 {month} 月"]
    digits = [f"{year}-{month:02}", f"{year}-{month}", f"{year}/{month}", f"{year}{month:02}",
              f"{year}.{month:02}", *([f"{year}.{month}"] if month > 1 else [])]  # fmt: skip
    named = (MONTHS[month - 1].title(), LONG[month - 1].title(), LONG[month - 1])
    return [*chinese, *digits, *(f"{name} {year}" for name in named)]


def ytd_forms(year: int, month: int) -> list[str]:
    spans = [f"{year}年1{dash}{month}月" for dash in DASHES]
    others = [f"{year}年前{month}个月", f"{year}年{month}月累计", f"{year} 1-{month}"]
    english = [f"Jan{dash}{MONTHS[month - 1].title()} {year}" for dash in "-–—"]
    return [f"{year}-{month:02}/ytd", *spans, *(f"{s}累计" for s in spans), *others, *english]


def day_forms(day: date) -> list[str]:
    y, m, d = day.year, day.month, day.day
    return [day.isoformat(), f"{y}年{m}月{d}日", f"{y}/{m}/{d}", f"{y}.{m}.{d}", f"{y}-{m}-{d}",
            f"{y}{m:02}{d:02}", f"{d} {LONG[m - 1].title()} {y}",
            f"{LONG[m - 1].title()} {d}, {y}"]  # fmt: skip


YEARS = st.integers(1949, 2099)


@settings(deadline=None)
@given(year=YEARS, data=st.data())
def test_a_period_in_any_form_comes_back(year: int, data: st.DataObject) -> None:
    half, quarter = data.draw(st.integers(1, 2)), data.draw(st.integers(1, 4))
    month = data.draw(st.integers(1, 12))
    day = date(year, 1, 1) + timedelta(days=data.draw(st.integers(0, 364)))
    written = {
        f"{year}": year_forms(year),
        f"{year}-H{half}": half_forms(year, half),
        f"{year}-Q{quarter}": quarter_forms(year, quarter),
        f"{year}-{month:02}": month_forms(year, month),
        f"{year}-{month:02}/ytd": ytd_forms(year, month),
        day.isoformat(): day_forms(day),
    }
    for period, forms in written.items():
        for form in forms:
            assert canonical(form) == period, form
            assert canonical(f"\ufeff{form}\u200b ") == period, form


KINDS = (
    "2023", "2023-H1", "2023-H2", *(f"2023-Q{number}" for number in range(1, 5)),
    *(f"2023-{month:02}" for month in range(1, 13)),
    *(f"2023-{month:02}/ytd" for month in range(1, 13)),
    "2023-06-30", "2024-02-29", "2023-10-01",
)  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("period", KINDS)
def test_what_pages_print_comes_back(period: str, lang: str) -> None:
    """June cumulated is printed as the first half: the same stretch of time."""
    printed = canonical(formats.period(period, words(lang)))
    assert periods.stretch(printed) == periods.stretch(period)
    moment = canonical(observations.end(period, words(lang)))
    assert periods.moment(moment) == periods.moment(period)
    as_of = words(lang)("when.moment", period=observations.end(period, words(lang)))
    assert periods.moment(canonical(as_of)) == periods.moment(period)


@settings(deadline=None)
@given(st.text(max_size=14))
def test_any_text_is_a_period_or_stays_as_it_is(text: str) -> None:
    spelled = canonical(text)
    if spelled != text:
        periods.parse(spelled)
    assert canonical(spelled) == spelled
