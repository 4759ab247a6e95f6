"""What a picture says of itself inside its file: title, source, address, release, passport.

Nothing is drawn anew, and no date of making is written: the same picture stays the same bytes.
"""

import io
import re
import struct
import zlib
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from pypdf import PdfReader, PdfWriter

SIGNATURE = b"\x89PNG\r\n\x1a\n"
INCH = 0.0254  # m
# What pypdf would say by itself, or the browser of itself and its clock.
UNSAID = ("/CreationDate", "/ModDate", "/Creator", "/Producer", "/Title")


def stamp_png(data: bytes, fields: Mapping[str, str], *, dpi: float | None = None) -> bytes:
    """Return the PNG with `fields` as texts (and its size on paper), the picture untouched."""
    head, body = _after_header(data)
    chunks = [_chunk(b"iTXt", _text(name, value)) for name, value in fields.items()]
    if dpi is not None:
        metre = round(dpi / INCH)
        chunks.insert(0, _chunk(b"pHYs", struct.pack(">IIB", metre, metre, 1)))
    return head + b"".join(chunks) + body


def read_png(data: bytes) -> dict[str, str]:
    """Return the texts that `stamp_png` wrote."""
    texts: dict[str, str] = {}
    for kind, content in _chunks(data):
        if kind == b"iTXt":
            name, _, rest = content.partition(b"\0")
            # two bytes of compression, then language and translated name, both empty
            texts[name.decode("latin-1")] = rest[2:].split(b"\0", 2)[2].decode()
    return texts


def stamp_pdf(data: bytes, fields: Mapping[str, str]) -> bytes:
    """Return the PDF with `fields` as its document information and without dates."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    existing: Mapping[str, Any] = writer.metadata or {}
    writer.metadata = {name: value for name, value in existing.items() if name not in UNSAID}
    writer.add_metadata({f"/{name}": value for name, value in fields.items()})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def stamp_svg(data: bytes, fields: Mapping[str, str]) -> bytes:
    """Return the SVG with its title for readers of screens, and the other fields as metadata."""
    title = f"<title>{escape(fields['Title'])}</title>" if "Title" in fields else ""
    more = "".join(
        f'<h:meta name="{escape(name)}" content="{escape(value)}"/>'
        for name, value in fields.items()
    )
    papers = f'{title}<metadata xmlns:h="http://www.w3.org/1999/xhtml">{more}</metadata>'.encode()
    return re.sub(rb"<svg[^>]*>", lambda tag: tag[0] + papers, data, count=1)


def _after_header(data: bytes) -> tuple[bytes, bytes]:
    length = struct.unpack_from(">I", data, len(SIGNATURE))[0]
    end = len(SIGNATURE) + 12 + length
    return data[:end], data[end:]


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)


def _text(name: str, value: str) -> bytes:
    return name.encode("latin-1") + b"\0\0\0\0\0" + value.encode()


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(SIGNATURE)
    while place < len(data):
        length = struct.unpack_from(">I", data, place)[0]
        yield data[place + 4 : place + 8], data[place + 8 : place + 8 + length]
        place += 12 + length
