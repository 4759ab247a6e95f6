"""The page of a region says where it stands first; the prefectures have a page of their own."""

from flask.testing import FlaskClient

from tests.support.rendered import Element, page

NINE = 9


def sections(client: FlaskClient, path: str) -> list[Element]:
    return list(page(client, path).all("section"))


def table(client: FlaskClient, path: str) -> list[list[str]]:
    (box,) = [each for each in sections(client, path) if each.attributes.get("id") == "standings"]
    (body,) = box.all("tbody")
    return [[cell.text for cell in row.all("td")] for row in body.all("tr")]


def test_a_prefecture_begins_with_its_place_among_the_nine(client: FlaskClient) -> None:
    first, *_ = sections(client, "/region/522600")
    assert first.attributes["id"] == "standings"
    text = first.text
    assert (
        "黔东南州地区生产总值1329.65亿元，在9个市州中居第8位，比2013年下降2位，占全省6.4%" in text
    )
    (marked,) = [row for row in first.all("tr") if row.attributes.get("class") == "marked"]
    assert marked.text.startswith("黔东南州")


def test_the_table_is_that_of_one_publication(client: FlaskClient) -> None:
    rows = table(client, "/region/522600")
    assert len(rows) == NINE
    assert rows[0][:4] == ["贵阳市", "2085.42", "4039.60", "4311.65"]


def test_a_share_is_the_same_in_both_tables_of_a_page(client: FlaskClient) -> None:
    rows = [row.text for row in page(client, "/region/522600").all("tr")]
    (of_figures,) = [row for row in rows if row.startswith("地区生产总值1329.65亿元")]
    assert "6.4%" in of_figures


def test_another_indicator_is_an_address(client: FlaskClient) -> None:
    rows = table(client, "/region/520200?indicator=economy.resident_population")
    assert [row[0] for row in rows if "—" in row] == ["黔西南州", "黔东南州", "黔南州"]
    assert client.get("/region/520200?indicator=coal.nothing").status_code == 400


def test_regions_of_the_address_are_compared(client: FlaskClient) -> None:
    first, *_ = sections(client, "/region/522600?region=522600,520600")
    marked = [row.text[:2] for row in first.all("tr") if row.attributes.get("class") == "marked"]
    assert marked == ["铜仁", "黔东"]


def test_parts_are_counties_of_a_prefecture_and_prefectures_of_the_province(
    client: FlaskClient,
) -> None:
    assert "下辖区县" in page(client, "/region/522600").text
    province = page(client, "/region/520000").text
    assert "下辖市州" in province
    assert "区县" not in province


def test_a_county_has_no_place_among_the_nine(client: FlaskClient) -> None:
    names = [each.attributes.get("id") for each in sections(client, "/region/522601")]
    assert "standings" not in names


def test_the_prefectures_have_a_page_in_the_menu(client: FlaskClient) -> None:
    nav = next(page(client, "/").all("nav"))
    assert "/prefectures" in [link.attributes.get("href") for link in nav.all("a")]
    assert len(table(client, "/prefectures")) == NINE


def test_the_page_of_the_prefectures_says_who_is_behind(client: FlaskClient) -> None:
    found = page(client, "/prefectures")
    lead = next(each for each in found.all("div") if each.attributes.get("id") == "page-lead")
    assert "六盘水市、黔东南州位次下降" in lead.text
    assert "滞后" in lead.text
    (body,) = sections(client, "/prefectures")[1].all("tbody")
    assert len(list(body.all("tr"))) == NINE


def test_what_stands_behind_one_button_is_a_link_each(client: FlaskClient) -> None:
    nav = next(page(client, "/projects").all("nav"))
    (more,) = nav.all("details")
    hrefs = [link.attributes["href"] for link in more.all("a")]
    assert hrefs == ["/projects", "/proposals", "/sources", "/report", "/about"]
    assert next(more.all("summary")).attributes["class"] == "here"
