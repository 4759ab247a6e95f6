"""The required and the projected path: where they lead, when there is none, what they say."""

from typing import Any

import pytest

from figures import series
from figures.trend.paths import Path, path_traces, target_paths
from tests.support.figures_rows import (
    HOLDINGS,
    INDICATORS,
    OUTPUT,
    context,
    figure,
    target,
    tracked_targets,
)

TWO = [figure("2022", "100"), figure("2024", "121")]
GOAL = target("2028", "160")


def led(goal: Any = GOAL, figures: Any = TWO, lang: str = "zh", shown: Any = None) -> list[Path]:
    indicator, words = INDICATORS[goal.indicator], context(lang)
    points = series.points(indicator, figures if shown is None else shown, words)
    return target_paths(indicator, tracked_targets([goal], figures), points, words)


def flat(path: Path) -> list[float]:
    return [number for spot in path.line for number in spot]


def test_the_paths_lead_from_base_and_latest_figure_to_the_due_year() -> None:
    required, projected = led()
    assert (required.kind, projected.kind) == ("required", "projected")
    assert required.line[0] == pytest.approx((2022, 100))
    assert required.line[-1] == pytest.approx((2028, 160))
    assert projected.line[0] == pytest.approx((2024, 121))
    assert projected.line[-1] == pytest.approx((2028, 177.1561))  # 10 % a year


def test_a_path_of_growth_is_a_curve_below_the_straight_line() -> None:
    required = led()[0]
    assert len(required.line) == 9
    assert required.line[4] == pytest.approx((2025, (100 * 160) ** 0.5))


def test_a_path_through_zero_is_straight() -> None:
    loss = [figure("2022", "-20"), figure("2024", "0")]
    required, projected = led(figures=loss)
    assert flat(required) == pytest.approx([2022, -20, 2028, 160])
    assert flat(projected) == pytest.approx([2024, 0, 2028, 40])
    assert projected.sentence == "按目前增速，2028年为约40亿元"


def test_the_paths_of_a_stock_stand_at_its_dates() -> None:
    rows = [figure("2022", "100", of=HOLDINGS.id), figure("2024-06-30", "121", of=HOLDINGS.id)]
    required, projected = led(target("2028", "160", of=HOLDINGS.id), rows)
    points = series.points(HOLDINGS, rows, context())
    assert required.line[0] == pytest.approx((points[0].x, 100))
    assert projected.line[0] == pytest.approx((points[1].x, 121))


def test_a_path_says_its_ends_and_its_growth_in_both_languages() -> None:
    assert [path.sentence for path in led()] == [
        "所需路径：由2022年100亿元到2028年目标≥160亿元，年均+8.1%",
        "按目前增速，2028年为约177亿元，年均+10.0%",
    ]
    assert [path.sentence for path in led(lang="en")] == [
        "Required path: from CNY 10 bn in 2022 to the target for 2028 of ≥CNY 16 bn, +8.1% a year",
        "At current growth: about CNY 17.7 bn in 2028, +10.0% a year",
    ]
    assert led(lang="en")[1].line[-1] == pytest.approx((2028, 17.71561))


def test_decline_has_a_true_minus_sign() -> None:
    fallen = [figure("2022", "100"), figure("2024", "81")]
    assert led(figures=fallen)[1].sentence.endswith("年均−10.0%")


def test_the_projected_value_is_written_at_its_end() -> None:
    assert [path.label for path in led()] == ["", "约177"]


def test_an_absurd_projection_is_cut_at_three_times_the_highest_and_not_labelled() -> None:
    boom = [figure("2023", "1"), figure("2024", "20")]
    projected = led(figures=boom)[1]
    assert projected.line[-1][1] == pytest.approx(480)  # three times the target of 160
    assert 2024 < projected.line[-1][0] < 2026
    assert projected.label == ""
    assert "2028年为约3200000亿元" in projected.sentence


@pytest.mark.parametrize(
    ("goal", "figures"),
    [
        (GOAL, TWO[:1]),  # base and latest are one
        (target("2025", "160"), TWO),  # the due date is past
        (target("2028", "110"), TWO),  # reached
        (target("2026", "160"), [*TWO, figure("2025", "130"), figure("2026-06/ytd", "70")]),  # pace
    ],
)
def test_no_projection(goal: Any, figures: Any) -> None:
    assert [path.kind for path in led(goal, figures)] == ["required"]


@pytest.mark.parametrize(
    ("goal", "figures"),
    [
        (GOAL, []),
        (target("2028", "90"), TWO),  # the base meets it already
        (target("2028", "160", "<="), TWO),
        (target("2028", "160"), [figure("2024-06/ytd", "50")]),  # no base of a whole year
    ],
)
def test_no_path_at_all(goal: Any, figures: Any) -> None:
    assert led(goal, figures) == []


def test_a_kind_that_waits_for_a_click_has_no_path() -> None:
    months = [figure(f"2025-{month:02}", "9") for month in range(1, 9)]
    assert led(shown=months) == []


def test_only_the_target_that_leads_has_paths() -> None:
    held = tracked_targets([target("2035", "500"), GOAL, target("2023", "90")], TWO)
    found = target_paths(OUTPUT, held, series.points(OUTPUT, TWO, context()), context())
    assert [path.line[-1][0] for path in found] == pytest.approx([2028, 2028])


def test_the_required_path_is_dashed_and_the_projected_one_dotted() -> None:
    required, projected = path_traces(led(), "#123456", context())
    assert (required["name"], projected["name"]) == ("所需路径", "按目前增速")
    assert required["line"]["dash"] != projected["line"]["dash"]
    assert projected["line"]["color"] == "#123456" != required["line"]["color"]
    assert required["hovertext"].replace("<br>", "") == led()[0].sentence
    assert projected["y"][-1] == 177.1561
