"""The page of an indicator begins with the figure, its course and its targets."""

import pytest
from flask.testing import FlaskClient

from tests.support.rendered import Element, page

NINE = "520100,520200,520300,520400,520500,520600,522300,522600,522700"


def sections(client: FlaskClient, path: str) -> list[Element]:
    return list(page(client, path).all("section"))


def test_figure_course_and_current_targets_stand_first(client: FlaskClient) -> None:
    first, *_ = sections(client, "/indicator/coal.power_capacity")
    assert "超1亿千瓦" in next(first.all("article", "tile")).text
    assert len(list(first.all("figure", "chart"))) == 1
    lines = [each.text for each in next(first.all("ol", "target-lines")).all("li")]
    assert [line[:5] for line in lines] == ["2030年", "2025年"]


def test_targets_of_past_plans_fold_away(client: FlaskClient) -> None:
    (targets,) = [
        each
        for each in sections(client, "/indicator/coal.power_capacity")
        if each.attributes.get("id") == "targets"
    ]
    current = next(targets.all("table"))
    assert "2005年" not in current.text
    assert "2005年" in next(targets.all("details")).text


def test_many_regions_are_a_table_the_best_first(client: FlaskClient) -> None:
    first, *_ = sections(client, f"/indicator/economy.gdp?region={NINE}")
    assert list(first.all("article", "tile")) == []
    rows = list(next(first.all("tbody")).all("tr"))
    assert len(rows) == len(NINE.split(","))
    assert rows[0].text.startswith("贵阳")


def test_targets_of_other_regions_are_told_apart(client: FlaskClient) -> None:
    text = page(client, "/indicator/baijiu.output_value?region=520000").text
    assert "其他地区的现行目标" in text
    assert "其他地区的现行目标" not in page(client, "/indicator/economy.gdp?region=522701").text


@pytest.mark.parametrize("lang", ["", "&lang=en"])
def test_counties_stand_under_their_own_heading(client: FlaskClient, lang: str) -> None:
    path = f"/indicator/economy.gdp?region=520100{lang}"
    first, *others = sections(client, path)
    word = "Nanming" if lang else "南明"
    assert word not in first.text
    assert any(word in each.text for each in others)
