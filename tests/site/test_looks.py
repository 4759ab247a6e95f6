"""The looks at pages leave no two values apart."""

from itertools import combinations

from tests.support.looks import LANGUAGES, MODES, WIDTHS, kind, looks
from tests.support.pages import PAGES

KINDS = [kind(path) for path, _ in PAGES]
COLUMNS = (KINDS, LANGUAGES, WIDTHS, [str(mode) for mode in MODES])


def test_any_two_of_kind_language_width_and_mode_are_looked_at_together() -> None:
    seen = [
        (kind(look.path), look.lang, look.width, str(mode))
        for look in looks()
        for mode in look.modes
    ]
    for one, other in combinations(range(len(COLUMNS)), 2):
        met = {(row[one], row[other]) for row in seen}
        assert met == {(a, b) for a in COLUMNS[one] for b in COLUMNS[other]}


def test_every_page_is_looked_at() -> None:
    assert {look.path for look in looks()} == {path for path, _ in PAGES}
