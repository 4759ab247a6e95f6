"""The page of a single figure: all that is known of it, from one address in every spelling."""

import pytest
from flask.testing import FlaskClient

from app import create_app
from callbacks.settings import Settings
from loaders.load import load
from store.engine import connect
from tests.support.rendered import Element, page
from tests.support.tiny_folder import TINY, write

FIGURES = "observations/coal.csv"
OUTPUT = "/figure/coal.output"
S3 = "s3,晚报,晚报社,Evening News,2025-01-01,,press,reprint,某网,,\n"
MORE = (
    "coal.output,520000,2022,12900,万吨,exact,provisional,s2,,\n"
    "coal.output,520000,2022,1.28,万吨,exact,estimate,s3,,\n"
    "coal.output,520000,2021,12000,万吨,exact,actual,s1,,\n"
    "coal.capacity,520000,2022-12-31,15000,万吨,over,actual,s1,,\n"
    "coal.output,522600,2021,1.0,吨,exact,actual,s2,,\n"
    "coal.output_growth,520000,2022,6.8,%,exact,actual,s1,,\n"
)
INDICATORS = (
    TINY["indicators.csv"]
    .replace("definition_en\n", "definition_en,growth\n")
    .replace("Output.\n", "Output.,coal.output_growth\n")
    .replace("Share.\n", "Share.,\n")
    + "coal.capacity,coal,,,产能,Capacity,万吨,up,stock,产能。,Capacity.,\n"
    + "coal.output_growth,coal,,,产量增速,Growth,%,up,growth,增速。,Growth.,\n"
)
AIM = "coal.output,520000,2022,12500,万吨,>=,plan,s2,,\n"


def told(element: Element) -> dict[str, str]:
    """The record of a card: each entry by its name."""
    (record,) = element.all("dl", "record")
    names = [each.text for each in record.all("dt")]
    return dict(zip(names, (each.text for each in record.all("dd")), strict=True))


