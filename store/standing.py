"""Which release is the newest, and how many were withdrawn: what readers ask at each request."""

from dataclasses import dataclass

from sqlalchemy import func, inspect, select

from store import schema
from store.engine import Readable
from store.snapshot import NoReleaseError


@dataclass(frozen=True, slots=True)
class Standing:
    """The newest release, and how many were withdrawn: another one with each that is published.

    What was made of a release is true as long as the standing is the same.
    """

    newest: int
    withdrawals: int


def standing(engine: Readable) -> Standing:
    """Return how the releases stand; raise `NoReleaseError` when there is none."""
    number, withdrawn = schema.releases.c.number, schema.releases.c.withdrawn
    counts = select(func.max(number), func.count().filter(withdrawn != ""))
    with engine.connect() as connection:
        has_table = inspect(connection).has_table(schema.releases.name)
        newest, count = connection.execute(counts).one() if has_table else (None, 0)
    if newest is None:
        raise NoReleaseError
    return Standing(int(newest), int(count))


def current(engine: Readable) -> int:
    """Return the number of the newest release; raise `NoReleaseError` when there is none."""
    return standing(engine).newest
