"""Can the server's fonts draw a figure? Asked of fontconfig, which the browser asks as well."""

import html
import shutil
import subprocess
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from exports.pictures.errors import GlyphError, NoFontError

CHINESE = "zh-cn"
# Shown under the mouse only, or no text at all.
UNDRAWN = frozenset({"customdata", "hoverinfo", "hoverlabel", "hovertemplate", "hovertext",
                     "ids", "meta", "source", "path", "uid"})  # fmt: skip
NUMBERS = frozenset("0123456789.,%−")  # plotly writes the numbers of the axes itself
INVISIBLE = ("Cc", "Cf", "Z")  # control and format characters, spaces


def check(figure: dict[str, Any]) -> None:
    """Raise `NoFontError` or `GlyphError` if a text of `figure` would be drawn as boxes."""
    drawable = _drawable()
    for character in sorted(characters(figure)):
        if ord(character) not in drawable:
            raise GlyphError(character)


def characters(figure: dict[str, Any]) -> set[str]:
    """Return the distinct visible characters of all texts that `figure` draws."""
    signs = {sign for text in _texts(figure) for sign in html.unescape(text)}
    return {s for s in signs if not unicodedata.category(s).startswith(INVISIBLE)} | NUMBERS


def _texts(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        for name, value in part.items():
            if name not in UNDRAWN:
                yield from _texts(value)
    elif isinstance(part, (list, tuple)):
        for value in part:
            yield from _texts(value)


@cache
def _drawable() -> frozenset[int]:
    """All code points of all fonts. A refusal is not cached: it is asked again next time.

    An answer is: the running browser would not see a new font either.
    """
    languages: set[str] = set()
    points: set[int] = set()
    for line in _fonts():
        spoken, _, charset = line.partition("\t")
        languages.update(spoken.split("|"))
        points.update(_points(charset.split()))
    if CHINESE not in languages:
        raise NoFontError
    return frozenset(points)


def _fonts() -> list[str]:
    """One line a font: its languages, a tab, its ranges of code points."""
    tool = shutil.which("fc-list")
    if tool is None:
        raise NoFontError
    command = [tool, "--format", "%{lang}\t%{charset}\n"]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, check=True, timeout=20)
    except (OSError, subprocess.SubprocessError) as error:
        raise NoFontError from error
    return answer.stdout.splitlines()


def _points(ranges: Iterable[str]) -> Iterator[int]:
    for part in ranges:
        first, _, last = part.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)
