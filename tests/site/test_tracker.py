"""The tracker, its files, and what other pages say of targets, on the real figures."""

import csv
import io
import itertools
from typing import Any

import openpyxl
import pytest
from dash import Dash
from flask.testing import FlaskClient

from app import create_app
from callbacks.settings import Settings
from charts.addresses import SORTS
from figures.status_looks import COLOURS
from indicators.records import Target
from targets import assessment
from tests.support.rendered import page


def rows_of(client: FlaskClient, path: str) -> list[list[str]]:
    """The texts of the tracker's rows."""
    body = next(page(client, path).all("tbody"))
    return [[cell.text for cell in row.all("td")] for row in body.all("tr")]


def csv_rows(client: FlaskClient, query: str) -> list[dict[str, str]]:
    response = client.get(f"/targets.csv{query}")
    assert response.status_code == 200
    return list(csv.DictReader(io.StringIO(response.data.decode("utf-8-sig"))))


EVERY = "time=current,past,superseded"


def test_every_promise_is_a_row_with_all_who_told_it(client: FlaskClient) -> None:
    everything = len(rows_of(client, f"/targets?{EVERY}"))
    repeated = sum(len(row["另见来源代码"].split()) for row in csv_rows(client, f"?{EVERY}"))
    assert repeated
    assert everything + repeated == client.get("/healthz").get_json()["rows"]["targets"]


@pytest.mark.parametrize("query", ["", "?time=past", "?time=superseded", f"?{EVERY}"])
def test_the_counts_are_of_the_kind_of_time_that_is_shown(client: FlaskClient, query: str) -> None:
    times, statuses = page(client, f"/targets{query}").all("div", "status-counts")
    chosen = next(next(times.all("a", "chosen-status")).all("span", "count")).text
    counts = [count.text for count in statuses.all("span", "count")]
    assert sum(map(int, counts)) == int(chosen) == len(rows_of(client, f"/targets{query}"))


def test_current_targets_are_due_in_the_last_full_year_or_later(client: FlaskClient) -> None:
    current = csv_rows(client, "")
    first = int(current[0]["评估日期"][:4]) - 1
    assert min(int(row["到期日"][:4]) for row in current) >= first
    assert not any(row["调整该目标的来源代码"] for row in current)
    past = csv_rows(client, "?time=past")
    assert max(int(row["到期日"][:4]) for row in past) < first


def test_what_replaced_a_target_and_what_was_replaced_lead_to_each_other(
    client: FlaskClient,
) -> None:
    replaced = page(client, "/targets?time=superseded&base=baijiu")
    assert "后来为≥3000亿元" in replaced.text
    heir = next(a for a in replaced.all("a", "revised") if "3000" in a.text).attributes["href"]
    row = next(r for r in page(client, heir).all("tr") if "由≥2500亿元调整而来" in r.text)
    back = next(row.all("a", "revised")).attributes["href"]
    assert "后来为≥3000亿元" in page(client, back).text


def test_the_same_promise_of_two_publications_is_one_row_with_two_sources(
    client: FlaskClient,
) -> None:
    rows = page(client, "/targets?base=compute&from=2025&to=2025").all("tr")
    racks = [row for row in rows if "数据中心标准机架数" in row.text]
    assert [len(list(row.all("a", "restated"))) for row in racks] == [1]


@pytest.mark.parametrize(
    "query",
    ["", "?base=baijiu", "?region=520300&sort=-attainment", "?status=missed,achieved&sort=due",
     "?comparator=cap", "?time=past&kind=annual&from=2023&to=2024&sort=gap",
     "?lang=en&base=compute"],
)  # fmt: skip
def test_the_files_hold_what_the_page_shows(client: FlaskClient, query: str) -> None:
    """The same rows in the same order, on the page, as CSV and as a workbook."""
    shown = [(row[0], row[2]) for row in rows_of(client, f"/targets{query}")]
    found = csv_rows(client, query)
    status, name = ("Status", "Indicator") if "lang=en" in query else ("状态", "指标")
    assert [(row[status], row[name]) for row in found] == shown
    workbook = openpyxl.load_workbook(io.BytesIO(client.get(f"/targets.xlsx{query}").data))
    cells = list(workbook.worksheets[0].values)
    assert [row[cells[0].index(name)] for row in cells[1:]] == [name for _, name in shown]


