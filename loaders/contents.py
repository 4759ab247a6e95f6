"""The bytes of a file: read in blocks, found to be text, and their encoding known."""

import codecs
import hashlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa

from loaders.problems import Problem

BLOCK = 1 << 18  # stays in the processor's cache while it is looked at
LONGEST_LINE = 1 << 20  # bytes; no cell of a statistics table is a book
MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
MAGIC = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"\x1f\x8b")
BLANK = 0x20  # all control signs stand before it
CONTROLS = np.isin(np.arange(BLANK), [*b"\t\n\r\x0b\x0c\x1a\x1b"], invert=True)


class ContentsError(Exception):
    """The file is no text that can be read; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.rule)
        self.problem = problem


def digest(path: Path) -> str:
    """Return the SHA-256 of the file as it lies there."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def utf8(path: Path, name: str) -> tuple[bytes | bytearray, str]:
    """Return the file's text as UTF-8 without a mark, and the digest of its bytes.

    The encoding is that of the byte order mark, else UTF-8, else GB18030. Raises `ContentsError`.
    """
    raw = bytearray()  # grows in place: joined blocks would be held twice
    for block in _text_blocks(path, name):
        raw += block
    if not raw or raw.isspace():
        raise ContentsError(Problem(name, None, "", "empty_file"))
    known = hashlib.sha256(raw).hexdigest()
    for encoding in _encodings(raw):
        text = _recoded(raw, encoding)
        if text is not None:
            return text, known
    raise ContentsError(Problem(name, None, "", "encoding"))


def count(text: bytes | bytearray, sign: bytes) -> int:
    """Return how often a sign of one byte stands in a text; `bytes.count` takes thrice the time."""
    signs = np.frombuffer(text, np.uint8)
    parts = (signs[start : start + BLOCK] for start in range(0, len(text), BLOCK))
    return sum(int(np.count_nonzero(part == ord(sign))) for part in parts)


def _text_blocks(path: Path, name: str) -> Iterator[bytes]:
    row, length, wide = 1, 0, False
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            if row == 1 and not length:
                wide = _is_wide(block, name)
            if not wide:
                _refuse_binary(block, row, name)
            length = _line_length(block, length)
            row += count(block, b"\n")
            if length > LONGEST_LINE:
                raise ContentsError(Problem(name, row, "", "long_line"))
            yield block


def _is_wide(block: bytes, name: str) -> bool:
    if block.startswith(MAGIC):
        raise ContentsError(Problem(name, None, "", "binary_file"))
    return block.startswith((b"\xff\xfe", b"\xfe\xff"))


def _refuse_binary(block: bytes, row: int, name: str) -> None:
    signs = np.frombuffer(block, np.uint8)
    if not CONTROLS[signs[signs < BLANK]].any():
        return
    at = block.find(b"\0")
    if at >= 0:
        raise ContentsError(Problem(name, row + block.count(b"\n", 0, at), "", "nul_byte"))
    raise ContentsError(Problem(name, None, "", "binary_file"))


def _line_length(block: bytes, before: int) -> int:
    """Return the length of the open line, or of one too long that ends in this block."""
    first = min((at for at in (block.find(b"\n"), block.find(b"\r")) if at >= 0), default=-1)
    if first < 0:
        return before + len(block)
    if before + first > LONGEST_LINE:
        return before + first
    return len(block) - 1 - max(block.rfind(b"\n"), block.rfind(b"\r"))


def _encodings(raw: bytearray) -> tuple[str, ...]:
    marked = tuple(encoding for mark, encoding in MARKS if raw.startswith(mark))
    return marked or ("utf-8", "gb18030")


def _recoded(raw: bytearray, encoding: str) -> bytes | bytearray | None:
    if encoding == "utf-8":
        return raw if _is_utf8(raw) else None
    # In blocks, because the text of a large file takes twice the memory of its bytes.
    decoder = codecs.getincrementaldecoder(encoding)()
    blocks = []
    try:
        for start in range(0, len(raw), BLOCK):
            text = decoder.decode(raw[start : start + BLOCK], final=start + BLOCK >= len(raw))
            blocks.append(text.encode())
    except UnicodeDecodeError:
        return None
    return b"".join(blocks)


def _is_utf8(raw: bytearray) -> bool:
    # Arrow looks at the bytes where they lie, in a tenth of the time that decoding takes.
    ends = pa.py_buffer(np.array([0, len(raw)], np.int64))
    text = pa.Array.from_buffers(pa.large_binary(), 1, [None, ends, pa.py_buffer(raw)])
    try:
        text.cast(pa.large_string())
    except pa.ArrowInvalid:
        return False
    return True
