"""`/healthz`: the release and the row counts, or 503 when the database cannot be read."""

from http import HTTPStatus

from flask import Flask, Response, jsonify

from callbacks import error_answers, request_parts
from callbacks.site import Site
from charts import addresses
from store import snapshot
from store.engine import DatabaseError
from store.snapshot import NoReleaseError
from store.standing import current

TAKES = ("lang",)


def register(server: Flask, site: Site) -> None:
    """Serve `/healthz`."""

    @server.get("/healthz")
    def healthz() -> tuple[Response, HTTPStatus]:
        addresses.read(request_parts.search(), TAKES)
        try:
            release = current(site.engine)
            counts = snapshot.ReleaseData(site.engine, release).counts()
        except (NoReleaseError, DatabaseError) as error:
            problem = error_answers.problem_of(error, request_parts.language(site.settings))
            state = "no release" if isinstance(error, NoReleaseError) else "unreadable"
            answer = error_answers.as_json(problem) | {"status": "unavailable", "database": state}
            response = jsonify(answer)
            if problem.retry_after:
                response.headers["Retry-After"] = str(problem.retry_after)
            return response, problem.status
        return jsonify(status="ok", release=release, rows=counts), HTTPStatus.OK
