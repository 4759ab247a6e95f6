"""In which language, width and display mode each page is looked at.

Every page in every language, width and mode would be 12 looks at each; faults lie where two of
these meet (English words on a phone, a heading in large type), seldom where all of them do. So
each page is loaded twice, and any two values of any two columns meet in some look: a page and a
language, a page and a mode, a width and a mode; `tests/site/test_looks.py` proves it.
"""

from typing import NamedTuple

from tests.support.pages import PAGES

LANGUAGES = ("zh", "en")
WIDTHS = (1440, 390)  # px; a desk and a phone
MODES: list[dict[str, str]] = [{}, {"type": "large"}, {"contrast": "more"}]


class Look(NamedTuple):
    """A page as it is loaded once, and the modes that it is then switched to."""

    path: str
    charts: int
    lang: str
    width: int
    modes: list[dict[str, str]]


def looks() -> list[Look]:
    """Two looks at each page: the languages take turns in width, the modes in language."""
    found = []
    for at, (path, charts) in enumerate(PAGES):
        first = at % len(MODES)
        turned = MODES[first:] + MODES[:first]
        shared = (turned[:1], turned[1:]) if at % 2 else (turned[:2], turned[2:])
        widths = WIDTHS if at % 4 < 2 else WIDTHS[::-1]
        for lang, width, modes in zip(LANGUAGES, widths, shared, strict=True):
            found.append(Look(path, charts, lang, width, modes))
    return found
