"""Compressed answers: pages as they are made, assets once."""

from flask import Flask, Request, Response, request
from flask_compress import Compress

YEAR_SECONDS = 365 * 24 * 3600


class _Kept(dict[str, bytes]):
    """Compressed assets, kept for the life of the process: they are the same for everyone."""

    def set(self, key: str, value: bytes) -> None:
        if not key.endswith(";"):
            self[key] = value


def register(server: Flask) -> None:
    """Compress what `server` answers, assets once for all."""
    server.config |= {
        "COMPRESS_ALGORITHM": ["br", "gzip"],
        "COMPRESS_BR_LEVEL": 5,  # a tenth smaller than 4, and hardly slower
        "COMPRESS_STREAMS": False,
        "COMPRESS_CACHE_BACKEND": _Kept,
        "COMPRESS_CACHE_KEY": _cache_key,
        "SEND_FILE_MAX_AGE_DEFAULT": YEAR_SECONDS,  # assets carry their version in the address
    }
    Compress(server)
    server.after_request(_whole)  # the last one registered is the first to run


def _whole(response: Response) -> Response:
    """Read an asset into memory: only what is no stream is kept compressed."""
    if response.direct_passthrough and _cache_key(request):
        response.direct_passthrough = False
        response.get_data()
    return response


def _cache_key(request: Request) -> str:
    fixed = request.path.startswith(("/assets/", "/_dash-component-suites/"))
    return request.full_path if fixed else ""
