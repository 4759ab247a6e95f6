"""`/healthz`: the release and the row counts, or 503 when the database cannot be read."""

import logging
from http import HTTPStatus

from flask import Flask, Response, jsonify

from callbacks.site import Site
from store import snapshot
from store.engine import DatabaseError

log = logging.getLogger(__name__)


def register(server: Flask, site: Site) -> None:
    """Serve `/healthz`."""

    @server.get("/healthz")
    def healthz() -> tuple[Response, HTTPStatus]:
        try:
            release = snapshot.current(site.engine)
            counts = snapshot.ReleaseData(site.engine, release).counts()
        except (snapshot.NoReleaseError, DatabaseError) as error:
            log.warning("healthz: %s", error)
            problem = "no release" if isinstance(error, snapshot.NoReleaseError) else "unreadable"
            return jsonify(status="unavailable", database=problem), HTTPStatus.SERVICE_UNAVAILABLE
        return jsonify(status="ok", release=release, rows=counts), HTTPStatus.OK
