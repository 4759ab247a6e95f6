"""Files as they are sent: their types, their names, and how long they may be kept."""

import hashlib
from urllib.parse import quote

from flask import Response, request

OFFICE = "application/vnd.openxmlformats-officedocument."
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "html": "text/html; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "png": "image/png",
    "svg": "image/svg+xml",
    "pdf": "application/pdf",
    "docx": f"{OFFICE}wordprocessingml.document",
    "pptx": f"{OFFICE}presentationml.presentation",
    "xlsx": f"{OFFICE}spreadsheetml.sheet",
}
ASK_AGAIN = "no-cache"  # kept, but asked for again with its ETag
NOT_KEPT = "no-store"  # what went wrong may be well in a moment


def download(content: str | bytes, kind: str, name: str) -> Response:
    """A file to be saved under `name`, its ending `kind` added."""
    return _named("attachment", content, kind, name)


def shown(content: str | bytes, kind: str, name: str) -> Response:
    """A file to be looked at.

    It is asked for again even where its address names a release, which may have been withdrawn.
    """
    return _named("inline", content, kind, name)


def body(content: str | bytes, kind: str, status: int = 200, kept: str = ASK_AGAIN) -> Response:
    """A body without a name; no browser takes it for another type than `kind`."""
    response = Response(content, status, content_type=TYPES[kind])
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = kept
    if status == 200:
        response.set_etag(hashlib.blake2b(response.get_data(), digest_size=12).hexdigest())
        response.make_conditional(request)
    return response


def _named(how: str, content: str | bytes, kind: str, name: str) -> Response:
    response = body(content, kind)
    # A Chinese name goes out percent-encoded (RFC 5987).
    response.headers["Content-Disposition"] = f"{how}; filename*=UTF-8''{quote(f'{name}.{kind}')}"
    return response


def file_name(*parts: str) -> str:
    """The parts that are not empty, joined, without what file systems refuse."""
    text = "_".join(part for part in parts if part)
    return "".join(sign if sign.isalnum() or sign in "_-()（）" else "_" for sign in text)