@pytest.mark.parametrize("column", SORTS)
def test_every_column_sorts_both_ways(client: FlaskClient, column: str) -> None:
    up = rows_of(client, f"/targets?from=2025&to=2026&sort={column}")
    down = rows_of(client, f"/targets?from=2025&to=2026&sort=-{column}")
    assert sorted(up) == sorted(down)
    assert up != down
    place = SORTS.index(column)
    if column in ("region", "indicator", "kind", "due"):  # their texts stand in one group each
        groups = [cell for cell, _ in itertools.groupby(row[place] for row in up)]
        assert len(groups) == len(set(groups))
        assert groups[::-1] == [c for c, _ in itertools.groupby(row[place] for row in down)]


def test_what_has_nothing_to_sort_by_comes_last(client: FlaskClient) -> None:
    for sign in ("", "-"):
        found = csv_rows(client, f"?base=batteries&sort={sign}attainment")
        shares = [row["完成率（现值÷目标值）"] for row in found]
        known = [float(share) for share in shares if share]
        assert shares[: len(known)] == [share for share in shares if share]
        assert known == sorted(known, reverse=bool(sign))


def test_filters_keep_what_they_name(client: FlaskClient) -> None:
    caps = csv_rows(client, "?comparator=cap")
    assert caps
    assert {row["比较符"] for row in caps} == {"<="}
    goals = csv_rows(client, "?time=past&kind=annual&from=2023&to=2023")
    assert {row["目标时期"] for row in goals} == {"2023"}
    assert {row["地区代码"] for row in csv_rows(client, "?region=520300")} == {"520300"}


@pytest.mark.parametrize("query", ["status=late", "comparator=>", "sort=colour", "kind=promise"])
def test_a_wrong_parameter_is_a_400_that_names_it(client: FlaskClient, query: str) -> None:
    name = query.partition("=")[0]
    assert client.get(f"/targets?{query}").status_code == 400
    assert f"参数 {name}" in page(client, f"/targets?{query}").text
    for kind in ("csv", "xlsx"):
        answer = client.get(f"/targets.{kind}?{query}")
        assert answer.status_code == 400
        assert name in answer.get_data(as_text=True)


def test_the_files_have_chinese_names(client: FlaskClient) -> None:
    header = client.get("/targets.xlsx").headers["Content-Disposition"]
    assert header == ("attachment; filename*=UTF-8''%E7%9B%AE%E6%A0%87%E4%B8%80%E8%A7%88_R1.xlsx")


def test_the_reference_target_reads_as_published(client: FlaskClient) -> None:
    """695.05 of 1000 in 2023: missed, and said so in a sentence with both sources."""
    shown = page(client, "/indicator/batteries.battery_output").text
    assert (
        "2023年，全省新能源电池及材料产业工业总产值（规模以上）695.05亿元，"
        "完成2023年目标（1000亿元以上）的69.5%，未达标。（据新华社（转引），2024年4月20日；"
        "中国青年报（转引），2023年1月14日）"
    ) in shown
    english = page(client, "/indicator/batteries.battery_output?lang=en").text
    assert (
        "CNY 69.51 bn in 2023, 69.5% of the target for 2023 (at least CNY 100 bn); target missed."
        in english
    )


def test_a_pace_reads_as_notices_write_it(client: FlaskClient) -> None:
    shown = page(client, "/indicator/backup.avic_heavy_revenue?region=520100").text
    assert "2025年1—9月，中航重机营业收入77.76亿元" in shown
    assert "完成年度目标（115亿元以上）的67.6%，低于序时进度7.4个百分点" in shown