@pytest.fixture(scope="module")
def revised(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """A dashboard with three releases, in which the output of 2022 was twice another."""
    place = tmp_path_factory.mktemp("revised")
    tiny, sqlite_url = write(place / "data", TINY), f"sqlite:///{place / 'facts.sqlite3'}"
    engine = connect(sqlite_url)
    assert load(tiny, engine).release == 1
    changed = TINY[FIGURES].replace("2022,12813,万吨,exact", "2022,1.2820,万吨,about")
    write(tiny, {FIGURES: changed})
    assert load(tiny, engine, accept=["off-series"]).release == 2
    figures = TINY[FIGURES].replace("2022,12813,", "2022,12830,") + MORE
    write(tiny, {
        FIGURES: figures,
        "sources.csv": TINY["sources.csv"] + S3,
        "indicators.csv": INDICATORS,
        "targets/coal.csv": TINY["targets/coal.csv"] + AIM,
    })  # fmt: skip
    assert load(tiny, engine, accept=["off-series"]).release == 3
    engine.dispose()
    return create_app(Settings(data=tiny, database_url=sqlite_url)).server.test_client()


def test_a_card_says_all_that_is_known(revised: FlaskClient) -> None:
    card = page(revised, f"{OUTPUT}?period=2022")
    assert next(card.all("title")).text.startswith("原煤产量 · 2022年 · ")
    assert next(card.all("h1")).text == "原煤产量"
    assert next(card.all("p", "figure-value")).text == "12830万吨"
    assert told(card) == {
        "原文": "12830万吨",
        "准确程度": "准确",
        "状态": "实际数",
        "时期": "2022年",
        "地区": "贵州省",
        "所属基地": "能源基地",
        "指标含义": "产量。",
        "发布者": "统计局",
        "文件": "统计公报",
        "发布日期": "2024年3月20日",
        "读取处": "原始发布",
        "公布增速": "+6.8% 产量增速 统计局，2024年3月20日",
    }
    assert "2022年，贵州省原煤产量12830万吨（据统计局，2024年3月20日）。" in card.text


def test_what_else_was_reported_stands_with_the_rule_that_chose(revised: FlaskClient) -> None:
    others = next(page(revised, f"{OUTPUT}?period=2022").all("tbody"))
    rows = [[cell.text for cell in row.all("td")] for row in others.all("tr")]
    assert rows == [
        ["12900万吨 数据不一致", "初步数", "省政府，2023年1月",
         "来源类型：统计部门优先于政府部门"],
        ["1.28万吨 数据不一致", "估计数", "晚报社（转引），2025年1月1日",
         "来源类型：统计部门优先于新闻媒体"],
    ]  # fmt: skip


def test_earlier_values_stand_with_their_releases(revised: FlaskClient) -> None:
    *_, editions = page(revised, f"{OUTPUT}?period=2022").all("tbody")
    rows = [[cell.text for cell in row.all("td")] for row in editions.all("tr")]
    assert [row[0][:3] for row in rows] == ["第3版", "第2版"]
    assert [[cell.split()[0] for cell in row[1:]] for row in rows] == [
        ["约1.2820万吨", "12830万吨"],
        ["12813万吨", "约1.2820万吨"],
    ]


def test_a_card_is_as_of_its_release(revised: FlaskClient) -> None:
    then = page(revised, f"{OUTPUT}?period=2022&asof=1")
    assert told(then)["原文"] == "12813万吨"
    assert "历次版本" not in then.text
    assert "12830" not in then.text


def test_the_targets_that_a_figure_answers_stand_with_verdict_and_year(
    revised: FlaskClient,
) -> None:
    (answered,) = page(revised, f"{OUTPUT}?period=2022").all("ul", "answered")
    lines = [each.text for each in answered.all("li")]
    assert [line.partition("：")[0] for line in lines] == ["2025年目标", "2022年目标"]
    assert lines[1].startswith("2022年目标：已达标 ≥12500万吨 规划目标")
    assert "本站没有用这个数字判断的目标" in page(revised, f"{OUTPUT}?period=2021").text


def test_a_change_is_computed_only_where_none_is_published(revised: FlaskClient) -> None:
    assert "计算增速" not in told(page(revised, f"{OUTPUT}?period=2022"))
    record = told(page(revised, f"{OUTPUT}?region=522600&period=2022"))
    assert record["计算增速"] == (
        "较2021年+10.0%。按公布数计算：2022年0.00011万吨（省政府，2023年1月）；"
        "2021年0.0001万吨（省政府，2023年1月）。"
    )


@pytest.mark.parametrize("period", ["2023-H1", "2023-06/ytd", "2023-06%2Fytd"])
def test_a_period_in_any_spelling_is_one_card(revised: FlaskClient, period: str) -> None:
    card = page(revised, f"{OUTPUT}?period={period}")
    assert told(card)["时期"] == "2023年上半年"
    assert told(card)["备注"] == "上半年"
    (address,) = (link.text for link in card.all("a") if link.text.startswith("/figure"))
    assert address == f"{OUTPUT}?period=2023-H1"


@pytest.mark.parametrize("period", ["2022", "2022-12", "2022-Q4", "2022-12-31"])
def test_a_state_in_any_spelling_of_its_moment_is_one_card(
    revised: FlaskClient, period: str
) -> None:
    card = page(revised, f"/figure/coal.capacity?period={period}")
    assert told(card)["时期"] == "2022年12月31日"
    assert told(card)["准确程度"] == "超"
    assert told(card)["原文"] == "超15000万吨"
    assert "截至2022年12月31日，贵州省产能超15000万吨（据" in card.text


def test_without_a_period_it_is_the_latest_of_the_home(revised: FlaskClient) -> None:
    assert told(page(revised, OUTPUT))["时期"] == "2023年上半年"
    assert told(page(revised, f"{OUTPUT}?region=522600"))["地区"] == "黔东南州"


def test_a_missing_value_has_a_card_without_a_sentence(revised: FlaskClient) -> None:
    card = page(revised, "/figure/coal.share?region=522600&period=2022")
    assert told(card)["原文"] == "—"
    assert not list(card.all("blockquote"))


@pytest.mark.parametrize(
    ("address", "status", "sentence", "existing"),
    [
        (f"{OUTPUT}?period=1999", 404, "没有原煤产量（贵州省，1999年）的数据", "贵州省 · 2022年"),
        (f"{OUTPUT}?region=522601", 404, "没有原煤产量（凯里市）的数据", "黔东南州 · 2022年"),
        ("/figure/coal.output_none?period=2022", 404, "没有代码为“coal.output_none”的指标", "原煤"),
        (f"{OUTPUT}?period=lately", 400, "参数 period 的值“lately”", "2023-06/ytd"),
        (f"{OUTPUT}?region=999999&period=2022", 400, "参数 region", "522600"),
    ],
)
def test_what_there_is_no_figure_of_says_what_there_is(
    revised: FlaskClient, address: str, status: int, sentence: str, existing: str
) -> None:
    assert revised.get(address).status_code == status
    text = page(revised, address).text
    assert sentence in text
    assert existing in text


def test_citations_are_copied_in_both_styles(revised: FlaskClient) -> None:
    copied = [
        button.attributes["data-copy"]
        for button in page(revised, f"{OUTPUT}?period=2022").all("button", "copy")
    ]
    assert copied == [
        "2022年，贵州省原煤产量12830万吨（据统计局，2024年3月20日）。",
        "统计局. 统计公报[Z]. 2024-03-20.",
        "统计局. (2024, March 20). 统计公报.",
        "/figure/coal.output?period=2022",
    ]


def test_a_growth_leads_to_the_card_that_says_what_it_rests_on(revised: FlaskClient) -> None:
    (line,) = page(revised, "/indicator/coal.output?region=522600").all("a", "change")
    assert line.attributes["href"].startswith(f"{OUTPUT}?region=522600&period=2022")
    (line,) = page(revised, "/indicator/coal.output?to=2022").all("a", "change")
    assert line.attributes["href"].startswith("/figure/coal.output_growth?period=2022")
