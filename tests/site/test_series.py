"""What filters leave of the series that are kept of a base is what the database would answer."""

import pytest

from callbacks.selection import series as s
from callbacks.settings import Settings
from callbacks.site import Site
from charts.addresses import State

STATES = (
    State(),
    State(from_=2015),
    State(to=2022),
    State(from_=2020, to=2023),
    State(from_=2100),
    State(source=("statistics",)),
    State(source=("government", "press"), from_=2018, region=("520100",)),
)


@pytest.fixture(scope="module")
def site_of_figures(settings: Settings) -> Site:
    return Site(settings)


@pytest.mark.parametrize("state", STATES)
def test_what_is_left_is_what_the_database_answers(site_of_figures: Site, state: State) -> None:
    view, release = site_of_figures.view(state, "/")
    for base in view.catalogue.bases:
        indicators = [i.id for i in view.catalogue.indicators_of(base)]
        asked = s.series(view, release, s.filtered(view, indicators))
        left = s.left(view, site_of_figures.series(release, base))
        assert list(left.items()) == list(asked.items()), base


def test_a_base_is_grouped_once(site_of_figures: Site) -> None:
    release = site_of_figures.snapshot(1)
    assert site_of_figures.series(release, "coal") is site_of_figures.series(release, "coal")
