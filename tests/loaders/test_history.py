"""Every release can be rebuilt from the history; an old one is brought back, a wrong one marked."""

import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select, text

from loaders.load import load
from review.stops import STOPS
from store import history
from store.engine import connect
from store.history import HistoryError, rebuilt_digest
from store.releases import Entry, remembered
from store.schema import TABLES
from store.snapshot import NoReleaseError, ReleaseData
from store.snapshot import releases as all_releases
from store.standing import current
from tests.conftest import TINY, write

TODAY = date(2026, 6, 1)
COAL, SOURCES = "observations/coal.csv", "sources.csv"
CHANGED = {
    COAL: TINY[COAL].replace("12813", "128130")
    + "coal.output,522600,2023,1.2,吨,exact,actual,s2,,\n"
}
REMOVED = {COAL: TINY[COAL].replace("coal.share,520000,2022,67,%,exact,actual,s1,,\n", "")}
RENAMED = {SOURCES: TINY[SOURCES].replace("统计公报", "年度统计公报")}
ME = Entry("退回", "clerk")


def publish(engine: Engine, folder: Path, files: dict[str, str]) -> int | None:
    write(folder, TINY | files)
    return load(folder, engine, today=TODAY, accept=STOPS).release


def of(engine: Engine, number: int) -> object:
    """Whatever a reader sees of a release."""
    data = ReleaseData(engine, number)
    return data.observations(), data.targets(), data.projects, data.events, data.catalogue


def rows_stored(engine: Engine) -> int:
    with engine.connect() as connection:
        counts = [select(func.count()).select_from(table) for table in TABLES.values()]
        return sum(connection.scalar(count) or 0 for count in counts)


@pytest.fixture
def wrong(engine: Engine, tiny: Path) -> Engine:
    """A right release, a wrong one, and one more."""
    return three(engine, tiny)


@pytest.fixture
def wrong_sqlite(sqlite_url: str, tiny: Path) -> Iterator[Engine]:
    """The same where one database is enough: for what is refused."""
    engine = three(connect(sqlite_url), tiny)
    yield engine
    engine.dispose()


def three(engine: Engine, tiny: Path) -> Engine:
    assert [publish(engine, tiny, files) for files in ({}, CHANGED, CHANGED | RENAMED)] == [1, 2, 3]
    return engine


def test_a_rollback_is_a_release_equal_to_the_old_one(wrong: Engine) -> None:
    before, stored = of(wrong, 3), rows_stored(wrong)
    made = history.rollback(wrong, 1, ME)
    assert (made.number, made.note, made.who, made.restores) == (4, "退回", "clerk", 1)
    assert (made.added, made.changed, made.removed) == (0, 2, 1)
    assert current(wrong) == 4
    assert of(wrong, 4) == of(wrong, 1)
    assert of(wrong, 3) == before
    assert made.digest == all_releases(wrong)[-1].digest == rebuilt_digest(wrong, 4)
    assert rows_stored(wrong) == stored + 2


def test_a_rollback_leaves_what_is_alike_and_what_came_back_by_itself(
    wrong: Engine, tiny: Path
) -> None:
    assert publish(wrong, tiny, {}) == 4
    assert publish(wrong, tiny, REMOVED) == 5
    stored = rows_stored(wrong)
    made = history.rollback(wrong, 1, ME)
    assert (made.added, made.changed, made.removed) == (1, 0, 0)
    assert rows_stored(wrong) == stored + 1


def test_the_next_load_after_a_rollback_compares(wrong: Engine, tiny: Path) -> None:
    history.rollback(wrong, 1, ME)
    assert remembered(wrong) == {}
    outcome = load(tiny, wrong, today=TODAY, accept=STOPS)
    assert outcome.release == 5
    assert outcome.changes["observations"].changed == 1
    assert rebuilt_digest(wrong, 5) == rebuilt_digest(wrong, 3)


