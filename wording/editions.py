"""Which data a page, picture or document shows: how far they reach, and in which release."""

from datetime import date

from indicators.age import is_old, months_old
from indicators.release import Release
from wording import formats
from wording.releases import withdrawn
from wording.words import Words


def edition(release: Release, words: Words) -> str:
    """A release, the day it was published, and if it was withdrawn: 第3版（2026年11月20日）."""
    day, mark = formats.day(release.day, words), withdrawn(release, words)
    if mark:
        return words("release.edition", number=release.number, date=day, withdrawn=mark)
    return words("edition.release", number=release.number, date=day)


def shown(release: Release, until: str, words: Words) -> str:
    """The release, before it the month that the figures reach; empty `until` says nothing."""
    reached = [words("edition.until", month=formats.period(until, words))] if until else []
    return " · ".join((*reached, edition(release, words)))


def age(period: str, today: date, words: Words) -> str:
    """How old a figure is that is too old to speak of today: 数据距今2年11个月; else empty.

    None that old is younger than a year.
    """
    if not is_old(period, today):
        return ""
    years, months = divmod(months_old(period, today), 12)
    said = words("age.years", n=years)
    if months:
        said = words("age.both", years=said, months=words("age.months", n=months))
    return words("age", age=said)
