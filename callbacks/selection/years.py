"""The years that the data of a page span: where a filter of years is stepped from."""

from collections.abc import Callable

from charts.addresses import YEARS
from indicators.catalogue import Catalogue
from store.snapshot import ReleaseData

# Whether the figures of an (indicator, region) pair are of the thing that a page is of: by the
# table of the catalogue that the code of the page is in.
BELONGS: dict[str, Callable[[Catalogue, tuple[str, str], str], bool]] = {
    "": lambda _, pair, code: True,
    "bases": lambda catalogue, pair, code: catalogue.indicators[pair[0]].base == code,
    "indicators": lambda _, pair, code: pair[0] == code,
    "regions": lambda _, pair, code: pair[1] == code,
}


def years(release: ReleaseData, table: str, code: str) -> tuple[int, int]:
    """The first and the last year with a figure of what `code` names in a table of the catalogue.

    Without a table of all figures; without any figure the years that an address may hold.
    """
    belongs = BELONGS[table]
    spans = [
        span for pair, span in release.reported.items() if belongs(release.catalogue, pair, code)
    ]
    if not spans:
        return YEARS
    return min(first for first, _ in spans), max(last for _, last in spans)
