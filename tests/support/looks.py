"""In which language, width and display mode each page is looked at.

Every page in every language, width and mode would be 12 looks at each; faults lie where two of
these meet (English words on a phone, a heading in large type), seldom where all of them do. So
any two values of any two columns meet in some look: a kind of page and a language, a kind and a
mode, a width and a mode; `tests/site/test_looks.py` proves it. A page that is alone of its kind
is loaded twice for that; pages of one kind, such as the bases, are laid out by the same code and
take turns.
"""

from itertools import groupby
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


def kind(path: str) -> str:
    """The kind of a page: the first part of its path."""
    return path.strip("/").partition("/")[0].partition("?")[0]


def looks() -> list[Look]:
    """One look or two at each page: languages take turns in width, modes in language."""
    found = []
    for at, (_, pages) in enumerate(groupby(PAGES, lambda page: kind(page[0]))):
        alike = list(pages)
        turns = alike if len(alike) > 1 else alike * 2
        for turn, (path, charts) in enumerate(turns):
            found.append(_look(path, charts, at, turn, len(turns)))
    return found


def _look(path: str, charts: int, at: int, turn: int, turns: int) -> Look:
    """The look of a turn of `turns`: two that follow one another share out languages and widths.

    They share out modes, too; where there are turns enough for every mode in every language,
    each look has one mode.
    """
    first = (at + turn // 2) % len(MODES)
    turned = MODES[first:] + MODES[:first]
    cut = 1 + (at + turn // 2) % 2
    widths = WIDTHS if (at // 2 + turn // 2) % 2 else WIDTHS[::-1]
    shared = (turned[:cut], turned[cut:])[turn % 2]
    alone = [MODES[turn % len(MODES)]]
    modes = alone if turns >= len(MODES) * len(LANGUAGES) else shared
    return Look(path, charts, LANGUAGES[turn % 2], widths[turn % 2], modes)