def test_a_revised_target_says_by_which_document(client: FlaskClient) -> None:
    shown = page(client, "/indicator/baijiu.output_value?region=520000").text
    assert (
        "按后来公布的《构建仁怀习水金沙三极 贵州这样规划白酒“十四五”发展》"
        "（酒文化网，2021年12月16日），该目标为3000亿元以上。"
    ) in shown


@pytest.mark.parametrize("path", ["/base/baijiu", "/region/520300"])
def test_counts_lead_to_the_filtered_tracker(client: FlaskClient, path: str) -> None:
    """Each count is the number of rows in force that its link shows."""
    links = [a for a in page(client, path).all("a") if list(a.all("span", "count"))]
    assert links
    for each in links[:6]:
        query = each.attributes["href"].removeprefix("/targets")
        count = next(each.all("span", "count")).text
        found = csv_rows(client, query)
        assert int(count) == sum(not row["调整该目标的来源代码"] for row in found)


def test_the_about_page_computes_its_example(client: FlaskClient) -> None:
    shown = page(client, "/about").text
    for part in (
        "0.91",
        "−6.7个百分点",
        "+14.8个百分点",
        "0.95及以上",
        "−30个百分点至−10个百分点（不含）",
    ):
        assert part in shown


def test_a_failure_nobody_foresaw_has_no_verdict_and_is_logged(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    real = assessment.assess

    def fails_once(target: Target, *rest: Any) -> assessment.Assessment:
        if target.indicator == "batteries.nev_stock":
            raise ArithmeticError("nobody foresaw this")
        return real(target, *rest)

    monkeypatch.setattr(assessment, "assess", fails_once)
    client = create_app(settings).server.test_client()
    rows = rows_of(client, "/targets?base=batteries")
    failed = [row for row in rows if "评估出错" in row[9]]
    assert len(rows) == len(csv_rows(client, "?base=batteries")) > 1
    assert [row[0] for row in failed] == ["无数据"]
    assert "batteries.nev_stock 520000 2026 >= 70 (batteries-s06)" in caplog.text
    assert "nobody foresaw this" in caplog.text


def test_rules_and_colours_are_settings(app: Dash, settings: Settings) -> None:
    chosen = Settings(
        data=settings.data, database_url=settings.database_url, rules=("path",), colours="red-good"
    )
    client = create_app(chosen).server.test_client()
    answer = client.get("/targets?status=achieved").get_data(as_text=True)
    assert COLOURS["red-good"]["achieved"] in answer
    assert COLOURS["green-good"]["achieved"] not in answer
    plain, other = app.server.test_client(), client
    before, after = ([row[9] for row in rows_of(c, "/targets?sort=due")] for c in (plain, other))
    grounds = set(zip(before, after, strict=True))
    assert ("增速判断", "路径判断") in grounds
    assert "增速判断" not in after


def test_a_status_beside_a_figure_names_its_year_and_rests_on_that_very_figure(
    client: FlaskClient,
) -> None:
    judged = [row for row in rows_of(client, f"/targets?{EVERY}") if row[6]]
    chips = 0
    for base in ("coal", "baijiu", "compute", "batteries", "resources", "backup", "economy"):
        for tile in page(client, f"/base/{base}").all("article", "tile"):
            for chip in (c for c in tile.all("a", "status") if c.text):
                due, status = chip.text.split("目标：")
                name = next(tile.all("a", "tile-name")).text
                region, period, *_ = next(tile.all("div", "tile-place")).text.split(" · ")
                period, *_ = period.split(" ")  # its age stands behind it
                assert [
                    row
                    for row in judged
                    if (row[0], row[2], row[3], row[4]) == (status, name, region, due)
                    and row[6].endswith(f" {period}")
                ], (name, chip.text)
                chips += 1
    assert chips
