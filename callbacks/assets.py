"""The addresses of our own files for the browser."""

import hashlib
from functools import cache
from pathlib import Path

from callbacks.settings import ROOT

FOLDER: Path = ROOT / "assets"


@cache
def asset(name: str) -> str:
    """The address of an asset, with a digest of its content: browsers keep it for a year."""
    digest = hashlib.blake2b((FOLDER / name).read_bytes(), digest_size=6).hexdigest()
    return f"/assets/{name}?v={digest}"


def assets(*names: str) -> dict[str, str]:
    """The addresses of several assets, by name."""
    return {name: asset(name) for name in names}
