"""The table of faults: every exception has a row, the nearest of its classes."""

from http import HTTPStatus

import pytest

from callbacks.errors import FAULTS, EmptyChart, NotFound, fault, parameter, sentence
from charts.addresses import BadParameterError, EncodingError, UnknownParameterError
from exports.pictures.errors import BusyError, NoBrowserError, OptionError
from store.snapshot import NoReleaseError, UnknownReleaseError
from wording.words import LANGUAGES, words

CASES: list[tuple[Exception, int, str]] = [
    (EncodingError(), 400, "UTF-8"),
    (UnknownParameterError("colour", "red", "lang"), 400, "colour"),
    (BadParameterError("from", "abc", "1949"), 400, "abc"),
    (OptionError("width", "9", ("200–4000",)), 400, "200–4000"),
    (NotFound("base", "tea"), 404, "tea"),
    (NotFound("chart", "pie"), 404, "pie"),
    (EmptyChart("trend"), 404, ""),
    (UnknownReleaseError(99), 404, "99"),
    (NoReleaseError(), 503, "python app.py load"),
    (BusyError(), 503, ""),
    (NoBrowserError(), 503, "chromium"),
]


@pytest.mark.parametrize(("error", "status", "part"), CASES, ids=lambda value: repr(value)[:40])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_error_has_a_status_and_a_sentence(
    error: Exception, status: int, part: str, lang: str
) -> None:
    assert fault(error).status == status
    text = sentence(error, words(lang))
    assert part.lower() in text.lower()
    assert "{" not in text
    assert words(lang)(fault(error).heading)


def test_what_nobody_foresaw_has_no_row() -> None:
    with pytest.raises(KeyError):
        fault(ArithmeticError())


def test_the_parameter_at_fault_is_named() -> None:
    assert parameter(BadParameterError("from", "abc", "")) == ("from", "abc")
    assert parameter(UnknownReleaseError(99)) == ("asof", "99")
    assert parameter(EncodingError()) is None
    assert parameter(NotFound("base", "tea")) is None


def test_only_what_may_be_well_later_is_worth_waiting_for() -> None:
    waits = [row for row in FAULTS.values() if row.retry_after]
    assert waits
    assert all(row.status == HTTPStatus.SERVICE_UNAVAILABLE for row in waits)
