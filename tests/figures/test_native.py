"""The native form of trends and rankings: every value that is drawn, where and as it is drawn."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from figures import theme
from figures.native import NativeForm
from figures.ranking import ranking
from figures.trend.trend import trend
from indicators.precedence import Reported
from indicators.records import Target
from tests.support.figures_rows import (
    HOLDINGS,
    OUTPUT,
    PROVINCE,
    RATE,
    REGIONS,
    context,
    figure,
    target,
    tracked_targets,
)


def form(reported: list[Reported], goals: list[Target] | None = None) -> NativeForm:
    of = context().catalogue.indicators[reported[0].shown.indicator]
    tracked = tracked_targets(goals or [], reported)
    made = trend(of, {PROVINCE: reported}, tracked, [], context())
    assert made is not None
    return made.native()


def places(made: NativeForm, name: str) -> list[tuple[str, Decimal | None]]:
    """The days and values of the line of a name."""
    line = next(line for line in made.lines if line.name == name)
    return [(str(mark.place), mark.value) for mark in line.marks]


def test_months_and_halves_stand_in_their_time_beside_the_years() -> None:
    made = form([
        figure("2022", "10"), figure("2023", "12"), figure("2023-H1", "5"), figure("2023-H2", "7"),
        figure("2024-03", "1"), figure("2024-11/ytd", "11"),
    ])  # fmt: skip
    assert places(made, "年度") == [("2022-07-02", 10), ("2023-07-02", 12)]
    assert places(made, "半年") == [("2023-04-01", 5), ("2023-10-01", 7)]
    assert places(made, "月度") == [("2024-03-16", 1)]
    assert places(made, "年初累计") == [("2024-11-30", 11)]


def test_a_stock_stands_at_its_day() -> None:
    made = form([
        figure(period, "1", of=HOLDINGS.id) for period in ("2022", "2023-06", "2024-02-29", "2024")
    ])  # fmt: skip
    assert [day for day, _ in places(made, "期末值")] == [
        "2022-12-31", "2023-06-30", "2024-02-29", "2024-12-31",
    ]  # fmt: skip


def test_what_no_line_joins_has_a_gap_between() -> None:
    made = form([figure(year, "10") for year in ("2018", "2019", "2022")])
    assert places(made, "年度") == [
        ("2018-07-02", 10), ("2019-07-02", 10), ("2020-12-31", None), ("2022-07-02", 10),
    ]  # fmt: skip


def test_a_forecast_is_a_line_of_its_own_from_the_value_before() -> None:
    made = form([
        figure("2023", "10"), figure("2024", "11", status="provisional"),
        figure("2025", "12", status="forecast", qualifier="over"),
    ])  # fmt: skip
    (line,) = made.lines
    assert line.foreseen == "年度（预测数）"
    assert [mark.is_joint for mark in line.marks] == [False, True, False]
    assert [(mark.is_soft, mark.is_foreseen) for mark in line.marks] == [
        (False, False), (True, False), (True, True),
    ]  # fmt: skip
    assert [mark.text for mark in line.marks] == ["10", "11", "超12（预测数）"]


def test_about_and_over_are_written_though_a_long_series_has_no_room() -> None:
    years = [figure(str(year), "10") for year in range(2010, 2020)]
    made = form([*years, figure("2020", "11", qualifier="about"), figure("2021", "12")])
    assert [mark.text for mark in made.lines[0].marks if mark.text] == ["10", "约11", "12"]


def test_what_other_publications_say_stands_beside_the_value_shown() -> None:
    other = figure("2024", "14").shown
    made = form([figure("2023", "10"), replace(figure("2024", "12"), conflicts=(other,))])
    assert places(made, "年度") == [("2023-07-02", 10), ("2024-07-02", 12)]
    assert places(made, "其他来源") == [("2024-07-02", 14)]


def test_every_target_of_a_year_stands_by_its_sign() -> None:
    goals = [target("2025", "20"), target("2025", "22"), target("2025", "30", "<="),
             target("2026", "25", "=")]  # fmt: skip
    made = form([figure("2023", "10"), figure("2024", "12")], goals)
    by_name = {line.name: line for line in made.lines}
    assert places(made, "目标下限（≥）") == [("2025-07-02", 20), ("2025-07-02", 22)]
    assert places(made, "目标上限（≤）") == [("2025-07-02", 30)]
    assert places(made, "目标（=）") == [("2026-07-02", 25)]
    assert [mark.text for mark in by_name["目标下限（≥）"].marks] == ["≥20", "≥22"]
    assert (by_name["目标下限（≥）"].look, by_name["目标上限（≤）"].look) == ("target", "cap")


def test_the_axis_of_amounts_starts_at_zero_and_that_of_rates_where_the_picture_does() -> None:
    amounts = form([figure("2023", "12750"), figure("2024", "13150")]).values
    rates = form([figure(year, value, of=RATE.id) for year, value in
                  (("2021", "7"), ("2022", "9"), ("2023", "8"))]).values  # fmt: skip
    assert amounts is not None
    assert rates is not None
    assert amounts.low == 0
    assert amounts.high > 13150
    assert rates.low == 7


def test_regions_have_the_colours_of_the_picture() -> None:
    series = {
        REGIONS[code]: [figure("2023", "1", code), figure("2024", "2", code)]
        for code in ("520100", "520300")
    }
    made = trend(OUTPUT, series, [], [], context())
    assert made is not None
    traces = {t["name"]: t["line"]["color"] for t in made.plot["data"] if t.get("name")}
    assert {line.name: line.colour for line in made.native().lines} == traces


def test_bars_are_the_ranking_without_the_province() -> None:
    rows = [figure("2024", value, code) for code, value in
            (("520000", "100"), ("520100", "30"), ("520300", "50"), ("520200", "—"))]  # fmt: skip
    made = ranking(OUTPUT, rows, context(), period="2024")
    assert made is not None
    form = made.native()
    assert form.kind == "bar"
    assert [(mark.place, mark.value, mark.text) for mark in form.lines[0].marks] == [
        ("遵义", 50, "50"), ("贵阳", 30, "30"),
    ]  # fmt: skip
    assert form.lines[0].colour == theme.hue("baijiu")


def test_the_place_of_a_path_is_a_day() -> None:
    goals = [target("2026", "20")]
    made = form([figure("2023", "10"), figure("2024", "12"), figure("2025", "14")], goals)
    required = next(line for line in made.lines if line.look == "required")
    assert isinstance(required.marks[0].place, date)
    assert required.marks[-1].place == date(2026, 7, 2)
    assert required.marks[-1].row is None
