"""The transaction of a load: rows are closed, never deleted, and an exception takes all back."""

from collections.abc import Iterator

import numpy as np
import pytest
from sqlalchemy import Engine, select

from store.batch import Batch
from store.releases import Entry, digest, remembered, writing
from store.schema import bases, releases

COLUMNS = ("id", "order", "name_zh", "name_en", "short_zh", "short_en", "note_zh", "note_en")
COAL = ("coal", 1, "能源", "Energy", "", "", "", "")
BAIJIU = ("baijiu", 2, "白酒", "Baijiu", "", "", "", "")


def batch(*rows: tuple[object, ...]) -> Batch:
    """Return rows that have the cells of the last four columns of a base in common."""
    *cells, row_hash = map(list, zip(*rows, strict=True))
    columns = dict(zip(COLUMNS, cells, strict=True))
    shared = {name: columns.pop(name)[0] for name in COLUMNS[4:]}
    return Batch(len(rows), shared, {**columns, "row_hash": row_hash})


def publish(engine: Engine, rows: list[tuple[object, ...]], closed: list[int]) -> int:
    with writing(engine) as transaction:
        transaction.close("bases", np.array(closed, np.int64))
        transaction.insert("bases", (*COLUMNS, "row_hash"), [batch(*rows)] if rows else [])
        counts = len(rows), 0, len(closed)
        transaction.release(Entry(), f"digest {transaction.number}", counts)
        transaction.remember({"bases.csv": "abc"})
        return transaction.number


def insert(engine: Engine, batches: Iterator[Batch]) -> None:
    with writing(engine) as transaction:
        transaction.insert("bases", (*COLUMNS, "row_hash"), batches)


def test_rows_are_valid_from_one_release_until_another(engine: Engine):
    assert publish(engine, [(*COAL, 11), (*BAIJIU, -22)], []) == 1
    assert publish(engine, [(*COAL, 33)], [1]) == 2
    query = select(bases.c.id, bases.c.row_hash, bases.c.valid_from, bases.c.valid_to)
    with engine.connect() as connection:
        assert [tuple(row) for row in connection.execute(query.order_by(bases.c.row_id))] == [
            ("coal", 11, 1, 2),
            ("baijiu", -22, 1, None),
            ("coal", 33, 2, None),
        ]


def test_current_rows_and_their_keys(engine: Engine):
    publish(engine, [(*COAL, 11), (*BAIJIU, -22)], [])
    with writing(engine) as transaction:
        ids, hashes = transaction.current("bases")
        assert dict(zip(ids.tolist(), hashes.tolist(), strict=True)) == {1: 11, 2: -22}
        assert list(transaction.keys("bases", ("id", "name_en"), ids[:1])) == [("coal", "Energy")]
        assert transaction.holds("digest 1")
        assert not transaction.holds("digest 2")


def test_an_exception_takes_everything_back(engine: Engine):
    def broken_off() -> Iterator[Batch]:
        yield batch((*COAL, 11))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        insert(engine, broken_off())
    assert remembered(engine) == {}
    assert publish(engine, [(*COAL, 11)], []) == 1
    with engine.connect() as connection:
        assert connection.execute(select(releases.c.number)).scalars().all() == [1]
        assert connection.execute(select(bases.c.id)).scalars().all() == ["coal"]


def test_files_are_remembered_anew(engine: Engine):
    assert remembered(engine) == {}
    publish(engine, [], [])
    assert remembered(engine) == {"bases.csv": "abc"}


def test_the_digest_ignores_the_order_of_rows_and_knows_the_table():
    one = digest({"bases": np.array([1, 2])})
    assert one == digest({"bases": np.array([2, 1])})
    assert one != digest({"units": np.array([1, 2])})
    assert one != digest({"bases": np.array([1, 3])})
