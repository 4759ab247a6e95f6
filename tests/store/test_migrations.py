"""A database that the version before revisions made, with two releases in it, becomes of now."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, select, text

from app import main
from callbacks.serving import refusal
from callbacks.settings import Settings
from loaders.console import load_command
from loaders.load import load
from review.stops import STOPS
from store import migrations, schema
from store.engine import connect
from store.migrations import HEAD, NewerDatabaseError, migrate, version
from store.releases import digest, prepare
from store.snapshot import Filter, ReleaseData, valid
from tests.support.tiny_folder import TINY, write

BEFORE = Path(__file__).parent / "before"
SAID = {
    "zh": ("由更新版本的程序建立（修订号 9999）", "由较早版本的程序建立"),
    "en": ("made by a newer version of this program (revision 9999)", "made by an earlier version"),
}


@pytest.fixture
def installed(database_url: str) -> Iterator[Engine]:
    """The database as the version before left it."""
    engine = connect(database_url)
    if engine.dialect.name == "sqlite":
        with sqlite3.connect(engine.url.database or "") as connection:
            connection.executescript((BEFORE / "sqlite.sql").read_text("utf-8"))
        connection.close()
    else:
        with psycopg.connect(database_url, autocommit=True) as made:
            made.execute((BEFORE / "postgresql.sql").read_bytes())
    yield engine
    engine.dispose()


def digests(engine: Engine) -> list[tuple[str, str]]:
    """Of each release: the digest that was written, and that of the rows which are stored."""
    with engine.connect() as connection:
        written = connection.execute(select(schema.releases.c.number, schema.releases.c.digest))
        return [(said, _recomputed(engine, number)) for number, said in written.all()]


def _recomputed(engine: Engine, release: int) -> str:
    with engine.connect() as connection:
        there = {*inspect(connection).get_table_names()}  # fewer before they are brought along
        hashes = {
            name: np.array(
                connection.scalars(select(table.c.row_hash).where(valid(table, release))).all(),
                np.int64,
            )
            for name, table in schema.TABLES.items()
            if name in there
        }
    return digest(hashes)


def test_digests_of_both_releases_stay(installed: Engine) -> None:
    before = digests(installed)
    assert len(before) == 2
    assert all(said == recomputed for said, recomputed in before)
    prepare(installed)
    assert digests(installed) == before


def test_texts_go_into_the_language_they_are_written_in(installed: Engine) -> None:
    prepare(installed)
    first, second = (ReleaseData(installed, number) for number in (1, 2))
    where = Filter(["coal.output"], ["520000"])
    assert [(o.period, o.printed, o.note_zh, o.note_en) for o in first.observations(where)] == [
        ("2022", "12813", "", ""),
        ("2023-H1", "6500.40", "上半年", ""),
        ("2024", "14000", "", "single month"),
    ]
    assert [o.printed for o in second.observations(where)] == ["12900", "6500.40", "14000"]
    assert second.observations(where)[1].note("en") == "截至六月"
    assert [o.period for o in second.observations(Filter(first=2023))] == ["2023-H1", "2024"]
    sources = first.catalogue.sources
    assert (sources["s1"].publisher_zh, sources["s1"].publisher_en) == ("统计局", "")
    assert (sources["s3"].publisher_zh, sources["s3"].publisher_en) == ("", "China Daily")
    assert (sources["s3"].note_en, sources["s3"].via) == ("as of publication", "")
    assert [project.note("zh") for project in first.projects] == ["二期"]


def test_a_later_load_makes_the_next_release(installed: Engine, tiny: Path) -> None:
    assert load(tiny, installed, accept=STOPS).release == 3
    assert ReleaseData(installed, 1).observations()[0].printed == "12813"
    assert all(said == recomputed for said, recomputed in digests(installed))


def test_the_tables_are_those_of_a_new_database(installed: Engine, tiny: Path) -> None:
    prepare(installed)
    with installed.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, schema.metadata) == []


def test_an_early_database_gets_the_tables_it_never_had(installed: Engine) -> None:
    with installed.begin() as connection:
        connection.execute(text("DROP TABLE areas"))
    prepare(installed)
    assert ReleaseData(installed, 1).areas("coal") == []


def test_a_failure_on_the_way_leaves_it_as_it_was(
    installed: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(connection: object) -> None:
        migrate(connection)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    monkeypatch.setattr("store.releases.migrate", broken)
    with pytest.raises(KeyboardInterrupt):
        prepare(installed)
    assert "note" in {column["name"] for column in inspect(installed).get_columns("observations")}
    assert not inspect(installed).has_table(version.name)


def test_a_new_database_is_of_the_last_revision(engine: Engine, tiny: Path) -> None:
    load(tiny, engine)
    script = ScriptDirectory(str(migrations.FOLDER))
    assert script.get_current_head() == HEAD
    assert [r.revision for r in script.walk_revisions()] == [*reversed(migrations.REVISIONS)]
    with engine.connect() as connection:
        assert MigrationContext.configure(connection).get_current_revision() == HEAD


@pytest.fixture
def newer(tiny: Path, sqlite_url: str) -> str:
    engine = connect(sqlite_url)
    load(tiny, engine)
    with engine.begin() as connection:
        connection.execute(version.update().values(version_num="9999"))
    with pytest.raises(NewerDatabaseError):
        prepare(engine)
    engine.dispose()
    return sqlite_url


@pytest.mark.parametrize("lang", SAID)
def test_a_newer_database_is_refused_with_a_sentence(
    newer: str, tiny: Path, lang: str, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    write(tiny, {"observations/coal.csv": TINY["observations/coal.csv"].replace("12813", "1")})
    assert load_command(tiny, newer, lang) == 1
    assert SAID[lang][0] in capsys.readouterr().err
    monkeypatch.setenv("SIXBASES_DATABASE_URL", newer)
    monkeypatch.setenv("SIXBASES_LANG", lang)
    assert main(["serve"]) == 1
    assert SAID[lang][0] in capsys.readouterr().err


@pytest.mark.parametrize("lang", SAID)
def test_an_older_one_that_may_not_be_written_is_refused_with_a_sentence(
    installed: Engine, database_url: str, lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(connection: object) -> None:
        with installed.connect() as other:
            other.exec_driver_sql("SELECT nothing FROM nowhere")

    monkeypatch.setattr("store.releases.migrate", refused)
    assert SAID[lang][1] in refusal(Settings(database_url=database_url, lang=lang))


def test_serve_brings_an_older_one_up_to_date(installed: Engine, database_url: str) -> None:
    assert refusal(Settings(database_url=database_url)) == ""
    with installed.connect() as connection:
        assert connection.scalar(select(version.c.version_num)) == HEAD


def test_what_cannot_be_read_is_served_and_says_so_on_its_pages(tmp_path: Path) -> None:
    path = tmp_path / "broken.sqlite3"
    path.write_bytes(b"this is no database at all, but long enough to look like one" * 40)
    assert refusal(Settings(database_url=f"sqlite:///{path}")) == ""


def test_nothing_is_made_for_a_reader(sqlite_url: str) -> None:
    engine = connect(sqlite_url)
    prepare(engine)
    assert inspect(engine).get_table_names() == []
    engine.dispose()
