"""The same rows in the same order, whatever the locale of the database."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from loaders.load import load
from store.snapshot import Filter, ReleaseData
from tests.support.tiny_folder import TINY, write

PERIODS = ["2019", "2019-12-31", "2020", "2020-02", "2020-H1", "2021-12/ytd", "2021-Q1", "2022"]
HEADER = TINY["observations/coal.csv"].split("\n")[0] + "\n"
ROW = "coal.share,520000,{},1,%,exact,estimate,s1,,\n"  # of a day, too: it is no flow
EVENT = "2023-08-02,coal,520000,{},Meeting,meeting,s1\n"
TITLES = ["B", "a", "一", "贵州", "~"]


@pytest.fixture(params=["sqlite", "zh_CN.UTF-8", "C"])
def database_url(request: pytest.FixtureRequest) -> str:
    if request.param == "sqlite":
        return request.getfixturevalue("sqlite_url")
    return request.getfixturevalue("new_postgresql")(request.param)


@pytest.fixture
def release(tiny: Path, engine: Engine) -> ReleaseData:
    events = TINY["events.csv"].split("\n")[0] + "\n" + "".join(map(EVENT.format, TITLES))
    coal = HEADER + "".join(map(ROW.format, reversed(PERIODS)))
    assert load(write(tiny, {"observations/coal.csv": coal, "events.csv": events}), engine).release
    return ReleaseData(engine, 1)


def test_years_bound_every_kind_of_period(release: ReleaseData) -> None:
    def periods(where: Filter) -> list[str]:
        return [row.period for row in release.observations(where)]

    assert periods(Filter()) == PERIODS
    assert periods(Filter(first=2020)) == PERIODS[2:]
    assert periods(Filter(last=2019)) == PERIODS[:2]
    assert periods(Filter(first=2020, last=2021)) == PERIODS[2:-1]


def test_texts_are_in_the_order_of_their_bytes(release: ReleaseData) -> None:
    assert [event.title_zh for event in release.events] == sorted(TITLES, key=str.encode)
