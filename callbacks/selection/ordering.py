"""Rows in the order that an address asks for."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from charts import addresses

Row = TypeVar("Row")


def ordered(rows: Iterable[Row], sort: str, keys: Mapping[str, Callable[[Row], Any]]) -> list[Row]:
    """The rows by one of `keys`, falling with a minus; as they are for an empty `sort`.

    Those whose key is None come last both ways. Raises `BadParameterError` for an order that is
    none of the keys.
    """
    name = addresses.order_of(sort, keys).removeprefix("-")
    if not name:
        return list(rows)
    keyed = [(keys[name](row), row) for row in rows]
    known = [(key, row) for key, row in keyed if key is not None]
    known.sort(key=lambda pair: pair[0], reverse=sort.startswith("-"))
    return [row for _, row in known] + [row for key, row in keyed if key is None]
