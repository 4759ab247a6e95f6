"""The fields of years know where the data of their page begin and end."""

from flask.testing import FlaskClient

from store.snapshot import Filter, ReleaseData
from tests.support.rendered import page


def starts(client: FlaskClient, path: str) -> list[str]:
    fields = page(client, path).all("input")
    return [f.attributes["data-start"] for f in fields if f.attributes["type"] == "number"]


def spanned(release: ReleaseData, where: Filter) -> list[str]:
    years = [row.period[:4] for row in release.observations(where) if row.value is not None]
    return [min(years), max(years)]


def test_they_are_of_the_base_the_indicator_the_region_or_of_all(
    client: FlaskClient, release: ReleaseData
) -> None:
    of_base = [i.id for i in release.catalogue.indicators_of("batteries")]
    for path, where in (
        ("/", Filter()),
        ("/base/batteries", Filter(of_base)),
        ("/base/batteries?from=2024", Filter(of_base)),
        ("/indicator/coal.raw_coal_output", Filter(["coal.raw_coal_output"])),
        ("/region/522600", Filter(regions=["522600"])),
    ):
        assert starts(client, path) == spanned(release, where), path


def test_targets_are_filtered_by_the_years_that_they_are_due_in(
    client: FlaskClient, release: ReleaseData
) -> None:
    due = [row.period[:4] for row in release.targets()]
    assert starts(client, "/targets") == [min(due), max(due)]
