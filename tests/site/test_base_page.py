"""The page of a base says the same as the facts under every filter."""

import re
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.support.rendered import Element, charts, page

BASES = ("coal", "baijiu", "batteries", "compute", "resources", "backup", "economy")


def figures(client: FlaskClient, path: str) -> list[dict[str, Any]]:
    return [figure for figure in charts(client, path) if "range" in figure["layout"]["xaxis"]]


def part(client: FlaskClient, path: str, name: str) -> Element:
    """The section of that id."""
    found = page(client, path).all("section")
    return next(each for each in found if each.attributes.get("id") == name)


@pytest.mark.parametrize("path", [f"/base/{base}?from=2025" for base in BASES])
def test_what_is_drawn_lies_on_the_axis(client: FlaskClient, path: str) -> None:
    for figure in figures(client, path):
        low, high = figure["layout"]["xaxis"]["range"]
        xs = [
            x for t in figure["data"] if "name" in t for x in t["x"] if isinstance(x, int | float)
        ]
        assert all(low <= x <= high for x in xs), figure["layout"]["title"]


def test_targets_that_are_not_drawn_do_not_widen_the_axis(client: FlaskClient) -> None:
    spans = [f["layout"]["xaxis"]["range"] for f in figures(client, "/base/coal?from=2020")[:3]]
    assert all(first > 2018 for first, _ in spans)  # a stock of early 2020 stands in 2019


@pytest.mark.parametrize("base", BASES)
def test_a_small_chart_has_a_time_axis_that_fits_its_figures(
    client: FlaskClient, base: str
) -> None:
    """A few years beside a chart of decades are not pressed into a corner."""
    for figure in figures(client, f"/base/{base}"):
        low, high = figure["layout"]["xaxis"]["range"]
        if low < 1900:  # the axis of a map is none of years
            continue
        xs = [
            x for t in figure["data"] if "name" in t for x in t["x"] if isinstance(x, int | float)
        ]
        assert high - low <= max(3, 3 * (max(xs) - min(xs))), (low, high, xs)


def test_what_a_filter_hides_is_no_gap(client: FlaskClient) -> None:
    assert (
        part(client, "/base/coal?to=2018", "unknown").text
        == part(client, "/base/coal", "unknown").text
    )


@pytest.mark.parametrize("base", BASES)
def test_every_source_of_the_page_stands_in_its_list(client: FlaskClient, base: str) -> None:
    shown = page(client, f"/base/{base}")
    foot = next(shown.all("section", "sources-foot"))
    listed = {a.attributes["href"] for a in foot.all("a", "source-link")}
    assert {a.attributes["href"] for a in shown.all("a", "source-link")} == listed
    assert f"共{len(listed)}个来源" in foot.text


def test_the_overview_counts_what_its_link_lists(client: FlaskClient) -> None:
    lead = next(page(client, "/").all("div", "lead"))
    *_, awaited = (int(n) for n in re.findall(r"(\d+)个", lead.text))
    href = next(lead.all("a")).attributes["href"]
    assert href.startswith("/targets?base=")
    assert "status=awaited" in href
    rows = list(next(page(client, href).all("tbody")).all("tr"))
    assert awaited == len(rows)


@pytest.mark.parametrize("path", ["/base/coal", "/region/522600"])
def test_a_map_says_that_it_is_schematic(client: FlaskClient, path: str) -> None:
    notes = [note.text for note in page(client, path).all("p", "map-note")]
    assert notes
    assert all("示意图" in note for note in notes)
