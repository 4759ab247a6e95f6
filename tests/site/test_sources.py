"""The list of sources: what each gave, in the order asked for."""

import pytest
from flask.testing import FlaskClient

from tests.support.rendered import page


@pytest.mark.parametrize(("name", "place"), [("figures", 5), ("targets", 6)])
def test_sources_are_sorted_by_what_they_gave(client: FlaskClient, name: str, place: int) -> None:
    body = next(page(client, f"/sources?sort=-{name}").all("tbody"))
    cells = [[cell.text for cell in row.all("td")] for row in body.all("tr")]
    counts = [int(row[place]) for row in cells]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > 0
