"""Finished pictures on disk, by what they show: bounded in bytes, the least used go first.

Several threads and processes share a folder: files appear whole or not at all, and one that
vanished or is broken is a picture to be made anew, never an error.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from threading import Lock

from exports.pictures.pictures import Options

DIGEST = hashlib.sha256().digest_size
UNFINISHED = ".part"


def key(chart: str, parameters: Mapping[str, str], release: int, options: Options) -> str:
    """Return the name under which a picture is kept; the order of parameters has no say."""
    parts = [chart, sorted(parameters.items()), release, asdict(options)]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


class Cache:
    """Pictures in `folder`, together at most `limit` bytes."""

    def __init__(self, folder: Path, limit: int) -> None:
        self._folder, self._limit = folder, limit
        self._sweeping = Lock()

    def get(self, key: str) -> bytes | None:
        """Return the picture kept as `key`, which thereby was used; None if there is none."""
        path = self._folder / key
        try:
            content = path.read_bytes()
            os.utime(path)
        except OSError:
            return None
        digest, data = content[:DIGEST], content[DIGEST:]
        if hashlib.sha256(data).digest() == digest:
            return data
        path.unlink(missing_ok=True)
        return None

    def put(self, key: str, data: bytes) -> None:
        """Keep `data` as `key`; a full or read-only disk costs the next one time, no more."""
        if len(data) + DIGEST > self._limit:
            return
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            self._write(key, hashlib.sha256(data).digest() + data)
            with self._sweeping:
                self._sweep()

    def _write(self, key: str, content: bytes) -> None:
        """Write beside and rename: a reader never sees half a picture."""
        number, name = tempfile.mkstemp(UNFINISHED, key, self._folder)
        try:
            with os.fdopen(number, "wb") as file:
                file.write(content)
            Path(name).replace(self._folder / key)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise

    def _sweep(self) -> None:
        """Remove what was unused for longest until the rest keeps the limit."""
        files = sorted(self._files(), reverse=True)
        total = 0
        for _, name, size in files:
            total += size
            if total > self._limit:
                (self._folder / name).unlink(missing_ok=True)

    def _files(self) -> Iterable[tuple[int, str, int]]:
        with os.scandir(self._folder) as entries:
            for entry in entries:
                with suppress(FileNotFoundError):  # another process swept it away
                    status = entry.stat()
                    yield status.st_mtime_ns, entry.name, status.st_size
