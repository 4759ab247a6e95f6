"""The tables of an installed database, brought from the version that made them to this one.

Alembic runs the revisions in `versions/`, in the transaction that is open. A new database is made
from `store.schema` at once.
"""

from pathlib import Path

from sqlalchemy import Column, Connection, MetaData, String, Table, insert, inspect, select

from store.schema import metadata, releases

FOLDER = Path(__file__).parent
REVISIONS = tuple(sorted(path.stem[1:5] for path in FOLDER.glob("versions/r*.py")))
HEAD = REVISIONS[-1]

# As Alembic makes it; a database of before Alembic has none.
version = Table("alembic_version", MetaData(), Column("version_num", String(32), primary_key=True))


class NewerDatabaseError(Exception):
    """The database was made by a newer version of the program; carries its revision."""

    def __init__(self, revision: str) -> None:
        super().__init__(f"revision {revision} is newer than {HEAD}")
        self.revision = revision


class MigrationError(Exception):
    """The database is older than the program, and may not be changed; says why."""


def is_current(connection: Connection) -> bool:
    """Whether the tables are those of this version; raise `NewerDatabaseError`.

    A database without tables is current for a reader: there is nothing to bring anywhere.
    """
    if inspect(connection).has_table(version.name):
        revision = connection.scalar(select(version.c.version_num)) or ""
        if revision > HEAD or (revision and revision not in REVISIONS):
            raise NewerDatabaseError(revision)
        return revision == HEAD
    return not inspect(connection).has_table(releases.name)


def migrate(connection: Connection) -> None:
    """Make or change the tables within the open transaction; raise `NewerDatabaseError`."""
    if not is_current(connection):
        _upgrade(connection)
    elif not inspect(connection).has_table(version.name):
        metadata.create_all(connection)
        version.create(connection)
        connection.execute(insert(version).values(version_num=HEAD))


def _upgrade(connection: Connection) -> None:
    # Not at the top: hardly a load needs it, and it takes a quarter of a second.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
