"""The looks at pages leave no two values apart."""

from itertools import combinations

from tests.support.looks import LANGUAGES, MODES, WIDTHS, looks
from tests.support.pages import PAGES

COLUMNS = ([path for path, _ in PAGES], LANGUAGES, WIDTHS, [str(mode) for mode in MODES])


def test_any_two_of_page_language_width_and_mode_are_looked_at_together() -> None:
    seen = [
        (look.path, look.lang, look.width, str(mode)) for look in looks() for mode in look.modes
    ]
    for one, other in combinations(range(len(COLUMNS)), 2):
        met = {(row[one], row[other]) for row in seen}
        assert met == {(a, b) for a in COLUMNS[one] for b in COLUMNS[other]}
