"""What is of the province leads a base's page; prefectures and companies have their own heading."""

import pytest
from flask.testing import FlaskClient

from tests.support.rendered import Element, page

LOCAL = "市州、区县与企业"


def headlines(client: FlaskClient, path: str) -> tuple[list[str], list[str]]:
    """The texts of the tiles that lead, and of those under the heading of others."""
    (part,) = [
        each for each in page(client, path).all("section")
        if each.attributes.get("id") == "headlines"
    ]  # fmt: skip
    groups = [[tile.text for tile in group.all("article")] for group in part.all("div", "tiles")]
    return groups[0], groups[1] if len(groups) > 1 else []


@pytest.mark.parametrize(
    ("base", "names"),
    [
        ("baijiu", ("贵州茅台营业总收入", "茅台酒基酒产量")),
        ("backup", ("中航重机营业收入", "航天电器营业收入")),
        ("resources", ("贵州磷化集团工业产值",)),
    ],
)
def test_companies_do_not_lead(client: FlaskClient, base: str, names: tuple[str, ...]) -> None:
    leads, local = headlines(client, f"/base/{base}")
    for name in names:
        assert not any(name in text for text in leads)
        assert any(text.startswith(name) for text in local)


def test_the_first_headline_leads_wherever_it_is_of(client: FlaskClient) -> None:
    leads, _ = headlines(client, "/base/resources")
    assert leads[0].startswith("石英砂（岩）探明储量4亿吨黔东南")


@pytest.mark.parametrize("base", ["coal", "compute", "economy"])
def test_where_all_is_of_the_province_there_is_no_other_heading(
    client: FlaskClient, base: str
) -> None:
    assert headlines(client, f"/base/{base}")[1] == []


def test_figures_of_the_region_asked_for_lead_and_those_of_the_province_follow(
    client: FlaskClient,
) -> None:
    leads, local = headlines(client, "/base/economy?region=520200")
    assert any(text.startswith("地区生产总值1557.64亿元") for text in leads)
    assert any("贵州" in text for text in local)


def rows(part: Element) -> list[str]:
    return [each.text for each in next(part.all("ol", "target-rows")).all("li")]


def test_targets_of_headlines_stand_first(client: FlaskClient) -> None:
    (part,) = [
        each for each in page(client, "/base/coal").all("section")
        if each.attributes.get("id") == "targets"
    ]  # fmt: skip
    first = rows(part)
    heads = ("发电装机容量", "新能源装机容量", "风电装机容量", "原煤产量")
    of_heads = [any(head in text for head in heads) for text in first]
    assert of_heads == sorted(of_heads, reverse=True)
    assert of_heads[0]


def test_nobody_says_of_a_company_that_it_is_the_province(client: FlaskClient) -> None:
    for path in ("/base/baijiu", "/indicator/baijiu.moutai_base_liquor"):
        assert "全省茅台" not in page(client, path).text
