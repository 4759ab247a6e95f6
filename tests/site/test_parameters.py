"""Each address takes its parameters and no other; every link of a page is taken."""

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from callbacks import routes
from callbacks.selection import gaps as selected_gaps
from callbacks.selection import named_chart
from callbacks.selection import projects as selected_projects
from callbacks.selection import targets as selected_targets
from callbacks.selection import template as selected_template
from callbacks.settings import Settings
from callbacks.site import Site
from charts import addresses
from charts.addresses import LASTING_NAMES
from tests.support import rendered
from tests.support.addresses import ADDRESSES, INDICATOR, Address, each, refuses
from wording.words import words


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/projects?chart=trend&passport=R1-000000", "chart"),
        ("/?base=coal", "base"),
        ("/base/coal?sort=due", "sort"),
        ("/about?id=cppcc-2023", "id"),
        ("/sources?stage=planned", "stage"),
        ("/conflicts?gap=old", "gap"),
        ("/gaps.xlsx?kind=plan", "kind"),
        ("/template/coal.xlsx?base=coal", "base"),
        ("/targets?stage=planned", "stage"),
        ("/proposals?status=missed", "status"),
        ("/report?passport=R1-000000", "passport"),
        ("/targets.csv?stage=planned", "stage"),
        ("/targets.xlsx?id=x", "id"),
        (f"/data/{INDICATOR}.csv?sort=due", "sort"),
        (f"/chart/trend.csv?indicator={INDICATOR}&passport=R1-000000", "passport"),
        (f"/embed/trend?indicator={INDICATOR}&sort=due", "sort"),
        ("/report/coal.docx?base=coal", "base"),
        ("/healthz?asof=1", "asof"),
    ],
)
def test_what_another_address_takes_is_a_400_here(
    client: FlaskClient, address: str, name: str
) -> None:
    value = address.partition(f"{name}=")[2].partition("&")[0]
    sentence = words("zh")("error.unknown_parameter", name=name, value=value, known="@")
    refuses(client, address, 400, sentence.partition("@")[0])


ADDED = (
    "utm_source=wechat&utm_medium=x&from=timeline&isappinstalled=0&scene=1&spm=a.b&share_token=z"
)


@each(*(a for a in ADDRESSES if a.path not in ("/chart/trend.png", "/report/coal.docx")))
def test_what_other_software_adds_to_links_is_dropped(
    client: FlaskClient, address: Address
) -> None:
    assert client.get(f"{address.path}?{address.query()}&{ADDED}").status_code == 200


@pytest.mark.parametrize("word", ["timeline", "singlemessage", "groupmessage"])
def test_a_year_beside_what_was_added_is_read(client: FlaskClient, word: str) -> None:
    path = f"/chart/trend.json?indicator={INDICATOR}"
    plain = client.get(f"{path}&from=2020").data
    assert client.get(f"{path}&from=2020&from={word}").data == plain
    assert client.get(path).data != plain


LINKS = (
    *("/", "/base/coal", f"/indicator/{INDICATOR}", "/region/520300", "/targets", "/projects"),
    *(
        "/prefectures",
        "/proposals",
        "/sources",
        "/sources?id=cppcc-2023",
        "/about",
        "/report",
        "/verify",
    ),
    *("/conflicts?base=economy", "/gaps?gap=awaited", "/releases", "/releases?number=1"),
    f"/figure/{INDICATOR}",
)


def addresses_on(client: FlaskClient, path: str) -> Iterator[str]:
    for element in rendered.page(client, path).all():
        for name in ("href", "action"):
            address = element.attributes.get(name, "")
            if address.startswith("/"):
                yield address.partition("#")[0]


# The parameters of files, beside those of every address.
TAKES = {
    "data": (),
    "targets": selected_targets.TAKES,
    "projects": selected_projects.TAKES,
    "gaps": selected_gaps.TAKES,
    "chart": (*named_chart.TAKES, *named_chart.SHAPE),
    "report": (),
    "template": selected_template.TAKES,
}


def test_every_link_that_a_page_carries_is_taken(client: FlaskClient, settings: Settings) -> None:
    """Whatever state a reader comes with, no link leads to a parameter that is not taken."""
    state = "region=520300&from=2015&to=2030&source=statistics&lang=en&asof=1"
    site = Site(settings)
    checked = 0
    for path in LINKS:
        mark = "&" if "?" in path else "?"
        for address in {*addresses_on(client, f"{path}{mark}{state}")}:
            place, _, query = address.partition("?")
            room = place.split("/")[1].partition(".")[0]
            if "." in place and room in TAKES:
                addresses.read(query, (*LASTING_NAMES, *TAKES[room]))
            elif room != "assets":
                assert routes.answer(site, address).status == 200, address
            checked += 1
    assert checked > 200
