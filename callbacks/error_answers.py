"""The one error handler of all that is no page: the routes of files and embeds just raise."""

import logging
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import orjson
from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException

from callbacks import errors, request_parts
from callbacks.files import embed_document, responses
from callbacks.settings import Settings
from wording.words import LANGUAGES, Words, words

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is answered: `says` gives the sentence in a language, `words` are the reader's."""

    status: HTTPStatus
    says: Callable[[Words], str]
    words: Words
    parameter: tuple[str, str] | None = None
    retry_after: int | None = None


def register(server: Flask, settings: Settings) -> None:
    """Answer what the routes of `server` raise: with a sentence, and never with a traceback."""

    @server.errorhandler(HTTPException)
    def refuse(error: HTTPException) -> Response | HTTPException:
        """What Flask itself refuses, such as a method or a form that is too large."""
        status = HTTPStatus(error.code or HTTPStatus.INTERNAL_SERVER_ERROR)
        if error.response is not None or status < HTTPStatus.BAD_REQUEST:  # a redirect
            return error
        response = _answer(settings, _refused(status, request_parts.language(settings)))
        response.headers.extend([h for h in error.get_headers() if h[0] == "Allow"])
        return response

    @server.errorhandler(Exception)
    def answer(error: Exception) -> Response:
        return _answer(settings, problem_of(error, request_parts.language(settings)))


def _answer(settings: Settings, problem: Problem) -> Response:
    response = _form()(settings, problem)
    if problem.retry_after:
        response.headers["Retry-After"] = str(problem.retry_after)
    return response


def _refused(status: HTTPStatus, reader: Words) -> Problem:
    return Problem(status, lambda language: language("error.refused", status=status), reader)


def problem_of(error: Exception, reader: Words) -> Problem:
    """What is answered to `error` in the words of the reader."""
    if not isinstance(error, errors.EXPECTED):
        return _failed(error, reader)
    fault = errors.fault(error)
    if fault.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        log.warning("%s: %s: %s", request_parts.path(), type(error).__name__, error)
    return Problem(
        fault.status,
        lambda language: errors.sentence(error, language),
        reader,
        errors.parameter(error),
        getattr(error, "retry_after", None) or fault.retry_after,
    )


def _failed(error: Exception, reader: Words) -> Problem:
    """What nobody foresaw, with a number that finds it in the log."""
    number = secrets.token_hex(4)
    log.error("%s failed (error %s)", request_parts.path(), number, exc_info=error)
    return Problem(
        HTTPStatus.INTERNAL_SERVER_ERROR,
        lambda language: language("error.500.text", number=number),
        reader,
    )


def as_json(problem: Problem) -> dict[str, Any]:
    """The problem for programs: its status, its sentence, and the parameter at fault."""
    name, value = problem.parameter or ("", "")
    named = {"parameter": name, "value": value} if name else {}
    return {"status": problem.status, "detail": problem.says(problem.words), **named}


def _json(_: Settings, problem: Problem) -> Response:
    return responses.body(
        orjson.dumps(as_json(problem)), "json", problem.status, responses.NOT_KEPT
    )


def _text(_: Settings, problem: Problem) -> Response:
    """A line for the reader; where the server is at fault, one for the operator, too."""
    lines = [problem.says(problem.words)]
    if problem.status == HTTPStatus.SERVICE_UNAVAILABLE:
        others = (lang for lang in LANGUAGES if lang != problem.words.lang)
        lines += [problem.says(words(lang)) for lang in others]
    if problem.parameter:
        lines.append("=".join(problem.parameter))
    return responses.body("\n".join(lines), "txt", problem.status, responses.NOT_KEPT)


def _embed(settings: Settings, problem: Problem) -> Response:
    text = problem.says(problem.words)
    return embed_document.refuse(settings, text, problem.status, problem.words)


Form = Callable[[Settings, Problem], Response]
# What an address is answered with when it cannot be answered; the first that fits, else text.
FORMS: tuple[tuple[re.Pattern[str], Form], ...] = (
    (re.compile(r"/embed/"), _embed),
    (re.compile(r"/_dash|/healthz$|.*\.json$"), _json),
)


def _form() -> Form:
    return next((form for kind, form in FORMS if kind.match(request.path)), _text)
