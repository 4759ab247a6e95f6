"""What a page says of its data: how far they reach, and how old a leading figure is."""

import re

import pytest
from flask.testing import FlaskClient

from indicators.age import is_old
from store.snapshot import ReleaseData
from tests.support.rendered import page
from wording import formats
from wording.words import words

ZH = words("zh")
YEAR = re.compile(r" · (\d{4})年(?: |$)")  # of a figure of a whole year


@pytest.mark.parametrize("path", ["/", "/targets?region=520000", "/base/baijiu", "/about"])
def test_the_foot_of_a_page_says_how_far_all_figures_reach(
    client: FlaskClient, release: ReleaseData, path: str
) -> None:
    (foot,) = page(client, path).all("footer")
    reach = formats.period(release.until[""], ZH)
    day = formats.day(release.info.day, ZH)
    assert foot.text.startswith(f"数据期至{reach} · 第1版（{day}）")


@pytest.mark.parametrize("base", ["coal", "batteries"])
def test_the_page_of_a_base_says_how_far_its_own_reach(
    client: FlaskClient, release: ReleaseData, base: str
) -> None:
    reach = formats.period(release.until[base], ZH)
    assert f"本基地数据期至{reach}" in page(client, f"/base/{base}").text


@pytest.mark.parametrize("path", ["/", "/base/coal", "/sources", "/verify"])
def test_no_page_takes_the_day_of_loading_for_that_of_the_data(
    client: FlaskClient, path: str
) -> None:
    assert "数据截至" not in page(client, path).text


@pytest.mark.parametrize(
    "path", ["/base/batteries", "/base/economy", "/indicator/coal.raw_coal_output"]
)
def test_a_leading_figure_that_is_old_says_so(
    client: FlaskClient, release: ReleaseData, path: str
) -> None:
    places = [place.text for place in page(client, path).all("div", "tile-place")]
    years = [(text, found[1]) for text in places if (found := YEAR.search(text))]
    assert years
    for text, year in years:
        assert ("数据距今" in text) is is_old(year, release.info.day), text
