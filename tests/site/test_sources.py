"""Where the data come from: sources, their conflicts, the gaps, the releases."""

import io
from html import unescape
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from openpyxl import load_workbook

from tests.support import rendered
from tests.support.rendered import page


def cells(client: FlaskClient, address: str) -> list[list[str]]:
    body = next(page(client, address).all("tbody"), None)
    return [[cell.text for cell in row.all("td")] for row in body.all("tr")] if body else []


@pytest.mark.parametrize(("name", "place"), [("figures", 5), ("targets", 6), ("others", 7)])
def test_sources_are_sorted_by_what_they_gave(client: FlaskClient, name: str, place: int) -> None:
    counts = [int(row[place]) for row in cells(client, f"/sources?sort=-{name}")]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > 0


@pytest.mark.parametrize("words", ["茅台 年度报告", "MOUTAI", "ｍｏｕｔａｉ", "贵州日报 2025"])
def test_sources_are_found_by_all_words_in_any_order(client: FlaskClient, words: str) -> None:
    whole = len(cells(client, "/sources"))
    there = cells(client, f"/sources?q={quote(words)}")
    turned = quote(" ".join(reversed(words.split())))
    assert 0 < len(there) < whole
    assert cells(client, f"/sources?q={turned}") == there


def test_what_is_looked_for_stays_with_kind_and_order(client: FlaskClient) -> None:
    address = f"/sources?kind=press&q={quote('茅台')}&sort=figures"
    rows = cells(client, address)
    assert {row[3] for row in rows} == {"新闻媒体"}
    form = next(page(client, address).all("form", "find"))
    held = {e.attributes["name"]: e.attributes.get("value") for e in form.all("input")}
    assert held == {"q": "茅台", "kind": "press", "sort": "figures"}
    assert "没有符合条件的来源" in rendered.document(client, "/sources?q=xyzzy")


def test_what_was_read_elsewhere_is_no_original(client: FlaskClient) -> None:
    """Xinhua's text on the site of another paper was passed on, and says so."""
    (row,) = cells(client, "/sources?q=compute-s24")
    assert row[1] == "新华社"
    assert row[4] == "转发原文"
    record = page(client, "/sources?id=compute-s24").text
    assert "转发原文" in record
    assert "人民网" in record


def test_where_a_text_was_read_is_told_on_the_page_of_the_source_alone(client: FlaskClient) -> None:
    figures = rendered.document(client, "/indicator/economy.gdp")
    assert "国家统计局" in figures
    assert "GitHub" not in figures
    assert "GitHub" in page(client, "/sources?id=nbs-s06").text


def test_the_page_of_a_source_tells_all_that_was_taken_from_it(client: FlaskClient) -> None:
    rows = {row[0]: row[5:] for row in cells(client, "/sources?sort=-others")}
    title, (figures, _, others) = next(iter(rows.items()))
    (link,) = [a for a in page(client, "/sources?sort=-others").all("a") if a.text == title]
    told = page(client, link.attributes["href"])
    assert f"取自该来源的{figures}条数据" in told.text
    heads = [head.text for head in told.all("h2")]
    assert f"取自该来源的其他{others}条" in heads
    assert int(others) > 0
    without = page(client, "/sources?id=compute-s24").text
    assert "没有取自该来源的数据" in without
    assert "当前筛选" not in without


def test_no_source_is_named_by_a_remark(client: FlaskClient) -> None:
    text = rendered.document(client, "/sources") + rendered.document(client, "/sources?lang=en")
    for remark in ("not shown", "not in the excerpt", "biqug"):
        assert remark not in text


@pytest.mark.parametrize("path", ["/sources", "/conflicts", "/gaps", "/releases"])
def test_the_four_pages_lead_to_one_another(client: FlaskClient, path: str) -> None:
    (tabs,) = page(client, f"{path}?lang=en").all("nav", "tabs")
    links = [a.attributes for a in tabs.all("a")]
    assert [a["href"] for a in links] == [
        f"/{name}?lang=en" for name in ("sources", "conflicts", "gaps", "releases")
    ]
    assert [a["href"] for a in links if a.get("aria-current")] == [f"{path}?lang=en"]
    assert len(client.get(path).data) < 400_000


def test_a_conflict_says_how_far_and_why(client: FlaskClient) -> None:
    """A body that counts goes before a paper that wrote of it."""
    (row,) = [r for r in cells(client, "/conflicts") if r[0].startswith("规模以上白酒产量")]
    _, region, period, shown, other, difference, reason = row
    assert (region, period) == ("贵州", "2015年")
    assert shown.startswith("42.801万千升")
    assert other.startswith("42.79万千升")
    assert difference == "−0.03%"
    assert reason == "来源类型：统计部门优先于新闻媒体"


def test_conflicts_follow_the_filters(client: FlaskClient) -> None:
    every = cells(client, "/conflicts")
    coal = cells(client, "/conflicts?base=coal")
    late = cells(client, "/conflicts?from=2022&sort=-period")
    assert 0 < len(coal) < len(every)
    assert 0 < len(late) < len(every)
    assert {row[2][:4] for row in late} <= {"2022", "2023", "2024", "2025", "2026"}
    assert 'href="/conflicts?base=coal"' in rendered.document(client, "/base/coal")


def test_gaps_of_a_kind_and_a_base(client: FlaskClient) -> None:
    rows = cells(client, "/gaps?base=batteries&gap=awaited")
    assert {row[0] for row in rows} == {"目标待公布"}
    assert {row[1] for row in rows} == {"电池材料"}
    (output,) = [row for row in rows if row[2] == "新能源电池及材料产业工业总产值（规模以上）"]
    assert output[4] == "2025年数据，用于对照目标（1000亿元以上）"
    assert output[5].startswith("新华社")
    links = [a.attributes["href"] for a in page(client, "/gaps?base=coal").all("a")]
    assert "/gaps?base=coal&gap=awaited" in [unescape(link) for link in links]


def test_a_region_governs_the_gaps(client: FlaskClient) -> None:
    rows = cells(client, "/gaps?region=522600")
    assert rows
    assert {row[3] for row in rows} == {"黔东南"}
    assert {row[0] for row in rows} >= {"市州未覆盖"}


def test_the_workbook_is_a_work_list_by_office(client: FlaskClient) -> None:
    answer = client.get("/gaps.xlsx?gap=awaited,old")
    book = load_workbook(io.BytesIO(answer.data))
    heads, *rows = book.worksheets[0].iter_rows(values_only=True)
    table = [dict(zip(heads, row, strict=True)) for row in rows]
    assert len(table) == len(cells(client, "/gaps?gap=awaited,old"))
    offices = [row["机构"] for row in table]
    assert offices == [name for name in dict.fromkeys(offices) for _ in range(offices.count(name))]
    goals = [row["目标值"] for row in table if row["缺口"] == "目标待公布"]
    assert all(isinstance(goal, int | float) for goal in goals)
    ages = [row["最新值距今月数"] for row in table if row["缺口"] == "核心指标数据陈旧"]
    assert min(ages) > 18
    totals = [row[2] for row in list(book.worksheets[1].iter_rows(values_only=True))[1:]]
    assert sum(totals) == len(table)


def test_the_first_release_tells_its_files(client: FlaskClient) -> None:
    text = page(client, "/releases?number=1").text
    assert "observations/coal.csv" in text
    assert "不逐条列出" in text
    assert client.get("/releases?number=99").status_code == 404
    assert "没有第“99”版数据" in rendered.document(client, "/releases?number=99")
