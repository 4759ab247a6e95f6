"""Periods as offices, our pages and our downloads write them, brought to the grammar of the data.

The words of months, quarters and ends are data format, not interface.
"""

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from indicators import periods
from loaders.signs import DASHES, half_width

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
LONG = ("january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december", "sept")  # fmt: skip
ORDINALS = MappingProxyType({"first": 1, "second": 2, "third": 3, "fourth": 4})
DIGITS = MappingProxyType(dict(zip("〇○零一二三四五六七八九", "000123456789", strict=True)))
NUMERALS = MappingProxyType(
    {"十二": "12", "十一": "11", "十": "10", "两": "2"}
    | dict(zip("一二三四五六七八九", "123456789", strict=True))
)
AMBIGUOUS = re.compile(r"(?:19|20)\d\d\.1", re.ASCII)  # January, or October that lost its zero

YEAR = r"(?P<year>(?:19|20)\d\d)"
MONTH = r"(?P<month>0?[1-9]|1[0-2])"
DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
NUMBER = r"(?P<number>[1-4])"
NAME = rf"(?P<name>{'|'.join(sorted({*MONTHS, *LONG}, key=len, reverse=True))})\.?"
ORDINAL = rf"(?P<ordinal>{'|'.join(ORDINALS)})"
SPLIT = r"(?:年度?|[-/. ])"  # between the year and the rest of a Chinese period
HEAD = rf"{YEAR}{SPLIT}?"
END = r"(?P<end>[末底])"
UNTIL = "(?:截[至止]|as of )?"
# What a match of each pattern means: a year, half, quarter, month, what cumulates, or a day.
Forms = tuple[tuple[str, str], ...]
CHINESE: Forms = (
    ("year", rf"{YEAR}(?:年度?)?(?:全年)?"),
    ("year", rf"{UNTIL}{YEAR}年?年?{END}"),
    ("half", rf"{HEAD}(?:(?P<upper>上)|下)半年(?:累计)?"),
    ("half", rf"{UNTIL}{HEAD}(?:(?P<upper>上)|下)半年{END}"),
    ("half", rf"{HEAD}(?:h(?P<half>[12])|(?P<half2>[12])h)"),
    ("quarter", rf"{HEAD}第?{NUMBER}季度?"),
    ("quarter", rf"{HEAD}(?:q{NUMBER}|(?P<number2>[1-4])q)"),
    ("quarter", rf"{UNTIL}{HEAD}第?{NUMBER}季度?{END}"),
    ("quarters", rf"{HEAD}前{NUMBER}个?季度?(?:累计)?"),
    ("quarters", rf"{YEAR}{SPLIT}第?1(?:季度)?-第?{NUMBER}季度?(?:累计)?"),
    ("ytd", rf"{HEAD}前{MONTH}个?月份?(?:累计)?"),
    ("ytd", rf"{YEAR}{SPLIT}0?1(?:月份?)?-{MONTH}(?:月份?)?(?:累计)?"),
    ("ytd", rf"{HEAD}{MONTH}月份?累计"),
    ("month", rf"{HEAD}{MONTH}月份?(?:当月|单月|当期)?"),
    ("month", rf"{UNTIL}{HEAD}{MONTH}月{END}"),
    ("month", rf"(?P<end>截[至止]){HEAD}{MONTH}月份?"),
    ("day", rf"{UNTIL}{HEAD}{MONTH}月{DAY}[日号]"),
    ("month", rf"{YEAR}[-/.]{MONTH}"),
    ("month", rf"{YEAR}(?P<month>0[1-9]|1[0-2])"),
    ("day", rf"{YEAR}(?P<month>0[1-9]|1[0-2])(?P<day>\d\d)"),
)
ENGLISH: Forms = (
    ("half", rf"h(?P<half>[12])[ -]?{YEAR}"),
    ("half", rf"{ORDINAL} half(?: of)? {YEAR}"),
    ("quarter", rf"q{NUMBER}[ -]?{YEAR}"),
    ("quarter", rf"{ORDINAL} quarter(?: of)? {YEAR}"),
    ("ytd", rf"jan(?:uary|\.)? ?(?:-|to) ?{NAME},? {YEAR}"),
    ("ytd", rf"{YEAR},? jan(?:uary|\.)? ?(?:-|to) ?{NAME}"),
    ("month", rf"{NAME},? {YEAR}"),
    ("month", rf"{YEAR},? {NAME}"),
    ("year", rf"{UNTIL}(?P<end>(?:the )?end of) {YEAR}"),
    ("month", rf"{UNTIL}(?P<end>(?:the )?end of) {NAME},? {YEAR}"),
    ("day", rf"{UNTIL}{DAY} {NAME},? {YEAR}"),
    ("day", rf"{UNTIL}{NAME} {DAY},? {YEAR}"),
)
DATED = re.compile(rf"{YEAR}(?P<by>[-/.]){MONTH}(?P=by){DAY}(?: 00:00:00)?", re.ASCII)
"""Written with one and the same sign between, before dashes of all kinds are made one."""