@pytest.mark.parametrize(("number", "why"), [(9, "unknown"), (0, "unknown"), (3, "current")])
def test_what_cannot_be_brought_back_or_withdrawn(
    wrong_sqlite: Engine, number: int, why: str
) -> None:
    for act in (
        lambda: history.rollback(wrong_sqlite, number, ME),
        lambda: history.withdraw(wrong_sqlite, number, "错", "clerk"),
    ):
        with pytest.raises(HistoryError) as refused:
            act()
        assert refused.value.why == why
    assert [each.number for each in all_releases(wrong_sqlite)] == [3, 2, 1]


def test_a_withdrawn_release_keeps_its_facts_and_says_why(wrong: Engine) -> None:
    before, stored = of(wrong, 2), rows_stored(wrong)
    marked = history.withdraw(wrong, 2, "多写一位", "clerk")
    assert (marked.number, marked.reason) == (2, "多写一位")
    assert marked.withdrawn > marked.time or marked.withdrawn == marked.time
    assert of(wrong, 2)[:2] == before[:2]  # type: ignore[index]
    assert rows_stored(wrong) == stored
    assert rebuilt_digest(wrong, 2) == marked.digest
    for act in (
        lambda: history.withdraw(wrong, 2, "again", ""),
        lambda: history.rollback(wrong, 2, ME),
    ):
        with pytest.raises(HistoryError) as refused:
            act()
        assert refused.value.why == "withdrawn"


def test_what_is_shown_again_is_neither_brought_back_nor_withdrawn(wrong_sqlite: Engine) -> None:
    history.rollback(wrong_sqlite, 1, ME)
    for act in (
        lambda: history.rollback(wrong_sqlite, 1, ME),
        lambda: history.withdraw(wrong_sqlite, 1, "错", ""),
    ):
        with pytest.raises(HistoryError) as refused:
            act()
        assert (refused.value.why, refused.value.newest) == ("shown", 4)


def test_a_damaged_history_is_not_brought_back(wrong_sqlite: Engine) -> None:
    with wrong_sqlite.begin() as connection:
        connection.execute(text("UPDATE observations SET row_hash = 7 WHERE row_id = 1"))
    with pytest.raises(HistoryError) as refused:
        history.rollback(wrong_sqlite, 1, ME)
    assert refused.value.why == "damaged"
    assert current(wrong_sqlite) == 3


def test_nothing_is_brought_back_where_nothing_was_loaded(engine: Engine) -> None:
    with pytest.raises(NoReleaseError):
        history.rollback(engine, 1, ME)


def test_every_release_can_be_rebuilt_from_the_history(
    engine: Engine, tiny: Path, tmp_path: Path
) -> None:
    """Loads that add, change and remove rows, then ways back, in an order of chance."""
    chance = random.Random(13)
    head, *rows = TINY[COAL].splitlines()
    expected: dict[int, object] = {}
    for _ in range(5):
        kept = [row.replace("exact", chance.choice(("exact", "about"))) for row in rows]
        some = chance.sample(kept, chance.randint(2, len(kept)))
        files = {COAL: "\n".join([head, *some, ""])} | chance.choice([{}, RENAMED])
        if number := publish(engine, tiny, files):
            expected[number] = of(engine, number)
        old = chance.choice([*expected])
        try:
            made = history.rollback(engine, old, ME)
        except HistoryError:
            continue
        expected[made.number] = expected[old]
    found = all_releases(engine)
    assert len(found) == len(expected) > 6
    for release in found:
        assert rebuilt_digest(engine, release.number) == release.digest
        assert of(engine, release.number) == expected[release.number]


def test_a_rebuilt_release_is_that_of_its_files_alone(
    wrong_sqlite: Engine, tiny: Path, tmp_path: Path
) -> None:
    history.rollback(wrong_sqlite, 1, ME)
    for number, files in ((1, {}), (2, CHANGED), (3, CHANGED | RENAMED), (4, {})):
        alone = connect(f"sqlite:///{tmp_path / f'{number}.sqlite3'}")
        publish(alone, tiny, files)
        assert rebuilt_digest(wrong_sqlite, number) == rebuilt_digest(alone, 1)
        alone.dispose()
