"""What can go wrong with an address, and what is answered: a status and a sentence.

Pages, files, embeds and JSON say the same (`callbacks/error_answers.py`, `callbacks/pages`).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from charts.addresses import BadParameterError, EncodingError, UnknownParameterError
from exports.pictures.errors import OptionError, RefusalError, message
from layouts.view import View
from store.engine import DatabaseError
from store.snapshot import NoReleaseError, UnknownReleaseError
from wording.words import Words


class NotFound(LookupError):
    """A code or an address that does not exist.

    `what` it should have been: "page", "base", "indicator", "region", "figure", "source" or
    "chart"; of a figure `code` is what it should be of, in the reader's words.
    `existing` are addresses and names of what does exist.
    """

    def __init__(self, what: str, code: str, existing: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__(what, code)
        self.what, self.code, self.existing = what, code, existing


class EmptyChart(LookupError):
    """A chart that has no data: there is no file of it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """The answer to an exception; `heading` is the key of a page's heading.

    `retry_after` is in seconds, None where waiting is vain or nobody knows.
    """

    status: HTTPStatus
    heading: str
    sentence: Callable[[Any, Words], str]
    retry_after: int | None = None


def _says(key: str) -> Callable[[Exception, Words], str]:
    """The sentence of `key`; its holes are filled with the exception's attributes."""

    def sentence(error: Exception, words: Words) -> str:
        return words(key, **vars(error))

    return sentence


def _not_found(error: NotFound, words: Words) -> str:
    return words(f"error.unknown_{error.what}", code=error.code)


BAD, MISSING, DOWN = HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND, HTTPStatus.SERVICE_UNAVAILABLE
FAULTS: dict[type[Exception], Fault] = {
    EncodingError: Fault(BAD, "error.400", _says("error.encoding")),
    UnknownParameterError: Fault(BAD, "error.400", _says("error.unknown_parameter")),
    BadParameterError: Fault(BAD, "error.400", _says("error.parameter")),
    OptionError: Fault(BAD, "error.400", message),
    NotFound: Fault(MISSING, "error.404", _not_found),
    EmptyChart: Fault(MISSING, "error.404", _says("chart.empty")),
    UnknownReleaseError: Fault(MISSING, "error.404", _says("error.unknown_release")),
    NoReleaseError: Fault(DOWN, "error.empty", _says("error.empty.text")),
    DatabaseError: Fault(DOWN, "error.unreadable", _says("error.unreadable.text"), 30),
    RefusalError: Fault(DOWN, "error.500", message),
}
EXPECTED = tuple(FAULTS)  # to be caught


def fault(error: Exception) -> Fault:
    """The row of the nearest class of `error`; raise `KeyError` for what nobody foresaw."""
    nearest = next((kind for kind in type(error).__mro__ if kind in FAULTS), type(error))
    return FAULTS[nearest]


def sentence(error: Exception, words: Words) -> str:
    """What went wrong, in the language of `words`."""
    return fault(error).sentence(error, words)


def parameter(error: Exception) -> tuple[str, str] | None:
    """The name and the value of the parameter that is at fault, None where it is none."""
    if isinstance(error, UnknownReleaseError):
        return "asof", error.code
    if isinstance(error, BadParameterError | OptionError) and error.name:
        return error.name, error.value
    return None


def check_codes(view: View) -> None:
    """Raise `BadParameterError` for a region or base of the address that does not exist."""
    for name, codes, existing in (
        ("region", view.state.region, view.catalogue.regions),
        ("base", view.state.base, view.catalogue.bases),
    ):
        unknown = [code for code in codes if code not in existing]
        if unknown:
            first = [f"{code} {existing[code].short(view.lang)}" for code in list(existing)[:11]]
            raise BadParameterError(name, unknown[0], view.words("list.join").join(first))