@lru_cache(maxsize=65536)
def canonical(word: str) -> str:
    """Return a period in the spelling of the data; the word itself where it writes none.

    The end of a year or month is a day: `is_end` tells it from a day that is written as one.
    """
    text = half_width(word).strip().lower()
    if _is_period(text.upper()):
        return text.upper()
    if _is_period(text):
        return text
    found = _read(text)
    return found if found and _is_period(found) else word


@lru_cache(maxsize=65536)
def is_end(word: str) -> bool:
    """Whether a word writes the end of a year or a part of it: 2021年末, the end of June 2021."""
    match = _match(half_width(word).strip().lower())
    return match is not None and bool(match[1].get("end"))


def ending_with(day: str) -> str:
    """The year or month whose last day is given: 2021 for 2021-12-31, 2021-06 for 2021-06-30."""
    return day[:4] if day.endswith("-12-31") else day[:7]


def is_ambiguous(word: str) -> bool:
    """Whether a word may be January, or October that a spreadsheet took for a number."""
    return AMBIGUOUS.fullmatch(half_width(word).strip()) is not None


def _is_period(text: str) -> bool:
    try:
        periods.parse(text)
    except periods.PeriodError:
        return False
    return True


def _read(text: str) -> str:
    """The period that a text writes, "" for none; not yet held against the calendar."""
    if is_ambiguous(text):
        return ""
    match = _match(text)
    if match is None:
        return ""
    kind, part = match
    return WRITTEN[kind](part["year"], part)


Parts = dict[str, str]


def _match(text: str) -> tuple[str, Parts] | None:
    """The kind of a text and its parts by name; None where no form fits."""
    if dated := DATED.fullmatch(text):
        return "day", dated.groupdict("")
    blank = " ".join(_one_dash(text).split())
    squeezed = _digits(re.sub("[ ()]", "", blank))
    forms = [(blank, ENGLISH), (blank, CHINESE), (squeezed, CHINESE)]
    for spelled, of_language in forms:
        for kind, pattern in of_language:
            if found := re.fullmatch(pattern, spelled, re.ASCII):
                return kind, found.groupdict("")
    return None


def _one_dash(text: str) -> str:
    return re.sub(rf"[{re.escape(DASHES)}]+|(?<!截)[至到]", "-", text)


def _digits(text: str) -> str:
    """The text with digits for Chinese numerals: 二〇二一年十月, 第三季度."""
    year = re.match(f"[{''.join(DIGITS)}]{{4}}(?=年)", text)
    if year:
        text = "".join(DIGITS[sign] for sign in year[0]) + text[4:]
    for numeral, number in NUMERALS.items():
        text = re.sub(rf"{numeral}(?=个|月|季|-|日)", number, text)
    return text


def _number(part: Parts, *names: str) -> int:
    return next((int(part[name]) for name in names if part.get(name)), 0)


def _month(part: Parts) -> int:
    if name := part.get("name"):
        return MONTHS.index(name[:3]) + 1
    return _number(part, "month")


def _last_day(year: str, month: int) -> str:
    return periods.parse(f"{year}-{month:02}").end.isoformat()


def _year(year: str, part: Parts) -> str:
    return date(int(year), 12, 31).isoformat() if part.get("end") else year


def _half(year: str, part: Parts) -> str:
    half = ORDINALS.get(part.get("ordinal", "")) or _number(part, "half", "half2")
    half = half or (1 if part.get("upper") else 2)
    return _last_day(year, half * 6) if part.get("end") else f"{year}-H{half}"


def _quarter(year: str, part: Parts) -> str:
    number = ORDINALS.get(part.get("ordinal", "")) or _number(part, "number", "number2")
    return _last_day(year, number * 3) if part.get("end") else f"{year}-Q{number}"


def _quarters(year: str, part: Parts) -> str:
    return f"{year}-{_number(part, 'number') * 3:02}/ytd"


def _ytd(year: str, part: Parts) -> str:
    return f"{year}-{_month(part):02}/ytd"


def _one_month(year: str, part: Parts) -> str:
    month = _month(part)
    return _last_day(year, month) if part.get("end") else f"{year}-{month:02}"


def _day(year: str, part: Parts) -> str:
    return f"{year}-{_month(part):02}-{int(part['day']):02}"


WRITTEN: MappingProxyType[str, Callable[[str, Parts], str]] = MappingProxyType(
    {
        "year": _year,
        "half": _half,
        "quarter": _quarter,
        "quarters": _quarters,
        "ytd": _ytd,
        "month": _one_month,
        "day": _day,
    }
)
