"""Rows of the database as the fields of records."""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import cache
from inspect import signature
from typing import Any, TypeVar, get_type_hints

from sqlalchemy import RowMapping

from indicators.vocabulary import Qualifier

Record = TypeVar("Record")


def by_id(record: type[Record], rows: Iterable[Any]) -> dict[str, Record]:
    """Records by their id; what a record does not hold is left out of its row."""
    known = signature(record).parameters
    return {
        row["id"]: record(**{k: w for k, w in worded(record, row).items() if k in known})
        for row in rows
    }


def qualified(row: RowMapping) -> dict[str, Any]:
    """A target's row; one that says nothing of how exact it is means its value."""
    return {**row, "qualifier": row["qualifier"] or Qualifier.EXACT.value}


@cache
def _words(record: Callable[..., Any]) -> dict[str, dict[str, StrEnum]]:
    """The fields of a record that hold words of the vocabulary: the members by their texts."""
    return {
        name: {word.value: word for word in kind}
        for name, kind in get_type_hints(record).items()
        if isinstance(kind, type) and issubclass(kind, StrEnum)
    }


def worded(record: Callable[..., Any], row: Mapping[Any, Any]) -> dict[str, Any]:
    """A row with the members of the vocabulary in place of their texts."""
    return {**row, **{name: words[row[name]] for name, words in _words(record).items()}}


def project(row: RowMapping) -> dict[str, Any]:
    """A project's row with the names of the record."""
    named = {k: w for k, w in row.items() if k != "investment_yi_yuan"}
    return {**named, "investment": row["investment_yi_yuan"]}
