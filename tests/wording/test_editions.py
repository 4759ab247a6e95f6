from datetime import date

import pytest

from indicators.release import Release
from wording import editions
from wording.words import words

RELEASE = Release(3, "2026-11-19T17:30:00+00:00", "", 0, 0, 0, "")
TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("lang", "until", "text"),
    [
        ("zh", "2026-06", "数据期至2026年6月 · 第3版（2026年11月20日）"),
        ("zh", "", "第3版（2026年11月20日）"),
        ("en", "2026-06", "Data up to Jun 2026 · Release 3 (20 Nov 2026)"),
    ],
)
def test_it_says_how_far_the_figures_reach_and_when_they_were_published(
    lang: str, until: str, text: str
) -> None:
    assert editions.shown(RELEASE, until, words(lang)) == text


@pytest.mark.parametrize(
    ("lang", "period", "text"),
    [
        ("zh", "2023", "数据距今2年11个月"),
        ("zh", "2023-11", "数据距今3年"),
        ("zh", "2025-04", "数据距今1年7个月"),
        ("zh", "2025-05", ""),
        ("en", "2023", "2 years 11 months old"),
        ("en", "2023-10-31", "3 years 1 month old"),
        ("en", "2023-11", "3 years old"),
    ],
)
def test_an_old_figure_says_how_old_it_is(lang: str, period: str, text: str) -> None:
    assert editions.age(period, TODAY, words(lang)) == text
