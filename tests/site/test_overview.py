"""The overview on the real figures: which base is behind, on what, by how much, since when."""

import io
import re

import openpyxl
import pytest
from flask.testing import FlaskClient

from tests.support.rendered import Element, page


def rows(client: FlaskClient, path: str = "/") -> dict[str, list[Element]]:
    """The cells of each base, by its name."""
    body = next(page(client, path).all("tbody"))
    found = [list(row.all("td")) for row in body.all("tr")]
    return {cells[0].text: cells for cells in found}


def listed(client: FlaskClient, address: str) -> list[str]:
    """The texts of the rows of the tracker at an address."""
    bodies = page(client, address).all("tbody")
    return [row.text for body in bodies for row in body.all("tr")]


def test_there_is_a_line_for_each_base_and_who_is_behind_stands_first(client: FlaskClient) -> None:
    found = rows(client)
    assert set(found) == {"能源", "白酒", "电池材料", "算力", "资源加工", "产业备份"}
    name, cells = next(iter(found.items()))
    assert name == "电池材料"
    shown = [cell.text for cell in cells]
    assert "新能源电池及材料产业工业总产值" in shown[1]
    assert "2023年目标≥1000亿元" in shown[1]
    assert "695.05亿元" in shown[2]
    assert "数据距今" in shown[2]
    assert "−304.95亿元" in shown[3]
    assert "2023年目标：未达标" in shown[4]
    assert "自2023年12月" in shown[4]


def test_the_resources_lead_with_the_quartz_of_qiandongnan(client: FlaskClient) -> None:
    shown = [cell.text for cell in rows(client)["资源加工"]]
    assert shown[1] == "黔东南 石英砂（岩）探明储量本站未收录该指标的目标"
    assert shown[2].startswith("4亿吨")
    assert shown[4] == "无目标"


def test_an_open_target_says_what_is_still_needed_and_where_an_even_pace_would_be(
    client: FlaskClient,
) -> None:
    shown = [cell.text for cell in rows(client)["算力"]]
    assert "2026年目标≥190EFLOPS" in shown[1]
    assert re.search(r"匀速应到1[89]\d(\.\d+)?EFLOPS", shown[1])
    assert "−40EFLOPS" in shown[3]
    assert "年均还须增长26.7%" in shown[3]


def test_the_bar_of_a_base_is_of_its_current_targets(client: FlaskClient) -> None:
    for cells in rows(client).values():
        total, *parts = cells[5].all("a")
        count = int(re.sub(r"\D", "", total.text))
        assert count == sum(int(re.sub(r"\D", "", part.text)) for part in parts)
        assert count == len(listed(client, total.attributes["href"]))
        assert len(list(next(cells[5].all("div", "status-bar")).all("span"))) == len(parts)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_three_sentences_can_be_quoted_the_worst_first(client: FlaskClient, lang: str) -> None:
    quotes = list(next(page(client, f"/?lang={lang}").all("ol", "quotes")).all("li"))
    statuses = [next(quote.all("a", "status")).text for quote in quotes]
    assert (
        statuses
        == {
            "zh": ["未达标", "未到期", "待公布"],
            "en": ["Missed", "Not due yet", "Awaiting data"],
        }[lang]
    )
    for quote in quotes:
        copied = next(quote.all("button", "copy")).attributes["data-copy"]
        sentence, _, sources = copied.partition("（据" if lang == "zh" else " (Source")
        assert sentence.strip() in quote.text
        assert sources


def test_what_is_awaited_is_a_work_list_to_take_along(client: FlaskClient) -> None:
    section = next(page(client, "/").all("section"))
    items = list(section.all("li"))
    counts = [int(next(item.all("span", "count")).text) for item in items]
    for item, count in zip(items, counts, strict=True):
        assert len(listed(client, next(item.all("a")).attributes["href"])) == count
    assert f"{sum(counts)}个" in section.text
    file = next(a for a in section.all("a") if ".xlsx" in a.attributes["href"]).attributes["href"]
    sheet = openpyxl.load_workbook(io.BytesIO(client.get(file).data)).worksheets[0]
    head, *targets = sheet.values
    assert len(targets) == sum(counts)
    assert {row[head.index("状态")] for row in targets} == {"待公布"}


def test_a_region_governs_counts_sentences_and_figures(client: FlaskClient) -> None:
    shown = page(client, "/?region=522600")
    assert "黔东南" in next(shown.all("h1")).text
    lead = next(shown.all("div", "lead")).text
    assert "本站尚未收录这里的现行目标" in lead
    assert not list(shown.all("ol", "quotes"))
    places = {cells[1].text for cells in rows(client, "/?region=522600").values()}
    assert all("黔东南" in place or place == "当前筛选下没有数据" for place in places)
    assert sum("黔东南" in place for place in places) >= 1


@pytest.mark.parametrize(("region", "base"), [("522600", "算力"), ("520100", "电池材料")])
def test_what_a_region_has_besides_headlines_is_no_missing_data(
    client: FlaskClient, region: str, base: str
) -> None:
    cells = rows(client, f"/?region={region}")[base]
    assert "当前筛选下没有数据" not in cells[1].text
    assert re.search(r"\d", cells[2].text)


def test_a_figure_that_the_years_hide_is_not_told_to_be_missing(client: FlaskClient) -> None:
    shown = page(client, "/?from=2027").text
    assert "当前筛选下没有数据" in shown
    assert "没有数据公布" not in shown


def test_a_map_of_the_indicator_chosen_is_no_second_ranking(client: FlaskClient) -> None:
    links = list(next(page(client, "/").all("ul", "choices")).all("a"))
    assert len(links) > 1
    for path in ("/", links[-1].attributes["href"]):
        shown = page(client, path)
        (box,) = shown.all("div", "menu-box")
        assert box.attributes["data-address"].startswith("/chart/map?")
        chosen = next(a for a in shown.all("a") if a.attributes.get("aria-current") == "true"
                      and "indicator=" in a.attributes["href"])  # fmt: skip
        assert (
            chosen.attributes["href"].partition("indicator=")[2] in box.attributes["data-address"]
        )


def test_what_is_over_its_target_is_told_to_be_over_it(client: FlaskClient) -> None:
    """Of "over 100 million" nobody can say how far it is over: no 100.0 %, no "equal to"."""
    shown = page(client, "/indicator/coal.power_capacity?region=520000&lang=zh")
    quotes = [quote.text for quote in shown.all("blockquote")]
    reached = next(quote for quote in quotes if "2025年目标" in quote)
    assert "已超过1亿千瓦，达到2025年目标（1亿千瓦以上），已达标" in reached
    row = next(r for r in page(client, "/targets?base=coal&status=achieved").all("tbody"))
    assert "已超过" in row.text
    assert "100.0%" not in row.text


def test_an_equal_sign_is_no_part_of_a_target(client: FlaskClient) -> None:
    shown = page(client, "/targets?time=current,past,superseded")
    goals = [a.text for a in shown.all("a", "figure-link") if a.text]
    assert not [goal for goal in goals if "=" in goal]
    assert any(goal.endswith("左右") for goal in goals)
