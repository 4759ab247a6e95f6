from datetime import date

import pytest

from indicators import age
from indicators.vocabulary import Status
from tests.support.figures_rows import figure, target

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("period", "months"),
    [("2023", 35), ("2023-12", 35), ("2023-12-31", 35), ("2023-Q4", 35), ("2023-12/ytd", 35),
     ("2025-H1", 17), ("2026-11-01", 0), ("2027", -13)],
)  # fmt: skip
def test_months_are_counted_as_on_a_calendar(period: str, months: int) -> None:
    assert age.months_old(period, TODAY) == months


@pytest.mark.parametrize(("period", "old"), [("2025-05", False), ("2025-04", True)])
def test_a_figure_is_old_after_eighteen_months(period: str, *, old: bool) -> None:
    assert age.is_old(period, TODAY) is old


def test_figures_reach_the_month_that_the_latest_of_them_ends_in() -> None:
    rows = [figure(period, "1").shown for period in ("2022", "2023-H1", "2023-03-31")]
    assert age.reach(rows) == "2023-06"
    assert age.reach(rows[:1]) == "2022-12"


def test_what_is_foreseen_missing_or_promised_is_no_report() -> None:
    told = figure("2022", "1").shown
    foreseen = figure("2025", "2", status=Status.FORECAST).shown
    missing = figure("2024", "—").shown
    assert missing.value is None
    assert age.reach([told, foreseen, missing, target("2030", "3"), object()]) == "2022-12"
    assert age.reach([target("2030", "3")]) == ""
