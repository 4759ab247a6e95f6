"""The addresses of our own files for the browser."""

from pathlib import Path

from callbacks.settings import ROOT

FOLDER: Path = ROOT / "assets"


def asset(name: str) -> str:
    """An asset with the time of its change, as Dash writes it: browsers keep it for long."""
    return f"/assets/{name}?m={(FOLDER / name).stat().st_mtime}"
